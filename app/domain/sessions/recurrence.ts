import * as rruleModule from 'rrule'
import {
  addDays,
  instantAt,
  localDateOf,
  localTimeOf,
  weekdayOf,
  type LocalDate,
} from '#app/domain/calendar/local-date.ts'

/** How often a session comes round. `monthly` is the same weekday of the month, such as the first Thursday. */
export const REPEATS = ['once', 'weekly', 'fortnightly', 'monthly'] as const
export type Repeats = (typeof REPEATS)[number]

// Node reads the package as CommonJS and puts its names under `default`; a bundler does not.
const { RRule } =
  'RRule' in rruleModule
    ? rruleModule
    : (rruleModule as unknown as { default: typeof rruleModule }).default

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const

/** The RFC 5545 rule of a session that repeats from a day on; null for a single one. */
export function ruleOf(repeats: Repeats, from: LocalDate): string | null {
  const day = DAYS[weekdayOf(from) - 1] ?? 'MO'
  switch (repeats) {
    case 'once':
      return null
    case 'weekly':
      return `FREQ=WEEKLY;BYDAY=${day}`
    case 'fortnightly':
      return `FREQ=WEEKLY;INTERVAL=2;BYDAY=${day}`
    case 'monthly':
      return `FREQ=MONTHLY;BYDAY=${weekOfMonth(from)}${day}`
  }
}

/** Reads a rule that `ruleOf` wrote. */
export function repeatsOf(rule: string | null): Repeats {
  if (rule === null) return 'once'
  if (rule.startsWith('FREQ=MONTHLY')) return 'monthly'
  return rule.includes('INTERVAL=2') ? 'fortnightly' : 'weekly'
}

/** Which of its weekday in the month a day is, 1 to 4; -1 for a fifth, which not every month has. */
export function weekOfMonth(date: LocalDate): 1 | 2 | 3 | 4 | -1 {
  const week = Math.ceil(Number(date.slice(8)) / 7)
  return week === 1 || week === 2 || week === 3 || week === 4 ? week : -1
}

/**
 * The instants a rule gives from one day on, at the time of day in Shanghai at
 * which the series began. Shanghai has no summer time, so the rule is worked out
 * on wall-clock time and turned into instants afterwards.
 */
export function occurrencesOf(
  rule: string,
  startsAt: Date,
  { from, count }: { from: Date; count: number },
): Date[] {
  const time = localTimeOf(startsAt)
  const asWall = (instant: Date) =>
    new Date(`${localDateOf(instant)}T${localTimeOf(instant)}:00Z`)
  const series = new RRule({ ...RRule.parseString(rule), dtstart: asWall(startsAt) })
  const found: Date[] = []
  let next = series.after(asWall(from), true)
  while (next && found.length < count) {
    found.push(instantAt(next.toISOString().slice(0, 10), time))
    next = series.after(next, false)
  }
  return found
}

/** What a series asks for on a day and what was made of it. */
export type Occurrence = {
  /** The instant the rule gives. */
  at: Date
  /** The session that was planned for it; null while there is none. */
  session: { id: string; startsAt: Date; status: string; cancelledReason: string | null } | null
}

/** Puts the sessions there are beside the instants the rule gives. */
export function withSessions(
  instants: readonly Date[],
  sessions: readonly (NonNullable<Occurrence['session']> & { occurrenceAt: Date | null })[],
): Occurrence[] {
  return instants.map((at) => {
    const planned = sessions.find((each) => each.occurrenceAt?.getTime() === at.getTime())
    return {
      at,
      session: planned
        ? {
            id: planned.id,
            startsAt: planned.startsAt,
            status: planned.status,
            cancelledReason: planned.cancelledReason,
          }
        : null,
    }
  })
}

/** The last moment a notice can go out: before midnight of this day. */
export function latestNoticeDay(startsAt: Date, noticeDays: number): LocalDate {
  return addDays(localDateOf(startsAt), -noticeDays)
}
