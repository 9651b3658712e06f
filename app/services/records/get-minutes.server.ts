import { and, eq, isNull } from 'drizzle-orm'
import { localDateOf } from '#app/domain/calendar/local-date.ts'
import { can } from '#app/domain/permissions/can.ts'
import type { Viewer } from '#app/domain/permissions/viewer.ts'
import { minutesLog } from '#app/domain/records/minutes-log.ts'
import { isAsking } from '#app/domain/records/minutes-phase.ts'
import { reviewOf } from '#app/domain/records/minutes-review.ts'
import type { MinutesView } from '#app/domain/records/minutes-view.ts'
import type { MeetingLogs } from '#app/services/meetings/load-meeting.server.ts'
import type { Database } from '#db/database.ts'
import { resolutions } from '#db/schema/records.ts'
import { publishedMinutesOf } from './get-public-minutes.server.ts'
import { listProposals } from './list-proposals.server.ts'
import { maskedMinutes } from './masked-minutes.server.ts'
import { addendaOf, currentMinutes, findMinutes } from './minutes-rows.server.ts'

/** The minutes of a session, written from its log as far as it has come, for those who keep them. */
export async function getMinutes(
  services: { db: Database; logs: MeetingLogs; now: () => Date },
  viewer: Viewer,
  meetingId: string,
): Promise<MinutesView | null> {
  const source = await findMinutes(services, viewer, meetingId)
  if (!source || !can(viewer, 'edit-minutes', source.meeting)) return null
  const { meeting, log, saved } = source
  const content = currentMinutes(source)
  const [addenda, published, proposals, publication] = await Promise.all([
    addendaOf(services, meetingId),
    services.db
      .select({ itemId: resolutions.itemId, id: resolutions.id, number: resolutions.number })
      .from(resolutions)
      .where(and(eq(resolutions.meetingId, meetingId), isNull(resolutions.withdrawnAt))),
    listProposals(services, meetingId, log.state),
    publishedMinutesOf(services, meetingId),
  ])
  const isConfirmed = saved?.phase === 'confirmed'
  const today = localDateOf(services.now())
  const review = reviewOf(saved, proposals)
  const { document, findings } = await maskedMinutes(services, source, review)
  const askedUntil = saved?.askedUntil ?? null
  return {
    meetingId,
    content,
    log: minutesLog(log.events),
    masked: { document, findings },
    meetingPhase: log.state.phase,
    cancelled: log.state.cancelledReason !== undefined,
    phase: saved?.phase ?? 'draft',
    revision: saved?.revision ?? 0,
    editedAt: saved?.editedAt ?? null,
    editedBy: saved?.editedBy ?? null,
    asking: {
      until: askedUntil,
      open: isAsking(
        {
          phase: saved?.phase ?? 'draft',
          askedUntil,
          endedEarly: (saved?.askingEndedAt ?? null) !== null,
        },
        today,
      ),
      endedReason: saved?.askingEndedReason ?? null,
    },
    proposals: proposals.filter(({ state }) => state !== 'withdrawn'),
    review,
    confirmedAt: saved?.confirmedAt ?? null,
    confirmedBy: saved?.confirmedBy ?? null,
    contentHash: saved?.contentHash ?? null,
    logSeq: isConfirmed ? saved.logSeq : log.seq,
    logHash: isConfirmed ? saved.logHash : log.hash,
    addenda,
    published,
    publishedId: publication?.id ?? null,
    may: {
      edit: !isConfirmed,
      confirm: !isConfirmed && can(viewer, 'confirm-minutes', meeting),
      publish: isConfirmed && can(viewer, 'publish-resolution', meeting),
    },
  }
}
