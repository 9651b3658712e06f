import { existsSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { getTableName, is, sql } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import { schema } from '#db/schema.ts'
import { places } from '#db/schema/organisation.ts'
import { seedDemo } from '#db/seed.ts'
import type { Services } from './services.server.ts'

/**
 * Loads the demo into an embedded database that holds nothing yet, and shows how far it is. Loading
 * that was interrupted begins again from nothing: half a county would look like all there is.
 *
 * @returns whether it did.
 */
export async function loadDemoWhenEmpty(services: Services): Promise<boolean> {
  const { config, db } = services
  if (!config.demo) return false
  const unfinished = join(config.dataDir, 'demo-unfinished')
  if (existsSync(unfinished)) {
    await emptyEveryTable(services)
  } else {
    const [row] = await db.select({ count: sql<number>`count(*)::int` }).from(places)
    if (row && row.count > 0) return false
    await writeFile(unfinished, '')
  }
  await seedDemo(services, reportProgress)
  await rm(unfinished)
  return true
}

async function emptyEveryTable({ db }: Pick<Services, 'db'>): Promise<void> {
  const tables = Object.values(schema).filter((entry) => is(entry, PgTable))
  const names = tables.map((table) => sql.identifier(getTableName(table)))
  await db.execute(sql`truncate ${sql.join(names, sql`, `)} restart identity cascade`)
}

/** One line that moves on a terminal; on anything else a line for each tenth. */
function reportProgress(done: number, total: number, what: string): void {
  const line = `  演示数据 Demo data: ${done}/${total} ${what}`
  if (process.stdout.isTTY) {
    process.stdout.write(`\r\u001b[2K${line}${done === total ? '\n' : ''}`)
  } else if (done === total || done % Math.max(1, Math.ceil(total / 10)) === 0) {
    process.stdout.write(`${line}\n`)
  }
}
