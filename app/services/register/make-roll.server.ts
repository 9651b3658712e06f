import { and, eq, isNull } from 'drizzle-orm'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import {
  makeRoll,
  type MadeRoll,
  type MakeRollRefusal,
} from '#app/domain/register/make-roll.ts'
import type { RollScope } from '#app/domain/register/register.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import type { Database } from '#db/database.ts'
import { places } from '#db/schema/organisation.ts'
import { rollAdditions, rollElectors, rolls } from '#db/schema/register.ts'
import { communityOfCompound, countingPolicyOf } from './counting-policy.server.ts'
import { loadRegister } from './load-register.server.ts'
import { holdRoll, writeLines, type RollRow } from './roll-rows.server.ts'

export type RollDraftRefusal =
  | MakeRollRefusal
  | { code: 'no-such-compound' | 'no-such-building' | 'title-missing' }
  | { code: 'no-such-roll' | 'already-frozen' | 'withdrawn' }

type Lent = { db: Database; now: () => Date }

/**
 * Makes a roll of the register as it stands, by the policy of its compound. Staff alone see it
 * until it is published. The same `rollId` again changes nothing.
 */
export async function draftRoll(
  { db, now }: Lent,
  viewer: StaffViewer,
  wanted: { rollId: string; compoundId: string; scope: RollScope; title: string },
): Promise<Result<{ rollId: string }, RollDraftRefusal>> {
  const { rollId, compoundId, scope } = wanted
  const title = wanted.title.trim()
  return db.transaction(async (tx) => {
    const communityId = await communityOfCompound(tx, viewer, compoundId)
    if (communityId === null) return refuse({ code: 'no-such-compound' })
    if (title === '') return refuse({ code: 'title-missing' })
    const buildingId = scope.kind === 'compound' ? null : scope.buildingId
    const stairwell = scope.kind === 'stairwell' ? scope.stairwell : null
    if (buildingId !== null && !(await isBuildingOf(tx, buildingId, compoundId))) {
      return refuse({ code: 'no-such-building' })
    }
    const { revision: _revision, ...policy } = await countingPolicyOf(tx, compoundId)
    const made = makeRoll(await loadRegister(tx, { compoundId, buildingId, stairwell }), policy)
    if (!made.ok) return made
    const [drafted] = await tx
      .insert(rolls)
      .values({
        id: rollId,
        ...{ communityId, compoundId, title, buildingId, stairwell, policy },
        scope: scope.kind,
        state: 'draft',
        ...sumsOf(made.value),
        createdBy: viewer.name,
        createdAt: now(),
      })
      .onConflictDoNothing()
      .returning({ id: rolls.id })
    if (drafted) await writeLines(tx, rollId, made.value)
    return ok({ rollId })
  })
}

/** Makes the lines anew, after the register was corrected. A frozen roll stays as it is. */
export async function remakeRoll(
  { db }: Pick<Lent, 'db'>,
  viewer: StaffViewer,
  rollId: string,
): Promise<Result<{ rollId: string }, RollDraftRefusal>> {
  return db.transaction(async (tx) => {
    const roll = await holdRoll(tx, viewer, rollId, 'keep-register')
    if (!roll) return refuse({ code: 'no-such-roll' })
    if (roll.state === 'frozen') return refuse({ code: 'already-frozen' })
    if (roll.state === 'withdrawn') return refuse({ code: 'withdrawn' })
    const made = await writeAnew(tx, roll)
    return made.ok ? ok({ rollId }) : made
  })
}

/** The lines of a roll that is locked, from the register as it is now and with whoever was added. */
export async function writeAnew(
  tx: Database,
  roll: RollRow,
): Promise<Result<null, MakeRollRefusal>> {
  const { revision: _revision, ...policy } = await countingPolicyOf(tx, roll.compoundId)
  const added = await tx
    .select({ unitId: rollAdditions.unitId, reason: rollAdditions.reason })
    .from(rollAdditions)
    .where(and(eq(rollAdditions.rollId, roll.id), isNull(rollAdditions.endedAt)))
  const also = added.map(({ unitId }) => unitId)
  const made = makeRoll(
    await loadRegister(tx, { ...roll, also }),
    policy,
    new Map(added.map(({ unitId, reason }) => [unitId, reason])),
    roll.applicantUnitId,
  )
  if (!made.ok) return made
  await tx.delete(rollElectors).where(eq(rollElectors.rollId, roll.id))
  await writeLines(tx, roll.id, made.value)
  await tx
    .update(rolls)
    .set({ policy, ...sumsOf(made.value), revision: roll.revision + 1 })
    .where(eq(rolls.id, roll.id))
  return ok(null)
}

function sumsOf({ lines, totalHeads, totalArea, units, added }: MadeRoll) {
  return { totalHeads, totalArea, electors: lines.length, units, added }
}

async function isBuildingOf(db: Database, id: string, compoundId: string): Promise<boolean> {
  const [building] = await db
    .select({ id: places.id })
    .from(places)
    .where(and(eq(places.id, id), eq(places.parentId, compoundId), eq(places.kind, 'building')))
  return building !== undefined
}
