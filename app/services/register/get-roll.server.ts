import { and, asc, count, desc, eq, ilike, isNull, or, sql } from 'drizzle-orm'
import { localDateOf } from '#app/domain/calendar/local-date.ts'
import { can } from '#app/domain/permissions/can.ts'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import type {
  MyLine,
  PublicRoll,
  RollAdditionView,
  RollForStaff,
  RollSummary,
} from '#app/domain/register/roll-view.ts'
import { maskText } from '#app/domain/records/mask.ts'
import { doorOf } from '#app/domain/register/register-unit.ts'
import { formatArea } from '#app/domain/voting/area.ts'
import { alias } from 'drizzle-orm/pg-core'
import { knownNames } from '#app/services/records/known-names.server.ts'
import { containing } from '#db/containing.ts'
import type { Database } from '#db/database.ts'
import { places } from '#db/schema/organisation.ts'
import {
  propertyUnits,
  proxies,
  rollAdditionPapers,
  rollAdditions,
  rollDesignations,
  rollElectors,
  rollObjections,
  rolls,
} from '#db/schema/register.ts'
import { asTyped } from './as-typed.server.ts'
import { DESIGNATION } from './casting-elector.server.ts'
import { communityOfCompound } from './counting-policy.server.ts'
import { suspendedInPublic, suspensionsOf } from './suspend-elector.server.ts'
import { isShown } from './roll-objections.server.ts'

const PER_PAGE = 50

/** The rolls of a compound, the newest first; none where the register is not theirs. */
export async function listRolls(
  { db }: { db: Database },
  viewer: StaffViewer,
  compoundId: string,
): Promise<RollSummary[]> {
  if ((await communityOfCompound(db, viewer, compoundId)) === null) return []
  const rows = await db
    .select()
    .from(rolls)
    .where(eq(rolls.compoundId, compoundId))
    .orderBy(desc(rolls.createdAt), desc(rolls.id))
  return rows.map(summaryOf)
}

function summaryOf(row: typeof rolls.$inferSelect): RollSummary {
  const { id, compoundId, title, scope, state, policy } = row
  return {
    ...{ id, compoundId, title, scope, state, policy },
    totalHeads: row.totalHeads,
    totalArea: formatArea(row.totalArea),
    electors: row.electors,
    units: row.units,
    added: row.added,
    applicant: row.applicantMasked,
    createdAt: row.createdAt,
    publishedUntil: row.publishedUntil,
    frozenAt: row.frozenAt,
    frozenBy: row.frozenBy,
    hash: row.hash,
    earlyReason: row.earlyReason,
    withdrawnReason: row.withdrawnReason,
    revision: row.revision,
  }
}

/** A roll with a page of its electors, its objections and proxies, for staff; null when not theirs. */
export async function getRoll(
  { db, now }: { db: Database; now: () => Date },
  viewer: StaffViewer,
  rollId: string,
  { page, search, held }: { page: number; search: string; held: boolean },
): Promise<RollForStaff | null> {
  const [row] = await db.select().from(rolls).where(eq(rolls.id, rollId))
  if (!row || !can(viewer, 'keep-register', row)) return null
  const said = search.trim()
  const like = containing(said)
  const isHeld = and(
    sql`${rollElectors.voter}->>'as' in ('undesignated', 'agent-missing')`,
    isNull(rollDesignations.ownerId),
  )
  const where = and(
    eq(rollElectors.rollId, rollId),
    held ? isHeld : undefined,
    said === ''
      ? undefined
      : or(
          eq(rollElectors.electorId, said.padStart(4, '0')),
          ilike(sql`${rollElectors.owners}::text`, like),
          ilike(sql`${rollElectors.units}::text`, like),
        ),
  )
  const designation = and(
    eq(rollDesignations.rollId, rollElectors.rollId),
    eq(rollDesignations.electorId, rollElectors.electorId),
  )
  const [{ found } = { found: 0 }] = await db
    .select({ found: count() })
    .from(rollElectors)
    .leftJoin(rollDesignations, designation)
    .where(where)
  const pages = Math.max(1, Math.ceil(found / PER_PAGE))
  const at = Math.min(page, pages)
  const electors = await db
    .select({ elector: rollElectors, designation: DESIGNATION })
    .from(rollElectors)
    .leftJoin(rollDesignations, designation)
    .where(where)
    .orderBy(asc(rollElectors.position))
    .limit(PER_PAGE)
    .offset((at - 1) * PER_PAGE)
  const [{ waiting } = { waiting: 0 }] = await db
    .select({ waiting: count() })
    .from(rollElectors)
    .leftJoin(rollDesignations, designation)
    .where(and(eq(rollElectors.rollId, rollId), isHeld))
  const objections = await db
    .select()
    .from(rollObjections)
    .where(eq(rollObjections.rollId, rollId))
    .orderBy(asc(rollObjections.receivedAt), asc(rollObjections.id))
  const given = await db
    .select()
    .from(proxies)
    .where(eq(proxies.rollId, rollId))
    .orderBy(asc(proxies.electorId), desc(proxies.recordedAt))
  return {
    roll: summaryOf(row),
    mayFreeze: can(viewer, 'freeze-roll', row),
    isShown: isShown(row, localDateOf(now())),
    ...{ found, pages, waiting },
    page: at,
    electors: electors.map(({ elector, designation }) => ({
      electorId: elector.electorId,
      heads: elector.heads,
      area: formatArea(elector.area),
      developer: elector.developer,
      doors: elector.units.map(doorOf),
      owners: elector.owners,
      voter: elector.voter,
      designation,
      addedReason: elector.addedReason,
    })),
    additions: await additionsOf(db, rollId),
    suspensions: await suspensionsOf(db, rollId),
    objections,
    proxies: given.map(({ id, electorId, holderName, holderPhone, instructions, ...rest }) => ({
      ...{ id, electorId, holderName, holderPhone, instructions },
      signedOn: rest.signedOn,
      ended: rest.ended,
    })),
  }
}

