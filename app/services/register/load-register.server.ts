import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import type { RegisterOwner, RegisterUnit } from '#app/domain/register/register-unit.ts'
import type { Database } from '#db/database.ts'
import { places } from '#db/schema/organisation.ts'
import { ownerAgents, propertyOwners, propertyUnits, unitOwners } from '#db/schema/register.ts'

/** Which units of a compound: all, those of a building, those of one of its stairwells. */
export type UnitScope = {
  compoundId: string
  buildingId?: string | null
  stairwell?: string | null
  /** Units besides, wherever they lie in the compound. */
  also?: readonly string[]
}

/** The units that are in the register now, with their owners. For the rules, not for a page. */
export async function loadRegister(db: Database, scope: UnitScope): Promise<RegisterUnit[]> {
  const inScope = and(
    eq(propertyUnits.compoundId, scope.compoundId),
    isNull(propertyUnits.retiredAt),
    or(
      and(
        scope.buildingId ? eq(propertyUnits.buildingId, scope.buildingId) : sql`true`,
        typeof scope.stairwell === 'string'
          ? eq(propertyUnits.stairwell, scope.stairwell)
          : undefined,
      ),
      scope.also && scope.also.length > 0
        ? inArray(propertyUnits.id, [...scope.also])
        : undefined,
    ),
  )
  const units = await db
    .select({
      id: propertyUnits.id,
      building: places.name,
      buildingPosition: places.position,
      stairwell: propertyUnits.stairwell,
      room: propertyUnits.room,
      kind: propertyUnits.kind,
      status: propertyUnits.status,
      areaRegistered: propertyUnits.areaRegistered,
      areaSurveyed: propertyUnits.areaSurveyed,
      areaContract: propertyUnits.areaContract,
    })
    .from(propertyUnits)
    .innerJoin(places, eq(places.id, propertyUnits.buildingId))
    .where(inScope)
  const ownersOf = await ownersByUnit(
    db,
    inArray(
      unitOwners.unitId,
      db.select({ id: propertyUnits.id }).from(propertyUnits).where(inScope),
    ),
  )
  return units.map((unit) => ({ ...unit, owners: ownersOf.get(unit.id) ?? [] }))
}

async function ownersByUnit(
  db: Database,
  which: ReturnType<typeof inArray>,
): Promise<Map<string, RegisterOwner[]>> {
  const rows = await db
    .select({
      unitId: unitOwners.unitId,
      id: propertyOwners.id,
      name: propertyOwners.name,
      kind: propertyOwners.kind,
      designated: unitOwners.designated,
      agentKind: ownerAgents.kind,
      agentName: ownerAgents.name,
    })
    .from(unitOwners)
    .innerJoin(propertyOwners, eq(propertyOwners.id, unitOwners.ownerId))
    .leftJoin(ownerAgents, eq(ownerAgents.ownerId, unitOwners.ownerId))
    .where(which)
    .orderBy(asc(unitOwners.position))
  const owners = new Map<string, RegisterOwner[]>()
  for (const { unitId, agentKind, agentName, ...owner } of rows) {
    const agent = agentKind && agentName !== null ? { kind: agentKind, name: agentName } : null
    const list = owners.get(unitId)
    if (list) list.push({ ...owner, agent })
    else owners.set(unitId, [{ ...owner, agent }])
  }
  return owners
}
