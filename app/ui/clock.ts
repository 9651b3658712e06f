import { useEffect, useState } from 'react'

/**
 * How far the server's clock is ahead of this device's, in ms. Call it in an effect or an event
 * handler, at the moment the answer arrives.
 *
 * @param serverNowIso - the server's time in that answer.
 */
export function serverOffset(serverNowIso: string): number {
  return Date.parse(serverNowIso) - Date.now()
}

/** The server's time in ms at this moment, for an event handler; in a page that shows it, `useNow`. */
export function serverTime(serverOffsetMs: number): number {
  return Date.now() + serverOffsetMs
}

/**
 * The server's time in ms, again and again; the one place in browser code that reads the clock.
 * `null` on the server and until the page has woken up: show the words that the server sent.
 *
 * @param everyMs - how often; ticks fall on whole multiples, so all timers of a page change together.
 */
export function useNow(serverOffsetMs: number, everyMs: number): number | null {
  const [now, setNow] = useState<number | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const tick = () => {
      clearTimeout(timer)
      const current = Date.now() + serverOffsetMs
      setNow(current)
      timer = setTimeout(tick, everyMs - (current % everyMs))
    }
    tick()
    // A phone stops timers while the page is hidden.
    document.addEventListener('visibilitychange', tick)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', tick)
    }
  }, [serverOffsetMs, everyMs])
  return now
}
