import { localDateOf } from '#app/domain/calendar/local-date.ts'
import { can } from '#app/domain/permissions/can.ts'
import type { Viewer } from '#app/domain/permissions/viewer.ts'
import { editMinutes, type MinutesEdits } from '#app/domain/records/edit-minutes.ts'
import { decideMinutes, type MinutesStepRefusal } from '#app/domain/records/minutes-phase.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import type { MeetingLogs } from '#app/services/meetings/load-meeting.server.ts'
import type { Database } from '#db/database.ts'
import { draftedMinutes, findMinutes, standingOf, writeMinutes } from './minutes-rows.server.ts'

export type SaveMinutesRefusal = MinutesStepRefusal | { code: 'no-such-meeting' }

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
    const savedAt = now()
    const standing = await standingOf({ db: tx }, source)
    const decided = decideMinutes(standing, { type: 'save', revision }, localDateOf(savedAt))
    if (!decided.ok) return decided
    const drafted = draftedMinutes(source)
    const kept = await writeMinutes(tx, meetingId, revision, {
      phase: saved?.phase ?? 'prepared',
      content: editMinutes(drafted, edits),
      logSeq: log.seq,
      logHash: log.hash,
      editedBy: viewer.name,
      editedAt: savedAt,
    })
    if (kept === null) return refuse({ code: 'stale-minutes', revision: revision + 1 })
    return ok({ revision: kept, savedAt })
  })
}
