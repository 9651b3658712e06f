import { maskName, maskRoom, maskText } from '#app/domain/records/mask.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import { formatArea } from '#app/domain/voting/area.ts'
import { isSpace, rollOf, type RollElector, type UnitProblem } from '#app/domain/voting/roll.ts'
import type { CountingPolicy, RollOwner, RollUnit, RollVoter } from './register.ts'
import { byDoor, doorOf, type RegisterOwner, type RegisterUnit } from './register-unit.ts'
import { voterOf } from './roll-voter.ts'

/** One elector as it stands on the roll. */
export type RollLine = {
  /** The number on the paper ballot, such as 0042. */
  electorId: string
  heads: 0 | 1
  /** In units of 0.01 m². */
  area: bigint
  developer: boolean
  nameMasked: string
  doorsMasked: string
  units: RollUnit[]
  owners: RollOwner[]
  voter: RollVoter
  /** Why it is on the roll though it lies outside its scope, as everybody may read it; null for all others. */
  addedReason: string | null
}

export type MadeRoll = {
  lines: RollLine[]
  totalHeads: number
  /** In units of 0.01 m². */
  totalArea: bigint
  /** Units that count; parking spaces that the policy leaves out are not among them. */
  units: number
  /** Of these, units that were put on it from outside its scope. */
  added: number
}

export type MakeRollRefusal =
  | { code: 'parking-policy-missing' }
  | { code: 'register-empty' }
  | { code: 'roll-has-problems'; problems: { door: string; problem: UnitProblem['problem'] }[] }

/** What stands on the public list for the developer's line. */
const DEVELOPER_NAME = '建设单位'

/**
 * The roll of a register: electors in the order of their first door, the developer last, each with
 * what they own, what it weighs, and who casts their ballot.
 *
 * @param added - the reasons for units that lie outside the roll's scope, by unit.
 * @param applicantUnit - whose owners ask the others for their consent, and are not asked themselves.
 */
export function makeRoll(
  units: readonly RegisterUnit[],
  policy: Pick<CountingPolicy, 'parking' | 'ownerMergeKey'>,
  added: ReadonlyMap<string, string> = new Map(),
  applicantUnit: string | null = null,
): Result<MadeRoll, MakeRollRefusal> {
  const ordered = othersThan(applicantUnit, units).toSorted(byDoor)
  const known = new Map(ordered.map((unit, position) => [unit.id, { unit, position }]))
  const counted = rollOf(ordered.map(countable), policy)
  if (!counted.ok) {
    if (counted.refusal.code === 'parking-policy-missing') {
      return refuse({ code: 'parking-policy-missing' })
    }
    const problems = counted.refusal.problems.map(({ unit, problem }) => {
      const there = known.get(unit)
      return { door: there ? doorOf(there.unit) : unit, problem }
    })
    return refuse({ code: 'roll-has-problems', problems })
  }
  const { electors, totalHeads, totalArea } = counted.value
  if (electors.length === 0) return refuse({ code: 'register-empty' })

  const firstDoor = ({ developer, units: [first] }: RollElector) =>
    developer ? Infinity : first ? (known.get(first.id)?.position ?? 0) : 0
  const reasonOf = publicReasons(units, added)
  const digits = Math.max(4, String(electors.length).length)
  const lines = electors
    .map((elector) => ({ elector, first: firstDoor(elector) }))
    .toSorted((one, other) => one.first - other.first)
    .map(({ elector }, index): RollLine => {
      const own = elector.units.flatMap(({ id, area, source }) => {
        const unit = known.get(id)?.unit
        return unit ? [{ unit, area, source }] : []
      })
      const register = own.map(({ unit }) => unit)
      const owners = elector.developer ? [] : ownersOf(register)
      return {
        electorId: String(index + 1).padStart(digits, '0'),
        heads: elector.heads,
        area: elector.area,
        developer: elector.developer,
        nameMasked: elector.developer
          ? DEVELOPER_NAME
          : owners.map(({ name }) => maskName(name)).join('、'),
        doorsMasked: maskedDoors(register),
        units: own.map(({ unit, area, source }) => ({
          unitId: unit.id,
          building: unit.building,
          stairwell: unit.stairwell,
          room: unit.room,
          kind: unit.kind,
          area: formatArea(area),
          source,
        })),
        owners,
        voter: elector.developer ? { as: 'developer' } : voterOf(register),
        addedReason: reasonOf(register),
      }
    })
  return ok({
    lines,
    totalHeads,
    totalArea,
    units: lines.reduce((sum, line) => sum + line.units.length, 0),
    added: lines.reduce(
      (sum, line) => sum + line.units.filter(({ unitId }) => added.has(unitId)).length,
      0,
    ),
  })
}

/** All units but those of the very same owners as one of them. */
function othersThan(unitId: string | null, units: readonly RegisterUnit[]) {
  const applicant = unitId === null ? undefined : units.find(({ id }) => id === unitId)
  if (!applicant) return units
  const ownersOfUnit = ({ owners }: RegisterUnit) =>
    owners
      .map(({ id }) => id)
      .sort()
      .join(' ')
  const theirs = ownersOfUnit(applicant)
  return units.filter(
    (unit) => unit.id !== applicant.id && (theirs === '' || ownersOfUnit(unit) !== theirs),
  )
}

/** What everybody reads of why units were added: without names, telephones and doors. */
function publicReasons(
  all: readonly RegisterUnit[],
  added: ReadonlyMap<string, string>,
): (units: readonly RegisterUnit[]) => string | null {
  const names = all.flatMap(({ owners }) =>
    owners.map(({ name }) => ({ name, as: maskName(name) })),
  )
  return (units) => {
    const reasons = units.flatMap(({ id }) => added.get(id) ?? [])
    const told = reasons.map((reason) => maskText(reason, { names }).text)
    return told.length === 0 ? null : [...new Set(told)].join('；')
  }
}

function countable(unit: RegisterUnit) {
  const text = (area: bigint | null) => (area === null ? null : formatArea(area))
  return {
    id: unit.id,
    owners: unit.owners.map(({ id }) => id),
    status: unit.status,
    kind: unit.kind,
    registered: text(unit.areaRegistered),
    surveyed: text(unit.areaSurveyed),
    contract: text(unit.areaContract),
  }
}

function ownersOf(units: readonly RegisterUnit[]): RollOwner[] {
  const owners = new Map<string, RegisterOwner>()
  for (const owner of units.flatMap((unit) => unit.owners)) {
    owners.set(owner.id, owners.get(owner.id) ?? owner)
  }
  return [...owners.values()].map(({ id, name, kind, agent }) => ({
    ownerId: id,
    name,
    kind,
    agent,
  }))
}

/** 5幢*单元***室, each building once: how many doors there are is in the number of units. */
function maskedDoors(units: readonly RegisterUnit[]): string {
  const masked = units.map((unit) =>
    isSpace(unit.kind) ? unit.building : maskRoom(`${doorOf(unit)}室`),
  )
  return [...new Set(masked)].join('、')
}
