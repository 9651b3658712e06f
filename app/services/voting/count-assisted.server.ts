import { and, eq } from 'drizzle-orm'
import type { Database } from '#db/database.ts'
import { openVotes, secretTurnout } from '#db/schema/ballots.ts'

/** How many votes of a ballot staff have entered for somebody, with a witness. Never whose. */
export async function countAssisted(db: Database, ballotId: string): Promise<number> {
  let assisted = 0
  // One after the other: it is also asked inside a transaction.
  for (const votes of [openVotes, secretTurnout]) {
    assisted += await db.$count(
      votes,
      and(eq(votes.ballotId, ballotId), eq(votes.origin, 'assisted')),
    )
  }
  return assisted
}
