import { readFile } from 'node:fs/promises'
import { PGlite } from '@electric-sql/pglite'
import { getTableName, is, sql } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import { inject, test as base, type TestAPI } from 'vitest'
import type { Services } from '#app/runtime/services.server.ts'
import type { Database, OpenDatabase } from '#db/database.ts'
import { openDatabase, openPglite } from '#db/open-database.server.ts'
import { schema } from '#db/schema.ts'
import { createDatabase, databaseUrl } from './migrate-once.ts'
import { createTestServices, type TestClock } from './test-services.ts'

type Fixtures = {
  /** A migrated, empty database. */
  db: Database
  database: OpenDatabase
  /** A clock that stands still until the test moves it. */
  clock: TestClock
  /** Everything a use-case may be lent, over `database` and `clock`; ids count upwards. */
  services: Services
}

/** A test with a database of its own: PGlite, empty. */
export const test: TestAPI<Fixtures> = testOver('pglite')

/**
 * A suite that each kind of database has to pass. PostgreSQL is left out, and named as such, where
 * `TEST_DATABASE_URL` gives none.
 */
export function describeEachDatabase(
  name: string,
  suite: (test: TestAPI<Fixtures>) => void,
): void {
  base.describe(`${name} (PGlite)`, () => suite(testOver('pglite')))
  base.describe.skipIf(inject('postgres') === undefined)(`${name} (PostgreSQL)`, () =>
    suite(testOver('postgres')),
  )
}

const everyTable = Object.values(schema)
  .filter((entry) => is(entry, PgTable))
  .map((table) => `"${getTableName(table)}"`)
  .join(', ')

export async function emptyDatabase({ db }: Pick<OpenDatabase, 'db'>): Promise<void> {
  await db.execute(sql.raw(`truncate ${everyTable} restart identity cascade`))
}

/** Files in one process share these: starting one takes seconds, emptying it milliseconds. */
const started = new Map<OpenDatabase['kind'], Promise<OpenDatabase>>()

function testOver(kind: OpenDatabase['kind']): TestAPI<Fixtures> {
  return base.extend<Fixtures>({
    database: async ({}, use) => {
      const opening = started.get(kind) ?? open(kind)
      started.set(kind, opening)
      const database = await opening
      await emptyDatabase(database)
      await use(database)
    },
    db: async ({ database }, use) => use(database.db),
    clock: async ({}, use) => {
      let current = Date.parse('2026-11-26T11:30:00Z')
      await use({
        now: () => new Date(current),
        advance: (ms) => void (current += ms),
        set: (at) => void (current = typeof at === 'string' ? Date.parse(at) : at.getTime()),
      })
    },
    services: async ({ database, clock }, use) => use(createTestServices(database, clock)),
  })
}

async function open(kind: OpenDatabase['kind']): Promise<OpenDatabase> {
  if (kind === 'pglite') {
    return openPglite(
      await PGlite.create({
        loadDataDir: new Blob([new Uint8Array(await readFile(inject('migratedDump')))]),
      }),
    )
  }
  const server = inject('postgres')
  if (!server) throw new Error('TEST_DATABASE_URL names no PostgreSQL')
  const name = `${server.template}_${process.pid}`
  await createDatabase(server.url, name, server.template)
  return openDatabase({ databaseUrl: databaseUrl(server.url, name), dataDir: '' })
}
