import { and, eq, gt, lte } from 'drizzle-orm'
import type { Database } from '#db/database.ts'
import { sessions } from '#db/schema/accounts.ts'

type Lent = { db: Database; now: () => Date }
type Row = { id: string; data: Record<string, unknown>; expiresAt: Date }

/** What a session holds, or null once it has expired. */
export async function readSession({ db, now }: Lent, id: string) {
  const [row] = await db
    .select({ data: sessions.data })
    .from(sessions)
    .where(and(eq(sessions.id, id), gt(sessions.expiresAt, now())))
  return row?.data ?? null
}

/** Keeps a session, new or changed. Those that have expired go at the same time. */
export async function writeSession({ db, now }: Lent, row: Row): Promise<void> {
  await db.delete(sessions).where(lte(sessions.expiresAt, now()))
  await db.insert(sessions).values(row).onConflictDoUpdate({ target: sessions.id, set: row })
}

export async function deleteSession({ db }: Pick<Lent, 'db'>, id: string): Promise<void> {
  await db.delete(sessions).where(eq(sessions.id, id))
}
