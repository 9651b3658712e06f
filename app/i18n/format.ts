import type { Language } from './language.ts'

/** Meetings happen in Anxi: whatever zone the reader or the server is in, this is the time that is meant. */
export const TIME_ZONE = 'Asia/Shanghai'

const LOCALE = { 'zh-CN': 'zh-CN', en: 'en-GB' } satisfies Record<Language, string>

/** Making one costs far more than using it, and there are only a few. */
const formats = new Map<string, Intl.DateTimeFormat>()

function dateParts(
  at: Date,
  language: Language,
  options: Intl.DateTimeFormatOptions,
): Partial<Record<Intl.DateTimeFormatPartTypes, string>> {
  const key = language + JSON.stringify(options)
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat(LOCALE[language], {
      ...options,
      timeZone: TIME_ZONE,
      hourCycle: 'h23',
    })
  formats.set(key, format)
  return Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]))
}

/** `2026-11-26`: the day in Asia/Shanghai, for `<time>` and for comparing days. */
export function isoDay(at: Date): string {
  const { year, month, day } = dateParts(at, 'en', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  return `${year}-${month}-${day}`
}

/** `19:30`. */
export function formatTime(at: Date): string {
  const { hour, minute } = dateParts(at, 'en', { hour: '2-digit', minute: '2-digit' })
  return `${hour}:${minute}`
}

/** `19:30:05`, for receipts. */
export function formatTimeWithSeconds(at: Date): string {
  const { second } = dateParts(at, 'en', {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  return `${formatTime(at)}:${second?.padStart(2, '0')}`
}

/** `11月26日 星期四`, `Thursday 26 November`. */
export function formatDay(at: Date, language: Language): string {
  const { month, day, weekday } = dateParts(at, language, {
    month: 'long',
    day: 'numeric',
    weekday: 'long',
  })
  return language === 'zh-CN'
    ? `${withUnit(month, '月')}${withUnit(day, '日')} ${weekday}`
    : `${weekday} ${day} ${month}`
}

/** `11月26日`, `26 Nov`. */
export function formatShortDay(at: Date, language: Language): string {
  const { month, day } = dateParts(at, language, { month: 'short', day: 'numeric' })
  return language === 'zh-CN'
    ? `${withUnit(month, '月')}${withUnit(day, '日')}`
    : `${day} ${month}`
}

/** `2026年11月26日`, `26 November 2026`: where the year matters, as in a record. */
export function formatFullDay(at: Date, language: Language): string {
  const { year, month, day } = dateParts(at, language, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
  })
  return language === 'zh-CN'
    ? `${year}年${withUnit(month, '月')}${withUnit(day, '日')}`
    : `${day} ${month} ${year}`
}

/** `周四`, `Thu`. */
export function formatWeekday(at: Date, language: Language): string {
  return dateParts(at, language, { weekday: 'short' }).weekday ?? ''
}

/** `2026年11月`, `November 2026`: the head of a calendar. */
export function formatMonth(at: Date, language: Language): string {
  const { year, month } = dateParts(at, language, { year: 'numeric', month: 'long' })
  return language === 'zh-CN' ? `${year}年${withUnit(month, '月')}` : `${month} ${year}`
}

/** `四`, `T`: over a column of a calendar. */
export function formatNarrowWeekday(at: Date, language: Language): string {
  return dateParts(at, language, { weekday: 'narrow' }).weekday ?? ''
}

/** `11月26日 星期四 19:30`, `Thursday 26 November, 19:30`. */
export function formatDayAndTime(at: Date, language: Language): string {
  const separator = language === 'zh-CN' ? ' ' : ', '
  return `${formatDay(at, language)}${separator}${formatTime(at)}`
}

/** The same in both engines: some give `11月` as one part, some `11` and a literal. */
function withUnit(part: string | undefined, unit: string): string {
  return part?.endsWith(unit) ? part : `${part}${unit}`
}

/** `1,234`. */
export function formatNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(LOCALE[language]).format(value)
}

/** `3:07` of 187 seconds; what is left of a speaker's time. Never below zero. */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

/** How far off a day is. The words are `common:countdown.<code>` with `{ count: days }`. */
export type Countdown =
  { code: 'left'; days: number } | { code: 'today'; days: 0 } | { code: 'over'; days: number }

/** Whole days in Asia/Shanghai between now and a day that something is due. */
export function countdownTo(due: Date, now: Date): Countdown {
  const days = Math.round((Date.parse(isoDay(due)) - Date.parse(isoDay(now))) / 86_400_000)
  if (days > 0) return { code: 'left', days }
  return days === 0 ? { code: 'today', days } : { code: 'over', days: -days }
}
