import { and, asc, count, desc, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm'
import type { ItemOutcome } from '#app/domain/meetings/meeting-event.ts'
import type { MeetingStatus, Room } from '#app/domain/meetings/meeting.ts'
import { GUEST } from '#app/domain/permissions/viewer.ts'
import { maskName, maskText } from '#app/domain/records/mask.ts'
import type { PublicSession, PublicSessionPage } from '#app/domain/records/public-view.ts'
import { visibleMeetings } from '#app/services/meetings/visible-meetings.server.ts'
import { publicResolutions } from '#app/services/records/public-resolutions.server.ts'
import type { Database } from '#db/database.ts'
import { agendaItems, invitees, meetings } from '#db/schema/meetings.ts'
import { people, places } from '#db/schema/organisation.ts'
import { resolutions } from '#db/schema/records.ts'

/** Announced and not over yet. */
const COMING: readonly MeetingStatus[] = ['notified', 'doors-open', 'in-session', 'paused']
const PAST: readonly MeetingStatus[] = ['closed', 'minutes-confirmed', 'published', 'cancelled']
const SESSIONS_PER_PAGE = 20

type Lent = { db: Database }

type Wanted = { communityId: string; room?: Room | undefined }

/** Sessions of a community whose notice was sent; the next one first. Talk rooms are in none of this. */
export async function listComingSessions(
  { db }: Lent,
  { limit = 50, ...wanted }: Wanted & { limit?: number },
): Promise<PublicSession[]> {
  return sessionsWhere(db, wantedOf(db, wanted, COMING), asc(meetings.startsAt), limit, 0)
}

/** Those that are over, the latest first. Pages are counted from 1. */
export async function listPastSessions(
  { db }: Lent,
  { page: asked = 1, ...wanted }: Wanted & { page?: number },
): Promise<PublicSessionPage> {
  const where = wantedOf(db, wanted, PAST)
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

function wantedOf(
  db: Database,
  { communityId, room }: Wanted,
  statuses: readonly MeetingStatus[],
): SQL | undefined {
  return and(
    visibleMeetings({ db }, GUEST),
    eq(meetings.communityId, communityId),
    inArray(meetings.status, [...statuses]),
    room && eq(meetings.room, room),
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
  const [items, invited, published] = await Promise.all([
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
    db
      .select({
        meetingId: resolutions.meetingId,
        id: resolutions.id,
        title: resolutions.title,
        label: resolutions.label,
        outcome: sql<ItemOutcome>`${resolutions.content}->>'outcome'`,
      })
      .from(resolutions)
      .where(
        and(
          publicResolutions({ db }),
          inArray(resolutions.meetingId, ids),
          isNull(resolutions.withdrawnAt),
        ),
      )
      .orderBy(asc(resolutions.number)),
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
    outcomes: published
      .filter(({ meetingId }) => meetingId === meeting.id)
      .map(({ id, title, label, outcome }) => ({ id, title, label, outcome })),
  }))
}
