import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import type { MeetingStatus } from '#app/domain/meetings/meeting.ts'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import type { SessionLists } from '#app/domain/sessions/session-view.ts'
import { visibleMeetings } from '#app/services/meetings/visible-meetings.server.ts'
import type { Database } from '#db/database.ts'
import { invitees, meetings } from '#db/schema/meetings.ts'
import { places } from '#db/schema/organisation.ts'

const PAST_SHOWN = 40
const COMING: readonly MeetingStatus[] = ['notified', 'doors-open', 'in-session', 'paused']

/** The sessions a member of staff may know of, in the order they are worked on. */
export async function listSessions(
  { db }: { db: Database },
  viewer: StaffViewer,
): Promise<SessionLists> {
  const line = {
    id: meetings.id,
    room: meetings.room,
    status: meetings.status,
    number: meetings.number,
    compound: places.name,
    compoundEn: places.nameEn,
    venue: meetings.venue,
    startsAt: meetings.startsAt,
    invited: sql<number>`(select count(*)::int from ${invitees} where ${invitees.meetingId} = ${meetings.id})`,
    coming: sql<number>`(select count(*)::int from ${invitees} where ${invitees.meetingId} = ${meetings.id} and ${invitees.rsvp} in ('yes', 'deputy'))`,
  }
  const from = (statuses: readonly MeetingStatus[]) =>
    db
      .select(line)
      .from(meetings)
      .innerJoin(places, eq(places.id, meetings.compoundId))
      .where(and(visibleMeetings({ db }, viewer), inArray(meetings.status, [...statuses])))
  const [drafts, coming, past] = await Promise.all([
    from(['draft']).orderBy(asc(meetings.startsAt)),
    from(COMING).orderBy(asc(meetings.startsAt)),
    from(['closed', 'minutes-confirmed', 'published', 'cancelled'])
      .orderBy(desc(meetings.startsAt))
      .limit(PAST_SHOWN),
  ])
  return { drafts, coming, past }
}
