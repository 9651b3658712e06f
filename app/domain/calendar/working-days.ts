import { addDays, weekdayOf, type LocalDate } from './local-date.ts'

/**
 * Where the working week differs from Monday to Friday, as the State Council
 * announces it each year.
 */
export type WorkCalendar = {
  /** Days off, weekends inside a holiday or not. */
  daysOff: ReadonlySet<LocalDate>
  /** Saturdays and Sundays that are worked in exchange (调休). */
  workedWeekends: ReadonlySet<LocalDate>
}

/** Every Monday to Friday a working day: what holds where no calendar was announced yet. */
export const PLAIN_WEEKS: WorkCalendar = { daysOff: new Set(), workedWeekends: new Set() }

export function isWorkingDay(date: LocalDate, calendar: WorkCalendar): boolean {
  if (calendar.workedWeekends.has(date)) return true
  return !calendar.daysOff.has(date) && weekdayOf(date) <= 5
}

/** The day itself when it is a working day, else the next one. */
export function workingDayFrom(date: LocalDate, calendar: WorkCalendar): LocalDate {
  let day = date
  while (!isWorkingDay(day, calendar)) day = addDays(day, 1)
  return day
}

/**
 * The last day of a period of working days; the starting day does not count.
 *
 * @throws RangeError for a negative or broken number of days.
 */
export function addWorkingDays(
  start: LocalDate,
  days: number,
  calendar: WorkCalendar,
): LocalDate {
  if (!Number.isSafeInteger(days) || days < 0) {
    throw new RangeError(`A period must be a whole number of days, got ${days}`)
  }
  let day = start
  for (let left = days; left > 0; left -= 1) day = workingDayFrom(addDays(day, 1), calendar)
  return day
}
