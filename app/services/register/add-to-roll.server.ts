import { and, eq, isNull, notInArray } from 'drizzle-orm'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import { maskRoom } from '#app/domain/records/mask.ts'
import type { MakeRollRefusal } from '#app/domain/register/make-roll.ts'
import { doorOf } from '#app/domain/register/register-unit.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import type { CleanPhoto } from '#app/services/matters/clean-photo.server.ts'
import type { Database } from '#db/database.ts'
import { places } from '#db/schema/organisation.ts'
import { propertyUnits, rollAdditionPapers, rollAdditions, rolls } from '#db/schema/register.ts'
import { asTyped } from './as-typed.server.ts'
import { writeAnew } from './make-roll.server.ts'
import { holdRoll, type RollRow } from './roll-rows.server.ts'

type Lent = { db: Database; now: () => Date }

export type AddToRollRefusal =
  | MakeRollRefusal
  | {
      code:
        | 'no-such-roll'
        | 'already-frozen'
        | 'withdrawn'
        /** A roll of the whole compound has everybody already. */
        | 'roll-is-whole'
        | 'no-such-door'
        | 'unit-on-roll'
        | 'reason-missing'
        | 'evidence-missing'
    }

export type RollAddition = {
  additionId: string
  rollId: string
  /** As staff and notices call it: 3幢2单元501. */
  door: string
  reason: string
  /** Where what proves it is kept. The photo of a paper does as well. */
  evidence: string
  paper: CleanPhoto | null
}

/**
 * Puts a unit of another building on a roll whose owners all have to consent: its owner has shown
 * that the change touches them. Only before the roll is frozen, with the reason everybody reads.
 * The same `additionId` again changes nothing.
 *
 * @see 建筑物区分所有权司法解释 Art. 11: who owns in the building is concerned; who owns elsewhere and
 *   says so has to prove it.
 */
export async function addToRoll(
  { db, now }: Lent,
  viewer: StaffViewer,
  wanted: RollAddition,
): Promise<Result<null, AddToRollRefusal>> {
  const { additionId, rollId, paper } = wanted
  const [reason, evidence] = [wanted.reason.trim(), wanted.evidence.trim()]
  return remaking<AddToRollRefusal>(db, viewer, rollId, async (tx, roll) => {
    if (roll.buildingId === null) return refuse({ code: 'roll-is-whole' })
    if (reason === '') return refuse({ code: 'reason-missing' })
    if (evidence === '' && !paper) return refuse({ code: 'evidence-missing' })
    const unit = await unitAt(tx, roll, wanted.door)
    if (!unit) return refuse({ code: 'no-such-door' })
    if (isInScope(roll, unit)) return refuse({ code: 'unit-on-roll' })
    const [known] = await tx
      .select({ id: rollAdditions.id })
      .from(rollAdditions)
      .where(eq(rollAdditions.id, additionId))
    if (known) return ok('stands-already')
    const [added] = await tx
      .insert(rollAdditions)
      .values({
        ...{ id: additionId, communityId: roll.communityId, rollId, unitId: unit.id },
        ...{ reason, evidence, addedBy: viewer.name, addedAt: now() },
      })
      .onConflictDoNothing()
      .returning({ id: rollAdditions.id })
    if (!added) return refuse({ code: 'unit-on-roll' })
    if (paper) await tx.insert(rollAdditionPapers).values({ additionId, ...paper })
    return ok(roll)
  })
}

export type TakeOffRollRefusal =
  | MakeRollRefusal
  | {
      code:
        'no-such-roll' | 'already-frozen' | 'withdrawn' | 'no-such-addition' | 'reason-missing'
    }

/** Takes off again what was added. Who did so and why stays with it. */
export async function takeOffRoll(
  { db, now }: Lent,
  viewer: StaffViewer,
  wanted: { rollId: string; additionId: string; reason: string },
): Promise<Result<null, TakeOffRollRefusal>> {
  const { rollId, additionId } = wanted
  const reason = wanted.reason.trim()
  return remaking<TakeOffRollRefusal>(db, viewer, rollId, async (tx, roll) => {
    if (reason === '') return refuse({ code: 'reason-missing' })
    const [ended] = await tx
      .update(rollAdditions)
      .set({ endedAt: now(), endedBy: viewer.name, endedReason: reason })
      .where(
        and(
          eq(rollAdditions.id, additionId),
          eq(rollAdditions.rollId, rollId),
          isNull(rollAdditions.endedAt),
        ),
      )
      .returning({ id: rollAdditions.id })
    if (!ended) return refuse({ code: 'no-such-addition' })
    return ok(roll)
  })
}

