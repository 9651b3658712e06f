import { and, asc, count, desc, eq, gte, inArray, isNull, lt, lte, min, sql } from 'drizzle-orm'
import {
  addDays,
  daysBetween,
  endOfDay,
  instantAt,
  localDateOf,
  weekdayOf,
  type LocalDate,
} from '#app/domain/calendar/local-date.ts'
import { SIDES, type Side } from '#app/domain/organisation/side.ts'
import { noticeOf } from '#app/domain/records/notice-state.ts'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import type {
  DeskView,
  NextSession,
  SideAnswers,
  WeekEntry,
} from '#app/domain/sessions/desk-view.ts'
import { visibleMatters } from '#app/services/matters/visible-matters.server.ts'
import { visibleMeetings } from '#app/services/meetings/visible-meetings.server.ts'
import type { Database } from '#db/database.ts'
import { matters, tasks } from '#db/schema/matters.ts'
import { invitees, meetings } from '#db/schema/meetings.ts'
import { places } from '#db/schema/organisation.ts'
import { resolutions } from '#db/schema/records.ts'
import { itemsOf } from './get-plan.server.ts'

const TODO_SHOWN = 4
const NOTICES_SHOWN = 4

/** Everything the desk's first page shows of a community, in a fixed number of queries. */
export async function viewDesk(
  { db, now }: { db: Database; now: () => Date },
  viewer: StaffViewer,
  { communityId, week }: { communityId: string; week: LocalDate | null },
): Promise<DeskView> {
  const at = now()
  const today = localDateOf(at)
  const day = week ?? today
  const monday = addDays(day, 1 - weekdayOf(day))
  const [next, entries, due, toConfirm, [visits], [screening], notices] = await Promise.all([
    nextSession(db, viewer, communityId, at),
    weekEntries(db, viewer, communityId, monday),
    tasksDue(db, viewer, communityId, today),
    minutesToConfirm(db, viewer, communityId),
    db
      .select({ count: count() })
      .from(matters)
      .where(
        and(
          visibleMatters(viewer),
          eq(matters.communityId, communityId),
          inArray(matters.status, ['reported-done', 'return-visit']),
        ),
      ),
    db
      .select({ count: count(), oldest: min(matters.raisedAt) })
      .from(matters)
      .where(
        and(
          visibleMatters(viewer),
          eq(matters.communityId, communityId),
          inArray(matters.status, ['submitted', 'screening']),
        ),
      ),
    newestNotices(db, communityId, today),
  ])
  return {
    today,
    next,
    week: { monday, entries },
    overdue: due.map(({ dueOn, late: _late, ...task }) => ({
      ...task,
      days: daysBetween(dueOn, today),
    })),
    overdueCount: due[0]?.late ?? 0,
    toConfirm,
    visits: { count: visits?.count ?? 0 },
    screening: {
      count: screening?.count ?? 0,
      oldestDays: screening?.oldest ? daysBetween(localDateOf(screening.oldest), today) : null,
    },
    notices,
  }
}

/** The session that runs, else tonight's, else the next there is. */
async function nextSession(
  db: Database,
  viewer: StaffViewer,
  communityId: string,
  now: Date,
): Promise<NextSession | null> {
  const today = localDateOf(now)
  const rows = await db
    .select({
      id: meetings.id,
      room: meetings.room,
      status: meetings.status,
      number: meetings.number,
      compoundId: meetings.compoundId,
      compound: places.name,
      compoundEn: places.nameEn,
      venue: meetings.venue,
      startsAt: meetings.startsAt,
      durationMinutes: meetings.durationMinutes,
    })
    .from(meetings)
    .innerJoin(places, eq(places.id, meetings.compoundId))
    .where(
      and(
        visibleMeetings({ db }, viewer),
        eq(meetings.communityId, communityId),
        inArray(meetings.status, ['notified', 'doors-open', 'in-session', 'paused']),
        gte(meetings.startsAt, instantAt(addDays(today, -1), '00:00')),
      ),
    )
    .orderBy(asc(meetings.startsAt))
  const row = rows.find((each) => each.status !== 'notified') ?? rows[0]
  if (!row) return null

  const [items, invited, given] = await Promise.all([
    itemsOf(db, row.id),
    db
      .select({
        side: invitees.side,
        rsvp: invitees.rsvp,
        firstOpenedAt: invitees.firstOpenedAt,
      })
      .from(invitees)
      .where(eq(invitees.meetingId, row.id)),
    db
      .select({ status: tasks.status })
      .from(tasks)
      .innerJoin(meetings, eq(meetings.id, tasks.meetingId))
      .where(
        and(
          visibleMeetings({ db }, viewer),
          eq(meetings.compoundId, row.compoundId),
          lt(meetings.startsAt, row.startsAt),
        ),
      ),
  ])
  const { compoundId: _compoundId, ...session } = row
  return {
    ...session,
    isToday: localDateOf(row.startsAt) === today,
    items,
    sides: answersBySide(invited),
    opened: invited.filter((each) => each.firstOpenedAt !== null).length,
    invited: invited.length,
    tasks: {
      all: given.length,
      done: given.filter((each) => each.status !== 'open').length,
    },
  }
}

