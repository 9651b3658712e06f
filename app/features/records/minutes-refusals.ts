import type { MinutesStepRefusal } from '#app/domain/records/minutes-phase.ts'

/** Everything that can be refused around minutes; its words are `minutes:refused.<code>`. */
export type MinutesRefusalCode =
  | MinutesStepRefusal['code']
  | 'no-such-meeting'
  | 'no-such-place'
  | 'no-such-proposal'
  | 'too-fast'

/** With the status each is answered with. */
export const MINUTES_REFUSALS: Readonly<Record<MinutesRefusalCode, number>> = {
  'no-such-meeting': 404,
  'no-such-place': 404,
  'no-such-proposal': 404,
  'meeting-not-closed': 409,
  'meeting-cancelled': 409,
  'minutes-confirmed': 409,
  'minutes-not-confirmed': 409,
  'stale-minutes': 409,
  'already-asked': 409,
  'not-asked': 409,
  'asking-over': 409,
  'asking-open': 409,
  'has-proposals': 409,
  'proposal-answered': 409,
  'proposals-unanswered': 409,
  'participants-not-asked': 409,
  'too-many-proposals': 409,
  'asking-days': 400,
  'reason-missing': 400,
  'proposal-empty': 400,
  'proposal-too-long': 400,
  'answer-missing': 400,
  'addendum-empty': 400,
  'too-fast': 429,
}

export function isMinutesRefusal(code: string): code is MinutesRefusalCode {
  return Object.hasOwn(MINUTES_REFUSALS, code)
}
