import { and, eq, sql } from 'drizzle-orm'
import { localDateOf } from '#app/domain/calendar/local-date.ts'
import { can } from '#app/domain/permissions/can.ts'
import type { Viewer } from '#app/domain/permissions/viewer.ts'
import { decideMinutes, type MinutesStepRefusal } from '#app/domain/records/minutes-phase.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import type { MeetingLogs } from '#app/services/meetings/load-meeting.server.ts'
import type { Database } from '#db/database.ts'
import { minutesAddenda } from '#db/schema/records.ts'
import { findMinutes, holdMinutes, standingOf } from './minutes-rows.server.ts'

export type AddToMinutesRefusal = MinutesStepRefusal | { code: 'no-such-meeting' }

/** Adds to sealed minutes, with the reason why. What was sealed stays as it is; the same words twice are one addition. */
export async function addToMinutes(
  services: { db: Database; logs: MeetingLogs; now: () => Date },
  viewer: Viewer,
  { meetingId, reason, text }: { meetingId: string; reason: string; text: string },
): Promise<Result<{ position: number }, AddToMinutesRefusal>> {
  const { db, logs, now } = services
  return db.transaction(async (tx) => {
    // Held, so that two additions at once stand one after the other.
    await holdMinutes(tx, meetingId)
    const source = await findMinutes({ db: tx, logs }, viewer, meetingId)
    if (viewer.kind !== 'staff' || !source || !can(viewer, 'confirm-minutes', source.meeting)) {
      return refuse({ code: 'no-such-meeting' })
    }
    const standing = await standingOf({ db: tx }, source)
    const step = { type: 'add', reason, text } as const
    const decided = decideMinutes(standing, step, localDateOf(now()))
    if (!decided.ok) return decided
    const said = { reason: reason.trim(), text: text.trim() }
    const [same] = await tx
      .select({ position: minutesAddenda.position })
      .from(minutesAddenda)
      .where(
        and(
          eq(minutesAddenda.meetingId, meetingId),
          eq(minutesAddenda.reason, said.reason),
          eq(minutesAddenda.text, said.text),
        ),
      )
    if (same) return ok(same)
    const [last] = await tx
      .select({ position: sql<number>`coalesce(max(${minutesAddenda.position}), 0)::int` })
      .from(minutesAddenda)
      .where(eq(minutesAddenda.meetingId, meetingId))
    const position = (last?.position ?? 0) + 1
    await tx.insert(minutesAddenda).values({
      meetingId,
      position,
      ...said,
      addedBy: viewer.name,
      addedAt: now(),
    })
    return ok({ position })
  })
}
