import { useEffect } from 'react'
import { useLive } from '#app/features/live/live-context.tsx'

/** The page itself comes first; ms. */
const AFTER_MS = 3000

/**
 * Brings what somebody may press later, once the page has come and while there is a network, so
 * that it opens without one.
 */
export function usePartsAtHand(): void {
  const { link } = useLive()
  useEffect(() => {
    if (link !== 'live') return
    const timer = setTimeout(() => {
      for (const part of [
        import('./objection-sheet.tsx'),
        import('./motion-sheet.tsx'),
        import('./open-check.tsx'),
        import('#app/features/ballot/options-ballot.tsx'),
        import('#app/features/ballot/method-table.tsx'),
      ]) {
        // Whoever presses asks again.
        part.catch(() => undefined)
      }
    }, AFTER_MS)
    return () => clearTimeout(timer)
  }, [link])
}
