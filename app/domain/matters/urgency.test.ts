import { expect, test } from 'vitest'
import { urgencyOf, type Urgency } from './urgency.ts'
import type { MatterStatus } from './matter.ts'

const TODAY = '2026-11-26'

test.each<[why: string, MatterStatus, dueOn: string | null, Urgency]>([
  ['a day late', 'in-progress', '2026-11-25', 'overdue'],
  ['[K5] due today is not late', 'in-progress', '2026-11-26', 'due-soon'],
  ['due in three days', 'reopened', '2026-11-29', 'due-soon'],
  ['due in four days', 'reopened', '2026-11-30', 'in-progress'],
  ['accepted and late', 'accepted', '2026-11-01', 'overdue'],
  ['no day promised', 'scheduled', null, 'in-progress'],
  [
    'reported done in time or not, the resident is asked next',
    'reported-done',
    '2026-11-01',
    'awaiting-visit',
  ],
  ['nobody reached yet', 'return-visit', '2026-11-01', 'awaiting-visit'],
  ['nobody looked at it', 'submitted', null, 'to-screen'],
  ['closed', 'closed', '2026-11-01', 'rest'],
  ['referred', 'referred', null, 'rest'],
])('[T10] %s', (_why, status, dueOn, urgency) => {
  expect(urgencyOf({ status, dueOn }, TODAY)).toBe(urgency)
})
