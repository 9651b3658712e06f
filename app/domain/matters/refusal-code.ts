import type { MatterRefusal } from './matter-command.ts'

/** Every reason for which something about a matter is not done. */
export type MatterRefusalCode =
  | MatterRefusal['code']
  | 'no-such-matter'
  | 'not-allowed'
  | 'no-such-merge-target'
  | 'no-such-compound'
  | 'no-such-person'
  | 'no-such-photo'
  | 'no-such-lead'
  | 'incomplete'

export const MATTER_REFUSAL_STATUS = {
  'already-screened': 409,
  'not-accepted': 409,
  'already-finished': 409,
  'reason-needed': 400,
  'words-needed': 400,
  'merge-into-itself': 400,
  'day-in-past': 400,
  'no-such-task': 404,
  'task-already-reported': 409,
  'percent-out-of-range': 400,
  'not-reported-done': 409,
  'too-few-contacts': 409,
  'not-closed': 409,
  'no-such-matter': 404,
  'not-allowed': 403,
  'no-such-merge-target': 400,
  'no-such-compound': 400,
  'no-such-person': 400,
  'no-such-photo': 404,
  'no-such-lead': 400,
  incomplete: 400,
} satisfies Record<MatterRefusalCode, number>
