import { parseArea } from '#app/domain/voting/area.ts'
import type { Elector, Vote } from '#app/domain/voting/ballot.ts'
import { RULE_PROFILES } from '#app/domain/voting/rule-profiles.ts'
import type { VoteRule } from '#app/domain/voting/rule.ts'
import type { ElectorGroup } from './ballot-cases.ts'

/** The national rule of a profile, which every case here is counted by. */
export function nationalRule(id: string): VoteRule {
  const profile = RULE_PROFILES.find((row) => row.id === id && row.region === 'CN')
  if (!profile) throw new Error(`No national profile ${id}`)
  return profile.rule
}

/** Spells the groups out, one elector a line: `e1`, `e2` and so on. */
export function inputsOf(rule: VoteRule, groups: readonly ElectorGroup[]) {
  const roll: Elector[] = []
  const present: string[] = []
  const votes: Vote[] = []
  for (const { count, area, choice, present: inRoom } of groups) {
    for (let each = 0; each < count; each += 1) {
      const elector = `e${roll.length + 1}`
      roll.push({ elector, heads: 1, area: area === undefined ? null : parseArea(area) })
      if (inRoom) present.push(elector)
      if (choice) votes.push({ elector, choice })
    }
  }
  return { rule, roll, present, votes }
}
