/** Nobody has touched the tablet for so long: it asks whether they are still there; ms. */
const ASK_AFTER_MS = 45_000
/** And so long after that it forgets them; ms. */
const FORGET_AFTER_MS = 15_000

/**
 * What the time since the last touch says of whoever is at the tablet. It knows
 * nothing of a connection: a tablet without one forgets just the same.
 *
 * @param touchedAt - when it was last touched, and
 * @param now - both ms on one clock.
 * @returns `over`: they are forgotten now; else the seconds left once it asks, before that null.
 */
export function idleReading(touchedAt: number, now: number): number | 'over' | null {
  const idle = now - touchedAt
  if (idle < ASK_AFTER_MS) return null
  const left = ASK_AFTER_MS + FORGET_AFTER_MS - idle
  return left <= 0 ? 'over' : Math.ceil(left / 1000)
}
