export type RingReading = {
  /** What is left of the ring, 0 to 1. */
  part: number
  /** `m:ss`, or `h:mm:ss` from an hour on. Past the end it counts up again, without a sign. */
  text: string
  over: boolean
}

/**
 * Reads a timer. Seconds are rounded up while time is left, so `0:00` means that it is up.
 *
 * @param remainingMs - negative once the time is over.
 */
export function readRing(remainingMs: number, totalMs: number): RingReading {
  const over = remainingMs < 0
  const seconds = over ? Math.floor(-remainingMs / 1000) : Math.ceil(remainingMs / 1000)
  const part = totalMs > 0 ? Math.min(1, Math.max(0, remainingMs / totalMs)) : 0
  return { part, text: clockText(seconds), over }
}

function clockText(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`
}
