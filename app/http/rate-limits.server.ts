import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { refuse, ok, type Result } from '#app/domain/shared/result.ts'

export type TooManyRefusal = {
  code: 'too-many-tries'
  /** Whole seconds until the next try is heard. */
  retryAfter: number
}

/** Whether one more try by `key` is heard. `forgive` forgets its tries, after it got it right. */
export type RateLimit = {
  take: (key: string) => Promise<Result<null, TooManyRefusal>>
  forgive: (key: string) => Promise<void>
}

/** What each kind of try is limited to, by whom. One process counts for itself. */
export type RateLimits = {
  /** Passwords; the key is the login name and the address together. */
  signIn: RateLimit
  /** Six digits are a million; at this rate guessing one takes months. Key: the address. */
  codes: RateLimit
  /** A person changes their mind a few times, a program hundreds. Key: the voter. */
  votes: RateLimit
}

export function createRateLimits(): RateLimits {
  return {
    signIn: limit({ points: 10, duration: 15 * 60 }),
    codes: limit({ points: 20, duration: 10 * 60 }),
    votes: limit({ points: 20, duration: 10 }),
  }
}

function limit(options: { points: number; duration: number }): RateLimit {
  const limiter = new RateLimiterMemory(options)
  return {
    async take(key) {
      try {
        await limiter.consume(key)
        return ok(null)
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error
        return refuse({
          code: 'too-many-tries',
          retryAfter: Math.max(1, Math.ceil(error.msBeforeNext / 1000)),
        })
      }
    },
    async forgive(key) {
      await limiter.delete(key)
    },
  }
}
