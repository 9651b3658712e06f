import { eq, sql } from 'drizzle-orm'
import type { VoteOrigin } from '#app/domain/voting/ballot.ts'
import { smallestThatMeets } from '#app/domain/voting/tally.ts'
import type { Database } from '#db/database.ts'
import { ballotElectors, openVotes } from '#db/schema/ballots.ts'
import type { LoadedVote } from './owners-vote-rows.server.ts'

/** How many have voted and what they weigh. Never what they chose. Areas in units of 0.01 m². */
export type VoteTurnout = {
  electors: number
  heads: number
  area: bigint
  byOrigin: Partial<Record<VoteOrigin, number>>
}

export async function voteTurnout(db: Database, ballotId: string | null): Promise<VoteTurnout> {
  const turnout: VoteTurnout = { electors: 0, heads: 0, area: 0n, byOrigin: {} }
  if (!ballotId) return turnout
  const rows = await db
    .select({
      origin: openVotes.origin,
      electors: sql<number>`count(*)::int`.mapWith(Number),
      heads: sql<number>`sum(${ballotElectors.heads})::int`.mapWith(Number),
      area: sql<string>`coalesce(sum(${ballotElectors.area}), 0)::text`,
    })
    .from(openVotes)
    .innerJoin(
      ballotElectors,
      sql`${ballotElectors.ballotId} = ${openVotes.ballotId} and ${ballotElectors.electorId} = ${openVotes.electorId}`,
    )
    .where(eq(openVotes.ballotId, ballotId))
    .groupBy(openVotes.origin)
  for (const { origin, electors, heads, area } of rows) {
    turnout.electors += electors
    turnout.heads += heads
    turnout.area += BigInt(area)
    turnout.byOrigin[origin] = electors
  }
  return turnout
}

/** Whether enough have taken part already, by every measure of the rule. */
export async function quorumReached(db: Database, { row, roll }: LoadedVote): Promise<boolean> {
  const { quorum, measures } = row.profile.rule
  if (!quorum || !roll) return false
  const turnout = await voteTurnout(db, row.ballotId)
  return measures.every((measure) => {
    const all = measure === 'heads' ? BigInt(roll.totalHeads) : roll.totalArea
    const have = measure === 'heads' ? BigInt(turnout.heads) : turnout.area
    return have >= smallestThatMeets(all, quorum.share, quorum.strict)
  })
}
