import { useTranslation } from 'react-i18next'
import type { StepRefusalCode } from '#app/domain/owners-vote/owners-vote-step.ts'
import type { QuestionRefusal } from '#app/domain/voting/ballot-question.ts'
import type { MarkRefusal } from '#app/domain/voting/mark.ts'
import type { VoteRefusalCode } from '#app/domain/voting/vote-receipt.ts'

/** Every reason an owners' vote gives for not doing what it was asked, with its status. */
export const OWNERS_VOTE_STATUS = {
  'no-such-vote': 404,
  'no-such-compound': 404,
  'no-such-roll': 404,
  'no-such-paper': 404,
  'no-such-ballot': 404,
  'text-missing': 400,
  'bad-date': 400,
  'reason-missing': 400,
  'not-an-owners-matter': 422,
  'method-not-for-owners': 422,
  'announced-already': 409,
  'not-to-be-held-again': 409,
  'opened-already': 409,
  'wrong-state': 409,
  'not-ready': 409,
  'roll-not-frozen': 409,
  'still-open': 409,
  'extended-already': 409,
  'quorum-reached': 409,
  'window-too-long': 422,
  'not-longer': 422,
  'papers-open': 409,
  'papers-out': 409,
  'objection-window-open': 409,
  'objections-unanswered': 409,
  'answered-already': 409,
  'window-over': 409,
  'not-printable': 409,
  'not-reading-papers': 409,
  'read-already': 409,
  'settled-already': 409,
  'nothing-to-settle': 409,
  'may-not-settle': 403,
  'settler-read-it': 409,
  'overseer-missing': 409,
  'overseer-is-staff': 422,
  'official-yes-no-only': 422,
  'official-source-missing': 400,
  'official-figure': 400,
  'official-over-roll': 422,
  'evidence-missing': 400,
  'evidence-kind': 422,
  'evidence-too-large': 413,
  'photo-missing': 400,
  'photo-too-large': 413,
  'not-a-photo': 422,
  'options-too-few': 422,
  'options-too-many': 422,
  'options-not-asked': 422,
  'option-empty': 422,
  'option-twice': 422,
  'option-misnumbered': 422,
  'number-of-marks': 422,
  'mark-missing': 400,
  'mark-unknown': 400,
  'mark-twice': 400,
  'marks-too-many': 400,
  'not-open-yet': 409,
  'nobody-designated': 409,
  'vote-suspended': 403,
  'channel-official': 409,
  'channel-own': 409,
  'nobody-chosen': 400,
  'not-reaching-electors': 409,
  'not-on-roll': 403,
  'not-checked-in': 409,
  'already-voted': 409,
  'ballot-closed': 409,
  'too-fast': 429,
  busy: 503,
  'not-recorded': 503,
  'vote-unconfirmed': 503,
} as const satisfies Record<string, number> &
  Record<
    StepRefusalCode | QuestionRefusal['code'] | MarkRefusal['code'] | VoteRefusalCode,
    number
  >

export type OwnersVoteRefusalCode = keyof typeof OWNERS_VOTE_STATUS

/** The words of a refusal. */
export function useRefusalWords() {
  const { t } = useTranslation('owners-votes')
  return (code: string): string => (isKnown(code) ? t(`refused.${code}`) : code)
}

function isKnown(code: string): code is OwnersVoteRefusalCode {
  return Object.hasOwn(OWNERS_VOTE_STATUS, code)
}
