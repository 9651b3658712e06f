import { and, asc, eq, sql } from 'drizzle-orm'
import type { MatterState, Visit } from '#app/domain/matters/matter-state.ts'
import type { Database } from '#db/database.ts'
import { matterEvents, matters, returnVisits, tasks } from '#db/schema/matters.ts'

export type MatterRow = typeof matters.$inferSelect

/** A matter held for this transaction: nobody else changes it until we are done. */
export type HeldMatter = {
  row: MatterRow
  state: MatterState
  /** The last step on its timeline. */
  seq: number
}

/**
 * Reads a matter and keeps others from changing it until the transaction ends.
 * The primary key `(matter_id, seq)` is what makes two steps at once impossible;
 * the row lock turns the collision into a short wait.
 */
export async function holdMatter(tx: Database, matterId: string): Promise<HeldMatter | null> {
  const [row] = await tx.select().from(matters).where(eq(matters.id, matterId)).for('update')
  if (!row) return null
  const ownTasks = await tx
    .select({
      id: tasks.id,
      status: tasks.status,
      dueOn: tasks.dueOn,
      progress: tasks.progress,
    })
    .from(tasks)
    .where(eq(tasks.matterId, matterId))
    .orderBy(asc(tasks.createdAt), asc(tasks.id))
  const round = row.reopenedCount + 1
  const visits = await tx
    .select()
    .from(returnVisits)
    .where(and(eq(returnVisits.matterId, matterId), eq(returnVisits.round, round)))
    .orderBy(asc(returnVisits.at), asc(returnVisits.id))
  const [last] = await tx
    .select({ seq: sql<number>`coalesce(max(${matterEvents.seq}), 0)::int` })
    .from(matterEvents)
    .where(eq(matterEvents.matterId, matterId))
  return {
    row,
    seq: last?.seq ?? 0,
    state: {
      status: row.status,
      dueOn: row.dueOn,
      tasks: ownTasks,
      visits: visits.map(visitOf),
      reopenedCount: row.reopenedCount,
      solved: row.solved,
      satisfaction: row.satisfaction,
    },
  }
}

function visitOf(row: typeof returnVisits.$inferSelect): Visit {
  const { method, reason } = row
  return row.reached && row.solved && row.satisfaction
    ? { method, reason, reached: true, solved: row.solved, satisfaction: row.satisfaction }
    : { method, reason, reached: false, solved: null, satisfaction: null }
}

/** The step that this key made before, if it did. */
export async function stepMadeBy(
  tx: Database,
  matterId: string,
  key: string,
): Promise<number | null> {
  const [row] = await tx
    .select({ seq: matterEvents.seq })
    .from(matterEvents)
    .where(and(eq(matterEvents.matterId, matterId), sql`${matterEvents.data}->>'key' = ${key}`))
    .limit(1)
  return row?.seq ?? null
}
