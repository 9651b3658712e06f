import type { Logger } from 'pino'
import type { Database, OpenDatabase } from '#db/database.ts'
import type { Config } from './env.server.ts'
import type { MeetingEngine } from './meeting-engine.server.ts'
import type { Metrics } from './metrics.server.ts'
import type { SharedRedis } from './redis.server.ts'
import type { SigningKey } from './signing-key.server.ts'

/** What a use-case may be lent: the database, the time, chance, and what this process was told. */
export type Services = MeetingEngine & {
  /** For a use-case: `{ db }: { db: Database }`. */
  db: Database
  /** Raw statements, what kind of database it is, and how durable. */
  database: OpenDatabase
  now: () => Date
  /** A UUID whose order is the order of making (version 7). */
  newId: () => string
  randomBytes: (size: number) => Uint8Array
  log: Logger
  /** What an operator's own tools read. */
  metrics: Metrics
  /** What joins this process to others; null when there is one. */
  redis: SharedRedis | null
  /** The deployment's key for ballot records. */
  signing: SigningKey
  config: Config & { sessionSecret: string }
}
