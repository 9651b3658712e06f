import type { UnitKind, UnitStatus } from '#app/domain/voting/roll.ts'

/** What a unit still lacks before its ballot can count. */
export const GAPS = ['area', 'owner', 'voter', 'agent'] as const

export type Gap = (typeof GAPS)[number]

/** A unit as a list of the desk shows it; for staff alone. */
export type RegisterLine = {
  id: string
  buildingId: string
  stairwell: string
  room: string
  kind: UnitKind
  status: UnitStatus
  /** The area that counts, as a decimal string in m², and where it comes from. */
  area: string | null
  areaSource: 'registered' | 'surveyed' | 'contract' | null
  owners: string
  gaps: Gap[]
}

export type RegisterBuilding = { id: string; name: string; units: number; gaps: number }

export type RegisterTotals = {
  units: number
  owners: number
  /** Decimal string in m². */
  area: string
  unsold: number
  gaps: Record<Gap, number>
}

type Countable = {
  status: UnitStatus
  areaRegistered: bigint | null
  areaSurveyed: bigint | null
  areaContract: bigint | null
  owners: readonly { designated: boolean; needsAgent: boolean }[]
}

/** The figure that counts: the register's, else the survey's, else the contract's. */
export function countingArea(unit: Countable): {
  area: bigint | null
  source: RegisterLine['areaSource']
} {
  if (unit.areaRegistered !== null) return { area: unit.areaRegistered, source: 'registered' }
  if (unit.areaSurveyed !== null) return { area: unit.areaSurveyed, source: 'surveyed' }
  if (unit.areaContract !== null) return { area: unit.areaContract, source: 'contract' }
  return { area: null, source: null }
}

export function gapsOf(unit: Countable): Gap[] {
  const gaps: Gap[] = countingArea(unit).area === null ? ['area'] : []
  if (unit.status !== 'delivered') return gaps
  if (unit.owners.length === 0) gaps.push('owner')
  if (unit.owners.length > 1 && !unit.owners.some(({ designated }) => designated)) {
    gaps.push('voter')
  }
  if (unit.owners.some(({ needsAgent }) => needsAgent)) gaps.push('agent')
  return gaps
}
