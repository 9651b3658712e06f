import { createHmac } from 'node:crypto'
import { Redis } from 'ioredis'
import type { Logger } from 'pino'
import type { Query } from '#db/database.ts'
import { SettingsError } from './env.server.ts'

/** What several processes on one database share besides it. Away or not, the database is the truth. */
export type SharedRedis = {
  client: Redis
  /** Every key and channel of ours begins with it: other deployments may use the same Redis. */
  prefix: string
  /** False while it is away: then nothing is sent, and each process looks for itself. */
  isHere: () => boolean
  close: () => void
}

/** Waits between tries to reach it again, in ms. */
const retryAfterMs = (tries: number) => Math.min(100 * tries, 1000)
/** How long a start waits to hear whether the others' secrets are ours. */
const FIRST_ANSWER_WITHIN_MS = 3000

/** Connects, and keeps trying for as long as the process lives: Redis away stops nobody. */
export async function connectRedis(
  url: string,
  { query }: { query: Query },
  log: Logger,
): Promise<SharedRedis> {
  const [deployment] = await query<{ name: string }>(
    `select datname || ':' || oid as name from pg_database where datname = current_database()`,
  )
  const prefix = `730-council:${deployment?.name ?? ''}`
  const client = new Redis(url, {
    connectionName: '730-council',
    // A command waits until Redis is back. The adapter's reader would otherwise spin, and the
    // adapter's publisher would reject a promise nobody holds, which ends the process.
    maxRetriesPerRequest: null,
    retryStrategy: retryAfterMs,
  })
  let closing = false
  const publish = client.publish.bind(client)
  client.publish = (...message: Parameters<typeof publish>) =>
    publish(...message).catch(() => 0)

  let away = false
  client.on('error', (error: unknown) => {
    if (!away && !closing)
      log.error({ err: error }, 'Redis is away; each process looks by itself')
    away = true
  })
  client.on('ready', () => {
    if (away) log.info('Redis is back')
    away = false
  })
  await new Promise<void>((resolve) => {
    const giveUp = setTimeout(resolve, FIRST_ANSWER_WITHIN_MS)
    client.once('ready', () => {
      clearTimeout(giveUp)
      resolve()
    })
  })
  return {
    client,
    prefix,
    isHere: () => client.status === 'ready',
    close: () => {
      closing = true
      client.disconnect()
    },
  }
}

/** For so long after it last said so, a process counts as running; ms. */
const SEEN_FOR_MS = 15_000

/**
 * Makes sure that all processes sign with the same secrets: otherwise a cookie, a personal link or
 * a record of one is worth nothing to the others.
 *
 * @returns ends the process's part in saying so.
 * @throws SettingsError when a process that is running has another one.
 */
export async function agreeOnSecrets(
  { client, prefix, isHere }: SharedRedis,
  secrets: Record<'SESSION_SECRET' | 'SIGNING_KEY', string>,
  log: Logger,
): Promise<() => void> {
  const check = async () => {
    if (!isHere()) return
    for (const [name, secret] of Object.entries(secrets)) {
      const key = `${prefix}:same:${name}`
      const mine = fingerprint(secret)
      await client.set(key, mine, 'PX', SEEN_FOR_MS, 'NX')
      const theirs = await client.get(key)
      if (theirs !== null && theirs !== mine) {
        throw new SettingsError(
          `${name}: differs from that of the processes that are running on this REDIS_URL; all need the same`,
        )
      }
      await client.pexpire(key, SEEN_FOR_MS)
    }
  }
  await check()
  // Again and again: this one may have started while Redis was away.
  const checking = setInterval(() => {
    check().catch((error: unknown) => log.error({ err: error }, 'secrets were not compared'))
  }, SEEN_FOR_MS / 3)
  checking.unref()
  return () => clearInterval(checking)
}

function fingerprint(secret: string): string {
  return createHmac('sha256', secret).update('730-council fingerprint').digest('base64url')
}
