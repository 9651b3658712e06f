import {
  and,
  asc,
  desc,
  eq,
  gte,
  inArray,
  isNotNull,
  lte,
  ne,
  notExists,
  sql,
} from 'drizzle-orm'
import { addDays, endOfDay, instantAt, localDateOf } from '#app/domain/calendar/local-date.ts'
import { can } from '#app/domain/permissions/can.ts'
import { completeRules } from '#app/domain/meetings/speaking-rules.ts'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import type { Booking, PlanView, ReadyMatter } from '#app/domain/sessions/plan-view.ts'
import { repeatsOf } from '#app/domain/sessions/recurrence.ts'
import { decidesIn, planProblems, type PlannedItem } from '#app/domain/sessions/session-plan.ts'
import { visibleMatters } from '#app/services/matters/visible-matters.server.ts'
import { visibleMeetings } from '#app/services/meetings/visible-meetings.server.ts'
import { getCommunity } from '#app/services/organisation/get-community.server.ts'
import { getRoster } from '#app/services/organisation/get-roster.server.ts'
import { ruleOfBody } from '#app/domain/voting/rule-of-body.ts'
import {
  allRuleProfiles,
  localMeetingRules,
  regionServed,
} from '#app/services/rules/rules-in-force.server.ts'
import { staffOf } from '#app/services/accounts/staff-of.server.ts'
import type { Database } from '#db/database.ts'
import { matters } from '#db/schema/matters.ts'
import { agendaItems, invitees, meetings, meetingSeries } from '#db/schema/meetings.ts'
import { people, places } from '#db/schema/organisation.ts'

/** How far ahead the calendar of the time step looks. */
const CALENDAR_DAYS = 100

/** A plan with all that its steps offer, or null when it is not there or not this viewer's. */
export async function getPlan(
  { db, now }: { db: Database; now: () => Date },
  viewer: StaffViewer,
  meetingId: string,
): Promise<PlanView | null> {
  const [row] = await db
    .select({ meeting: meetings, series: meetingSeries })
    .from(meetings)
    .leftJoin(meetingSeries, eq(meetingSeries.id, meetings.seriesId))
    .where(and(eq(meetings.id, meetingId), visibleMeetings({ db }, viewer)))
  if (!row || !can(viewer, 'see-plan', row.meeting)) return null
  const { meeting, series } = row
  const today = localDateOf(now())

  const [community, items, invited, roster, officers, bookings, ready, [last]] =
    await Promise.all([
      getCommunity({ db }, meeting.communityId),
      itemsOf(db, meetingId),
      inviteesOf(db, meetingId),
      getRoster({ db }, { ...meeting, on: localDateOf(meeting.startsAt) }),
      staffOf(db, meeting.communityId),
      bookingsOf(db, viewer, meeting, {
        from: instantAt(addDays(today, -31), '00:00'),
        to: endOfDay(addDays(today, CALENDAR_DAYS)),
      }),
      readyMatters(db, viewer, meeting),
      db
        .select({ number: meetings.number })
        .from(meetings)
        .where(
          and(
            eq(meetings.compoundId, meeting.compoundId),
            eq(meetings.room, meeting.room),
            isNotNull(meetings.number),
          ),
        )
        .orderBy(desc(meetings.number))
        .limit(1),
    ])
  if (!community) return null
  const region = await regionServed(db)
  const profile = decidesIn(meeting.room)
    ? ruleOfBody(
        meeting.body,
        null,
        { region, on: localDateOf(meeting.startsAt) },
        await allRuleProfiles(db),
      )
    : null

  return {
    ...meeting,
    profile,
    localRules: await localMeetingRules(db),
    rules: completeRules(meeting.rules),
    series: series && {
      rrule: series.rrule,
      startsAt: series.startsAt,
      first: meeting.occurrenceAt?.getTime() === series.startsAt.getTime(),
    },
    repeats: repeatsOf(series?.rrule ?? null),
    number: meeting.number ?? (last?.number ?? 0) + 1,
    community,
    region,
    items,
    invitees: invited,
    roster,
    officers: officers.map((each) => ({
      ...each,
      title: roster.find((entry) => entry.personId === each.personId)?.title ?? '',
    })),
    bookings,
    matters: ready,
    problems: planProblems({ ...meeting, profile, items, invitees: invited }, now()),
  }
}

export async function itemsOf(db: Database, meetingId: string): Promise<PlannedItem[]> {
  return db
    .select({
      id: agendaItems.id,
      kind: agendaItems.kind,
      title: agendaItems.title,
      minutes: agendaItems.minutes,
      matterId: agendaItems.matterId,
      topicType: agendaItems.topicType,
      proposal: agendaItems.proposal,
      method: agendaItems.method,
      secrecy: agendaItems.secrecy,
      carriedFrom: agendaItems.carriedFrom,
    })
    .from(agendaItems)
    .where(eq(agendaItems.meetingId, meetingId))
    .orderBy(asc(agendaItems.position))
}

function inviteesOf(db: Database, meetingId: string): Promise<PlanView['invitees']> {
  return db
    .select({
      id: invitees.id,
      personId: invitees.personId,
      name: people.name,
      side: invitees.side,
      role: invitees.role,
      canVote: invitees.canVote,
      title: invitees.title,
      needsCall: people.needsCall,
    })
    .from(invitees)
    .innerJoin(people, eq(people.id, invitees.personId))
    .where(eq(invitees.meetingId, meetingId))
    .orderBy(asc(invitees.id))
}

function bookingsOf(
  db: Database,
  viewer: StaffViewer,
  meeting: { id: string; communityId: string },
  { from, to }: { from: Date; to: Date },
): Promise<Booking[]> {
  return db
    .select({
      id: meetings.id,
      startsAt: meetings.startsAt,
      durationMinutes: meetings.durationMinutes,
      room: meetings.room,
      compound: places.name,
      compoundEn: places.nameEn,
    })
    .from(meetings)
    .innerJoin(places, eq(places.id, meetings.compoundId))
    .where(
      and(
        visibleMeetings({ db }, viewer),
        eq(meetings.communityId, meeting.communityId),
        ne(meetings.id, meeting.id),
        ne(meetings.status, 'cancelled'),
        gte(meetings.startsAt, from),
        lte(meetings.startsAt, to),
      ),
    )
    .orderBy(asc(meetings.startsAt))
}

function readyMatters(
  db: Database,
  viewer: StaffViewer,
  {
    id: meetingId,
    communityId,
    compoundId,
  }: { id: string; communityId: string; compoundId: string },
): Promise<ReadyMatter[]> {
  return db
    .select({
      id: matters.id,
      number: matters.number,
      title: matters.title,
      category: matters.category,
      topicType: matters.topicType,
      acceptedAt: matters.acceptedAt,
    })
    .from(matters)
    .where(
      and(
        visibleMatters(viewer),
        eq(matters.communityId, communityId),
        eq(matters.compoundId, compoundId),
        inArray(matters.status, ['accepted', 'reopened']),
        // On one agenda at a time: not while another session still has it before it.
        notExists(
          db
            .select({ one: sql`1` })
            .from(agendaItems)
            .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
            .where(
              and(
                eq(agendaItems.matterId, matters.id),
                ne(meetings.id, meetingId),
                inArray(meetings.status, ['notified', 'doors-open', 'in-session', 'paused']),
              ),
            ),
        ),
        // A quarrel between two neighbours is never put before everybody.
        ne(matters.category, 'NEIGH'),
      ),
    )
    .orderBy(asc(matters.acceptedAt), asc(matters.number))
    .limit(30)
}
