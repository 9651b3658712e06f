import { createLog } from '#app/runtime/log.server.ts'
import { readConfig } from '#app/runtime/env.server.ts'
import type { Services } from '#app/runtime/services.server.ts'
import type { OpenDatabase } from '#db/database.ts'

/** A clock that stands still until the test moves it. It begins at 19:30 in Anxi, 26 November 2026. */
export type TestClock = {
  now: () => Date
  advance: (ms: number) => void
  set: (at: Date | string) => void
}

/** Services whose ids and random bytes are the same in each run. */
export function createTestServices(database: OpenDatabase, clock: TestClock): Services {
  let ids = 0
  let draws = 0
  return {
    db: database.db,
    database,
    now: clock.now,
    newId: () => `00000000-0000-7000-8000-${String(++ids).padStart(12, '0')}`,
    randomBytes: (size) =>
      Uint8Array.from({ length: size }, () => (draws = (draws * 73 + 41) % 251)),
    log: createLog('silent'),
    config: { ...readConfig({}), sessionSecret: 'a secret for tests that is long enough' },
  }
}
