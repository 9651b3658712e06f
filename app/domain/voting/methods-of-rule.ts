import type { BallotMethod } from './ballot-question.ts'
import { kinOf, type RuleProfileId } from './rule-profile-id.ts'
import { countsArea, type VoteRule } from './rule.ts'

export type MethodKind = BallotMethod['kind']

const PLAIN: readonly MethodKind[] = ['yes-no']
/** Where areas are weighed, each candidate is judged by both measures: an election, or yes and no. */
const PLAIN_OR_SEATS: readonly MethodKind[] = ['yes-no', 'seats']
const DECIDING: readonly MethodKind[] = [
  'yes-no',
  'single-choice',
  'approval',
  'ranked',
  'seats',
]

/** Rules that differ from what their measures say. */
const OF_RULE: Partial<Record<RuleProfileId, readonly MethodKind[]>> = {
  // Five fingers decide nothing, so only a consultation raises them.
  deliberation: [...DECIDING, 'five-fingers'],
  'residents-committee-election-by-reps': PLAIN_OR_SEATS,
  'party-meeting': PLAIN_OR_SEATS,
  // 民法典 Civil Code Art. 279: all the interested owners consent, or not.
  'unanimous-interested': PLAIN,
}

/** Which methods a ballot under a rule may use, the plain one first; a county's own as the one beside it. */
export function methodsOf(rule: Pick<VoteRule, 'id' | 'measures'>): readonly MethodKind[] {
  const kin = kinOf(rule.id)
  return (kin && OF_RULE[kin]) ?? (countsArea(rule) ? PLAIN_OR_SEATS : DECIDING)
}
