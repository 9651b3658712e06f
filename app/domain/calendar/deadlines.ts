import { addDays, daysBetween, type LocalDate } from './local-date.ts'
import { addWorkingDays, workingDayFrom, type WorkCalendar } from './working-days.ts'

/** 居委会组织法 (2025) Art. 34: what was agreed stays published for at least this many days. */
export const PUBLICATION_DAYS = 15

/**
 * Whose time it is. What a resident may do until a day, and how long they can
 * read a notice, runs on past a holiday; what they are owed by a day does not.
 */
export type PeriodOf = 'resident' | 'office'

export type Period =
  | { days: number; of: PeriodOf }
  /** Working days end on a working day by themselves. */
  | { workingDays: number }

/**
 * The last day of a period that starts with something happening on `start`.
 * That day does not count: 15 days from 1 March end with 16 March.
 *
 * @throws RangeError for a negative or broken number of days.
 * @see 民法典 Civil Code Art. 201 (the starting day is not counted), Art. 203 (a
 *   last day on a holiday moves to the day after it).
 */
export function lastDayOf(start: LocalDate, period: Period, calendar: WorkCalendar): LocalDate {
  if ('workingDays' in period) return addWorkingDays(start, period.workingDays, calendar)
  if (!Number.isSafeInteger(period.days) || period.days < 0) {
    throw new RangeError(`A period must be a whole number of days, got ${period.days}`)
  }
  const last = addDays(start, period.days)
  return period.of === 'resident' ? workingDayFrom(last, calendar) : last
}

export type NoticeCheck = {
  met: boolean
  /** Full days from notice to meeting; the day of the notice is not one of them. */
  days: number
  /** The first day the meeting could be held after this notice. */
  earliestMeeting: LocalDate
  /** The last day this meeting could have been announced. */
  latestNotice: LocalDate
}

/**
 * Whether a meeting was announced early enough.
 *
 * @see 物业管理条例 Art. 14 (15 days), 居委会组织法 (2025) Art. 26 (10 days).
 */
export function checkNotice(
  notice: LocalDate,
  meeting: LocalDate,
  minDays: number,
): NoticeCheck {
  const days = daysBetween(notice, meeting)
  return {
    met: days >= minDays,
    days,
    earliestMeeting: addDays(notice, minDays),
    latestNotice: addDays(meeting, -minDays),
  }
}

/** How many days late something is on a day: 0 until its last day is over. */
export function daysOverdue(lastDay: LocalDate, today: LocalDate): number {
  return Math.max(0, daysBetween(lastDay, today))
}
