import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { localDateOf } from '#app/domain/calendar/local-date.ts'
import { GUEST } from '#app/domain/permissions/viewer.ts'
import { noticeOf } from '#app/domain/records/notice-state.ts'
import type {
  PublishedMinutesContent,
  PublishedMinutesView,
  SealedFile,
} from '#app/domain/records/published-minutes.ts'
import { visibleMeetings } from '#app/services/meetings/visible-meetings.server.ts'
import type { Database } from '#db/database.ts'
import { meetings } from '#db/schema/meetings.ts'
import { places } from '#db/schema/organisation.ts'
import { publishedMinutes, resolutions } from '#db/schema/records.ts'

/** Null when they do not exist; a talk room's never do. */
export async function getPublicMinutes(
  { db, now }: { db: Database; now: () => Date },
  id: string,
): Promise<PublishedMinutesView | null> {
  const [found] = await db
    .select({
      row: publishedMinutes,
      community: {
        name: places.name,
        nameEn: places.nameEn,
        code: places.code,
        hotline: places.hotline,
      },
    })
    .from(publishedMinutes)
    .innerJoin(places, eq(places.id, publishedMinutes.communityId))
    .where(and(eq(publishedMinutes.id, id), ofPublicMeetings(db)))
  if (!found) return null
  const { row, community } = found
  const decided = await db
    .select({ id: resolutions.id, title: resolutions.title, number: resolutions.number })
    .from(resolutions)
    .where(and(eq(resolutions.meetingId, row.meetingId), isNull(resolutions.withdrawnAt)))
    .orderBy(asc(resolutions.number))
  return {
    id: row.id,
    content: row.content,
    contentHash: row.contentHash,
    publishedAt: row.publishedAt,
    notice: noticeOf(row, localDateOf(now())),
    withdrawn: row.withdrawnAt && { at: row.withdrawnAt, reason: row.withdrawnReason ?? '' },
    community,
    resolutions: decided,
  }
}

type PublicSealed = {
  content: PublishedMinutesContent
  noticeFrom: string
  noticeUntil: string
}

/** The published copy as a file that anybody can check; null as above. */
export async function exportPublicMinutes(
  { db }: { db: Database },
  id: string,
): Promise<SealedFile<PublicSealed> | null> {
  const [found] = await db
    .select({ row: publishedMinutes, number: meetings.number })
    .from(publishedMinutes)
    .innerJoin(meetings, eq(meetings.id, publishedMinutes.meetingId))
    .where(and(eq(publishedMinutes.id, id), ofPublicMeetings(db)))
  if (!found) return null
  const { content, noticeFrom, noticeUntil, contentHash, meetingId } = found.row
  return {
    format: 'council730.minutes.public/1',
    meeting: { id: meetingId, number: found.number },
    sealed: { content, noticeFrom, noticeUntil },
    contentHash,
  }
}

/** The standing publication of a meeting's minutes, for a page that links to it. */
export async function publishedMinutesOf(
  { db }: { db: Database },
  meetingId: string,
): Promise<{ id: string } | null> {
  const [row] = await db
    .select({ id: publishedMinutes.id })
    .from(publishedMinutes)
    .where(
      and(
        eq(publishedMinutes.meetingId, meetingId),
        isNull(publishedMinutes.withdrawnAt),
        ofPublicMeetings(db),
      ),
    )
  return row ?? null
}

function ofPublicMeetings(db: Database) {
  return inArray(
    publishedMinutes.meetingId,
    db.select({ id: meetings.id }).from(meetings).where(visibleMeetings({ db }, GUEST)),
  )
}
