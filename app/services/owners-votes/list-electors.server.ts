import { and, asc, eq, inArray, not, sql, type SQL } from 'drizzle-orm'
import type { ElectorContact } from '#app/domain/owners-vote/elector-contact.ts'
import { suspends } from '#app/domain/owners-vote/suspension.ts'
import { can } from '#app/domain/permissions/can.ts'
import type { Viewer } from '#app/domain/permissions/viewer.ts'
import { doorOf } from '#app/domain/register/register-unit.ts'
import { isHeld, settledVoter } from '#app/domain/register/settled-voter.ts'
import { suspendedOn } from '#app/services/register/suspend-elector.server.ts'
import { DESIGNATION } from '#app/services/register/casting-elector.server.ts'
import type { Database } from '#db/database.ts'
import { places } from '#db/schema/organisation.ts'
import { electorContacts } from '#db/schema/owners-votes.ts'
import { rollDesignations, rollElectors } from '#db/schema/register.ts'
import { loadVote, type LoadedVote } from './owners-vote-rows.server.ts'

/** One line of the roll as the desk needs it to reach somebody. For staff, never public. */
export type ElectorLine = {
  electorId: string
  /** The owners' names, as on the roll; 建设单位 for the developer. */
  names: string[]
  doors: string[]
  /** In units of 0.01 m². */
  area: bigint
  heads: number
  /** Co-owners who have not said who votes, or a ward or firm without its agent. */
  held: boolean
}

/** Whether the elector of a line of the roll has voted, by whatever way. */
export function hasVoted(ballotId: string): SQL<boolean> {
  return sql<boolean>`exists (select 1 from open_vote v where v.ballot_id = ${ballotId} and v.elector_id = ${rollElectors.electorId})`
}

type Paging = {
  page: number
  perPage: number
  /** Only those with a door in this building. */
  building?: string | null
}

/** Those who have not voted, in the order of the roll: whoever has is not reminded. */
export async function electorsWithoutVote(
  db: Database,
  { row, roll }: LoadedVote,
  { page, perPage, building }: Paging,
): Promise<{ electors: ElectorLine[]; total: number }> {
  if (!roll) return { electors: [], total: 0 }
  const which = and(
    eq(rollElectors.rollId, roll.id),
    row.ballotId ? sql`not ${hasVoted(row.ballotId)}` : undefined,
    // Nobody is sent a paper or reminded of a vote they cannot cast.
    suspends(row.profile)
      ? not(suspendedOn(roll.id, sql`${rollElectors.electorId}`))
      : undefined,
    building
      ? sql`exists (select 1 from jsonb_array_elements(${rollElectors.units}) u where u.value ->> 'building' = ${building})`
      : undefined,
  )
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
      names: line.developer ? [line.nameMasked] : line.owners.map(({ name }) => name),
      doors: line.units.map(doorOf),
      area: line.area,
      heads: line.heads,
      held: isHeld(settledVoter(line.voter, line.owners, designation)),
    })),
  }
}

/** The same for whoever may see it, with what their links are made of and who was reached already. */
export async function listSilentElectors(
  db: Database,
  viewer: Viewer,
  { voteId, ...paging }: Paging & { voteId: string },
) {
  const loaded = await loadVote(db, voteId)
  if (!loaded || !can(viewer, 'see-owners-votes', loaded.row)) return null
  const { electors, total } = await electorsWithoutVote(db, loaded, paging)
  const [[compound], contacts, buildings] = await Promise.all([
    db.select({ name: places.name }).from(places).where(eq(places.id, loaded.row.compoundId)),
    contactsOf(
      db,
      voteId,
      electors.map(({ electorId }) => electorId),
    ),
    buildingsOf(db, loaded),
  ])
  return {
    vote: loaded.row,
    roll: loaded.roll,
    compound: compound?.name ?? '',
    total,
    buildings,
    electors: electors.map((elector) => ({
      ...elector,
      contact: contacts.get(elector.electorId) ?? { served: null, reminded: null },
    })),
  }
}

async function contactsOf(
  db: Database,
  voteId: string,
  electorIds: readonly string[],
): Promise<Map<string, ElectorContact>> {
  const found = new Map<string, ElectorContact>()
  if (electorIds.length === 0) return found
  const rows = await db
    .select()
    .from(electorContacts)
    .where(
      and(
        eq(electorContacts.voteId, voteId),
        inArray(electorContacts.electorId, [...electorIds]),
      ),
    )
    .orderBy(asc(electorContacts.recordedAt))
  for (const { electorId, kind, way, doneOn, recordedAt } of rows) {
    const contact = found.get(electorId) ?? { served: null, reminded: null }
    if (kind === 'served') contact.served = { on: doneOn, way }
    else contact.reminded = { times: (contact.reminded?.times ?? 0) + 1, last: recordedAt }
    found.set(electorId, contact)
  }
  return found
}

/** The buildings of a roll, as they are called on it. */
async function buildingsOf(db: Database, { roll }: LoadedVote): Promise<string[]> {
  if (!roll) return []
  const rows = await db
    .selectDistinct({
      building: sql<string>`jsonb_array_elements(${rollElectors.units}) ->> 'building'`,
    })
    .from(rollElectors)
    .where(eq(rollElectors.rollId, roll.id))
  return rows
    .map(({ building }) => building)
    .sort((one, other) => one.localeCompare(other, 'zh-CN', { numeric: true }))
}
