import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { daysBetween, localDateOf, type LocalDate } from '#app/domain/calendar/local-date.ts'
import type { MatterEventType } from '#app/domain/matters/matter-event.ts'
import type { ResolutionContent } from '#app/domain/records/resolution.ts'
import { publicMatters } from '#app/services/matters/visible-matters.server.ts'
import type { Database } from '#db/database.ts'
import { ballots } from '#db/schema/ballots.ts'
import { matterEvents, matters, tasks } from '#db/schema/matters.ts'
import { meetings } from '#db/schema/meetings.ts'
import { places } from '#db/schema/organisation.ts'
import { resolutions } from '#db/schema/records.ts'
import { noticeOf } from '#app/domain/records/notice-state.ts'
import type { ResolutionTaskNow, ResolutionView } from '#app/domain/records/resolution-view.ts'
import { publishedMinutesOf } from './get-public-minutes.server.ts'
import { publicResolutions } from './public-resolutions.server.ts'

/** Null when it does not exist; a talk room's never does. */
export async function getResolution(
  { db, now }: { db: Database; now: () => Date },
  resolutionId: string,
): Promise<ResolutionView | null> {
  const compounds = alias(places, 'compound')
  const [found] = await db
    .select({
      row: resolutions,
      community: {
        name: places.name,
        nameEn: places.nameEn,
        code: places.code,
        hotline: places.hotline,
      },
      compound: { name: compounds.name, nameEn: compounds.nameEn },
      meetingNumber: meetings.number,
    })
    .from(resolutions)
    .innerJoin(places, eq(places.id, resolutions.communityId))
    .innerJoin(compounds, eq(compounds.id, resolutions.compoundId))
    .innerJoin(meetings, eq(meetings.id, resolutions.meetingId))
    .where(and(eq(resolutions.id, resolutionId), publicResolutions({ db })))
  if (!found) return null
  const { row, community, compound, meetingNumber } = found
  const today = localDateOf(now())
  const { matter, followUps } = await matterOf(db, row.content.matterId)
  return {
    id: row.id,
    number: row.number,
    label: row.label,
    title: row.title,
    content: row.content,
    contentHash: row.contentHash,
    publishedAt: row.publishedAt,
    notice: noticeOf(row, today),
    withdrawn: row.withdrawnAt && { at: row.withdrawnAt, reason: row.withdrawnReason ?? '' },
    community,
    compound,
    meetingNumber,
    tasks: await tasksNow(db, row.content.tasks, today),
    followUps,
    matter,
    ballot: await ballotOf(db, row),
    minutesId: (await publishedMinutesOf({ db }, row.meetingId))?.id ?? null,
  }
}

/** Null after a consensus, and where the split is kept back: such a record is not given out. */
async function ballotOf(
  db: Database,
  { meetingId, itemId, content }: typeof resolutions.$inferSelect,
): Promise<ResolutionView['ballot']> {
  if (!content.verdict || content.splitHidden) return null
  const [last] = await db
    .select({ id: ballots.id, title: ballots.title })
    .from(ballots)
    .where(
      and(
        eq(ballots.meetingId, meetingId),
        eq(ballots.itemId, itemId),
        eq(ballots.state, 'closed'),
      ),
    )
    .orderBy(desc(ballots.closedAt))
    .limit(1)
  return last ?? null
}

/** What was published, with the status it has today. */
async function tasksNow(
  db: Database,
  published: ResolutionContent['tasks'],
  today: LocalDate,
): Promise<ResolutionTaskNow[]> {
  if (published.length === 0) return []
  const rows = await db
    .select({
      id: tasks.id,
      status: tasks.status,
      progress: tasks.progress,
      dueOn: tasks.dueOn,
    })
    .from(tasks)
    .where(
      inArray(
        tasks.id,
        published.map(({ taskId }) => taskId),
      ),
    )
  const now = new Map(rows.map((row) => [row.id, row]))
  return published.map((task) => {
    const row = now.get(task.taskId)
    const dueOn = row?.dueOn ?? task.dueOn
    return {
      ...task,
      dueOn,
      status: row?.status ?? 'open',
      progress: row?.progress ?? 0,
      daysLeft: daysBetween(today, dueOn),
    }
  })
}

const FOLLOW_UPS: readonly MatterEventType[] = [
  'decided',
  'task-assigned',
  'progress-reported',
  'done-reported',
  'return-visit',
  'closed',
  'reopened',
]

async function matterOf(
  db: Database,
  matterId: string | null,
): Promise<Pick<ResolutionView, 'matter' | 'followUps'>> {
  if (!matterId) return { matter: null, followUps: [] }
  const [matter] = await db
    .select({ id: matters.id, number: matters.number, title: matters.title })
    .from(matters)
    .where(and(eq(matters.id, matterId), publicMatters()))
  if (!matter) return { matter: null, followUps: [] }
  const steps = await db
    .select()
    .from(matterEvents)
    .where(
      and(eq(matterEvents.matterId, matterId), inArray(matterEvents.type, [...FOLLOW_UPS])),
    )
    .orderBy(asc(matterEvents.seq))
  return {
    matter,
    followUps: steps.flatMap(({ seq, type, at, actorPublic, publicText }) =>
      publicText === null ? [] : [{ seq, type, at, who: actorPublic, text: publicText }],
    ),
  }
}
