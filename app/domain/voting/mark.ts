import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import { mostMarks, type BallotQuestion } from './ballot-question.ts'
import { isChoice } from './ballot.ts'

/**
 * What one ballot says, as one canonical text, whatever the method; the same answer is always the
 * same text. `yes`, `no` and `abstain`; `2` for one option; `1,3` for several, by number; `3>1>2`
 * for a ranking, best first; `0` to `5` for fingers.
 */
export type Mark = string

/** Longest mark there can be: twenty options ranked. */
export const MARK_PATTERN = /^(?:yes|no|abstain|\d{1,2}(?:[,>]\d{1,2}){0,19})$/

export type MarkRefusal = {
  code: 'mark-missing' | 'mark-unknown' | 'mark-twice' | 'marks-too-many'
}

export const ABSTAIN = 'abstain'

/**
 * Reads a mark as an answer to a question, and gives it back in its canonical form. Refused is
 * what names an option twice, too many, or one not offered.
 */
export function readMark(question: BallotQuestion, text: string): Result<Mark, MarkRefusal> {
  if (text === '') return refuse({ code: 'mark-missing' })
  const { kind } = question.method
  if (kind === 'yes-no') return isChoice(text) ? ok(text) : refuse({ code: 'mark-unknown' })
  if (kind === 'five-fingers') {
    return /^[0-5]$/.test(text) ? ok(text) : refuse({ code: 'mark-unknown' })
  }
  if (text === ABSTAIN) return ok(ABSTAIN)
  return markOf(question, text.split(kind === 'ranked' ? '>' : ','))
}

/** The mark of a form's fields: ticked numbers, or numbers in the order of their ranks. */
export function markOf(
  question: BallotQuestion,
  picked: readonly string[],
): Result<Mark, MarkRefusal> {
  const numbers = picked.map(Number)
  const offered = new Set(question.options.map(({ number }) => number))
  if (picked.some((each) => !/^[1-9]\d?$/.test(each) || !offered.has(Number(each)))) {
    return refuse({ code: 'mark-unknown' })
  }
  if (numbers.length === 0) return refuse({ code: 'mark-missing' })
  if (new Set(numbers).size !== numbers.length) return refuse({ code: 'mark-twice' })
  if (numbers.length > mostMarks(question)) return refuse({ code: 'marks-too-many' })
  return ok(
    question.method.kind === 'ranked'
      ? numbers.join('>')
      : numbers.sort((one, other) => one - other).join(','),
  )
}

/** The options a sound mark names, in its order; none when it abstains. */
export function namesIn(mark: Mark): number[] {
  return mark === ABSTAIN ? [] : mark.split(/[,>]/).map(Number)
}
