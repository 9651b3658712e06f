/** Lets a burst through and then so many a second. */
export type TokenBucket = { take: (nowMs: number) => boolean }

export function createTokenBucket({
  burst,
  perSecond,
}: {
  burst: number
  perSecond: number
}): TokenBucket {
  let tokens = burst
  let last: number | null = null
  return {
    take(nowMs) {
      const passed = Math.max(0, nowMs - (last ?? nowMs))
      last = nowMs
      tokens = Math.min(burst, tokens + (passed / 1000) * perSecond)
      if (tokens < 1) return false
      tokens -= 1
      return true
    },
  }
}
