import { can } from '#app/domain/permissions/can.ts'
import type { Viewer } from '#app/domain/permissions/viewer.ts'
import type { MinutesDocument } from '#app/domain/records/minutes-document.ts'
import { minutesLog, type FactSources } from '#app/domain/records/minutes-log.ts'
import { reviewOf, type MinutesReview } from '#app/domain/records/minutes-review.ts'
import type { MinutesContent } from '#app/domain/records/minutes.ts'
import type { SealedFile } from '#app/domain/records/published-minutes.ts'
import type { MeetingLogs } from '#app/services/meetings/load-meeting.server.ts'
import type { Database } from '#db/database.ts'
import { publishedMinutesOf } from './get-public-minutes.server.ts'
import { listProposals } from './list-proposals.server.ts'
import { archiveMinutes } from './masked-minutes.server.ts'
import { addendaOf, currentMinutes, findMinutes } from './minutes-rows.server.ts'

/** Minutes as they leave the house on paper or as a file, with everybody's name. */
export type MinutesExport = {
  document: MinutesDocument
  /** Null while they are not sealed: then every sheet says that it is a draft. */
  sealed: { hash: string; at: Date; by: string } | null
  addenda: { text: string; reason: string; addedAt: Date }[]
  /** The masked copy that a QR code can lead to, once there is one. */
  publishedId: string | null
  file: SealedFile<MinutesContent> & {
    log: { seq: number; hash: string }
    review: MinutesReview
    sources: FactSources
    /** What was added after the seal. The hash is over `sealed` alone. */
    addenda: { text: string; reason: string; addedAt: Date }[]
  }
}

/** For those who keep the minutes, or null. */
export async function exportMinutes(
  services: { db: Database; logs: MeetingLogs },
  viewer: Viewer,
  meetingId: string,
): Promise<MinutesExport | null> {
  const source = await findMinutes(services, viewer, meetingId)
  if (!source || !can(viewer, 'edit-minutes', source.meeting)) return null
  const { meeting, log, saved } = source
  const review = reviewOf(saved, await listProposals(services, meetingId, log.state))
  const isSealed = saved?.phase === 'confirmed'
  const hash = isSealed ? saved.contentHash : null
  const [{ document }, addenda, published] = await Promise.all([
    archiveMinutes(services, source, review),
    addendaOf(services, meetingId),
    publishedMinutesOf(services, meetingId),
  ])
  return {
    document,
    sealed:
      isSealed && hash !== null && saved.confirmedAt !== null
        ? { hash, at: saved.confirmedAt, by: saved.confirmedBy ?? '' }
        : null,
    addenda,
    publishedId: published?.id ?? null,
    file: {
      format: 'council730.minutes/1',
      meeting: { id: meetingId, number: meeting.number },
      sealed: currentMinutes(source),
      contentHash: hash,
      log: isSealed
        ? { seq: saved.logSeq, hash: saved.logHash }
        : { seq: log.seq, hash: log.hash },
      review,
      sources: minutesLog(log.events).sources,
      addenda: addenda.map(({ text, reason, addedAt }) => ({ text, reason, addedAt })),
    },
  }
}
