import type { Services } from '#app/runtime/services.server.ts'
import { endTurn } from '#app/services/meetings/end-turn.server.ts'
import { turnsEndingBy } from '#app/services/meetings/running-turns.server.ts'

/** How often the database is asked which turns end before it is asked again; ms. */
const LOOK_EVERY_MS = 1000
/** A timer may ring a little before its time by the clock that is asked then; ms. */
const TIMER_IS_EARLY_MS = 2

/**
 * Ends turns at the moment their time is up, in every meeting, with nobody connected as well. Each
 * process does it; the log takes the first.
 *
 * @returns what ends it, once nothing is under way.
 */
export function endTurnsInTime(
  services: Pick<Services, 'db' | 'now' | 'logs' | 'reads' | 'feed' | 'log'>,
): () => Promise<void> {
  const { now, log } = services
  const waiting = new Map<string, NodeJS.Timeout>()
  const underWay = new Set<Promise<void>>()
  let looking = false

  const run = (work: Promise<void>, trouble: string) => {
    const settled = work
      .catch((error: unknown) => log.error({ err: error }, trouble))
      .finally(() => underWay.delete(settled))
    underWay.add(settled)
  }
  const look = async () => {
    const at = now().getTime()
    const soon = await turnsEndingBy(services, new Date(at + LOOK_EVERY_MS))
    for (const { meetingId, endsAt } of soon) {
      if (waiting.has(meetingId)) continue
      const ring = () => {
        waiting.delete(meetingId)
        run(endTurn(services, meetingId), 'a turn was not ended')
      }
      const inMs = Math.max(0, endsAt.getTime() - at) + TIMER_IS_EARLY_MS
      waiting.set(meetingId, setTimeout(ring, inMs))
    }
  }
  const lookAgain = () => {
    if (looking) return
    looking = true
    run(
      look().finally(() => (looking = false)),
      'the running turns were not looked at',
    )
  }

  lookAgain()
  const looks = setInterval(lookAgain, LOOK_EVERY_MS)
  return async () => {
    clearInterval(looks)
    await Promise.all(underWay)
    for (const timer of waiting.values()) clearTimeout(timer)
    await Promise.all(underWay)
  }
}
