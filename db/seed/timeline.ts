import {
  addDays,
  instantAt,
  localDateOf,
  type LocalDate,
} from '#app/domain/calendar/local-date.ts'
import { createMeetingEngine } from '#app/runtime/meeting-engine.server.ts'
import type { Services } from '#app/runtime/services.server.ts'

/** One thing that happened on a day in the demo's past. */
export type SeedStep = { at: Date; what: string; run: () => Promise<void> }

export type Timeline = {
  /** The services of the running process, on a clock that `setClock` moves. */
  services: Services
  setClock: (at: Date) => void
  today: LocalDate
  /** A time of day so many days from today; negative is past. */
  instant: (days: number, time: string) => Date
  day: (days: number) => LocalDate
}

/**
 * Lends the demo the real use-cases on a clock of its own, so that its past has
 * the same logs, hashes and rows as a past that was lived.
 */
export function createTimeline(services: Services): Timeline {
  const present = services.now()
  let clock = present
  const now = () => clock
  const today = localDateOf(present)
  const day = (days: number) => addDays(today, days)
  return {
    services: {
      ...services,
      now,
      ...createMeetingEngine({
        database: services.database,
        now,
        randomBytes: services.randomBytes,
        secret: services.config.sessionSecret,
        log: services.log,
        metrics: services.metrics,
      }),
    },
    setClock: (at) => {
      clock = at
    },
    today,
    day,
    instant: (days, time) => instantAt(day(days), time),
  }
}
