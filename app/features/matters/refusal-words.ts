import type { ParseKeys } from 'i18next'
import type { MatterRefusalCode } from '#app/domain/matters/refusal-code.ts'

/** What is said for each refusal, in the namespace `matters`: the reason first, then the way out. */
const WORDS = {
  'already-screened': 'refusal.already-screened',
  'not-accepted': 'refusal.not-accepted',
  'already-finished': 'refusal.already-finished',
  'reason-needed': 'refusal.reason-needed',
  'words-needed': 'refusal.words-needed',
  'merge-into-itself': 'refusal.merge-into-itself',
  'day-in-past': 'refusal.day-in-past',
  'no-such-task': 'refusal.no-such-task',
  'task-already-reported': 'refusal.task-already-reported',
  'percent-out-of-range': 'refusal.percent-out-of-range',
  'not-reported-done': 'refusal.not-reported-done',
  'too-few-contacts': 'refusal.too-few-contacts',
  'not-closed': 'refusal.not-closed',
  'no-such-matter': 'refusal.no-such-matter',
  'not-allowed': 'refusal.not-allowed',
  'no-such-merge-target': 'refusal.no-such-merge-target',
  'no-such-compound': 'refusal.no-such-compound',
  'no-such-person': 'refusal.no-such-person',
  'no-such-photo': 'refusal.no-such-photo',
  'no-such-lead': 'refusal.no-such-lead',
  incomplete: 'refusal.incomplete',
} as const satisfies Record<MatterRefusalCode, ParseKeys<'matters'>>

export function matterRefusalWords(code: MatterRefusalCode) {
  return WORDS[code]
}
