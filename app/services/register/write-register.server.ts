import { and, eq, inArray, notExists, sql } from 'drizzle-orm'
import {
  tellsMore,
  type ComparedUnit,
  type KnownOwnerDetail,
  type RegisterComparison,
} from '#app/domain/register/compare-register.ts'
import type { ImportProgress } from '#app/domain/register/import-progress.ts'
import type { Database } from '#db/database.ts'
import { places } from '#db/schema/organisation.ts'
import { ownerAgents, propertyOwners, propertyUnits, unitOwners } from '#db/schema/register.ts'
import type { KnownRegister } from './known-register.server.ts'

type Into = { communityId: string; compoundId: string; known: KnownRegister }
type Lent = { now: () => Date; newId: () => string }

/** Rows one statement carries; PostgreSQL takes 65,535 parameters at most. */
const CHUNK = 1000

/**
 * Writes what an import would change, inside its transaction. Units and owners that are as they
 * were are not touched; units that the file does not name stay; owners who own nothing any more go.
 *
 * @param tell - hears how much is written, after each statement that carried rows.
 */
export async function writeRegister(
  tx: Database,
  lent: Lent,
  into: Into,
  comparison: RegisterComparison,
  tell: (progress: ImportProgress) => void = () => undefined,
): Promise<void> {
  const { ids: ownerIds, owners } = ownersToWrite(lent, into, comparison)
  const known = new Map(into.known.units.map((unit) => [unit.id, unit]))
  const written = comparison.units
    .filter(({ changes }) => changes === null || changes.length > 0)
    .map((unit) => ({ ...unit, id: unit.unitId ?? lent.newId() }))
  const links = linksToWrite(written, ownerIds)
  const progress = { done: 0, of: owners.length + written.length + links.length }
  const inTold: typeof inChunks = (all, write) =>
    inChunks(all, async (chunk) => {
      await write(chunk)
      progress.done += chunk.length
      tell({ ...progress })
    })

  const buildings = await writeBuildings(tx, lent, into, comparison.newBuildings)
  await inTold(owners, (rows) => writeOwners(tx, into, rows))
  const updatedAt = lent.now()
  await inTold(written, async (units) => {
    const rows = units.map(({ id, row, unitId }) => {
      const before = unitId === null ? undefined : known.get(unitId)
      return {
        id,
        ...{ communityId: into.communityId, compoundId: into.compoundId, updatedAt },
        buildingId: buildings.get(row.building) ?? '',
        ...{ stairwell: row.stairwell, room: row.room },
        floor: row.floor === undefined ? (before?.floor ?? null) : row.floor,
        kind: row.kind ?? before?.kind ?? 'dwelling',
        status: row.status ?? before?.status ?? 'delivered',
        areaRegistered: either(row.areaRegistered, before?.areaRegistered),
        areaSurveyed: either(row.areaSurveyed, before?.areaSurveyed),
        areaContract: either(row.areaContract, before?.areaContract),
      }
    })
    await tx
      .insert(propertyUnits)
      .values(rows)
      .onConflictDoUpdate({
        target: propertyUnits.id,
        set: {
          ...{ retiredAt: null, retiredReason: null },
          floor: sql`excluded.floor`,
          kind: sql`excluded.kind`,
          status: sql`excluded.status`,
          areaRegistered: sql`excluded.area_registered`,
          areaSurveyed: sql`excluded.area_surveyed`,
          areaContract: sql`excluded.area_contract`,
          updatedAt: sql`excluded.updated_at`,
          revision: sql`${propertyUnits.revision} + 1`,
        },
      })
  })
  const before = withOwnersSaid(written).flatMap(({ unitId }) => unitId ?? [])
  await inChunks(before, async (ids) => {
    await tx.delete(unitOwners).where(inArray(unitOwners.unitId, ids))
  })
  await inTold(links, async (rows) => {
    await tx.insert(unitOwners).values(rows)
  })
  await forgetWhoOwnsNothing(tx, into.compoundId)
}

function either(said: bigint | null | undefined, before: bigint | null | undefined) {
  return said === undefined ? (before ?? null) : said
}

async function writeBuildings(
  tx: Database,
  { newId }: Lent,
  { communityId, compoundId, known }: Into,
  names: readonly string[],
): Promise<Map<string, string>> {
  const ids = new Map([...known.buildings].map(([name, { id }]) => [name, id]))
  const last = Math.max(0, ...[...known.buildings.values()].map(({ position }) => position))
  const added = names.map((name, index) => ({
    id: newId(),
    kind: 'building' as const,
    ...{ parentId: compoundId, communityId, name },
    nameEn: /^[0-9A-Z]+幢$/u.test(name) ? `Building ${name.slice(0, -1)}` : name,
    position: last + 1 + index,
  }))
  await inChunks(added, async (rows) => {
    await tx.insert(places).values(rows.map((row) => ({ ...row, code: row.id })))
  })
  for (const { id, name } of added) ids.set(name, id)
  return ids
}

