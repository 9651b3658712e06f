import { localDateOf } from '#app/domain/calendar/local-date.ts'
import { ownServer } from './own-server.ts'

const DAY_MS = 86_400_000

/** A server of a test's own, whose clock can be put ahead: what takes weeks is seen in a minute. */
export function laterServer(place: number) {
  const clock = { NODE_OPTIONS: '', CLOCK_AHEAD_MS: '0' }
  const server = ownServer(place, clock)
  return {
    origin: server.origin,
    kill: () => server.kill(),
    /** Its day in Shanghai, and days after it. */
    day: (ahead = 0) =>
      localDateOf(new Date(Date.now() + Number(clock.CLOCK_AHEAD_MS) + ahead * DAY_MS)),
    /** Starts it again, that many days after the real one. */
    async onDay(days: number): Promise<void> {
      await server.kill()
      clock.NODE_OPTIONS = '--import tsx --import ./tests/e2e/later-clock.ts'
      clock.CLOCK_AHEAD_MS = String(days * DAY_MS)
      await server.start()
    },
  }
}
