import { useEffect, useRef, type RefObject } from 'react'

/**
 * Leads whoever works by key or by ear to the middle of the page when what they pressed is gone:
 * without it the browser would send them back to the first line. Whoever is somewhere stays there.
 */
export function useKeptFocus(middle: RefObject<HTMLElement>): void {
  const last = useRef<Element | null>(null)
  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      last.current = target instanceof Element ? target : null
    }
    document.addEventListener('focusin', note)
    return () => document.removeEventListener('focusin', note)
  }, [])
  // After every change of the page: there is no event for something that went away with the focus.
  // A dialog that closed gives it back first.
  useEffect(() =>
    queueMicrotask(() => {
      const nowhere =
        document.activeElement === null || document.activeElement === document.body
      if (nowhere && last.current && !last.current.isConnected) {
        middle.current?.focus({ preventScroll: true })
      }
    }),
  )
}
