import { and, asc, eq, sql } from 'drizzle-orm'
import { localDateOf, type LocalDate } from '#app/domain/calendar/local-date.ts'
import type { MeetingEvent } from '#app/domain/meetings/meeting-event.ts'
import type { MeetingRefusal } from '#app/domain/meetings/meeting-refusal.ts'
import type { AgendaItem, Seat } from '#app/domain/meetings/meeting.ts'
import { publicNameOf } from '#app/domain/organisation/surname.ts'
import type { Viewer } from '#app/domain/permissions/viewer.ts'
import type { ItemId, SeatId } from '#app/domain/shared/ids.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import { meetingOf } from '#app/domain/records/meeting-of.ts'
import { decidesIn } from '#app/domain/sessions/session-plan.ts'
import type { TopicType } from '#app/domain/voting/authority.ts'
import {
  compositionOf,
  sessionBodyOf,
  type ConvenedBody,
} from '#app/domain/voting/convened-body.ts'
import { isLocalProfileId } from '#app/domain/voting/rule-profile-id.ts'
import { ruleOfBody } from '#app/domain/voting/rule-of-body.ts'
import { allRuleProfiles, regionServed } from '#app/services/rules/rules-in-force.server.ts'
import { countyVersion } from '#app/services/rules/county-version.server.ts'
import type { Database } from '#db/database.ts'
import { agendaItems, invitees, meetings } from '#db/schema/meetings.ts'
import { people, places } from '#db/schema/organisation.ts'
import { sessionRuleUses } from '#db/schema/owners-votes.ts'
import { noteSessionOnMatter } from '#app/services/matters/note-session-on-matter.server.ts'
import { officerActor } from './officer-actor.server.ts'
import { officersOf } from './officers-of.server.ts'
import { appendToLog, type AppendAnswer, type LogServices } from './append-to-log.server.ts'
import { visibleMeetings } from './visible-meetings.server.ts'

export type ConveneRefusal =
  | MeetingRefusal
  | {
      code:
        | 'no-such-meeting'
        | 'meeting-cancelled'
        /** Somebody saved the plan after this page was loaded. */
        | 'stale-plan'
        | 'chair-missing'
        | 'recorder-missing'
        /** Who chairs does not sit at the table, and does not vote. */
        | 'chair-invited'
        | 'agenda-empty'
        /** An item that is to be decided has no words to decide on. */
        | 'proposal-missing'
        | 'nobody-invited'
        /** Too few representatives among those with a vote. */
        | 'composition-not-met'
        /** The county's rule it was to be convened by does not hold on the day. */
        | 'rule-not-in-force'
        | 'busy'
    }

/**
 * Sends the notice: copies the plan into the log as its first event. From then
 * on the log is the truth, and what is added later can be discussed, not decided.
 *
 * @param revision - of the plan the convener has seen.
 */
export async function conveneMeeting(
  services: LogServices & { newId: () => string },
  viewer: Viewer,
  { meetingId, revision }: { meetingId: string; revision: number },
): Promise<Result<AppendAnswer, ConveneRefusal>> {
  const { db } = services
  if (viewer.kind !== 'staff' || (viewer.role !== 'cadre' && viewer.role !== 'recorder')) {
    return refuse({ code: 'not-yours-to-do' })
  }
  const [seen] = await db
    .select({
      chairId: meetings.chairId,
      recorderId: meetings.recorderId,
      communityId: meetings.communityId,
    })
    .from(meetings)
    .where(and(eq(meetings.id, meetingId), visibleMeetings({ db }, viewer)))
  if (!seen) return refuse({ code: 'no-such-meeting' })

  return appendToLog<ConveneRefusal>(services, {
    meetingId,
    actor: officerActor(viewer, seen),
    key: null,
    decideWith: async (tx, log) => {
      if (log) return refuse({ code: 'already-convened' })
      const plan = await readPlan(tx, meetingId, revision, services.now())
      if (!plan.ok) return plan
      const { number, event } = plan.value
      await tx
        .update(meetings)
        .set({ number, noticeSentAt: services.now() })
        .where(eq(meetings.id, meetingId))
      return ok({ type: 'convene', plan: event })
    },
    // Whoever raised a matter reads on its timeline that it will be talked about.
    alongside: async (tx, { state }) => {
      for (const { matterId } of state.agenda) {
        if (!matterId) continue
        await noteSessionOnMatter(tx, services, {
          matterId,
          communityId: seen.communityId,
          meetingId,
          actorName: viewer.name,
          step: 'schedule',
        })
      }
    },
  })
}

