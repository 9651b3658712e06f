import { and, eq, isNull } from 'drizzle-orm'
import { lastDayOf, PUBLICATION_DAYS } from '#app/domain/calendar/deadlines.ts'
import { localDateOf } from '#app/domain/calendar/local-date.ts'
import { WORK_CALENDAR } from '#app/domain/calendar/work-calendar.ts'
import { can } from '#app/domain/permissions/can.ts'
import type { Viewer } from '#app/domain/permissions/viewer.ts'
import { maskText } from '#app/domain/records/mask.ts'
import { reviewOf } from '#app/domain/records/minutes-review.ts'
import type { PublishedMinutesContent } from '#app/domain/records/published-minutes.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import type { MeetingLogs } from '#app/services/meetings/load-meeting.server.ts'
import type { Database } from '#db/database.ts'
import { publishedMinutes } from '#db/schema/records.ts'
import { contentHash } from './content-hash.server.ts'
import { knownNames } from './known-names.server.ts'
import { listProposals } from './list-proposals.server.ts'
import { maskedMinutes } from './masked-minutes.server.ts'
import { addendaOf, findMinutes, holdMinutes } from './minutes-rows.server.ts'

export type PublishMinutesRefusal = {
  code:
    | 'no-such-meeting'
    | 'minutes-not-confirmed'
    /** What two neighbours talked about is theirs. */
    | 'not-for-the-public'
    | 'minutes-published'
}

/**
 * Publishes sealed minutes: the masked copy that the desk has seen, with its own
 * hash and 15 days of notice. Once, until it is withdrawn.
 */
export async function publishMinutes(
  services: { db: Database; logs: MeetingLogs; now: () => Date; newId: () => string },
  viewer: Viewer,
  { meetingId }: { meetingId: string },
): Promise<Result<{ id: string }, PublishMinutesRefusal>> {
  const { db, logs, now, newId } = services
  return db.transaction(async (tx) => {
    await holdMinutes(tx, meetingId)
    const source = await findMinutes({ db: tx, logs }, viewer, meetingId)
    if (viewer.kind !== 'staff' || !source || !can(viewer, 'edit-minutes', source.meeting)) {
      return refuse({ code: 'no-such-meeting' })
    }
    const { meeting, saved, log } = source
    if (meeting.room === 'talkroom') return refuse({ code: 'not-for-the-public' })
    if (!can(viewer, 'publish-resolution', meeting)) return refuse({ code: 'no-such-meeting' })
    if (saved?.phase !== 'confirmed' || saved.contentHash === null) {
      return refuse({ code: 'minutes-not-confirmed' })
    }
    const [standing] = await tx
      .select({ id: publishedMinutes.id })
      .from(publishedMinutes)
      .where(
        and(eq(publishedMinutes.meetingId, meetingId), isNull(publishedMinutes.withdrawnAt)),
      )
    if (standing) return refuse({ code: 'minutes-published' })

    const proposals = await listProposals({ db: tx }, meetingId, log.state)
    const { told, document, review } = await maskedMinutes(
      { db: tx },
      source,
      reviewOf(saved, proposals),
    )
    const known = await knownNames({ db: tx }, meeting.communityId, log.state)
    const addenda = await addendaOf({ db: tx }, meetingId)
    const content: PublishedMinutesContent = {
      document,
      told,
      review,
      addenda: addenda.map(({ text, reason, addedAt }) => ({
        text: maskText(text, known).text,
        reason: maskText(reason, known).text,
        addedOn: localDateOf(addedAt),
      })),
      minutesHash: saved.contentHash,
      logHash: saved.logHash,
    }
    const at = now()
    const noticeFrom = localDateOf(at)
    const noticeUntil = lastDayOf(
      noticeFrom,
      { days: PUBLICATION_DAYS, of: 'resident' },
      WORK_CALENDAR,
    )
    const id = newId()
    await tx.insert(publishedMinutes).values({
      id,
      communityId: meeting.communityId,
      meetingId,
      content,
      contentHash: contentHash({ content, noticeFrom, noticeUntil }),
      publishedAt: at,
      publishedBy: viewer.name,
      noticeFrom,
      noticeUntil,
    })
    return ok({ id })
  })
}
