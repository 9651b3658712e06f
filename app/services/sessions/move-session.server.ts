import { and, eq, sql } from 'drizzle-orm'
import type { MeetingRefusal } from '#app/domain/meetings/meeting-refusal.ts'
import { can } from '#app/domain/permissions/can.ts'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import { appendToLog, type LogServices } from '#app/services/meetings/append-to-log.server.ts'
import { officerActor } from '#app/services/meetings/officer-actor.server.ts'
import { visibleMeetings } from '#app/services/meetings/visible-meetings.server.ts'
import { meetings } from '#db/schema/meetings.ts'
import { holdDraft, saveDraft, type SessionRow } from './hold-draft.server.ts'

export type MoveRefusal =
  MeetingRefusal | { code: 'no-such-session' | 'in-the-past' | 'session-over' | 'busy' }

/**
 * Gives one session another time or place, by itself: a series it belongs to
 * stays as it is. Once the notice is out this is written into the log, with the
 * reason, and the calendars of those who took it up are corrected.
 */
export async function moveSession(
  services: LogServices,
  viewer: StaffViewer,
  {
    meetingId,
    startsAt,
    venue,
    reason,
  }: { meetingId: string; startsAt: Date; venue: string; reason: string },
): Promise<Result<null, MoveRefusal>> {
  const row = await sessionOf(services, viewer, meetingId)
  if (!row || !can(viewer, 'move-session', row)) return refuse({ code: 'no-such-session' })
  if (startsAt <= services.now()) return refuse({ code: 'in-the-past' })
  if (row.status === 'draft') {
    if (!reason.trim()) return refuse({ code: 'reason-missing' })
    return services.db.transaction(async (tx) => {
      // Its notice may have gone out since it was read, and then the log has the word.
      const held = await holdDraft(tx, viewer, { meetingId, revision: row.revision })
      if (!held.ok) return refuse({ code: 'busy' })
      await saveDraft(tx, held.value, { startsAt, venue: venue.trim() || row.venue })
      return ok(null)
    })
  }
  if (row.status === 'cancelled') return refuse({ code: 'session-over' })
  const moved = await appendToLog(services, {
    meetingId,
    actor: officerActor(viewer, row),
    key: null,
    decideWith: async (_tx, log) => {
      const at = log?.state
      const isThere =
        at?.phase === 'notified' &&
        at.startsAt === startsAt.getTime() &&
        [at.venue, ''].includes(venue.trim())
      if (isThere) return refuse({ code: 'same-place' })
      return ok({ type: 'move', startsAt: startsAt.getTime(), venue, reason })
    },
    alongside: async (tx, { state }) => {
      await tx
        .update(meetings)
        .set({
          startsAt: new Date(state.startsAt),
          venue: state.venue,
          revision: sql`${meetings.revision} + 1`,
        })
        .where(eq(meetings.id, meetingId))
    },
  })
  // Sent twice: it has been moved there.
  return moved.ok || moved.refusal.code === 'same-place' ? ok(null) : moved
}

/** Calls one session off, with the reason everybody who was asked can read. */
export async function cancelSession(
  services: LogServices,
  viewer: StaffViewer,
  { meetingId, reason }: { meetingId: string; reason: string },
): Promise<Result<null, MoveRefusal>> {
  const row = await sessionOf(services, viewer, meetingId)
  if (!row || !can(viewer, 'cancel-session', row)) return refuse({ code: 'no-such-session' })
  const change = { status: 'cancelled', cancelledReason: reason.trim() } as const
  if (row.status === 'cancelled') return refuse({ code: 'session-over' })
  if (row.status === 'draft') {
    if (!reason.trim()) return refuse({ code: 'reason-missing' })
    const [cancelled] = await services.db
      .update(meetings)
      .set(change)
      .where(and(eq(meetings.id, meetingId), eq(meetings.status, 'draft')))
      .returning({ id: meetings.id })
    return cancelled ? ok(null) : refuse({ code: 'busy' })
  }
  const cancelled = await appendToLog(services, {
    meetingId,
    actor: officerActor(viewer, row),
    key: null,
    decideWith: { type: 'cancel', reason },
    alongside: async (tx) => {
      await tx
        .update(meetings)
        .set({ ...change, revision: sql`${meetings.revision} + 1` })
        .where(eq(meetings.id, meetingId))
    },
  })
  return cancelled.ok ? ok(null) : cancelled
}

async function sessionOf(
  { db }: Pick<LogServices, 'db'>,
  viewer: StaffViewer,
  meetingId: string,
): Promise<SessionRow | null> {
  const [row] = await db
    .select()
    .from(meetings)
    .where(and(eq(meetings.id, meetingId), visibleMeetings({ db }, viewer)))
  return row ?? null
}
