import type { UnitKind, UnitStatus } from '#app/domain/voting/roll.ts'
import type { AgentKind, OwnerKind } from './register.ts'

/** An owner of a unit, with whoever acts for them. */
export type RegisterOwner = {
  id: string
  name: string
  kind: OwnerKind
  /** The co-owner who votes for this unit. */
  designated: boolean
  agent: { kind: AgentKind; name: string } | null
}

/** A unit of the register as it counts. Areas in units of 0.01 m². */
export type RegisterUnit = {
  id: string
  building: string
  /** Where its building stands in the compound's list. */
  buildingPosition: number
  /** Empty where the building has one stairwell. */
  stairwell: string
  room: string
  kind: UnitKind
  status: UnitStatus
  areaRegistered: bigint | null
  areaSurveyed: bigint | null
  areaContract: bigint | null
  owners: readonly RegisterOwner[]
}

/** 3幢2单元501, as staff and notices call a door; without the stairwell where there is one only. */
export function doorOf(unit: { building: string; stairwell: string; room: string }): string {
  const stairwell = unit.stairwell === '' ? '' : `${unit.stairwell}单元`
  return `${unit.building}${stairwell}${unit.room}`
}

type Placed = Pick<RegisterUnit, 'building' | 'buildingPosition' | 'stairwell' | 'room'>

/** The order in which somebody walks the compound: 2幢 before 10幢, 201 before 1001. */
export function byDoor(one: Placed, other: Placed): number {
  return (
    one.buildingPosition - other.buildingPosition ||
    byNumber.compare(one.building, other.building) ||
    byNumber.compare(one.stairwell, other.stairwell) ||
    byNumber.compare(one.room, other.room)
  )
}

const byNumber = new Intl.Collator('zh-CN', { numeric: true })
