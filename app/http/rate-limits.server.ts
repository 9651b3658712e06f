import { createHash } from 'node:crypto'
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import { refuse, ok, type Result } from '#app/domain/shared/result.ts'
import type { SharedRedis } from '#app/runtime/redis.server.ts'

export type TooManyRefusal = {
  code: 'too-many-tries'
  /** Whole seconds until the next try is heard. */
  retryAfter: number
}

/** Whether one more try by `key` is heard. `forgive` forgets all its tries, after it got it right. */
export type RateLimit = {
  take: (key: string) => Promise<Result<null, TooManyRefusal>>
  forgive: (key: string) => Promise<void>
  /** Takes back one try that was right, and none of those that were not: whoever has a code of their own may be guessing another's. */
  giveBack: (key: string) => Promise<void>
}

/** What each kind of try is limited to, by whom. Counted in Redis, where there are several processes. */
export type RateLimits = {
  /** Passwords; the key is the login name and the address together. */
  signIn: RateLimit
  /** Six digits are a million; at this rate guessing one takes months. Key: the address. */
  codes: RateLimit
  /** A person changes their mind a few times, a program hundreds. Key: the voter. */
  votes: RateLimit
}

/** What a limit is called, how many tries it allows, and in how many seconds. */
type Limit = { keyPrefix: string; points: number; duration: number }

export function createRateLimits(redis: SharedRedis | null = null): RateLimits {
  return {
    signIn: limit({ keyPrefix: 'sign-in', points: 10, duration: 15 * 60 }, redis),
    codes: limit({ keyPrefix: 'codes', points: 20, duration: 10 * 60 }, redis),
    votes: limit({ keyPrefix: 'votes', points: 20, duration: 10 }, redis),
  }
}

function limit(options: Limit, redis: SharedRedis | null): RateLimit {
  const alone = new RateLimiterMemory(options)
  const limiter = redis
    ? new RateLimiterRedis({
        ...options,
        keyPrefix: `${redis.prefix}:limit:${options.keyPrefix}`,
        storeClient: redis.client,
        // While Redis is away each process counts for itself: looser, and nobody is locked out.
        rejectIfRedisNotReady: true,
        insuranceLimiter: alone,
      })
    : alone
  // A key says who tried, and from where; what stands in Redis does not.
  const hidden = (key: string) => createHash('sha256').update(key).digest('base64url')
  return {
    async take(key) {
      try {
        await limiter.consume(hidden(key))
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
      await limiter.delete(hidden(key))
    },
    async giveBack(key) {
      await limiter.reward(hidden(key), 1)
    },
  }
}
