import { randomBytes } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import { openDatabase } from '#db/open-database.server.ts'
import type { Config } from './env.server.ts'
import { createLog } from './log.server.ts'
import { createMeetingEngine } from './meeting-engine.server.ts'
import { createMetrics } from './metrics.server.ts'
import { agreeOnSecrets, connectRedis } from './redis.server.ts'
import type { Services } from './services.server.ts'
import { sessionSecret } from './session-secret.server.ts'
import { signingKey } from './signing-key.server.ts'

/** Opens the database and everything else the process is made of. */
export async function startServices(
  config: Config,
): Promise<Services & { close: () => Promise<void> }> {
  const signing = await signingKey(config.signingKey, config.dataDir)
  const database = await openDatabase(config)
  const secret = await sessionSecret(config.sessionSecret, config.dataDir)
  const log = createLog(config.logLevel)
  const ambient = {
    now: () => new Date(),
    randomBytes: (size: number) => new Uint8Array(randomBytes(size)),
    log,
    metrics: createMetrics(database),
  }
  const redis =
    config.redisUrl === undefined ? null : await connectRedis(config.redisUrl, database, log)
  const secrets = { SESSION_SECRET: secret, SIGNING_KEY: signing.fingerprint }
  const stopComparing = redis && (await agreeOnSecrets(redis, secrets, log))
  return {
    ...ambient,
    ...createMeetingEngine({ ...ambient, database, secret }),
    db: database.db,
    database,
    redis,
    newId: () => uuid(),
    signing,
    config: { ...config, sessionSecret: secret },
    close: async () => {
      stopComparing?.()
      redis?.close()
      await database.close()
    },
  }
}
