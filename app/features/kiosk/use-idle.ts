import { useEffect, useState } from 'react'
import { serverTime, useNow } from '#app/ui/clock.ts'
import { idleReading } from './idle.ts'

// Not `scroll`: a page also scrolls by itself. A click alone comes from a switch or a screen reader.
const TOUCHES = ['pointerdown', 'keydown', 'wheel', 'click'] as const

/**
 * Counts since the last touch or key, and calls when it is over.
 *
 * @returns seconds until this person is forgotten once it asks, else null.
 */
export function useIdle(onOver: () => void): number | null {
  const now = useNow(0, 1000)
  const [touchedAt, setTouchedAt] = useState<number | null>(null)
  useEffect(() => {
    const touched = () => setTouchedAt(serverTime(0))
    touched()
    for (const name of TOUCHES) window.addEventListener(name, touched, { passive: true })
    return () => {
      for (const name of TOUCHES) window.removeEventListener(name, touched)
    }
  }, [])
  const reading = now === null || touchedAt === null ? null : idleReading(touchedAt, now)
  const over = reading === 'over'
  useEffect(() => {
    if (over) onOver()
  }, [over, onOver])
  return reading === 'over' ? 0 : reading
}
