import { createLog } from '#app/runtime/log.server.ts'
import { createMetrics } from '#app/runtime/metrics.server.ts'
import { createMeetingEngine } from '#app/runtime/meeting-engine.server.ts'
import { readConfig } from '#app/runtime/env.server.ts'
import type { Services } from '#app/runtime/services.server.ts'
import { signingKeyOf } from '#app/runtime/signing-key.server.ts'
import type { OpenDatabase } from '#db/database.ts'

/** A clock that stands still until the test moves it. It begins at 19:30 in Anxi, 26 November 2026. */
export type TestClock = {
  now: () => Date
  advance: (ms: number) => void
  set: (at: Date | string) => void
}

/** The same in each run, so that a signed record is; it signs nothing anywhere else. */
const TEST_KEY = [
  '-----BEGIN PRIVATE KEY-----',
  'MC4CAQAwBQYDK2VwBCIEIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f',
  '-----END PRIVATE KEY-----',
].join('\n')

/** Services whose ids and random bytes are the same in each run, unless others are lent. */
export function createTestServices(
  database: OpenDatabase,
  clock: Pick<TestClock, 'now'>,
  lent: Partial<Pick<Services, 'log' | 'randomBytes'>> = {},
): Services {
  let ids = 0
  let draws = 0
  const secret = 'a secret for tests that is long enough'
  const ambient = {
    now: clock.now,
    randomBytes: (size: number) =>
      Uint8Array.from({ length: size }, () => (draws = (draws * 73 + 41) % 251)),
    log: createLog('silent'),
    metrics: createMetrics(database),
    ...lent,
  }
  return {
    ...ambient,
    ...createMeetingEngine({ ...ambient, database, secret }),
    db: database.db,
    database,
    redis: null,
    newId: () => `00000000-0000-7000-8000-${String(++ids).padStart(12, '0')}`,
    signing: signingKeyOf(TEST_KEY, 'the key for tests'),
    config: { ...readConfig({}), sessionSecret: secret },
  }
}
