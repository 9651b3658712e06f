import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import { parseMeasuredArea } from './area.ts'
import { mergeOwners, type OwnerMergeKey } from './owner-merge.ts'

/** `sold_undelivered`: bought, and not handed over yet; the developer still votes for it. */
export type UnitStatus = 'delivered' | 'sold_undelivered' | 'unsold'

export type UnitKind = 'dwelling' | 'shop' | 'office' | 'parking' | 'stall'

/** A parking space or a market stall (车位、摊位): the owners' own rules say whether it counts. */
export function isSpace(kind: UnitKind): boolean {
  return kind === 'parking' || kind === 'stall'
}

/** One exclusive part of the property register, with what is known of its area in m² as text. */
export type Unit = {
  id: string
  /** Owner ids; all co-owners of the unit together. */
  owners: readonly string[]
  status: UnitStatus
  kind: UnitKind
  /** From the real-estate register; before `surveyed`, before `contract`. */
  registered?: string | null
  surveyed?: string | null
  contract?: string | null
}

/** Whether parking spaces and stalls count. The owners' own rules must say; there is no default. */
export type ParkingPolicy = 'exclude' | 'area_only' | 'area_and_heads'

export type AreaSource = 'registered' | 'surveyed' | 'contract'

/** One line of the roll: whoever casts one ballot, with everything they own. */
export type RollElector = {
  elector: string
  owners: string[]
  units: { id: string; area: bigint; source: AreaSource }[]
  /** 1, or 0 for somebody whose parking spaces or stalls count by area alone. */
  heads: 0 | 1
  /** In units of 0.01 m². */
  area: bigint
  developer: boolean
}

export type OwnersRoll = {
  electors: RollElector[]
  totalHeads: number
  /** In units of 0.01 m². */
  totalArea: bigint
}

export type UnitProblem = {
  unit: string
  problem:
    'unit-listed-twice' | 'owner-missing' | 'area-missing' | 'area-malformed' | 'area-zero'
}

export type RollRefusal =
  { code: 'parking-policy-missing' } | { code: 'roll-has-problems'; problems: UnitProblem[] }

export type RollPolicy = {
  parking: ParkingPolicy | null
  ownerMergeKey: OwnerMergeKey
}

/** The developer's one line on the roll. No owner id can look like it. */
export const DEVELOPER = '@developer'

/**
 * Makes the owners' roll from the units: who has a ballot, and what it weighs.
 *
 * Whoever owns several units is one head with all their area; so are co-owners
 * of a unit together. What the developer has not sold, or sold and not handed
 * over, is one head of the developer. Every unit that cannot be counted is
 * named, and no roll is made until there are none.
 *
 * @see 建筑物区分所有权司法解释 Art. 8 (area: register, survey, contract), Art. 9
 *   (heads); 业主大会和业主委员会指导规则 Art. 25 (parking, co-owners).
 */
export function rollOf(
  units: Iterable<Unit>,
  { parking, ownerMergeKey }: RollPolicy,
): Result<OwnersRoll, RollRefusal> {
  if (parking === null) return refuse({ code: 'parking-policy-missing' })

  const problems: UnitProblem[] = []
  const seen = new Set<string>()
  const counted: CountedUnit[] = []
  for (const unit of units) {
    if (seen.has(unit.id)) problems.push({ unit: unit.id, problem: 'unit-listed-twice' })
    seen.add(unit.id)
    if (isSpace(unit.kind) && parking === 'exclude') continue
    const measured = countUnit(unit, parking)
    if ('problem' in measured) problems.push(measured)
    else counted.push(measured)
  }
  if (problems.length > 0) return refuse({ code: 'roll-has-problems', problems })
  return ok(sumUp(counted, ownerMergeKey))
}

type CountedUnit = RollElector['units'][number] & {
  /** null for the developer. */
  owners: string[] | null
  givesHead: boolean
}

function countUnit(unit: Unit, parking: ParkingPolicy): CountedUnit | UnitProblem {
  const problem = (name: UnitProblem['problem']) => ({ unit: unit.id, problem: name })
  const owners = unit.status === 'delivered' ? [...new Set(unit.owners)].sort() : null
  if (owners && (owners.length === 0 || owners.includes(''))) return problem('owner-missing')

  const known = areaOf(unit)
  if (!known) return problem('area-missing')
  const area = parseMeasuredArea(known.text)
  if (area === null) return problem('area-malformed')
  if (area === 0n) return problem('area-zero')
  const givesHead = !isSpace(unit.kind) || parking === 'area_and_heads'
  return { id: unit.id, area, source: known.source, owners, givesHead }
}

function areaOf(unit: Unit): { text: string; source: AreaSource } | null {
  for (const source of ['registered', 'surveyed', 'contract'] as const) {
    const text = unit[source]?.trim()
    if (text) return { text, source }
  }
  return null
}

function sumUp(counted: readonly CountedUnit[], ownerMergeKey: OwnerMergeKey): OwnersRoll {
  const ownerSets = counted.flatMap(({ owners }) => (owners ? [owners] : []))
  const electorOf = mergeOwners(ownerSets, ownerMergeKey)
  const electors = new Map<string, RollElector>()
  for (const { id, area, source, owners, givesHead } of counted) {
    const merged = owners ? electorOf(owners) : { elector: DEVELOPER, owners: [] }
    const elector = electors.get(merged.elector) ?? {
      ...merged,
      units: [],
      heads: 0,
      area: 0n,
      developer: owners === null,
    }
    elector.units.push({ id, area, source })
    elector.area += area
    if (givesHead) elector.heads = 1
    electors.set(merged.elector, elector)
  }
  const list = [...electors.values()]
  return {
    electors: list,
    totalHeads: list.filter(({ heads }) => heads === 1).length,
    totalArea: list.reduce((sum, { area }) => sum + area, 0n),
  }
}
