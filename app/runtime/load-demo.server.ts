import { sql } from 'drizzle-orm'
import { places } from '#db/schema/organisation.ts'
import { seedDemo } from '#db/seed.ts'
import type { Services } from './services.server.ts'

/** Loads the demo into an embedded database that holds nothing yet, and shows how far it is. */
export async function loadDemoWhenEmpty(services: Services): Promise<void> {
  if (!services.config.demo) return
  const [row] = await services.db.select({ count: sql<number>`count(*)::int` }).from(places)
  if (row && row.count > 0) return
  await seedDemo(services, reportProgress)
}

/** One line that moves on a terminal; on anything else a line for each tenth. */
export function reportProgress(done: number, total: number, what: string): void {
  const line = `  演示数据 Demo data: ${done}/${total} ${what}`
  if (process.stdout.isTTY) {
    process.stdout.write(`\r\u001b[2K${line}${done === total ? '\n' : ''}`)
  } else if (done === total || done % Math.max(1, Math.ceil(total / 10)) === 0) {
    process.stdout.write(`${line}\n`)
  }
}
