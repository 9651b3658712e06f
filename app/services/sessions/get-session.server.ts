import { and, asc, eq, gte, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { can } from '#app/domain/permissions/can.ts'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import {
  occurrencesOf,
  repeatsOf,
  withSessions,
  type Occurrence,
} from '#app/domain/sessions/recurrence.ts'
import type { SessionView } from '#app/domain/sessions/session-view.ts'
import { signLink } from '#app/services/invitations/personal-link.server.ts'
import { localMeetingRules } from '#app/services/rules/rules-in-force.server.ts'
import { visibleMeetings } from '#app/services/meetings/visible-meetings.server.ts'
import type { Database } from '#db/database.ts'
import { invitees, meetings, meetingSeries } from '#db/schema/meetings.ts'
import { people, places } from '#db/schema/organisation.ts'
import { itemsOf } from './get-plan.server.ts'

const OCCURRENCES_SHOWN = 6

/** One session with everybody invited and their personal links, or null. */
export async function getSession(
  services: { db: Database; now: () => Date; config: { sessionSecret: string } },
  viewer: StaffViewer,
  meetingId: string,
): Promise<SessionView | null> {
  const { db } = services
  const secret = services.config.sessionSecret
  const communities = alias(places, 'community')
  const chairs = alias(people, 'chair')
  const recorders = alias(people, 'recorder')
  const [row] = await db
    .select({
      meeting: meetings,
      series: meetingSeries,
      compound: places.name,
      compoundEn: places.nameEn,
      community: communities.name,
      communityEn: communities.nameEn,
      hotline: communities.hotline,
      chair: chairs.name,
      recorder: recorders.name,
    })
    .from(meetings)
    .innerJoin(places, eq(places.id, meetings.compoundId))
    .innerJoin(communities, eq(communities.id, meetings.communityId))
    .leftJoin(meetingSeries, eq(meetingSeries.id, meetings.seriesId))
    .leftJoin(chairs, eq(chairs.id, meetings.chairId))
    .leftJoin(recorders, eq(recorders.id, meetings.recorderId))
    .where(and(eq(meetings.id, meetingId), visibleMeetings({ db }, viewer)))
  if (!row || !can(viewer, 'copy-links', row.meeting)) return null
  const { meeting, series, ...names } = row

  const [items, invited, occurrences] = await Promise.all([
    itemsOf(db, meetingId),
    db
      .select({
        seatId: invitees.id,
        name: people.name,
        side: invitees.side,
        role: invitees.role,
        title: invitees.title,
        canVote: invitees.canVote,
        needsCall: people.needsCall,
        rsvp: invitees.rsvp,
        rsvpNote: invitees.rsvpNote,
        deputyName: invitees.deputyName,
        firstOpenedAt: invitees.firstOpenedAt,
        linkVersion: invitees.linkVersion,
      })
      .from(invitees)
      .innerJoin(people, eq(people.id, invitees.personId))
      .where(eq(invitees.meetingId, meetingId))
      .orderBy(asc(invitees.id)),
    series ? occurrencesFrom(services, series) : [],
  ])
  const own = (await localMeetingRules(db)).find(({ id }) => id === meeting.body)
  return {
    ...meeting,
    ...names,
    rule: { id: meeting.body, ...(own?.name && { name: own.name }) },
    repeats: repeatsOf(series?.rrule ?? null),
    occurrences,
    items,
    invited: invited.map(({ linkVersion, firstOpenedAt, ...person }) => ({
      ...person,
      opened: firstOpenedAt !== null,
      token: signLink(secret, 'seat', person.seatId, linkVersion),
    })),
    screenToken: can(viewer, 'show-screen', meeting)
      ? signLink(secret, 'screen', meeting.id, meeting.screenVersion)
      : null,
    may: {
      move: can(viewer, 'move-session', meeting),
      cancel: can(viewer, 'cancel-session', meeting),
      openConsole: can(viewer, 'open-console', meeting),
    },
  }
}

async function occurrencesFrom(
  { db, now }: { db: Database; now: () => Date },
  series: { id: string; rrule: string; startsAt: Date },
): Promise<Occurrence[]> {
  const from = now()
  const sessions = await db
    .select({
      id: meetings.id,
      startsAt: meetings.startsAt,
      status: meetings.status,
      cancelledReason: meetings.cancelledReason,
      occurrenceAt: meetings.occurrenceAt,
    })
    .from(meetings)
    .where(
      and(
        eq(meetings.seriesId, series.id),
        or(gte(meetings.occurrenceAt, from), gte(meetings.startsAt, from)),
      ),
    )
  const instants = occurrencesOf(series.rrule, series.startsAt, {
    from,
    count: OCCURRENCES_SHOWN,
  })
  return withSessions(instants, sessions)
}
