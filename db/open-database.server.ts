import { randomBytes } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { makePgArray, parsePgArray } from 'drizzle-orm/pg-core'
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite'
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator'
import { drizzle as drizzlePostgres } from 'drizzle-orm/postgres-js'
import { migrate as migratePostgres } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { answeredWithin } from './answered-within.ts'
import type { OpenDatabase, Query } from './database.ts'
import { GuardedSocket } from './guarded-socket.server.ts'
import { lockDataDir } from './lock-data-dir.server.ts'
import { migrationsFolder } from './migrations-folder.server.ts'
import { schema } from './schema.ts'

/**
 * Opens PostgreSQL when a URL is given, else PGlite in `dataDir`, and brings its tables up to date.
 *
 * @throws DataDirLockedError when another living process has `dataDir` open.
 */
export async function openDatabase({
  databaseUrl,
  dataDir,
}: {
  databaseUrl?: string | undefined
  dataDir: string
}): Promise<OpenDatabase> {
  if (databaseUrl) return openPostgres(databaseUrl)
  await mkdir(dataDir, { recursive: true })
  const unlock = await lockDataDir(dataDir)
  try {
    const client = await PGlite.create(join(dataDir, 'db'))
    const opened = await openPglite(client)
    return {
      ...opened,
      close: async () => {
        await opened.close()
        await unlock()
      },
    }
  } catch (error) {
    await unlock()
    throw error
  }
}

/** Wraps a PGlite that is already running, and brings its tables up to date. */
export async function openPglite(client: PGlite): Promise<OpenDatabase> {
  const db = drizzlePglite(client, { schema })
  await migratePglite(db, { migrationsFolder: migrationsFolder() })
  return {
    db,
    kind: 'pglite',
    query: pgliteQuery(client),
    transaction: (work) => client.transaction((tx) => work(pgliteQuery(tx))),
    // PGlite never calls fsync, whatever `show fsync` says.
    durability: () => Promise.resolve({ fsync: false, synchronousCommit: false }),
    connections: () => Promise.resolve({ active: 1 }),
    close: () => client.close(),
  }
}

function pgliteQuery(client: Pick<PGlite, 'query'>): Query {
  return async <Row extends Record<string, unknown>>(
    text: string,
    params: readonly unknown[] = [],
  ) => (await client.query<Row>(text, [...params])).rows
}

async function openPostgres(url: string): Promise<OpenDatabase> {
  // One name for all connections of this process, by which it finds them again.
  const name = `council ${randomBytes(6).toString('hex')}`
  const quiet = {
    onnotice: () => {},
    types: { int8, ...ARRAYS },
    // The driver would ask every new connection for its array types in a promise that nobody holds:
    // were it cut off just then, the process would end (postgres.js 3.4.9).
    fetch_types: false,
    backoff: comeBackAfter,
    connection: { application_name: name, ...LONG_GREETING },
  }
  // drizzle takes over the parsers of the client it is given, so raw statements have their own.
  const forDrizzle = postgres(url, {
    ...quiet,
    ...guarded(LONG_SILENT_MS),
    max: 10,
    idle_timeout: LONG_IDLE_SECONDS,
  })
  const forRaw = postgres(url, {
    ...quiet,
    ...guarded(SILENT_MS),
    max: 4,
    connect_timeout: 3,
    // Idle connections end in good order, before their silence is taken for death.
    idle_timeout: IDLE_SECONDS,
    // A statement that waits for a lock or a slow disk ends before its connection is given up.
    connection: {
      application_name: name,
      ...LONG_GREETING,
      statement_timeout: SILENT_MS - 1000,
    },
  })
  const close = async () => {
    await Promise.all([forDrizzle.end({ timeout: 3 }), forRaw.end({ timeout: 3 })])
  }
  try {
    const db = drizzlePostgres(forDrizzle, { schema })
    await migrateAlone(url)
    return {
      db,
      kind: 'postgres',
      query: postgresQuery(forRaw),
      transaction: async (work) => {
        const begun = forRaw.begin(async (tx) => ({ value: await work(postgresQuery(tx)) }))
        const { value } = await answeredWithin(TRANSACTION_MS, begun)
        return value
      },
      durability: async () => {
        const [settings] = await forRaw<{ fsync: string; synchronous_commit: string }[]>`
          select current_setting('fsync') as fsync,
                 current_setting('synchronous_commit') as synchronous_commit`
        return {
          fsync: settings?.fsync === 'on',
          synchronousCommit: settings !== undefined && settings.synchronous_commit !== 'off',
        }
      },
      connections: async () => {
        const rows = await forRaw<{ state: string; count: number }[]>`
          select coalesce(state, 'starting') as state, count(*)::int as count
            from pg_stat_activity where application_name = ${name} group by 1`
        return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
      },
      close,
    }
  } catch (error) {
    await close()
    throw explained(error)
  }
}

