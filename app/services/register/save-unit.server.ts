import { and, eq, isNull } from 'drizzle-orm'
import { can } from '#app/domain/permissions/can.ts'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import { checkImport } from '#app/domain/register/check-import.ts'
import {
  REGISTER_FIELDS,
  TEMPLATE_HEADERS,
  type RegisterField,
} from '#app/domain/register/import-columns.ts'
import type { ImportProblem } from '#app/domain/register/import-problem.ts'
import { registerTable } from '#app/domain/register/register-table.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import type { Database } from '#db/database.ts'
import { places } from '#db/schema/organisation.ts'
import { propertyUnits, unitOwners } from '#db/schema/register.ts'
import { communityOfCompound } from './counting-policy.server.ts'
import { knownRegister } from './known-register.server.ts'
import { forgetWhoOwnsNothing, writeRegister } from './write-register.server.ts'

type Lent = { db: Database; now: () => Date; newId: () => string }

/** A unit as its form shows it: the words of each column of the register. */
export type UnitForm = {
  id: string
  compoundId: string
  revision: number
  fields: Record<RegisterField, string>
}

export type SaveUnitRefusal =
  | { code: 'no-such-compound' | 'no-such-unit' | 'unit-changed-meanwhile' | 'unit-exists' }
  | { code: 'unit-has-problems'; problems: ImportProblem[] }

/** What the form of a unit shows; null when it is not there. */
export async function getUnit(
  { db }: { db: Database },
  viewer: StaffViewer,
  unitId: string,
): Promise<UnitForm | null> {
  const [row] = await db
    .select()
    .from(propertyUnits)
    .where(and(eq(propertyUnits.id, unitId), isNull(propertyUnits.retiredAt)))
  if (!row || !can(viewer, 'keep-register', row)) return null
  const known = await knownRegister(db, row.compoundId)
  const unit = known.units.find(({ id }) => id === unitId)
  if (!unit) return null
  const owners = unit.owners.flatMap(({ ownerId, designated }) => {
    const owner = known.owners.find(({ id }) => id === ownerId)
    return owner ? [{ ...owner, designated }] : []
  })
  const [, cells = []] = registerTable([{ ...unit, owners }])
  const fields = Object.fromEntries(
    REGISTER_FIELDS.map((field, column) => [field, cells[column] ?? '']),
  ) as Record<RegisterField, string>
  return { id: unitId, compoundId: row.compoundId, revision: row.revision, fields }
}

/**
 * Saves one unit by the rules of an import: a form is a sheet of one row. With `unitId` null it is
 * a new one; else its door stays as it is.
 */
export async function saveUnit(
  lent: Lent,
  viewer: StaffViewer,
  {
    unitId,
    compoundId,
    revision,
    fields,
  }: {
    unitId: string | null
    compoundId: string
    revision: number
    fields: Record<RegisterField, string>
  },
): Promise<Result<null, SaveUnitRefusal>> {
  return lent.db.transaction(async (tx) => {
    const communityId = await communityOfCompound(tx, viewer, compoundId)
    if (communityId === null) return refuse({ code: 'no-such-compound' })
    await tx
      .select({ id: places.id })
      .from(places)
      .where(eq(places.id, compoundId))
      .for('update')
    const known = await knownRegister(tx, compoundId)
    const before = known.units.find(({ id, retired }) => id === unitId && !retired)
    if (unitId !== null && !before) return refuse({ code: 'no-such-unit' })
    const door = before && {
      building: before.building,
      stairwell: before.stairwell,
      room: before.room,
    }
    const written = { ...fields, ...door }
    const checked = checkImport(
      {
        name: '',
        rows: [
          { line: 1, cells: REGISTER_FIELDS.map((field) => TEMPLATE_HEADERS[field]) },
          { line: 2, cells: REGISTER_FIELDS.map((field) => written[field]) },
        ],
      },
      Object.fromEntries(REGISTER_FIELDS.map((field, column) => [field, column])),
      new Set(),
      { ...known, buildings: [...known.buildings.keys()] },
    )
    const { problems, comparison } = checked
    if (problems.length > 0) return refuse({ code: 'unit-has-problems', problems })
    const [unit] = comparison.units
    const there = known.units.find(({ id }) => id === unit?.unitId)
    if (unitId === null && there && !there.retired) return refuse({ code: 'unit-exists' })
    if (unitId !== null) {
      const [row] = await tx
        .select({ revision: propertyUnits.revision })
        .from(propertyUnits)
        .where(eq(propertyUnits.id, unitId))
      if (row?.revision !== revision) return refuse({ code: 'unit-changed-meanwhile' })
    }
    await writeRegister(tx, lent, { communityId, compoundId, known }, comparison)
    return ok(null)
  })
}

/** Takes a unit out of the register, with a reason. It can come back by a file that names it. */
export async function retireUnit(
  { db, now }: Lent,
  viewer: StaffViewer,
  { unitId, reason }: { unitId: string; reason: string },
): Promise<Result<null, { code: 'no-such-unit' | 'reason-missing' }>> {
  return db.transaction(async (tx) => {
    const [row] = await tx
      .select()
      .from(propertyUnits)
      .where(and(eq(propertyUnits.id, unitId), isNull(propertyUnits.retiredAt)))
      .for('update')
    if (!row || !can(viewer, 'keep-register', row)) return refuse({ code: 'no-such-unit' })
    const said = reason.trim()
    if (said === '') return refuse({ code: 'reason-missing' })
    await tx
      .update(propertyUnits)
      .set({ retiredAt: now(), retiredReason: said.slice(0, 200), revision: row.revision + 1 })
      .where(eq(propertyUnits.id, unitId))
    await tx.delete(unitOwners).where(eq(unitOwners.unitId, unitId))
    await forgetWhoOwnsNothing(tx, row.compoundId)
    return ok(null)
  })
}
