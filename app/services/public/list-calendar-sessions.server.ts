import { and, asc, eq, gte } from 'drizzle-orm'
import type { Room } from '#app/domain/meetings/meeting.ts'
import { GUEST } from '#app/domain/permissions/viewer.ts'
import { visibleMeetings } from '#app/services/meetings/visible-meetings.server.ts'
import type { Database } from '#db/database.ts'
import { meetings } from '#db/schema/meetings.ts'
import { places } from '#db/schema/organisation.ts'

const DAY_MS = 86_400_000
/** What was moved or called off lately stays in the feed, so that calendars hear of it. */
const KEPT_DAYS = 30

export type FeedSession = {
  id: string
  room: Room
  number: number | null
  compound: string
  compoundEn: string
  venue: string
  startsAt: Date
  durationMinutes: number
  revision: number
  changedAt: Date
  cancelled: boolean
}

/** What the public calendar of a community holds. A change raises `revision`. */
export async function listCalendarSessions(
  { db, now }: { db: Database; now: () => Date },
  communityId: string,
): Promise<FeedSession[]> {
  const since = new Date(now().getTime() - KEPT_DAYS * DAY_MS)
  const rows = await db
    .select({ meeting: meetings, compound: places.name, compoundEn: places.nameEn })
    .from(meetings)
    .innerJoin(places, eq(places.id, meetings.compoundId))
    .where(
      and(
        visibleMeetings({ db }, GUEST),
        eq(meetings.communityId, communityId),
        gte(meetings.startsAt, since),
      ),
    )
    .orderBy(asc(meetings.startsAt), asc(meetings.id))
  return rows.map(({ meeting, compound, compoundEn }) => ({
    id: meeting.id,
    room: meeting.room,
    number: meeting.number,
    compound,
    compoundEn,
    venue: meeting.venue,
    startsAt: meeting.startsAt,
    durationMinutes: meeting.durationMinutes,
    revision: meeting.revision,
    changedAt: meeting.noticeSentAt ?? meeting.createdAt,
    cancelled: meeting.status === 'cancelled',
  }))
}
