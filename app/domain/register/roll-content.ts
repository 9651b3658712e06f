import { formatArea } from '#app/domain/voting/area.ts'
import type { VoteScope } from '#app/domain/voting/rule-profiles.ts'
import type { RollLine } from './make-roll.ts'
import type { CountingPolicy } from './register.ts'

/** What is hashed when a roll is frozen, and again whenever somebody asks whether it is the same. */
export function rollContent(
  roll: {
    id: string
    compoundId: string
    title: string
    scope: VoteScope
    buildingId: string | null
    stairwell: string | null
    policy: CountingPolicy
    totalHeads: number
    totalArea: bigint
  },
  lines: readonly RollLine[],
) {
  const { id, compoundId, title, scope, buildingId, stairwell, policy, totalHeads } = roll
  return {
    format: 'council730.roll/1',
    ...{ id, compoundId, title, scope, buildingId, stairwell, policy, totalHeads },
    totalArea: formatArea(roll.totalArea),
    electors: lines.map((line) => ({
      elector: line.electorId,
      heads: line.heads,
      area: formatArea(line.area),
      developer: line.developer,
      name: line.nameMasked,
      doors: line.doorsMasked,
      units: line.units,
      owners: line.owners,
      voter: line.voter,
    })),
  }
}
