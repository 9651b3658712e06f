import { and, asc, eq, inArray } from 'drizzle-orm'
import type { KnownOwnerDetail, KnownUnit } from '#app/domain/register/compare-register.ts'
import type { Database } from '#db/database.ts'
import { places } from '#db/schema/organisation.ts'
import { ownerAgents, propertyOwners, propertyUnits, unitOwners } from '#db/schema/register.ts'

export type KnownRegister = {
  units: KnownUnit[]
  owners: KnownOwnerDetail[]
  /** By name. */
  buildings: Map<string, { id: string; position: number }>
}

/** All that a compound's register has, retired units too, for an import to compare with. */
export async function knownRegister(db: Database, compoundId: string): Promise<KnownRegister> {
  const buildings = await db
    .select({ id: places.id, name: places.name, position: places.position })
    .from(places)
    .where(and(eq(places.parentId, compoundId), eq(places.kind, 'building')))
  const units = await db
    .select()
    .from(propertyUnits)
    .where(eq(propertyUnits.compoundId, compoundId))
  const owners = await db
    .select({
      id: propertyOwners.id,
      name: propertyOwners.name,
      kind: propertyOwners.kind,
      idTail: propertyOwners.idTail,
      phone: propertyOwners.phone,
      agentName: ownerAgents.name,
      agentPhone: ownerAgents.phone,
    })
    .from(propertyOwners)
    .leftJoin(ownerAgents, eq(ownerAgents.ownerId, propertyOwners.id))
    .where(eq(propertyOwners.compoundId, compoundId))
    .orderBy(asc(propertyOwners.id))
  const links = await db
    .select()
    .from(unitOwners)
    .where(
      inArray(
        unitOwners.unitId,
        db
          .select({ id: propertyUnits.id })
          .from(propertyUnits)
          .where(eq(propertyUnits.compoundId, compoundId)),
      ),
    )
    .orderBy(asc(unitOwners.position))
  const ownersOf = new Map<string, KnownUnit['owners']>()
  for (const { unitId, ownerId, designated } of links) {
    const list = ownersOf.get(unitId)
    if (list) list.push({ ownerId, designated })
    else ownersOf.set(unitId, [{ ownerId, designated }])
  }
  const names = new Map(buildings.map(({ id, name }) => [id, name]))
  return {
    units: units.map((unit) => ({
      ...unit,
      building: names.get(unit.buildingId) ?? '',
      retired: unit.retiredAt !== null,
      owners: ownersOf.get(unit.id) ?? [],
    })),
    owners: owners.map(({ agentName, agentPhone, ...owner }) => ({
      ...owner,
      agent: agentName === null ? null : { name: agentName, phone: agentPhone },
    })),
    buildings: new Map(buildings.map(({ id, name, position }) => [name, { id, position }])),
  }
}

/** The buildings of a compound in their order, for a choice. */
export async function listBuildings(
  db: Database,
  compoundId: string,
): Promise<{ id: string; name: string }[]> {
  return db
    .select({ id: places.id, name: places.name })
    .from(places)
    .where(and(eq(places.parentId, compoundId), eq(places.kind, 'building')))
    .orderBy(asc(places.position), asc(places.id))
}
