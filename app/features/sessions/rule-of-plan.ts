import { votingRule } from '#app/domain/voting/convened-body.ts'
import { RULE_PROFILES, type RuleProfile } from '#app/domain/voting/rule-profiles.ts'
import type { Share, VoteRule } from '#app/domain/voting/rule.ts'

const DELIBERATION = RULE_PROFILES.find(({ id }) => id === 'deliberation')

/**
 * The rule a planned session will vote by, as its pages explain it.
 *
 * @param quorum - the share of those invited that it adopts; a body's own rule does not ask for it.
 */
export function ruleOfPlan(
  { profile }: { profile: RuleProfile | null },
  quorum: Share,
): VoteRule {
  const holds = profile ?? DELIBERATION
  if (!holds) throw new Error('No rule for a consultation')
  return votingRule(holds, quorum)
}
