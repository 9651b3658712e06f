import { and, eq } from 'drizzle-orm'
import { localDateOf } from '#app/domain/calendar/local-date.ts'
import { can } from '#app/domain/permissions/can.ts'
import type { Viewer } from '#app/domain/permissions/viewer.ts'
import { decideMinutes, type MinutesStepRefusal } from '#app/domain/records/minutes-phase.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import type { MeetingLogs } from '#app/services/meetings/load-meeting.server.ts'
import type { Database } from '#db/database.ts'
import { meetings } from '#db/schema/meetings.ts'
import { contentHash } from './content-hash.server.ts'
import {
  draftedMinutes,
  findMinutes,
  holdMinutes,
  standingOf,
  writeMinutes,
} from './minutes-rows.server.ts'

export type ConfirmMinutesRefusal = MinutesStepRefusal | { code: 'no-such-meeting' }

/**
 * Seals the minutes: from now on they do not change, and anybody can check
 * them against their hash and against the last hash of the log.
 *
 * @param unasked - why participants were not asked for corrections; without
 *   meaning once they were.
 */
export async function confirmMinutes(
  services: { db: Database; logs: MeetingLogs; now: () => Date },
  viewer: Viewer,
  {
    meetingId,
    revision,
    unasked = '',
  }: { meetingId: string; revision: number; unasked?: string },
): Promise<Result<{ contentHash: string }, ConfirmMinutesRefusal>> {
  const { db, logs, now } = services
  return db.transaction(async (tx) => {
    // Held, so that no proposal comes in between being counted and being sealed over.
    await holdMinutes(tx, meetingId)
    const source = await findMinutes({ db: tx, logs }, viewer, meetingId)
    if (viewer.kind !== 'staff' || !source || !can(viewer, 'confirm-minutes', source.meeting)) {
      return refuse({ code: 'no-such-meeting' })
    }
    const { log, saved } = source
    const at = now()
    const standing = await standingOf({ db: tx }, source)
    const step = { type: 'confirm', revision, unasked } as const
    const decided = decideMinutes(standing, step, localDateOf(at))
    if (!decided.ok) return decided
    const content = draftedMinutes(source)
    const hash = contentHash(content)
    const kept = await writeMinutes(tx, meetingId, revision, {
      phase: 'confirmed',
      content,
      logSeq: log.seq,
      logHash: log.hash,
      editedBy: saved?.editedBy ?? viewer.name,
      editedAt: saved?.editedAt ?? at,
      confirmedBy: viewer.name,
      confirmedAt: at,
      contentHash: hash,
      unaskedReason: standing.askedUntil === null ? unasked.trim() : null,
    })
    if (kept === null) return refuse({ code: 'stale-minutes', revision: revision + 1 })
    await tx
      .update(meetings)
      .set({ status: 'minutes-confirmed' })
      .where(and(eq(meetings.id, meetingId), eq(meetings.status, 'closed')))
    return ok({ contentHash: hash })
  })
}
