import { and, eq, isNull, sql } from 'drizzle-orm'
import type { StaffMember } from '#app/services/accounts/staff-of.server.ts'
import type { Database } from '#db/database.ts'
import { paperBallots } from '#db/schema/owners-votes.ts'

/**
 * Papers that were printed for electors who have not voted, and that nobody has begun to read: not
 * handed back, or lying somewhere. Not handed back is not taking part.
 */
export async function papersOut(
  tx: Database,
  { id, ballotId }: { id: string; ballotId: string | null },
): Promise<number> {
  return tx.$count(
    paperBallots,
    and(
      eq(paperBallots.voteId, id),
      isNull(paperBallots.settledAt),
      sql`not exists (select 1 from paper_entry e where e.vote_id = ${paperBallots.voteId} and e.elector_id = ${paperBallots.electorId})`,
      sql`not exists (select 1 from open_vote v where v.ballot_id = ${ballotId} and v.elector_id = ${paperBallots.electorId})`,
    ),
  )
}

/** Those who run votes and have not read the paper: as long as there is one, no reader settles it. */
export function othersWhoSettle(
  staff: readonly StaffMember[],
  readers: readonly string[],
): StaffMember[] {
  return staff.filter(({ personId, role }) => role === 'cadre' && !readers.includes(personId))
}

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
