import type { Database } from '#db/database.ts'
import { accounts } from '#db/schema/accounts.ts'

/** Whether nobody can sign in yet: then, and only then, the place is set up on a page. */
export async function needsSetup({ db }: { db: Database }): Promise<boolean> {
  const [anybody] = await db.select({ id: accounts.id }).from(accounts).limit(1)
  return anybody === undefined
}
