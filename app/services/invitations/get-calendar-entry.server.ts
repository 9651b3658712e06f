import { and, eq, ne } from 'drizzle-orm'
import type { Room } from '#app/domain/meetings/meeting.ts'
import { can } from '#app/domain/permissions/can.ts'
import type { Viewer } from '#app/domain/permissions/viewer.ts'
import { maskText } from '#app/domain/records/mask.ts'
import { visibleMeetings } from '#app/services/meetings/visible-meetings.server.ts'
import { knownNames } from '#app/services/records/known-names.server.ts'
import { itemsOf } from '#app/services/sessions/get-plan.server.ts'
import type { Database } from '#db/database.ts'
import { meetings } from '#db/schema/meetings.ts'
import { places } from '#db/schema/organisation.ts'

export type CalendarEntry = {
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
  cancelledReason: string | null
  items: string[]
}

/**
 * What a calendar keeps of a session, or null. A draft is nobody's yet. Who has no seat there and does
 * not work for its community is told what the public page of its sessions says.
 */
export async function getCalendarEntry(
  { db, now }: { db: Database; now: () => Date },
  viewer: Viewer,
  meetingId: string,
): Promise<CalendarEntry | null> {
  const [row] = await db
    .select({
      room: meetings.room,
      number: meetings.number,
      compound: places.name,
      compoundEn: places.nameEn,
      venue: meetings.venue,
      startsAt: meetings.startsAt,
      durationMinutes: meetings.durationMinutes,
      revision: meetings.revision,
      status: meetings.status,
      communityId: meetings.communityId,
      cancelledReason: meetings.cancelledReason,
    })
    .from(meetings)
    .innerJoin(places, eq(places.id, meetings.compoundId))
    .where(
      and(
        eq(meetings.id, meetingId),
        ne(meetings.status, 'draft'),
        visibleMeetings({ db }, viewer),
      ),
    )
  if (!row) return null
  const { status, communityId, cancelledReason, ...entry } = row
  const items = await itemsOf(db, meetingId)
  const isTheirs = viewer.kind === 'seat' || can(viewer, 'see-desk', { communityId })
  const known = isTheirs ? null : await knownNames({ db }, communityId, null)
  const told = (text: string) => (known ? maskText(text, known).text : text)
  return {
    ...entry,
    changedAt: now(),
    cancelled: status === 'cancelled',
    cancelledReason: cancelledReason && told(cancelledReason),
    items: items.map((item) => told(item.title)),
  }
}