type Plan = { number: number; event: Extract<MeetingEvent, { type: 'convened' }> }

/** The plan as it stands, locked against being saved meanwhile, or what it lacks. */
async function readPlan(
  tx: Database,
  meetingId: string,
  revision: number,
  now: Date,
): Promise<Result<Plan, ConveneRefusal>> {
  const [meeting] = await tx
    .select()
    .from(meetings)
    .where(eq(meetings.id, meetingId))
    .for('update')
  if (!meeting) return refuse({ code: 'no-such-meeting' })
  if (meeting.status === 'cancelled') return refuse({ code: 'meeting-cancelled' })
  if (meeting.status !== 'draft') return refuse({ code: 'already-convened' })
  if (meeting.revision !== revision) return refuse({ code: 'stale-plan' })
  if (!meeting.chairId) return refuse({ code: 'chair-missing' })
  if (!meeting.recorderId) return refuse({ code: 'recorder-missing' })

  const items = await tx
    .select()
    .from(agendaItems)
    .where(eq(agendaItems.meetingId, meetingId))
    .orderBy(asc(agendaItems.position), asc(agendaItems.id))
  const invited = await tx
    .select({ invitee: invitees, name: people.name, honorific: people.honorific })
    .from(invitees)
    .innerJoin(people, eq(people.id, invitees.personId))
    .where(eq(invitees.meetingId, meetingId))
    .orderBy(asc(invitees.id))
  const lack = lackOf(meeting, items, invited)
  if (lack) return refuse({ code: lack })

  const [compound] = await tx
    .select({ name: places.name, nameEn: places.nameEn })
    .from(places)
    .where(eq(places.id, meeting.compoundId))
  const officers = await officersOf(tx, [meeting.chairId, meeting.recorderId], {
    compoundId: meeting.compoundId,
    today: localDateOf(now),
  })
  const chair = officers.get(meeting.chairId)
  const recorder = officers.get(meeting.recorderId)
  if (!chair) return refuse({ code: 'chair-missing' })
  if (!recorder) return refuse({ code: 'recorder-missing' })
  const number = await nextNumber(tx, meeting)
  const body = await bodyNow(tx, meeting, items, localDateOf(now))
  if (!body && isLocalProfileId(meeting.body)) return refuse({ code: 'rule-not-in-force' })
  if (body && body.as !== 'deliberation') {
    const composition = compositionOf(
      body.profile,
      invited.filter(({ invitee }) => invitee.canVote).map(({ invitee }) => invitee),
    )
    if (composition && !composition.met) return refuse({ code: 'composition-not-met' })
  }
  return ok({
    number,
    event: {
      type: 'convened',
      room: meeting.room,
      ...titlesOf(compound, number, body),
      ...(body && { body }),
      compoundName: compound?.name ?? '',
      venue: meeting.venue,
      startsAt: meeting.startsAt.getTime(),
      durationMinutes: meeting.durationMinutes,
      agenda: items.map(toItem),
      seats: invited.map(toSeat),
      chair,
      recorder,
      rules: meeting.rules,
    },
  })
}

type MeetingPlan = typeof meetings.$inferSelect
type Item = typeof agendaItems.$inferSelect
type Invited = { invitee: typeof invitees.$inferSelect; name: string; honorific: 'mr' | 'ms' }