/** Who of each invited side comes, in the order of the table. */
export function answersBySide(
  invited: readonly { side: Side; rsvp: 'yes' | 'no' | 'deputy' | null }[],
): SideAnswers[] {
  return SIDES.map((side) => {
    const ofSide = invited.filter((each) => each.side === side)
    return {
      side,
      invited: ofSide.length,
      coming: ofSide.filter((each) => each.rsvp === 'yes' || each.rsvp === 'deputy').length,
      answered: ofSide.filter((each) => each.rsvp !== null).length,
    }
  }).filter((side) => side.invited > 0)
}

function weekEntries(
  db: Database,
  viewer: StaffViewer,
  communityId: string,
  monday: LocalDate,
): Promise<WeekEntry[]> {
  return db
    .select({
      id: meetings.id,
      room: meetings.room,
      status: meetings.status,
      compound: places.name,
      compoundEn: places.nameEn,
      startsAt: meetings.startsAt,
    })
    .from(meetings)
    .innerJoin(places, eq(places.id, meetings.compoundId))
    .where(
      and(
        visibleMeetings({ db }, viewer),
        eq(meetings.communityId, communityId),
        gte(meetings.startsAt, instantAt(monday, '00:00')),
        lt(meetings.startsAt, endOfDay(addDays(monday, 6))),
      ),
    )
    .orderBy(asc(meetings.startsAt))
}

/** The first of the tasks due today or before, the longest overdue first; `late` of all are overdue. */
function tasksDue(db: Database, viewer: StaffViewer, communityId: string, today: LocalDate) {
  return db
    .select({
      matterId: matters.id,
      title: tasks.title,
      lead: tasks.leadName,
      compound: places.name,
      compoundEn: places.nameEn,
      dueOn: tasks.dueOn,
      late: sql<number>`count(*) filter (where ${tasks.dueOn} < ${today}) over ()::int`,
    })
    .from(tasks)
    .innerJoin(matters, eq(matters.id, tasks.matterId))
    .innerJoin(places, eq(places.id, matters.compoundId))
    .where(
      and(
        visibleMatters(viewer),
        eq(tasks.communityId, communityId),
        eq(tasks.status, 'open'),
        lte(tasks.dueOn, today),
      ),
    )
    .orderBy(asc(tasks.dueOn), asc(tasks.id))
    .limit(TODO_SHOWN)
}

function minutesToConfirm(db: Database, viewer: StaffViewer, communityId: string) {
  return db
    .select({
      id: meetings.id,
      number: meetings.number,
      compound: places.name,
      compoundEn: places.nameEn,
      startsAt: meetings.startsAt,
    })
    .from(meetings)
    .innerJoin(places, eq(places.id, meetings.compoundId))
    .where(
      and(
        visibleMeetings({ db }, viewer),
        eq(meetings.communityId, communityId),
        eq(meetings.status, 'closed'),
      ),
    )
    .orderBy(desc(meetings.startsAt))
    .limit(3)
}

/** Notices that run, the first to end before the others, and then those that ended this week. */
async function newestNotices(
  db: Database,
  communityId: string,
  today: LocalDate,
): Promise<DeskView['notices']> {
  const rows = await db
    .select({
      id: resolutions.id,
      number: resolutions.number,
      title: resolutions.title,
      noticeFrom: resolutions.noticeFrom,
      noticeUntil: resolutions.noticeUntil,
    })
    .from(resolutions)
    .where(
      and(
        eq(resolutions.communityId, communityId),
        isNull(resolutions.withdrawnAt),
        gte(resolutions.noticeUntil, addDays(today, -7)),
      ),
    )
    .orderBy(sql`${resolutions.noticeUntil} < ${today}`, asc(resolutions.noticeUntil))
    .limit(NOTICES_SHOWN)
  return rows.map(({ noticeFrom, noticeUntil, ...row }) => {
    const { day, days, over } = noticeOf({ noticeFrom, noticeUntil }, today)
    return { ...row, day, days, over }
  })
}
