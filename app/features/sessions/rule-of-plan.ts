import type { SeatRole } from '#app/domain/meetings/meeting.ts'
import type { PlanView } from '#app/domain/sessions/plan-view.ts'
import {
  workedThresholds,
  type WorkedThresholds,
} from '#app/domain/sessions/worked-thresholds.ts'
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

/**
 * That rule in people. Of a consultation everybody at the table is counted; of a body with a rule of
 * its own its members, who hold the votes.
 */
export function thresholdsOfPlan(
  rule: VoteRule,
  { profile, rules }: Pick<PlanView, 'profile' | 'rules'>,
  invitees: readonly { role: SeatRole; canVote: boolean }[],
): WorkedThresholds {
  const delegates = invitees.filter(({ role }) => role === 'delegate')
  const voters = delegates.filter(({ canVote }) => canVote)
  const consults = (profile?.body ?? 'session') === 'session'
  return workedThresholds({
    invited: consults ? delegates.length : voters.length,
    voters: voters.length,
    quorum: rule.quorum ?? { share: rules.quorum, strict: false },
    pass: rule.pass,
  })
}
