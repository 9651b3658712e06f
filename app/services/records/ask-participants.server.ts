import { eq } from 'drizzle-orm'
import { localDateOf, type LocalDate } from '#app/domain/calendar/local-date.ts'
import { WORK_CALENDAR } from '#app/domain/calendar/work-calendar.ts'
import { can } from '#app/domain/permissions/can.ts'
import type { Viewer } from '#app/domain/permissions/viewer.ts'
import {
  askingUntil,
  decideMinutes,
  type MinutesStepRefusal,
} from '#app/domain/records/minutes-phase.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import type { MeetingLogs } from '#app/services/meetings/load-meeting.server.ts'
import type { Database } from '#db/database.ts'
import { minutes } from '#db/schema/records.ts'
import {
  currentMinutes,
  findMinutes,
  holdMinutes,
  standingOf,
  writeMinutes,
} from './minutes-rows.server.ts'

export type AskRefusal = MinutesStepRefusal | { code: 'no-such-meeting' }

export type AskingStep =
  | { type: 'ask'; days: number }
  | { type: 'take-back-asking' }
  | { type: 'end-asking'; reason: string }

/**
 * Asks everybody who has a seat to read the minutes and propose corrections
 * until a day, takes that back while nobody has, or ends it early with a reason.
 */
export async function askParticipants(
  services: { db: Database; logs: MeetingLogs; now: () => Date },
  viewer: Viewer,
  { meetingId, step }: { meetingId: string; step: AskingStep },
): Promise<Result<{ until: LocalDate | null }, AskRefusal>> {
  const { db, logs, now } = services
  return db.transaction(async (tx) => {
    await holdMinutes(tx, meetingId)
    const source = await findMinutes({ db: tx, logs }, viewer, meetingId)
    if (viewer.kind !== 'staff' || !source || !can(viewer, 'edit-minutes', source.meeting)) {
      return refuse({ code: 'no-such-meeting' })
    }
    const at = now()
    const today = localDateOf(at)
    const decided = decideMinutes(await standingOf({ db: tx }, source), step, today)
    if (!decided.ok) return decided
    const { saved, log } = source
    if (step.type === 'ask') {
      const until = askingUntil(today, step.days, WORK_CALENDAR)
      const asked = { phase: 'proposals' as const, askedAt: at, askedUntil: until }
      if (saved) {
        await tx.update(minutes).set(asked).where(eq(minutes.meetingId, meetingId))
        return ok({ until })
      }
      const first = await writeMinutes(tx, meetingId, 0, {
        ...asked,
        content: currentMinutes(source),
        logSeq: log.seq,
        logHash: log.hash,
        editedBy: viewer.name,
        editedAt: at,
      })
      return first === null ? refuse({ code: 'stale-minutes', revision: 1 }) : ok({ until })
    }
    const set =
      step.type === 'end-asking'
        ? { askingEndedAt: at, askingEndedReason: step.reason.trim() }
        : { phase: 'prepared' as const, askedAt: null, askedUntil: null, askingEndedAt: null }
    await tx.update(minutes).set(set).where(eq(minutes.meetingId, meetingId))
    return ok({ until: step.type === 'end-asking' ? (saved?.askedUntil ?? null) : null })
  })
}
