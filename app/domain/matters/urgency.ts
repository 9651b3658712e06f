import { daysBetween, type LocalDate } from '#app/domain/calendar/local-date.ts'
import type { MatterStatus } from './matter.ts'

/** In the order in which a desk has to look at them. */
export const URGENCIES = [
  'overdue',
  'due-soon',
  'awaiting-visit',
  'to-screen',
  'in-progress',
  'rest',
] as const
export type Urgency = (typeof URGENCIES)[number]

/** 快到期: due today or within this many days. */
export const DUE_SOON_DAYS = 3

export const TO_SCREEN: readonly MatterStatus[] = ['submitted', 'screening']
export const AWAITING_VISIT: readonly MatterStatus[] = ['reported-done', 'return-visit']
export const AT_WORK: readonly MatterStatus[] = [
  'accepted',
  'scheduled',
  'deliberated',
  'in-progress',
  'reopened',
]
export const FINISHED: readonly MatterStatus[] = ['merged', 'referred', 'rejected', 'closed']

/**
 * Why a desk should look at a matter now.
 *
 * @param dueOn - the earliest day something of it is due; what was reported done is not late any more.
 */
export function urgencyOf(
  { status, dueOn }: { status: MatterStatus; dueOn: LocalDate | null },
  today: LocalDate,
): Urgency {
  if (TO_SCREEN.includes(status)) return 'to-screen'
  if (AWAITING_VISIT.includes(status)) return 'awaiting-visit'
  if (FINISHED.includes(status)) return 'rest'
  if (dueOn === null) return 'in-progress'
  const days = daysBetween(today, dueOn)
  if (days < 0) return 'overdue'
  return days <= DUE_SOON_DAYS ? 'due-soon' : 'in-progress'
}
