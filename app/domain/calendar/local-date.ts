/**
 * A day as people in Shanghai time say it, `YYYY-MM-DD`. Days compare as text.
 * Nothing here reads the clock or the machine's time zone.
 */
export type LocalDate = string

const DAY_MS = 86_400_000
/** China keeps one time and, since 1991, no summer time. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000

const DATE = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/
const TIME = /^([01][0-9]|2[0-3]):([0-5][0-9])$/

/** Null for a day that is not in the calendar, such as 2026-02-29. */
export function parseLocalDate(text: string): LocalDate | null {
  const match = DATE.exec(text)
  if (!match) return null
  const ms = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]))
  return dateOfDayMs(ms) === text ? text : null
}

/** The day it is in Shanghai at an instant. */
export function localDateOf(instant: Date): LocalDate {
  return dateOfDayMs(instant.getTime() + SHANGHAI_OFFSET_MS)
}

/** The time of day in Shanghai at an instant, `19:30`. */
export function localTimeOf(instant: Date): string {
  return new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(11, 16)
}

/**
 * The instant of a day and a time of day (`19:30`) in Shanghai.
 *
 * @throws RangeError for a day or time that does not exist.
 */
export function instantAt(date: LocalDate, time: string): Date {
  const match = TIME.exec(time)
  if (!match) throw new RangeError(`Not a time of day: ${time}`)
  const minutes = Number(match[1]) * 60 + Number(match[2])
  return new Date(dayMs(date) + minutes * 60_000 - SHANGHAI_OFFSET_MS)
}

/** The first instant after the day is over: what a period ending that day ends before. */
export function endOfDay(date: LocalDate): Date {
  return instantAt(addDays(date, 1), '00:00')
}

/** @throws RangeError for a day that does not exist. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfDayMs(dayMs(date) + days * DAY_MS)
}

/** How many days later `to` is; negative when it is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return (dayMs(to) - dayMs(from)) / DAY_MS
}

/** 1 Monday to 7 Sunday. */
export function weekdayOf(date: LocalDate): number {
  return new Date(dayMs(date)).getUTCDay() || 7
}

function dayMs(date: LocalDate): number {
  if (parseLocalDate(date) === null) throw new RangeError(`Not a day: ${date}`)
  return Date.parse(`${date}T00:00:00Z`)
}

function dateOfDayMs(ms: number): LocalDate {
  return new Date(ms).toISOString().slice(0, 10)
}
