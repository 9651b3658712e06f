import { and, eq } from 'drizzle-orm'
import { can } from '#app/domain/permissions/can.ts'
import type { Viewer } from '#app/domain/permissions/viewer.ts'
import { draftMinutes } from '#app/domain/records/draft-minutes.ts'
import { editMinutes, type MinutesEdits } from '#app/domain/records/edit-minutes.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import type { MeetingLogs } from '#app/services/meetings/load-meeting.server.ts'
import type { Database } from '#db/database.ts'
import { minutes } from '#db/schema/records.ts'
import { findMinutes } from './minutes-rows.server.ts'

export type SaveMinutesRefusal =
  | { code: 'no-such-meeting' | 'minutes-confirmed' }
  /** Somebody saved after this page was opened. What was typed is not lost: the page still has it. */
  | { code: 'stale-minutes'; revision: number }

/**
 * Keeps what the recorder typed. The facts are written again from the log, so
 * minutes can be saved while the meeting runs, as often as one likes.
 *
 * @param revision - what the page was opened with; 0 before the first save.
 */
export async function saveMinutes(
  services: { db: Database; logs: MeetingLogs; now: () => Date },
  viewer: Viewer,
  { meetingId, revision, edits }: { meetingId: string; revision: number; edits: MinutesEdits },
): Promise<Result<{ revision: number; savedAt: Date }, SaveMinutesRefusal>> {
  const { db, logs, now } = services
  return db.transaction(async (tx) => {
    const source = await findMinutes({ db: tx, logs }, viewer, meetingId)
    if (viewer.kind !== 'staff' || !source || !can(viewer, 'edit-minutes', source.meeting)) {
      return refuse({ code: 'no-such-meeting' })
    }
    const { log, saved } = source
    if (saved?.phase === 'confirmed') return refuse({ code: 'minutes-confirmed' })
    if ((saved?.revision ?? 0) !== revision) {
      return refuse({ code: 'stale-minutes', revision: saved?.revision ?? 0 })
    }
    const drafted = draftMinutes(log.state, log.events, saved?.content ?? null)
    const savedAt = now()
    const row = {
      content: editMinutes(drafted, edits),
      logSeq: log.seq,
      logHash: log.hash,
      revision: revision + 1,
      editedBy: viewer.name,
      editedAt: savedAt,
    }
    // Two first saves at once: the primary key lets one in. Two later ones: the revision does.
    const written =
      revision === 0
        ? await tx
            .insert(minutes)
            .values({ meetingId, phase: 'prepared', ...row })
            .onConflictDoNothing()
            .returning({ revision: minutes.revision })
        : await tx
            .update(minutes)
            .set(row)
            .where(
              and(
                eq(minutes.meetingId, meetingId),
                eq(minutes.revision, revision),
                eq(minutes.phase, 'prepared'),
              ),
            )
            .returning({ revision: minutes.revision })
    const [kept] = written
    if (!kept) return refuse({ code: 'stale-minutes', revision: revision + 1 })
    return ok({ revision: kept.revision, savedAt })
  })
}
