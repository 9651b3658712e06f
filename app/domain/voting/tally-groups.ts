import { addsUpWeights, type BallotQuestion } from './ballot-question.ts'
import {
  dealt,
  summed,
  weighAlike,
  type ElectorGroup,
  type ElectorLine,
} from './elector-group.ts'
import { countsAttendance, type VoteRule } from './rule.ts'
import { tallyQuestion } from './tally-question.ts'
import type { Verdict } from './tally.ts'

/**
 * Counts a ballot from the sums of electors who are alike, which a database makes
 * without handing a hundred thousand of them over. The verdict is the one that
 * `tallyQuestion` gives of the electors one by one.
 *
 * A plain motion and an election only add up what each side weighs, so those who
 * are alike count as one line. Among options every paper is read by itself.
 *
 * @throws RangeError as `tallyQuestion`, and where options are chosen by electors
 *   who weigh differently: no rule offers that.
 */
export function tallyGroups({
  question,
  rule,
  groups,
}: {
  question: BallotQuestion
  rule: VoteRule
  groups: readonly ElectorGroup[]
}): Verdict {
  const lines = linesOf(question, rule, groups)
  return tallyQuestion({
    question,
    rule,
    roll: lines,
    present: countsAttendance(rule) ? presentOf(lines) : [],
    votes: votesOf(lines),
  })
}

function linesOf(
  { method }: BallotQuestion,
  rule: VoteRule,
  groups: readonly ElectorGroup[],
): Iterable<ElectorLine> {
  if (addsUpWeights(method)) return summed(groups)
  if (!weighAlike(rule, groups)) {
    throw new RangeError(`A ballot by ${method.kind} weighs its electors differently`)
  }
  return dealt(groups)
}

function* presentOf(lines: Iterable<ElectorLine>) {
  for (const { elector, present } of lines) if (present) yield elector
}

function* votesOf(lines: Iterable<ElectorLine>) {
  for (const { elector, choice } of lines) if (choice !== null) yield { elector, choice }
}