async function additionsOf(db: Database, rollId: string): Promise<RollAdditionView[]> {
  const rows = await db
    .select({
      addition: rollAdditions,
      unit: propertyUnits,
      building: places.name,
      paper: rollAdditionPapers.additionId,
    })
    .from(rollAdditions)
    .innerJoin(propertyUnits, eq(propertyUnits.id, rollAdditions.unitId))
    .innerJoin(places, eq(places.id, propertyUnits.buildingId))
    .leftJoin(rollAdditionPapers, eq(rollAdditionPapers.additionId, rollAdditions.id))
    .where(eq(rollAdditions.rollId, rollId))
    .orderBy(asc(rollAdditions.addedAt), asc(rollAdditions.id))
  return rows.map(({ addition, unit, building, paper }) => ({
    id: addition.id,
    door: doorOf({ ...unit, building }),
    reason: addition.reason,
    evidence: addition.evidence,
    hasPaper: paper !== null,
    addedBy: addition.addedBy,
    addedAt: addition.addedAt,
    ended:
      addition.endedBy !== null && addition.endedReason !== null
        ? { by: addition.endedBy, reason: addition.endedReason }
        : null,
  }))
}

const PUBLIC_PER_PAGE = 100

/**
 * What everybody may read of a roll: its sums, and during its days the lines with masked names.
 * Null for one that was never shown, or was withdrawn.
 */
export async function getPublicRoll(
  { db, now }: { db: Database; now: () => Date },
  rollId: string,
  page: number,
): Promise<PublicRoll | null> {
  const communities = alias(places, 'community')
  const [found] = await db
    .select({
      roll: rolls,
      compound: places.name,
      compoundEn: places.nameEn,
      communityCode: communities.code,
    })
    .from(rolls)
    .innerJoin(places, eq(places.id, rolls.compoundId))
    .innerJoin(communities, eq(communities.id, rolls.communityId))
    .where(eq(rolls.id, rollId))
  if (!found || (found.roll.state !== 'published' && found.roll.state !== 'frozen')) return null
  const { roll, compound, compoundEn, communityCode } = found
  const shown = isShown(roll, localDateOf(now()))
  const pages = Math.max(1, Math.ceil(roll.electors / PUBLIC_PER_PAGE))
  const at = Math.min(page, pages)
  const lines = shown
    ? await db
        .select({
          electorId: rollElectors.electorId,
          name: rollElectors.nameMasked,
          doors: rollElectors.doorsMasked,
          heads: rollElectors.heads,
          area: rollElectors.area,
          addedReason: rollElectors.addedReason,
        })
        .from(rollElectors)
        .where(eq(rollElectors.rollId, rollId))
        .orderBy(asc(rollElectors.position))
        .limit(PUBLIC_PER_PAGE)
        .offset((at - 1) * PUBLIC_PER_PAGE)
    : []
  const answered = await db
    .select({ outcome: rollObjections.outcome })
    .from(rollObjections)
    .where(eq(rollObjections.rollId, rollId))
  return {
    id: roll.id,
    title: roll.title,
    ...{ compound, compoundEn, communityCode, pages, page: at },
    state: roll.state === 'frozen' ? 'frozen' : 'published',
    isShown: shown,
    publishedUntil: roll.publishedUntil,
    totalHeads: roll.totalHeads,
    totalArea: formatArea(roll.totalArea),
    electors: roll.electors,
    units: roll.units,
    added: roll.added,
    applicant: roll.applicantMasked,
    parking: roll.policy.parking,
    ownerMergeKey: roll.policy.ownerMergeKey,
    suspended: await suspendedInPublic(db, roll),
    hash: roll.hash,
    earlyReason:
      roll.earlyReason &&
      maskText(roll.earlyReason, await knownNames({ db }, roll.communityId, null)).text,
    objections: {
      received: answered.length,
      corrected: answered.filter(({ outcome }) => outcome === 'corrected').length,
      open: answered.filter(({ outcome }) => outcome === null).length,
    },
    lines: lines.map((line) => ({ ...line, area: formatArea(line.area) })),
  }
}

/**
 * An owner's own line, for whoever knows the whole door and a whole name on it: what the masks
 * hide they know already.
 */
export async function findMyLine(
  { db, now }: { db: Database; now: () => Date },
  rollId: string,
  { room, name }: { room: string; name: string },
): Promise<MyLine | null> {
  const [roll] = await db.select().from(rolls).where(eq(rolls.id, rollId))
  if (!roll || !isShown(roll, localDateOf(now()))) return null
  const lines = await db
    .select({ elector: rollElectors })
    .from(rollElectors)
    .where(
      and(
        eq(rollElectors.rollId, rollId),
        sql`${rollElectors.owners} @> ${JSON.stringify([{ name: asTyped(name) }])}::jsonb`,
      ),
    )
  const mine = lines.find(({ elector }) =>
    elector.units.some((unit) => asTyped(doorOf(unit)) === asTyped(room)),
  )?.elector
  return mine
    ? {
        electorId: mine.electorId,
        heads: mine.heads,
        area: formatArea(mine.area),
        units: mine.units.map((unit) => ({
          door: doorOf(unit),
          area: unit.area,
          source: unit.source,
        })),
        voter: mine.voter.as,
      }
    : null
}
