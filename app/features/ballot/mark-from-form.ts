import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import type { BallotQuestion } from '#app/domain/voting/ballot-question.ts'
import {
  ABSTAIN,
  markOf,
  readMark,
  type Mark,
  type MarkRefusal,
} from '#app/domain/voting/mark.ts'

/** The mark in the fields of `MarkFields`, as a browser without a script sends them too. */
export function markFromForm(
  question: BallotQuestion,
  form: Pick<FormData, 'get' | 'getAll'>,
): Result<Mark, MarkRefusal> {
  const said = form.get('mark')
  if (typeof said === 'string' && said !== '') return readMark(question, said)
  const picked =
    question.method.kind === 'ranked'
      ? ranked(question, form)
      : ok(form.getAll('option').map(String))
  if (!picked.ok) return picked
  if (form.get('abstain') === ABSTAIN) {
    // Abstaining and choosing at once is two answers.
    return picked.value.length > 0 ? refuse({ code: 'mark-twice' }) : ok(ABSTAIN)
  }
  return markOf(question, picked.value)
}

/** Option numbers in the order of the places they were given; two in one place is no ranking. */
function ranked(
  { options }: BallotQuestion,
  form: Pick<FormData, 'get'>,
): Result<string[], MarkRefusal> {
  const places = options.flatMap(({ number }) => {
    const place = Number(form.get(`rank-${number}`) ?? 0)
    return place > 0 ? [{ number, place }] : []
  })
  if (new Set(places.map(({ place }) => place)).size !== places.length) {
    return refuse({ code: 'mark-twice' })
  }
  return ok(
    places.sort((one, other) => one.place - other.place).map(({ number }) => String(number)),
  )
}
