import { RULE_PROFILES } from '#app/domain/voting/rule-profiles.ts'
import type { VoteRule } from '#app/domain/voting/rule.ts'

/** The rule a session's own votes go by, as the pages explain it. */
export const DELIBERATION: VoteRule = ruleOf('deliberation')

function ruleOf(id: string): VoteRule {
  const profile = RULE_PROFILES.find((row) => row.id === id)
  if (!profile) throw new Error(`No rule profile ${id}`)
  return profile.rule
}
