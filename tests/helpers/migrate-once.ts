import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { writeKeyTypes } from '#app/i18n/write-key-types.ts'
import { migrationsFolder } from '#db/migrations-folder.server.ts'
import { openDatabase, openPglite } from '#db/open-database.server.ts'

/** Runs once before all tests: migrating costs seconds, starting from a migrated copy does not. */
export default async function migrateOnce(project: TestProject): Promise<() => Promise<void>> {
  writeKeyTypes()
  project.provide('migratedDump', await migratedDump())
  const url = process.env['TEST_DATABASE_URL']
  if (!url) {
    project.provide('postgres', undefined)
    return () => Promise.resolve()
  }
  const template = `council_test_${process.pid}`
  await createDatabase(url, template)
  const { close } = await openDatabase({ databaseUrl: databaseUrl(url, template), dataDir: '' })
  await close()
  project.provide('postgres', { url, template })
  return () => dropDatabases(url, template)
}

async function migratedDump(): Promise<string> {
  const file = join('.cache', `migrated-${await hashOfMigrations()}.tar`)
  const made = await readFile(file).catch(() => undefined)
  if (made) return file
  const client = await PGlite.create()
  const opened = await openPglite(client)
  const dump = await client.dumpDataDir('none')
  await opened.close()
  await mkdir('.cache', { recursive: true })
  // Somebody else may be writing the same file; a rename leaves nobody with half of it.
  const mine = `${file}.${process.pid}`
  await writeFile(mine, new Uint8Array(await dump.arrayBuffer()))
  await rename(mine, file)
  return file
}

async function hashOfMigrations(): Promise<string> {
  const hash = createHash('sha256')
  const folder = migrationsFolder()
  for (const file of (await readdir(folder)).toSorted()) {
    if (file.endsWith('.sql')) hash.update(await readFile(join(folder, file)))
  }
  return hash.digest('hex').slice(0, 16)
}

/** The same server, another database. */
export function databaseUrl(server: string, database: string): string {
  const url = new URL(server)
  url.pathname = `/${database}`
  return url.href
}

/** Makes a database, as a copy of `template` when one is named. */
export async function createDatabase(
  server: string,
  name: string,
  template?: string,
): Promise<void> {
  await withServer(server, (sql) =>
    sql.unsafe(
      `create database "${name}" ${template ? `template "${template}" strategy file_copy` : ''}`,
    ),
  )
}

/** Drops every database whose name begins with `prefix`. */
async function dropDatabases(server: string, prefix: string): Promise<void> {
  await withServer(server, async (sql) => {
    const found = await sql<{ name: string }[]>`
      select datname as name from pg_database where starts_with(datname, ${prefix})`
    for (const { name } of found)
      await sql.unsafe(`drop database if exists "${name}" with (force)`)
  })
}

async function withServer(server: string, work: (sql: postgres.Sql) => Promise<unknown>) {
  const sql = postgres(server, { max: 1, onnotice: () => {} })
  try {
    await work(sql)
  } finally {
    await sql.end()
  }
}
