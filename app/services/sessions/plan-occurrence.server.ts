import { and, desc, eq, lt } from 'drizzle-orm'
import { can } from '#app/domain/permissions/can.ts'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import { occurrencesOf } from '#app/domain/sessions/recurrence.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import { visibleMeetings } from '#app/services/meetings/visible-meetings.server.ts'
import { takeCarriedItems } from '#app/services/meetings/write-room-rows.server.ts'
import type { Database } from '#db/database.ts'
import { agendaItems, invitees, meetings, meetingSeries } from '#db/schema/meetings.ts'

type Lent = { db: Database; now: () => Date; newId: () => string }

export type PlanOccurrenceRefusal = {
  code: 'no-such-series' | 'no-such-occurrence' | 'in-the-past'
}

/**
 * Makes a draft of one occurrence of a series: the people, place and rules of
 * the session before it, and of its agenda the two parts that are always there.
 * Asked again, it answers with the draft there is.
 */
export async function planOccurrence(
  services: Lent,
  viewer: StaffViewer,
  { meetingId, at }: { meetingId: string; at: Date },
): Promise<Result<{ meetingId: string }, PlanOccurrenceRefusal>> {
  return services.db.transaction(async (tx) => {
    const [found] = await tx
      .select({ like: meetings, series: meetingSeries })
      .from(meetings)
      .innerJoin(meetingSeries, eq(meetingSeries.id, meetings.seriesId))
      .where(and(eq(meetings.id, meetingId), visibleMeetings({ db: tx }, viewer)))
    if (!found || !can(viewer, 'edit-plan', found.like))
      return refuse({ code: 'no-such-series' })
    const { series } = found
    const [given] = occurrencesOf(series.rrule, series.startsAt, { from: at, count: 1 })
    if (given?.getTime() !== at.getTime()) return refuse({ code: 'no-such-occurrence' })
    const now = services.now()
    if (at <= now) return refuse({ code: 'in-the-past' })

    const [template] = await tx
      .select()
      .from(meetings)
      .where(and(eq(meetings.seriesId, series.id), lt(meetings.occurrenceAt, at)))
      .orderBy(desc(meetings.occurrenceAt))
      .limit(1)
    const like = template ?? found.like
    const id = services.newId()
    const inserted = await tx
      .insert(meetings)
      .values({
        ...like,
        id,
        number: null,
        status: 'draft',
        startsAt: at,
        occurrenceAt: at,
        cancelledReason: null,
        noticeSentAt: null,
        screenVersion: 1,
        createdBy: viewer.personId,
        createdAt: now,
        revision: 1,
      })
      .onConflictDoNothing({ target: [meetings.seriesId, meetings.occurrenceAt] })
      .returning({ id: meetings.id })
    if (inserted.length === 0) {
      const [there] = await tx
        .select({ id: meetings.id })
        .from(meetings)
        .where(and(eq(meetings.seriesId, series.id), eq(meetings.occurrenceAt, at)))
      return there ? ok({ meetingId: there.id }) : refuse({ code: 'no-such-occurrence' })
    }
    await copyPeople(tx, services, like.id, id)
    await copyFixedParts(tx, services, like.id, id)
    await takeCarriedItems(tx, services, { id, compoundId: like.compoundId, room: like.room })
    return ok({ meetingId: id })
  })
}

async function copyPeople(tx: Database, { newId }: Lent, from: string, to: string) {
  const rows = await tx.select().from(invitees).where(eq(invitees.meetingId, from))
  if (rows.length === 0) return
  await tx.insert(invitees).values(
    rows
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ personId, side, role, title, canVote }) => ({
        id: newId(),
        meetingId: to,
        personId,
        side,
        role,
        title,
        canVote,
      })),
  )
}

async function copyFixedParts(tx: Database, { newId }: Lent, from: string, to: string) {
  const rows = await tx.select().from(agendaItems).where(eq(agendaItems.meetingId, from))
  const fixed = rows
    .toSorted((a, b) => a.position - b.position)
    .filter((item) => item.kind === 'report-back' || item.kind === 'open-floor')
  if (fixed.length === 0) return
  await tx.insert(agendaItems).values(
    fixed.map(({ kind, title, minutes, method, secrecy }, position) => ({
      id: newId(),
      meetingId: to,
      position,
      kind,
      title,
      minutes,
      method,
      secrecy,
    })),
  )
}
