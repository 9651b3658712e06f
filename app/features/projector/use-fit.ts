import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import { useAwake } from '#app/features/live/live-context.tsx'

/** Smaller than this nobody in the back row reads it. */
const SMALLEST = 0.45
const STEP = 0.05

const useBeforePaint = typeof document === 'undefined' ? useEffect : useLayoutEffect

/**
 * Makes the words of the wall smaller until all of them are on it: a message of five hundred
 * characters is read, not cut. The sizes in the stylesheet are multiplied by `--fit`.
 *
 * @param shown - changes with what is on the wall.
 */
export function useFit<Element extends HTMLElement>(shown: string): RefObject<Element> {
  const place = useRef<Element>(null)
  // Awake, a title breaks its lines elsewhere.
  const awake = useAwake()
  useBeforePaint(() => {
    const element = place.current
    if (!element) return
    for (let fit = 1; fit >= SMALLEST; fit -= STEP) {
      element.style.setProperty('--fit', fit.toFixed(2))
      if (element.scrollHeight <= element.clientHeight) return
    }
  }, [shown, awake])
  return place
}
