import type { OwnerKind } from './register.ts'
import { matchOwners, type KnownOwner, type OwnerMatch } from './match-owners.ts'
import type { OwnerMention } from './read-owners.ts'
import type { UnitRow } from './read-unit-row.ts'
import type { UnitKind, UnitStatus } from '#app/domain/voting/roll.ts'

/** A unit of the register as an import compares it. */
export type KnownUnit = {
  id: string
  building: string
  stairwell: string
  room: string
  floor: number | null
  kind: UnitKind
  status: UnitStatus
  areaRegistered: bigint | null
  areaSurveyed: bigint | null
  areaContract: bigint | null
  retired: boolean
  owners: { ownerId: string; designated: boolean }[]
}

/** An owner of the register with everything a file could change. */
export type KnownOwnerDetail = Omit<KnownOwner, 'doors'> & {
  kind: OwnerKind
  agent: { name: string; phone: string | null } | null
}

export type UnitChange =
  | 'floor'
  | 'kind'
  | 'status'
  | 'areaRegistered'
  | 'areaSurveyed'
  | 'areaContract'
  | 'owners'
  | 'designated'
  | 'ownerDetails'
  | 'restored'

export type ComparedUnit = {
  row: UnitRow
  unitId: string | null
  /** Empty for a unit that is as the register has it; null for a new one. */
  changes: UnitChange[] | null
  /** Indexes into the match's owners, in the order of the row; null: stays as it is. */
  owners: { owner: number; designated: boolean }[] | null
}

export type RegisterComparison = {
  units: ComparedUnit[]
  match: OwnerMatch
  mentions: { mention: OwnerMention; line: number }[]
  newBuildings: string[]
  /** Units of the register that the file does not name. They stay. */
  notInFile: KnownUnit[]
}

export function doorKey(unit: Pick<UnitRow, 'building' | 'stairwell' | 'room'>): string {
  return `${unit.building}|${unit.stairwell}|${unit.room}`
}

/**
 * Sets the rows of a file beside the register: what is new, what changes, what is as it was, and
 * what the file does not name. A unit is known by its building, stairwell and room.
 */
export function compareRegister(
  rows: readonly UnitRow[],
  register: {
    units: readonly KnownUnit[]
    owners: readonly KnownOwnerDetail[]
    buildings: readonly string[]
  },
): RegisterComparison {
  const knownUnits = new Map(register.units.map((unit) => [doorKey(unit), unit]))
  const knownOwners = new Map(register.owners.map((owner) => [owner.id, owner]))
  const mentions = rows.flatMap((row) =>
    (row.owners ?? []).map((mention) => ({ mention, line: row.line, door: doorKey(row) })),
  )
  const match = matchOwners(
    mentions.map(({ mention, line, door }) => ({ ...mention, line, door })),
    withDoors(register),
  )
  let next = 0
  const units = rows.map((row): ComparedUnit => {
    const owners = row.owners
      ? row.owners.map(({ designated }) => ({ owner: match.ownerOf[next++] ?? 0, designated }))
      : null
    const known = knownUnits.get(doorKey(row))
    if (!known) return { row, unitId: null, changes: null, owners }
    const changes = [
      ...changedFields(row, known),
      ...(owners ? changedOwners(row, owners, known, match, knownOwners) : []),
    ]
    return { row, unitId: known.id, changes, owners }
  })
  const named = new Set(rows.map(doorKey))
  const buildings = new Set(register.buildings)
  return {
    ...{ units, match, mentions },
    newBuildings: [...new Set(rows.map(({ building }) => building))].filter(
      (name) => !buildings.has(name),
    ),
    notInFile: register.units.filter((unit) => !unit.retired && !named.has(doorKey(unit))),
  }
}

function withDoors({
  units,
  owners,
}: {
  units: readonly KnownUnit[]
  owners: readonly KnownOwnerDetail[]
}): KnownOwner[] {
  const doors = new Map<string, Set<string>>(owners.map(({ id }) => [id, new Set()]))
  for (const unit of units) {
    for (const { ownerId } of unit.owners) doors.get(ownerId)?.add(doorKey(unit))
  }
  return owners.map((owner) => ({ ...owner, doors: doors.get(owner.id) ?? new Set() }))
}

const FIELDS = [
  'floor',
  'kind',
  'status',
  'areaRegistered',
  'areaSurveyed',
  'areaContract',
] as const

function changedFields(row: UnitRow, known: KnownUnit): UnitChange[] {
  const changed = FIELDS.filter(
    (field) => row[field] !== undefined && row[field] !== known[field],
  )
  return known.retired ? ['restored', ...changed] : changed
}

function changedOwners(
  row: UnitRow,
  owners: readonly { owner: number; designated: boolean }[],
  known: KnownUnit,
  match: OwnerMatch,
  knownOwners: ReadonlyMap<string, KnownOwnerDetail>,
): UnitChange[] {
  const ids = owners.map(({ owner }) => match.owners[owner]?.knownId ?? null)
  const before = known.owners.map(({ ownerId }) => ownerId)
  if (ids.join('|') !== before.join('|') || ids.includes(null)) return ['owners']
  const changes: UnitChange[] = []
  const voter = owners.findIndex(({ designated }) => designated)
  if (
    (ids[voter] ?? null) !== (known.owners.find((each) => each.designated)?.ownerId ?? null)
  ) {
    changes.push('designated')
  }
  const detailed = (row.owners ?? []).some((mention, index) => {
    const owner = knownOwners.get(ids[index] ?? '')
    return owner !== undefined && tellsMore(mention, owner)
  })
  return detailed ? [...changes, 'ownerDetails'] : changes
}

/** Whether a file says something of an owner that the register does not: an empty cell takes nothing away. */
export function tellsMore(
  mention: Pick<OwnerMention, 'kind' | 'kindSaid' | 'idTail' | 'phone' | 'agent'>,
  owner: KnownOwnerDetail,
): boolean {
  const says = (value: string | null, has: string | null) => value !== null && value !== has
  return (
    (mention.kindSaid && mention.kind !== owner.kind) ||
    says(mention.idTail, owner.idTail) ||
    says(mention.phone, owner.phone) ||
    (mention.agent !== null &&
      (mention.agent.name !== owner.agent?.name ||
        says(mention.agent.phone, owner.agent?.phone ?? null)))
  )
}
