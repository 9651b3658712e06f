import { and, asc, eq, sql, type SQL } from 'drizzle-orm'
import { can } from '#app/domain/permissions/can.ts'
import type { Viewer } from '#app/domain/permissions/viewer.ts'
import { isHeld, settledVoter } from '#app/domain/register/may-cast.ts'
import { DESIGNATION } from '#app/services/register/casting-elector.server.ts'
import type { Database } from '#db/database.ts'
import { rollDesignations, rollElectors } from '#db/schema/register.ts'
import { loadVote, type LoadedVote } from './owners-vote-rows.server.ts'

/** One line of the roll as the desk needs it to reach somebody. For staff, never public. */
export type ElectorLine = {
  electorId: string
  /** The owners' names, as on the roll. */
  names: string[]
  doors: string[]
  /** In units of 0.01 m². */
  area: bigint
  heads: number
  /** Co-owners who have not said who votes, or a ward or firm without its agent. */
  held: boolean
}

/** Those who have not voted, in the order of the roll: whoever has is not reminded. */
export async function electorsWithoutVote(
  db: Database,
  { row, roll }: LoadedVote,
  { page, perPage }: { page: number; perPage: number },
): Promise<{ electors: ElectorLine[]; total: number }> {
  if (!roll) return { electors: [], total: 0 }
  const silent: SQL | undefined = row.ballotId
    ? sql`not exists (select 1 from open_vote v where v.ballot_id = ${row.ballotId} and v.elector_id = ${rollElectors.electorId})`
    : undefined
  const which = and(eq(rollElectors.rollId, roll.id), silent)
  const [lines, total] = await Promise.all([
    db
      .select({ line: rollElectors, designation: DESIGNATION })
      .from(rollElectors)
      .leftJoin(
        rollDesignations,
        and(
          eq(rollDesignations.rollId, rollElectors.rollId),
          eq(rollDesignations.electorId, rollElectors.electorId),
        ),
      )
      .where(which)
      .orderBy(asc(rollElectors.position))
      .limit(perPage)
      .offset((Math.max(1, page) - 1) * perPage),
    db.$count(rollElectors, which),
  ])
  return {
    total,
    electors: lines.map(({ line, designation }) => ({
      electorId: line.electorId,
      names: line.developer ? [] : line.owners.map(({ name }) => name),
      doors: line.units.map(
        ({ building, stairwell, room }) => `${building}${stairwell}${room}`,
      ),
      area: line.area,
      heads: line.heads,
      held: isHeld(settledVoter(line.voter, line.owners, designation)),
    })),
  }
}

/** The same for whoever may see it, with what their links are made of. */
export async function listSilentElectors(
  db: Database,
  viewer: Viewer,
  { voteId, ...paging }: { voteId: string; page: number; perPage: number },
) {
  const loaded = await loadVote(db, voteId)
  if (!loaded || !can(viewer, 'see-owners-votes', loaded.row)) return null
  return { vote: loaded.row, ...(await electorsWithoutVote(db, loaded, paging)) }
}
