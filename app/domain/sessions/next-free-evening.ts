import {
  addDays,
  instantAt,
  localDateOf,
  type LocalDate,
} from '#app/domain/calendar/local-date.ts'

/** When a session begins unless somebody says otherwise. */
export const EVENING = '19:30'

/** Longer than this and old people cannot sit through it. */
export const USUAL_MINUTES = 90

/** Full days between notice and session; no law names a number for a consultation, this is our own. */
export const NOTICE_DAYS = 3

const DAYS_LOOKED_AT = 120

export type Booking = { startsAt: Date; durationMinutes: number }

/**
 * The next evening at 19:30 that leaves time for the notice and on which
 * nothing else is booked, or null when the next months are full.
 */
export function nextFreeEvening(now: Date, booked: readonly Booking[]): Date | null {
  const first = firstDayAfterNotice(localDateOf(now))
  for (let days = 0; days < DAYS_LOOKED_AT; days += 1) {
    const startsAt = instantAt(addDays(first, days), EVENING)
    if (!findClash({ startsAt, durationMinutes: USUAL_MINUTES }, booked)) return startsAt
  }
  return null
}

/** The first day a session can be held when its notice goes out today. */
export function firstDayAfterNotice(today: LocalDate): LocalDate {
  return addDays(today, NOTICE_DAYS)
}

/** The booking that overlaps; one that ends when the other begins does not. */
export function findClash<Booked extends Booking>(
  wanted: Booking,
  booked: readonly Booked[],
): Booked | null {
  return (
    booked.find((other) => wanted.startsAt < endOf(other) && other.startsAt < endOf(wanted)) ??
    null
  )
}

function endOf({ startsAt, durationMinutes }: Booking): Date {
  return new Date(startsAt.getTime() + durationMinutes * 60_000)
}
