import { eq, lte } from 'drizzle-orm'
import type { Database, Query } from '#db/database.ts'
import { createGroupedReads } from '#db/grouped-reads.ts'
import { sessions } from '#db/schema/accounts.ts'

type Lent = { db: Database; now: () => Date }
type Row = { id: string; data: Record<string, unknown>; expiresAt: Date }

/** What a session holds, or null once it has expired; those who ask together share a read. */
export function createSessionReads({
  query,
  now,
}: {
  query: Query
  now: () => Date
}): (id: string) => Promise<Row['data'] | null> {
  return createGroupedReads(async (ids: readonly string[]) => {
    const rows = await query<Pick<Row, 'id' | 'data'>>(
      'select id, data from session where id = any($1) and expires_at > $2',
      [ids, now()],
    )
    return new Map(rows.map(({ id, data }) => [id, data]))
  })
}

/** Keeps a session, new or changed. Those that have expired go at the same time. */
export async function writeSession({ db, now }: Lent, row: Row): Promise<void> {
  await db.delete(sessions).where(lte(sessions.expiresAt, now()))
  await db.insert(sessions).values(row).onConflictDoUpdate({ target: sessions.id, set: row })
}

export async function deleteSession({ db }: Pick<Lent, 'db'>, id: string): Promise<void> {
  await db.delete(sessions).where(eq(sessions.id, id))
}
