import type { Elector } from './ballot.ts'
import type { Mark } from './mark.ts'
import { countsArea, type VoteRule } from './rule.ts'

/** Electors who are alike in everything a count or a record tells of them. */
export type ElectorGroup = {
  electors: number
  /** Their heads, added. */
  heads: number
  /** Their areas, added, in units of 0.01 m²; null where heads alone count. */
  area: bigint | null
  present: boolean
  /** null: did not vote. */
  choice: Mark | null
}

export type ElectorLine = Elector & { present: boolean; choice: Mark | null }

/** Whether everybody weighs one head and nothing else, so that one line is like another. */
export function weighAlike(rule: VoteRule, groups: readonly ElectorGroup[]): boolean {
  return !countsArea(rule) && groups.every(({ electors, heads }) => electors === heads)
}

/** A line for each elector. Nobody was looked at to number them. */
export function dealt(groups: readonly ElectorGroup[]): Iterable<ElectorLine> {
  return again(function* () {
    let number = 0
    for (const { electors, present, choice } of groups) {
      for (let index = 0; index < electors; index += 1) {
        number += 1
        yield { elector: `e${number}`, heads: 1, area: null, present, choice }
      }
    }
  })
}

/** One line for all who are alike, with everything they weigh. */
export function summed(groups: readonly ElectorGroup[]): ElectorLine[] {
  return groups.map(({ heads, area, present, choice }, index) => ({
    elector: `e${index + 1}`,
    heads,
    area,
    present,
    choice,
  }))
}

/** A list that is made each time it is read, and never held. */
export function again<Item>(make: () => Generator<Item>): Iterable<Item> {
  return { [Symbol.iterator]: make }
}
