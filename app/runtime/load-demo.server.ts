import { sql } from 'drizzle-orm'
import { places } from '#db/schema/organisation.ts'
import { seedDemo } from '#db/seed.ts'
import type { Services } from './services.server.ts'

/**
 * Loads the demo into an embedded database that holds nothing yet, and shows how far it is.
 *
 * @returns whether it did.
 */
export async function loadDemoWhenEmpty(services: Services): Promise<boolean> {
  if (!services.config.demo) return false
  const [row] = await services.db.select({ count: sql<number>`count(*)::int` }).from(places)
  if (row && row.count > 0) return false
  await seedDemo(services, reportProgress)
  return true
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