/**
 * Makes what is first said to the server longer than what postgres.js 3.4.9 keeps back for a turn.
 * A connection that goes while it keeps a statement back remembers for ever that something is about
 * to be sent, and sends nothing short again: the greeting of its next connection would wait until
 * that is given up, and so would the one after. What is long is sent at once and clears its memory.
 * PostgreSQL takes any setting whose name has a dot, and does nothing with it.
 */
const LONG_GREETING = { 'council.greeting': 'x'.repeat(1024) }

/** How long the raw connections may hear nothing before they are taken for dead. */
const SILENT_MS = 5000
const IDLE_SECONDS = 4
/** The same where a whole roll may be counted in one statement, which takes seconds and says nothing meanwhile. */
const LONG_SILENT_MS = 30_000
const LONG_IDLE_SECONDS = 20
/** Silence ends a connection and so what it was asked; a statement that outlives it was lost on the way. */
const STATEMENT_MS = SILENT_MS + 2000
const TRANSACTION_MS = 2 * STATEMENT_MS

/** The driver takes a `socket`, its types do not know it. */
function guarded(silentMs: number): object {
  return {
    socket: ({ host, port, path }: WhereTo) => {
      const socket = new GuardedSocket(silentMs)
      const [name = 'localhost'] = host
      const [number = 5432] = port
      return path ? socket.connect(path) : socket.connect(number, name)
    },
  }
}

type WhereTo = { host: string[]; port: number[]; path: string | undefined }

/** Seconds before a lost connection is tried again: the hall waits, so never more than half of one. */
function comeBackAfter(tries: number): number {
  return Math.min(0.5, 0.05 * 2 ** tries)
}

/** PostgreSQL is not there, or does not let us in. The message is one line and names the setting. */
class DatabaseUnreachableError extends Error {
  readonly code = 'database-unreachable'
}

/** Network down, wrong password or user, no such database. */
const UNREACHABLE = /^(E[A-Z]+|CONNECT_TIMEOUT|28P01|28000|3D000)$/

function explained(error: unknown): unknown {
  const { code, message } = error as { code?: string; message?: string }
  if (code === undefined || !UNREACHABLE.test(code)) return error
  return new DatabaseUnreachableError(`DATABASE_URL: ${message ? message : code}`, {
    cause: error,
  })
}

/** Two processes that start at once must not migrate at once: the second waits, then finds nothing to do. */
async function migrateAlone(url: string): Promise<void> {
  const client = postgres(url, { max: 2, onnotice: () => {}, fetch_types: false })
  try {
    await client.begin(async (turn) => {
      await turn`select pg_advisory_xact_lock(730)`
      await migratePostgres(drizzlePostgres(client), { migrationsFolder: migrationsFolder() })
    })
  } finally {
    await client.end({ timeout: 3 })
  }
}

function postgresQuery(client: postgres.Sql | postgres.TransactionSql): Query {
  return async <Row extends Record<string, unknown>>(
    text: string,
    params: readonly unknown[] = [],
  ) => {
    // Type 0: the server says what each parameter is. postgres.js would guess from the first value,
    // and take an array of dates for a date.
    const typed = params.map((value) => client.typed(value as never, 0))
    const asked = client.unsafe<Row[]>(text, typed, { prepare: true })
    return [...(await answeredWithin(STATEMENT_MS, asked))]
  }
}

/** An array type by its number, both ways; without nulls. What drizzle gives is written out already. */
const arrays = (oid: number, read: (text: string) => unknown) => ({
  to: oid,
  from: [oid],
  serialize: (items: string | unknown[]) =>
    typeof items === 'string'
      ? items
      : makePgArray(items.map((item) => (item instanceof Date ? item.toISOString() : item))),
  parse: (text: string) => (parsePgArray(text) as string[]).map(read),
})

const ARRAYS = {
  texts: arrays(1009, String),
  integers: arrays(1007, Number),
  instants: arrays(1185, (text) => new Date(text)),
}

/** PGlite gives a `bigint` as a number while that is exact; postgres.js would give a string. */
const int8 = {
  to: 20,
  from: [20],
  serialize: (value: number | bigint) => value.toString(),
  parse: (text: string) => {
    const exact = BigInt(text)
    return exact >= Number.MIN_SAFE_INTEGER && exact <= Number.MAX_SAFE_INTEGER
      ? Number(exact)
      : exact
  },
}
