import { and, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { mayDepute, type Invitation } from '#app/domain/invitations/invitation.ts'
import type { SeatViewer } from '#app/domain/permissions/viewer.ts'
import { visibleMeetings } from '#app/services/meetings/visible-meetings.server.ts'
import { itemsOf } from '#app/services/sessions/get-plan.server.ts'
import type { Database } from '#db/database.ts'
import { invitees, meetings } from '#db/schema/meetings.ts'
import { people, places } from '#db/schema/organisation.ts'

/** The invitation of the person whose seat it is, or null. */
export async function getInvitation(
  { db }: { db: Database },
  viewer: SeatViewer,
): Promise<Invitation | null> {
  const communities = alias(places, 'community')
  const [row] = await db
    .select({
      meetingId: meetings.id,
      seatId: invitees.id,
      name: people.name,
      side: invitees.side,
      role: invitees.role,
      canVote: invitees.canVote,
      room: meetings.room,
      body: meetings.body,
      status: meetings.status,
      number: meetings.number,
      compound: places.name,
      compoundEn: places.nameEn,
      community: communities.name,
      communityEn: communities.nameEn,
      venue: meetings.venue,
      startsAt: meetings.startsAt,
      durationMinutes: meetings.durationMinutes,
      cancelledReason: meetings.cancelledReason,
      hotline: communities.hotline,
      rsvp: invitees.rsvp,
      rsvpNote: invitees.rsvpNote,
      deputyName: invitees.deputyName,
    })
    .from(invitees)
    .innerJoin(meetings, eq(meetings.id, invitees.meetingId))
    .innerJoin(people, eq(people.id, invitees.personId))
    .innerJoin(places, eq(places.id, meetings.compoundId))
    .innerJoin(communities, eq(communities.id, meetings.communityId))
    .where(and(eq(invitees.id, viewer.seatId), visibleMeetings({ db }, viewer)))
  if (!row) return null
  const { body, ...invitation } = row
  return {
    ...invitation,
    mayDepute: mayDepute({ body, canVote: row.canVote }),
    items: await itemsOf(db, row.meetingId),
  }
}
