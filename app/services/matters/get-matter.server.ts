import { and, asc, eq, inArray, or, sql } from 'drizzle-orm'
import { localDateOf } from '#app/domain/calendar/local-date.ts'
import type { DeskMatter, PublicMatter } from '#app/domain/matters/matter-view.ts'
import { urgencyOf } from '#app/domain/matters/urgency.ts'
import { maskText } from '#app/domain/records/mask.ts'
import { can } from '#app/domain/permissions/can.ts'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import type { Database } from '#db/database.ts'
import { matterEvents, matters, returnVisits, tasks } from '#db/schema/matters.ts'
import { agendaItems, meetings } from '#db/schema/meetings.ts'
import { people } from '#db/schema/organisation.ts'
import { knownNames } from '#app/services/records/known-names.server.ts'
import { visibleMeetings } from '#app/services/meetings/visible-meetings.server.ts'
import { placesOf, stepsOf, tasksOf } from './matter-parts.server.ts'
import type { MatterRow } from './matter-rows.server.ts'
import { publicMatters, visibleMatters } from './visible-matters.server.ts'

type Lent = { db: Database; now: () => Date }

/** A matter as its desk sees it, or null when it is not there or not for this viewer. */
export async function getMatter(
  { db, now }: Lent,
  viewer: StaffViewer,
  matterId: string,
): Promise<DeskMatter | null> {
  const [row] = await db
    .select()
    .from(matters)
    .where(and(eq(matters.id, matterId), visibleMatters(viewer)))
  if (!row) return null
  const mayRead = can(viewer, 'see-matters', { communityId: row.communityId })
  const [shared, reporter, visits, mergedInto, mergedFrom, sessions] = await Promise.all([
    sharedOf({ db, now }, row, mayRead ? 'desk' : 'public'),
    mayRead && row.reporterId ? reporterOf(db, row.reporterId) : null,
    mayRead ? visitsOf(db, matterId) : [],
    row.mergedIntoId ? titlesOf(db, viewer, eq(matters.id, row.mergedIntoId)) : [],
    titlesOf(db, viewer, eq(matters.mergedIntoId, matterId)),
    sessionsOf(db, viewer, matterId),
  ])
  return {
    ...shared,
    communityId: row.communityId,
    compoundId: row.compoundId,
    source: row.source,
    topicType: row.topicType,
    words: mayRead ? row.words : null,
    reporter,
    visits,
    failedContacts: visits.filter(
      ({ round, reached }) => !reached && round === row.reopenedCount + 1,
    ).length,
    rejectReason: mayRead ? row.rejectReason : null,
    mergedInto: mergedInto[0] ?? null,
    mergedFrom,
    meetings: sessions,
    mayHandle: can(viewer, 'screen-matters', { communityId: row.communityId }),
  }
}

/** A matter as anybody may read it. A merged one is its target's to tell, so it is not there. */
export async function getPublicMatter(
  lent: Lent,
  matterId: string,
): Promise<PublicMatter | null> {
  const [row] = await lent.db
    .select()
    .from(matters)
    .where(and(eq(matters.id, matterId), publicMatters()))
  return row ? sharedOf(lent, row, 'public') : null
}

/** The part of a matter that the public may read; `desk` adds names, inner steps and every photo. */
export async function sharedOf(
  { db, now }: Lent,
  row: MatterRow,
  face: 'public' | 'desk',
): Promise<PublicMatter> {
  const [where, ownTasks, steps, covered] = await Promise.all([
    placesOf(db, row),
    tasksOf(db, eq(tasks.matterId, row.id), face),
    stepsOf(db, row.id, face),
    face === 'public' ? coverOf(db, row.communityId) : (text: string) => text,
  ])
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    category: row.category,
    ...where,
    spot: row.spot,
    status: row.status,
    urgency: urgencyOf(row, localDateOf(now())),
    dueOn: row.dueOn,
    reporterPublicName: row.reporterPublicName,
    raisedAt: row.raisedAt,
    acceptedAt: row.acceptedAt,
    reportedDoneAt: row.reportedDoneAt,
    closedAt: row.closedAt,
    reopenedCount: row.reopenedCount,
    solved: row.solved,
    satisfaction: row.satisfaction,
    referredTo: row.referredTo,
    tasks: ownTasks.map((task) => ({ ...task, title: covered(task.title) })),
    steps: steps.map(({ data, ...step }) => ({
      ...step,
      data: data.title === undefined ? data : { ...data, title: covered(data.title) },
      photos: step.photos.map((photo) => ({ ...photo, alt: covered(photo.alt) })),
    })),
  }
}

/** [T17] A chair writes a task for the one who does it, who needs the door; the public does not. */
async function coverOf(db: Database, communityId: string): Promise<(text: string) => string> {
  const known = await knownNames({ db }, communityId, null)
  return (text) => maskText(text, known).text
}

async function reporterOf(db: Database, personId: string) {
  const [person] = await db
    .select({ name: people.name, phone: people.phone, needsCall: people.needsCall })
    .from(people)
    .where(eq(people.id, personId))
  return person ?? null
}

function visitsOf(db: Database, matterId: string) {
  return db
    .select({
      id: returnVisits.id,
      round: returnVisits.round,
      method: returnVisits.method,
      reached: returnVisits.reached,
      solved: returnVisits.solved,
      satisfaction: returnVisits.satisfaction,
      reason: returnVisits.reason,
      visitorName: returnVisits.visitorName,
      at: returnVisits.at,
    })
    .from(returnVisits)
    .where(eq(returnVisits.matterId, matterId))
    .orderBy(asc(returnVisits.at), asc(returnVisits.id))
}

function titlesOf(db: Database, viewer: StaffViewer, which: ReturnType<typeof eq>) {
  return db
    .select({ id: matters.id, number: matters.number, title: matters.title })
    .from(matters)
    .where(and(which, visibleMatters(viewer)))
    .orderBy(matters.number)
}

/** Sessions that had it on their agenda or gave a task on it, as far as the viewer may know of them. */
function sessionsOf(db: Database, viewer: StaffViewer, matterId: string) {
  const onAgenda = db
    .select({ id: agendaItems.meetingId })
    .from(agendaItems)
    .where(eq(agendaItems.matterId, matterId))
  const gaveTask = db
    .select({ id: tasks.meetingId })
    .from(tasks)
    .where(eq(tasks.matterId, matterId))
  return db
    .select({ id: meetings.id, number: meetings.number, startsAt: meetings.startsAt })
    .from(meetings)
    .where(
      and(
        or(inArray(meetings.id, onAgenda), inArray(meetings.id, gaveTask)),
        visibleMeetings({ db }, viewer),
      ),
    )
    .orderBy(meetings.startsAt)
}

/** How many steps a matter has, and how many of them the public reads. */
export async function countSteps(
  db: Database,
  matterId: string,
): Promise<{ all: number; public: number }> {
  const [row] = await db
    .select({
      all: sql<number>`count(*)::int`,
      public: sql<number>`count(${matterEvents.publicText})::int`,
    })
    .from(matterEvents)
    .where(eq(matterEvents.matterId, matterId))
  return row ?? { all: 0, public: 0 }
}
