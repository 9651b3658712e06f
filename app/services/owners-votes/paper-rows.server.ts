import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Database } from '#db/database.ts'
import { paperBallots } from '#db/schema/owners-votes.ts'

/** Papers that somebody has begun to read and that are not settled: the count waits for them. */
export function papersBeingRead(tx: Database, voteId: string): Promise<number> {
  return tx.$count(
    paperBallots,
    and(
      eq(paperBallots.voteId, voteId),
      isNull(paperBallots.settledAt),
      sql`exists (select 1 from paper_entry e where e.vote_id = ${paperBallots.voteId} and e.elector_id = ${paperBallots.electorId})`,
    ),
  )
}
