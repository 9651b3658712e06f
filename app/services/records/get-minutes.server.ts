import { and, eq, isNull } from 'drizzle-orm'
import { can } from '#app/domain/permissions/can.ts'
import type { Viewer } from '#app/domain/permissions/viewer.ts'
import { maskMinutes } from '#app/domain/records/mask-minutes.ts'
import type { MinutesView } from '#app/domain/records/minutes-view.ts'
import type { MeetingLogs } from '#app/services/meetings/load-meeting.server.ts'
import type { Database } from '#db/database.ts'
import { resolutions } from '#db/schema/records.ts'
import { knownNames } from './known-names.server.ts'
import { addendaOf, currentMinutes, findMinutes } from './minutes-rows.server.ts'

/** The minutes of a session, written from its log as far as it has come, for those who keep them. */
export async function getMinutes(
  services: { db: Database; logs: MeetingLogs },
  viewer: Viewer,
  meetingId: string,
): Promise<MinutesView | null> {
  const source = await findMinutes(services, viewer, meetingId)
  if (!source || !can(viewer, 'edit-minutes', source.meeting)) return null
  const { meeting, log, saved } = source
  const content = currentMinutes(source)
  const [known, addenda, published] = await Promise.all([
    knownNames(services, meeting.communityId, log.state),
    addendaOf(services, meetingId),
    services.db
      .select({ itemId: resolutions.itemId, id: resolutions.id, number: resolutions.number })
      .from(resolutions)
      .where(and(eq(resolutions.meetingId, meetingId), isNull(resolutions.withdrawnAt))),
  ])
  const isConfirmed = saved?.phase === 'confirmed'
  return {
    meetingId,
    content,
    masked: maskMinutes(content, known),
    meetingPhase: log.state.phase,
    cancelled: log.state.cancelledReason !== undefined,
    phase: saved?.phase ?? 'draft',
    revision: saved?.revision ?? 0,
    editedAt: saved?.editedAt ?? null,
    editedBy: saved?.editedBy ?? null,
    confirmedAt: saved?.confirmedAt ?? null,
    confirmedBy: saved?.confirmedBy ?? null,
    contentHash: saved?.contentHash ?? null,
    logSeq: isConfirmed ? saved.logSeq : log.seq,
    logHash: isConfirmed ? saved.logHash : log.hash,
    addenda,
    published,
    may: {
      edit: !isConfirmed,
      confirm: !isConfirmed && can(viewer, 'confirm-minutes', meeting),
      publish: isConfirmed && can(viewer, 'publish-resolution', meeting),
    },
  }
}
