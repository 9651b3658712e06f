/** `headers` of a page that is the same for everybody who reads its language: asked for again, and sent only when it changed. */
export function publicHeaders(): Record<string, string> {
  return { 'Cache-Control': 'private, no-cache' }
}

const MINUTE_MS = 60_000

/** Now, as a public page may say it: with the seconds in it the page would be another each time. */
export function thisMinute({ now }: { now: () => Date }): Date {
  return new Date(Math.floor(now().getTime() / MINUTE_MS) * MINUTE_MS)
}
