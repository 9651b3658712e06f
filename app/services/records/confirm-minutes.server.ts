import { and, eq } from 'drizzle-orm'
import { can } from '#app/domain/permissions/can.ts'
import type { Viewer } from '#app/domain/permissions/viewer.ts'
import { draftMinutes } from '#app/domain/records/draft-minutes.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import type { MeetingLogs } from '#app/services/meetings/load-meeting.server.ts'
import type { Database } from '#db/database.ts'
import { meetings } from '#db/schema/meetings.ts'
import { minutes } from '#db/schema/records.ts'
import { contentHash } from './content-hash.server.ts'
import { findMinutes } from './minutes-rows.server.ts'

export type ConfirmMinutesRefusal =
  | {
      code: 'no-such-meeting' | 'meeting-not-closed' | 'meeting-cancelled' | 'minutes-confirmed'
    }
  | { code: 'stale-minutes'; revision: number }

/**
 * Seals the minutes: from now on they do not change, and anybody can check
 * them against their hash and against the last hash of the log.
 */
export async function confirmMinutes(
  services: { db: Database; logs: MeetingLogs; now: () => Date },
  viewer: Viewer,
  { meetingId, revision }: { meetingId: string; revision: number },
): Promise<Result<{ contentHash: string }, ConfirmMinutesRefusal>> {
  const { db, logs, now } = services
  return db.transaction(async (tx) => {
    const source = await findMinutes({ db: tx, logs }, viewer, meetingId)
    if (viewer.kind !== 'staff' || !source || !can(viewer, 'confirm-minutes', source.meeting)) {
      return refuse({ code: 'no-such-meeting' })
    }
    const { log, saved } = source
    if (log.state.cancelledReason !== undefined) return refuse({ code: 'meeting-cancelled' })
    if (log.state.phase !== 'closed') return refuse({ code: 'meeting-not-closed' })
    if (saved?.phase === 'confirmed') return refuse({ code: 'minutes-confirmed' })
    if ((saved?.revision ?? 0) !== revision) {
      return refuse({ code: 'stale-minutes', revision: saved?.revision ?? 0 })
    }
    const content = draftMinutes(log.state, log.events, saved?.content ?? null)
    const at = now()
    const hash = contentHash(content)
    const sealed = {
      phase: 'confirmed' as const,
      content,
      logSeq: log.seq,
      logHash: log.hash,
      revision: revision + 1,
      editedBy: saved?.editedBy ?? viewer.name,
      editedAt: saved?.editedAt ?? at,
      confirmedBy: viewer.name,
      confirmedAt: at,
      contentHash: hash,
    }
    const written =
      revision === 0
        ? await tx
            .insert(minutes)
            .values({ meetingId, ...sealed })
            .onConflictDoNothing()
            .returning({ meetingId: minutes.meetingId })
        : await tx
            .update(minutes)
            .set(sealed)
            .where(
              and(
                eq(minutes.meetingId, meetingId),
                eq(minutes.revision, revision),
                eq(minutes.phase, 'prepared'),
              ),
            )
            .returning({ meetingId: minutes.meetingId })
    if (written.length === 0) return refuse({ code: 'stale-minutes', revision: revision + 1 })
    await tx
      .update(meetings)
      .set({ status: 'minutes-confirmed' })
      .where(and(eq(meetings.id, meetingId), eq(meetings.status, 'closed')))
    return ok({ contentHash: hash })
  })
}
