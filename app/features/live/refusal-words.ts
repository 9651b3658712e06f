import type { ParseKeys } from 'i18next'
import type { LiveRefusal, LiveRefusalCode } from '#app/live/contract.ts'

/** What is said for each refusal: the reason first, then the way out. */
const WORDS = {
  'bad-request': 'refusal.bad-request',
  'reload-needed': 'refusal.reload-needed',
  'no-such-meeting': 'refusal.no-such-meeting',
  'too-fast': 'refusal.too-fast',
  internal: 'refusal.internal',
  'not-yours-to-do': 'refusal.not-yours-to-do',
  'already-convened': 'refusal.already-convened',
  'not-convened': 'refusal.not-convened',
  'doors-not-open': 'refusal.doors-not-open',
  'not-in-session': 'refusal.not-in-session',
  'already-open': 'refusal.already-open',
  'meeting-closed': 'refusal.meeting-closed',
  'meeting-paused': 'refusal.meeting-paused',
  'not-paused': 'refusal.not-paused',
  'not-ready': 'refusal.not-ready',
  'no-such-seat': 'refusal.no-such-seat',
  'seat-exists': 'refusal.seat-exists',
  'reason-missing': 'refusal.reason-missing',
  'already-present': 'refusal.already-present',
  'already-absent': 'refusal.already-absent',
  'not-checked-in': 'refusal.not-checked-in',
  'no-such-item': 'refusal.no-such-item',
  'item-current': 'refusal.item-current',
  'no-current-item': 'refusal.no-current-item',
  'hand-already-raised': 'refusal.hand-already-raised',
  'hand-not-raised': 'refusal.hand-not-raised',
  'turns-used-up': 'refusal.turns-used-up',
  'already-speaking': 'refusal.already-speaking',
  'nobody-speaking': 'refusal.nobody-speaking',
  'not-in-notice': 'refusal.not-in-notice',
  'not-a-decision': 'refusal.not-a-decision',
  'consensus-open': 'refusal.consensus-open',
  'consensus-not-open': 'refusal.consensus-not-open',
  'objection-standing': 'refusal.objection-standing',
  'no-such-objection': 'refusal.no-such-objection',
  'last-call-missing': 'refusal.last-call-missing',
  'already-decided': 'refusal.already-decided',
  'ballot-open': 'refusal.ballot-open',
  'no-such-ballot': 'refusal.no-such-ballot',
  'ballot-not-open': 'refusal.ballot-not-open',
  'nobody-can-vote': 'refusal.nobody-can-vote',
  'bad-duration': 'refusal.bad-duration',
  'bad-date': 'refusal.bad-date',
  'text-missing': 'refusal.text-missing',
  'not-on-roll': 'refusal.not-on-roll',
  'already-voted': 'refusal.already-voted',
  'ballot-closed': 'refusal.ballot-closed',
  busy: 'refusal.busy',
} as const satisfies Record<LiveRefusalCode, ParseKeys<'live'>>

/** The key of what to say, in the namespace `live`. */
export function refusalWords(refusal: Pick<LiveRefusal, 'code'>) {
  return WORDS[refusal.code]
}

/** Whether a text from an address is a code that we have words for. */
export function isRefusalCode(code: string): code is LiveRefusalCode {
  return Object.hasOwn(WORDS, code)
}
