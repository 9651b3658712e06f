import { and, eq } from 'drizzle-orm'
import { can } from '#app/domain/permissions/can.ts'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import { visibleMeetings } from '#app/services/meetings/visible-meetings.server.ts'
import type { Database } from '#db/database.ts'
import { meetings } from '#db/schema/meetings.ts'

export type SessionRow = typeof meetings.$inferSelect

export type DraftRefusal =
  | { code: 'no-such-session' }
  /** The notice is out; the log is the truth and the plan is closed. */
  | { code: 'notice-sent' }
  /** Somebody saved since this form was opened; `revision` is theirs. */
  | { code: 'stale'; revision: number }

/**
 * Locks a draft for one save. Two saves at once wait for each other, and the
 * second one is told that it is stale.
 *
 * @param tx - must be a transaction.
 */
export async function holdDraft(
  tx: Database,
  viewer: StaffViewer,
  { meetingId, revision }: { meetingId: string; revision: number },
): Promise<Result<SessionRow, DraftRefusal>> {
  const [row] = await tx
    .select()
    .from(meetings)
    .where(and(eq(meetings.id, meetingId), visibleMeetings({ db: tx }, viewer)))
    .for('update')
  if (!row || !can(viewer, 'edit-plan', row)) return refuse({ code: 'no-such-session' })
  if (row.status !== 'draft') return refuse({ code: 'notice-sent' })
  if (row.revision !== revision) return refuse({ code: 'stale', revision: row.revision })
  return ok(row)
}

/** Writes a held draft and raises its revision, which is the answer. */
export async function saveDraft(
  tx: Database,
  row: SessionRow,
  change: Partial<Omit<SessionRow, 'id' | 'revision' | 'communityId' | 'status'>>,
): Promise<number> {
  const revision = row.revision + 1
  await tx
    .update(meetings)
    .set({ ...change, revision })
    .where(eq(meetings.id, row.id))
  return revision
}

export type Saved = Result<{ revision: number }, DraftRefusal>
