import { byDoor, doorOf } from '#app/domain/register/register-unit.ts'
import {
  countingArea,
  GAPS,
  gapsOf,
  type Gap,
  type RegisterBuilding,
  type RegisterLine,
  type RegisterTotals,
} from '#app/domain/register/register-view.ts'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import { formatArea } from '#app/domain/voting/area.ts'
import type { Database } from '#db/database.ts'
import { communityOfCompound } from './counting-policy.server.ts'
import { knownRegister } from './known-register.server.ts'

export type RegisterView = {
  totals: RegisterTotals
  buildings: RegisterBuilding[]
  /** The building whose units are listed; null while something is searched for in all. */
  buildingId: string | null
  lines: RegisterLine[]
  /** How many the search finds, of which `lines` are the first. */
  found: number
}

/** A page of a search; a building is always listed whole. */
const MOST_FOUND = 200

/** A compound's register by building, or what a search finds in all of it; null when it is not theirs. */
export async function listRegister(
  { db }: { db: Database },
  viewer: StaffViewer,
  wanted: { compoundId: string; buildingId: string | null; search: string; gap: Gap | null },
): Promise<RegisterView | null> {
  if ((await communityOfCompound(db, viewer, wanted.compoundId)) === null) return null
  const known = await knownRegister(db, wanted.compoundId)
  const owners = new Map(known.owners.map((owner) => [owner.id, owner]))
  const units = known.units
    .filter(({ retired }) => !retired)
    .map((unit) => {
      const people = unit.owners.flatMap(({ ownerId, designated }) => {
        const owner = owners.get(ownerId)
        const needsAgent = owner?.kind !== 'person' && owner?.agent === null
        return owner ? [{ ...owner, designated, needsAgent }] : []
      })
      const building = known.buildings.get(unit.building)
      const counted = { ...unit, owners: people }
      return {
        ...counted,
        buildingPosition: building?.position ?? 0,
        buildingId: building?.id ?? '',
        counting: countingArea(counted),
        gaps: gapsOf(counted),
      }
    })
    .toSorted(byDoor)

  const search = wanted.search.normalize('NFKC').trim()
  const matching = units.filter(
    (unit) =>
      (wanted.gap === null || unit.gaps.includes(wanted.gap)) &&
      (search === '' ||
        `${unit.building}${unit.stairwell}-${unit.room}`.includes(search) ||
        doorOf(unit).includes(search) ||
        unit.room.startsWith(search) ||
        unit.owners.some(({ name, phone }) => name.includes(search) || phone === search)),
  )
  const buildings = [...known.buildings]
    .map(([name, { id, position }]) => {
      const own = units.filter((unit) => unit.buildingId === id)
      const gaps = own.filter((unit) => unit.gaps.length > 0).length
      return { id, name, position, units: own.length, gaps }
    })
    .toSorted((one, other) => one.position - other.position)
  const everywhere = search !== '' || wanted.gap !== null
  const asked = buildings.find(({ id }) => id === wanted.buildingId)
  const building = asked ?? buildings.find((each) => each.units > 0) ?? buildings[0]
  const shown = everywhere
    ? matching.slice(0, MOST_FOUND)
    : matching.filter((unit) => unit.buildingId === building?.id)
  return {
    totals: {
      units: units.length,
      owners: known.owners.length,
      area: formatArea(units.reduce((sum, unit) => sum + (unit.counting.area ?? 0n), 0n)),
      unsold: units.filter(({ status }) => status !== 'delivered').length,
      gaps: Object.fromEntries(
        GAPS.map((gap) => [gap, units.filter(({ gaps }) => gaps.includes(gap)).length]),
      ) as Record<Gap, number>,
    },
    buildings: buildings.map(({ id, name, units: count, gaps }) => ({
      ...{ id, name, gaps },
      units: count,
    })),
    buildingId: everywhere ? null : (building?.id ?? null),
    lines: shown.map((unit) => ({
      id: unit.id,
      buildingId: unit.buildingId,
      stairwell: everywhere ? doorOf({ ...unit, room: '' }) : unit.stairwell,
      room: unit.room,
      kind: unit.kind,
      status: unit.status,
      area: unit.counting.area === null ? null : formatArea(unit.counting.area),
      areaSource: unit.counting.source,
      owners: unit.owners.map(({ name }) => name).join('、'),
      gaps: unit.gaps,
    })),
    found: matching.length,
  }
}