/** What a plan that has its officers still lacks, if anything. */
function lackOf(
  { room, chairId }: MeetingPlan,
  items: readonly Item[],
  invited: readonly Invited[],
): 'agenda-empty' | 'proposal-missing' | 'nobody-invited' | 'chair-invited' | null {
  // A tea room is open to whoever comes, with whatever they bring.
  if (items.length === 0 && room === 'council') return 'agenda-empty'
  if (items.some((item) => item.kind === 'decision' && !item.proposal?.trim())) {
    return 'proposal-missing'
  }
  if (invited.length === 0 && room !== 'tearoom') return 'nobody-invited'
  return invited.some(({ invitee }) => invitee.personId === chairId) ? 'chair-invited' : null
}

/** A body’s meeting is called after the body; every other one by its number. */
function titlesOf(
  compound: { name: string; nameEn: string | null } | undefined,
  number: number,
  body: ConvenedBody | null,
): { title: string; titleEn: string } {
  const name = compound?.name ?? ''
  const nameEn = compound?.nameEn ?? name
  if (!body || body.as === 'deliberation') {
    return { title: `${name}第${number}次`, titleEn: `${nameEn} no. ${number}` }
  }
  const { zh, en } = meetingOf(body)
  return { title: `${name}${zh}`, titleEn: `${nameEn}: ${en}` }
}

/** The body and its rules as they are on the day of the meeting; from here on they do not change. */
async function bodyNow(
  tx: Database,
  meeting: MeetingPlan,
  items: readonly Item[],
  today: LocalDate,
): Promise<ConvenedBody | null> {
  if (!decidesIn(meeting.room)) return null
  const [region, profiles] = [await regionServed(tx), await allRuleProfiles(tx)]
  const on = localDateOf(meeting.startsAt)
  const ruleOf = (topic: TopicType | null) =>
    ruleOfBody(meeting.body, topic, { region, on }, profiles)
  const profile = ruleOf(null)
  if (!profile) return null
  const topics = new Set(items.flatMap(({ topicType }) => topicType ?? []))
  const topicRules = [...topics].flatMap((topicType) => {
    const own = ruleOf(topicType)
    return own && own.id !== profile.id ? [{ topicType, profile: own }] : []
  })
  for (const used of [profile, ...topicRules.map((each) => each.profile)]) {
    const own = await countyVersion(tx, used)
    if (!own) continue
    await tx
      .insert(sessionRuleUses)
      .values({ meetingId: meeting.id, ...own })
      .onConflictDoNothing()
  }
  return { as: sessionBodyOf(meeting.body), profile, topicRules, noticeOn: today }
}

/** Two notices at once may read the same number; the second meets the unique index and is tried again. */
async function nextNumber(tx: Database, { compoundId, room }: MeetingPlan): Promise<number> {
  const [row] = await tx
    .select({ next: sql<number>`coalesce(max(${meetings.number}), 0)::int + 1` })
    .from(meetings)
    .where(and(eq(meetings.compoundId, compoundId), eq(meetings.room, room)))
  return row?.next ?? 1
}

function toItem(row: Item): AgendaItem {
  const { id, kind, title, minutes, matterId, topicType, proposal, method, secrecy } = row
  const { carriedFrom } = row
  return {
    id: id as ItemId,
    kind,
    title,
    minutes,
    matterId,
    topicType,
    proposal,
    method,
    secrecy,
    inNotice: true,
    ...(carriedFrom ? { carriedFrom } : {}),
  }
}

function toSeat({ invitee, name, honorific }: Invited): Seat {
  const publicName = publicNameOf(name, honorific)
  return {
    id: invitee.id as SeatId,
    name,
    publicName: publicName.zh,
    publicNameEn: publicName.en,
    side: invitee.side,
    role: invitee.role,
    title: invitee.title,
    canVote: invitee.canVote,
  }
}
