import { and, eq } from 'drizzle-orm'
import { can } from '#app/domain/permissions/can.ts'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import { visibleMeetings } from '#app/services/meetings/visible-meetings.server.ts'
import type { Database } from '#db/database.ts'
import { meetings } from '#db/schema/meetings.ts'
import type { DraftRefusal } from './hold-draft.server.ts'

/** Throws away a plan nobody was told of. Its agenda and its list go with it. */
export async function discardDraft(
  { db }: { db: Database },
  viewer: StaffViewer,
  meetingId: string,
): Promise<Result<null, DraftRefusal>> {
  return db.transaction(async (tx) => {
    const [row] = await tx
      .select()
      .from(meetings)
      .where(and(eq(meetings.id, meetingId), visibleMeetings({ db: tx }, viewer)))
      .for('update')
    if (!row || !can(viewer, 'edit-plan', row)) return refuse({ code: 'no-such-session' })
    if (row.status !== 'draft') return refuse({ code: 'notice-sent' })
    await tx.delete(meetings).where(eq(meetings.id, meetingId))
    return ok(null)
  })
}
