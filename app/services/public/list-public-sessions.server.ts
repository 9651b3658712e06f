import { and, asc, count, desc, eq, inArray, type SQL } from 'drizzle-orm'
import type { MeetingStatus } from '#app/domain/meetings/meeting.ts'
import { GUEST } from '#app/domain/permissions/viewer.ts'
import { maskName, maskText } from '#app/domain/records/mask.ts'
import type { PublicSession } from '#app/domain/records/public-view.ts'
import { visibleMeetings } from '#app/services/meetings/visible-meetings.server.ts'
import type { Database } from '#db/database.ts'
import { agendaItems, invitees, meetings } from '#db/schema/meetings.ts'
import { people, places } from '#db/schema/organisation.ts'

/** Announced and not over yet. */
export const COMING: readonly MeetingStatus[] = [
  'notified',
  'doors-open',
  'in-session',
  'paused',
]
const PAST: readonly MeetingStatus[] = ['closed', 'minutes-confirmed', 'published', 'cancelled']
export const SESSIONS_PER_PAGE = 20

type Lent = { db: Database }

/** Sessions of a community whose notice was sent; the next one first. Talk rooms are in none of this. */
export async function listComingSessions(
  { db }: Lent,
  communityId: string,
  limit = 50,
): Promise<PublicSession[]> {
  return sessionsWhere(
    db,
    inCommunity(db, communityId, COMING),
    asc(meetings.startsAt),
    limit,
    0,
  )
}

/** Those that are over, the latest first. Pages are counted from 1. */
export async function listPastSessions(
  { db }: Lent,
  { communityId, page: asked = 1 }: { communityId: string; page?: number },
): Promise<{ sessions: PublicSession[]; total: number; page: number; pages: number }> {
  const where = inCommunity(db, communityId, PAST)
  const [counted] = await db.select({ total: count() }).from(meetings).where(where)
  const total = counted?.total ?? 0
  const pages = Math.max(1, Math.ceil(total / SESSIONS_PER_PAGE))
  const page = Math.min(Math.max(1, asked), pages)
  const sessions = await sessionsWhere(
    db,
    where,
    desc(meetings.startsAt),
    SESSIONS_PER_PAGE,
    (page - 1) * SESSIONS_PER_PAGE,
  )
  return { sessions, total, page, pages }
}

function inCommunity(
  db: Database,
  communityId: string,
  statuses: readonly MeetingStatus[],
): SQL | undefined {
  return and(
    visibleMeetings({ db }, GUEST),
    eq(meetings.communityId, communityId),
    inArray(meetings.status, [...statuses]),
  )
}

async function sessionsWhere(
  db: Database,
  where: SQL | undefined,
  order: SQL,
  limit: number,
  offset: number,
): Promise<PublicSession[]> {
  const rows = await db
    .select({ meeting: meetings, compound: places.name, compoundEn: places.nameEn })
    .from(meetings)
    .innerJoin(places, eq(places.id, meetings.compoundId))
    .where(where)
    .orderBy(order, asc(meetings.id))
    .limit(limit)
    .offset(offset)
  const ids = rows.map(({ meeting }) => meeting.id)
  if (ids.length === 0) return []
  const [items, invited] = await Promise.all([
    db
      .select({
        meetingId: agendaItems.meetingId,
        kind: agendaItems.kind,
        title: agendaItems.title,
      })
      .from(agendaItems)
      .where(inArray(agendaItems.meetingId, ids))
      .orderBy(asc(agendaItems.position)),
    db
      .selectDistinct({ name: people.name })
      .from(invitees)
      .innerJoin(people, eq(people.id, invitees.personId))
      .where(inArray(invitees.meetingId, ids)),
  ])
  const known = { names: invited.map(({ name }) => ({ name, as: maskName(name) })) }
  const mask = (text: string) => maskText(text, known).text
  return rows.map(({ meeting, compound, compoundEn }) => ({
    id: meeting.id,
    room: meeting.room,
    status: meeting.status,
    number: meeting.number,
    compound,
    compoundEn,
    venue: meeting.venue,
    startsAt: meeting.startsAt,
    durationMinutes: meeting.durationMinutes,
    cancelledReason: meeting.cancelledReason && mask(meeting.cancelledReason),
    items: items.flatMap(({ meetingId, kind, title }) =>
      meetingId === meeting.id && (kind === 'discussion' || kind === 'decision')
        ? [{ title: mask(title), kind }]
        : [],
    ),
  }))
}
