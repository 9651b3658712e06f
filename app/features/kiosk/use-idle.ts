import { useEffect, useState } from 'react'

/** Nobody has touched the tablet for so long: it asks whether they are still there; s. */
const ASK_AFTER_S = 45
/** And so long after that it forgets them; s. */
const FORGET_AFTER_S = 15

/**
 * Counts while nobody touches the page. Any touch or key starts it again, so
 * that whoever takes their time is never sent away.
 *
 * @param paused - while a vote is on its way nothing is forgotten.
 * @returns seconds until this person is forgotten once it asks, else null.
 */
export function useIdle(paused: boolean, onForget: () => void): number | null {
  const [idle, setIdle] = useState(0)
  useEffect(() => {
    const touched = () => setIdle(0)
    const names = ['pointerdown', 'keydown', 'scroll'] as const
    for (const name of names) window.addEventListener(name, touched, { passive: true })
    const timer = setInterval(() => setIdle((seconds) => (paused ? 0 : seconds + 1)), 1000)
    return () => {
      clearInterval(timer)
      for (const name of names) window.removeEventListener(name, touched)
    }
  }, [paused])
  const over = idle >= ASK_AFTER_S + FORGET_AFTER_S
  useEffect(() => {
    if (over) onForget()
  }, [over, onForget])
  return idle < ASK_AFTER_S ? null : Math.max(0, ASK_AFTER_S + FORGET_AFTER_S - idle)
}