export type ApplicantRefusal =
  | MakeRollRefusal
  | {
      code:
        | 'no-such-roll'
        | 'already-frozen'
        | 'withdrawn'
        | 'roll-is-whole'
        | 'no-such-door'
        /** The one who asks lives in the building whose owners are asked. */
        | 'not-of-this-building'
    }

/**
 * Says whose dwelling is to become a business, so that its owners are not among those whose consent
 * is asked; an empty door takes it back. Only before the roll is frozen.
 *
 * @see 建筑物区分所有权司法解释 Art. 11: 本栋建筑物内的其他业主, the other owners of the building.
 */
export async function nameApplicant(
  { db }: Pick<Lent, 'db'>,
  viewer: StaffViewer,
  { rollId, door }: { rollId: string; door: string },
): Promise<Result<null, ApplicantRefusal>> {
  return remaking<ApplicantRefusal>(db, viewer, rollId, async (tx, roll) => {
    if (roll.buildingId === null) return refuse({ code: 'roll-is-whole' })
    const unit = door.trim() === '' ? null : await unitAt(tx, roll, door)
    if (door.trim() !== '' && !unit) return refuse({ code: 'no-such-door' })
    if (unit && !isInScope(roll, unit)) return refuse({ code: 'not-of-this-building' })
    const applicant = {
      applicantUnitId: unit?.id ?? null,
      applicantMasked: unit && maskRoom(`${doorOf(unit)}室`),
    }
    await tx.update(rolls).set(applicant).where(eq(rolls.id, rollId))
    return ok({ ...roll, ...applicant })
  })
}

type RemakingRefusal =
  MakeRollRefusal | { code: 'no-such-roll' | 'already-frozen' | 'withdrawn' }

/**
 * Changes who is on a roll that is not frozen yet, and writes its lines anew. A register with a
 * fault gives no roll, and then nothing of the change stays either.
 *
 * @param change - the roll as it is to be written, or that nothing is new.
 */
async function remaking<Refusal extends { code: string }>(
  db: Database,
  viewer: StaffViewer,
  rollId: string,
  change: (tx: Database, roll: RollRow) => Promise<Result<RollRow | 'stands-already', Refusal>>,
): Promise<Result<null, Refusal | RemakingRefusal>> {
  const changing = db.transaction<Result<null, Refusal | RemakingRefusal>>(async (tx) => {
    const roll = await holdRoll(tx, viewer, rollId, 'keep-register')
    if (!roll) return refuse({ code: 'no-such-roll' })
    const closed = closedFor(roll)
    if (closed) return refuse({ code: closed })
    const changed = await change(tx, roll)
    if (!changed.ok) return changed
    if (changed.value === 'stands-already') return ok(null)
    const made = await writeAnew(tx, changed.value)
    if (!made.ok) throw new NotMade(made.refusal)
    return ok(null)
  })
  return changing.catch((error: unknown) => {
    if (error instanceof NotMade) return refuse(error.refusal)
    throw error
  })
}

/** Undoes the transaction: the roll cannot be made with what was asked for. */
class NotMade extends Error {
  constructor(readonly refusal: MakeRollRefusal) {
    super(refusal.code)
  }
}

function closedFor({ state }: RollRow): 'already-frozen' | 'withdrawn' | null {
  return state === 'frozen' ? 'already-frozen' : state === 'withdrawn' ? 'withdrawn' : null
}

type Door = {
  id: string
  buildingId: string
  building: string
  stairwell: string
  room: string
}

async function unitAt(
  tx: Database,
  { compoundId }: RollRow,
  door: string,
): Promise<Door | null> {
  const units = await tx
    .select({
      id: propertyUnits.id,
      buildingId: propertyUnits.buildingId,
      building: places.name,
      stairwell: propertyUnits.stairwell,
      room: propertyUnits.room,
    })
    .from(propertyUnits)
    .innerJoin(places, eq(places.id, propertyUnits.buildingId))
    .where(
      and(
        eq(propertyUnits.compoundId, compoundId),
        isNull(propertyUnits.retiredAt),
        // A parking space or a stall lives through no change of use.
        notInArray(propertyUnits.kind, ['parking', 'stall']),
      ),
    )
  return units.find((unit) => asTyped(doorOf(unit)) === asTyped(door)) ?? null
}

function isInScope({ buildingId, stairwell }: RollRow, unit: Door): boolean {
  return unit.buildingId === buildingId && (stairwell === null || unit.stairwell === stairwell)
}
