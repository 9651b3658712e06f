import { daysBetween, type LocalDate } from '#app/domain/calendar/local-date.ts'

/** Where a public notice stands. Its first day is day 0: 15 days on 4 November end with 19 November. */
export type NoticeState = {
  from: LocalDate
  until: LocalDate
  /** Days it runs, and which of them today is: 第 9 天/15 天. */
  days: number
  day: number
  over: boolean
}

export function noticeOf(
  { noticeFrom, noticeUntil }: { noticeFrom: LocalDate; noticeUntil: LocalDate },
  today: LocalDate,
): NoticeState {
  const days = daysBetween(noticeFrom, noticeUntil)
  const passed = Math.max(0, daysBetween(noticeFrom, today))
  return {
    from: noticeFrom,
    until: noticeUntil,
    days,
    day: Math.min(days, passed),
    over: passed > days,
  }
}