/** Every owner's id in the order of the file, and those of whom the file says something new. */
function ownersToWrite(
  { newId }: Lent,
  { known }: Into,
  { match, mentions }: RegisterComparison,
): { ids: string[]; owners: KnownOwnerDetail[] } {
  const details = new Map(known.owners.map((owner) => [owner.id, owner]))
  const owners: KnownOwnerDetail[] = []
  const ids = match.owners.map(({ knownId, mentions: own }) => {
    const before = knownId === null ? undefined : details.get(knownId)
    const said = own.flatMap((index) => mentions[index]?.mention ?? [])
    const id = before?.id ?? newId()
    if (before && !said.some((mention) => tellsMore(mention, before))) return id
    owners.push({
      id,
      name: said[0]?.name ?? before?.name ?? '',
      kind:
        said.find(({ kindSaid }) => kindSaid)?.kind ??
        before?.kind ??
        said[0]?.kind ??
        'person',
      idTail: said.find(({ idTail }) => idTail !== null)?.idTail ?? before?.idTail ?? null,
      phone: said.find(({ phone }) => phone !== null)?.phone ?? before?.phone ?? null,
      agent: said.find(({ agent }) => agent !== null)?.agent ?? before?.agent ?? null,
    })
    return id
  })
  return { ids, owners }
}

async function writeOwners(
  tx: Database,
  { communityId, compoundId }: Into,
  owners: readonly KnownOwnerDetail[],
): Promise<void> {
  await tx
    .insert(propertyOwners)
    .values(owners.map(({ agent: _agent, ...row }) => ({ ...row, communityId, compoundId })))
    .onConflictDoUpdate({
      target: propertyOwners.id,
      set: {
        kind: sql`excluded.kind`,
        idTail: sql`excluded.id_tail`,
        phone: sql`excluded.phone`,
      },
    })
  const agents = owners.flatMap(({ id, kind, agent }) =>
    agent === null || kind === 'person' ? [] : [{ ownerId: id, ...agentRow(kind, agent) }],
  )
  if (agents.length === 0) return
  await tx
    .insert(ownerAgents)
    .values(agents)
    .onConflictDoUpdate({
      target: ownerAgents.ownerId,
      set: {
        kind: sql`excluded.kind`,
        name: sql`excluded.name`,
        phone: sql`excluded.phone`,
      },
    })
}

function agentRow(
  kind: 'ward' | 'organisation',
  agent: { name: string; phone: string | null },
) {
  return {
    ...agent,
    kind: kind === 'ward' ? ('guardian' as const) : ('legal-representative' as const),
  }
}

type WrittenUnit = ComparedUnit & { id: string }

/** Units of which the file says whose they are, and otherwise than before. */
function withOwnersSaid(written: readonly WrittenUnit[]): WrittenUnit[] {
  return written.filter(
    ({ changes, owners }) =>
      owners !== null &&
      (changes === null || changes.includes('owners') || changes.includes('designated')),
  )
}

function linksToWrite(written: readonly WrittenUnit[], ownerIds: readonly string[]) {
  return withOwnersSaid(written).flatMap(({ id, owners }) =>
    (owners ?? []).map(({ owner, designated }, position) => ({
      unitId: id,
      ownerId: ownerIds[owner] ?? '',
      ...{ position, designated },
    })),
  )
}

/** Whoever owns nothing any more is no owner, and nothing about them is kept here. */
export async function forgetWhoOwnsNothing(tx: Database, compoundId: string): Promise<void> {
  const gone = and(
    eq(propertyOwners.compoundId, compoundId),
    notExists(
      tx
        .select({ one: sql`1` })
        .from(unitOwners)
        .where(eq(unitOwners.ownerId, propertyOwners.id)),
    ),
  )
  await tx
    .delete(ownerAgents)
    .where(
      inArray(
        ownerAgents.ownerId,
        tx.select({ id: propertyOwners.id }).from(propertyOwners).where(gone),
      ),
    )
  await tx.delete(propertyOwners).where(gone)
}

async function inChunks<Row>(
  rows: readonly Row[],
  write: (chunk: Row[]) => Promise<void>,
): Promise<void> {
  for (let from = 0; from < rows.length; from += CHUNK) {
    await write(rows.slice(from, from + CHUNK))
  }
}
