import type { BallotOption, BallotQuestion } from './ballot-question.ts'
import type { Verdict } from './tally.ts'

/**
 * The options a ballot has chosen: the one that leads, once it also met the rule; those elected,
 * strongest first. None of a plain ballot, a tie, or one that did not pass.
 */
export function chosenOptions(
  { options }: BallotQuestion,
  { passed, method }: Pick<Verdict, 'passed' | 'method'>,
): BallotOption[] {
  if (!passed || !method || method.kind === 'five-fingers') return []
  const numbers =
    method.kind === 'seats' ? method.elected : method.winner === null ? [] : [method.winner]
  return numbers.flatMap((number) => options.filter((option) => option.number === number))
}
