import { and, count, desc, eq, gte, inArray, or, sql, type SQL } from 'drizzle-orm'
import {
  addDays,
  instantAt,
  localDateOf,
  type LocalDate,
} from '#app/domain/calendar/local-date.ts'
import type { MatterCategory, MatterSource, MatterStatus } from '#app/domain/matters/matter.ts'
import type { MatterLine } from '#app/domain/matters/matter-view.ts'
import {
  AT_WORK,
  AWAITING_VISIT,
  DUE_SOON_DAYS,
  FINISHED,
  TO_SCREEN,
  URGENCIES,
  urgencyOf,
  type Urgency,
} from '#app/domain/matters/urgency.ts'
import type { Side } from '#app/domain/organisation/side.ts'
import type { Viewer } from '#app/domain/permissions/viewer.ts'
import { containing } from '#db/containing.ts'
import type { Database } from '#db/database.ts'
import { matterEvents, matters, tasks } from '#db/schema/matters.ts'
import { places } from '#db/schema/organisation.ts'
import { stepDataOf } from './matter-parts.server.ts'
import { publicMatters, visibleMatters } from './visible-matters.server.ts'

export type MatterFilter = {
  communityId?: string | undefined
  compoundId?: string | undefined
  category?: MatterCategory | undefined
  source?: MatterSource | undefined
  /** Whose lead: a side of the table. */
  lead?: Side | undefined
  urgency?: Urgency | undefined
  /** `open` leaves out what is finished, `closed` keeps only what closed. */
  state?: 'open' | 'closed' | 'all' | undefined
  closedSince?: LocalDate | undefined
  statuses?: readonly MatterStatus[] | undefined
  /** A number such as 0714, or words of the title or the spot. */
  search?: string | undefined
}

export type MatterPage = {
  lines: MatterLine[]
  /** How many the filter finds, on all pages. */
  total: number
  /** The same, by urgency. */
  byUrgency: Record<Urgency, number>
  page: number
  pages: number
}

export const MATTERS_PER_PAGE = 30

type Lent = { db: Database; now: () => Date }

/** Matters this viewer may know of, what needs looking at first. Pages are counted from 1. */
export async function listMatters(
  { db, now }: Lent,
  viewer: Viewer,
  filter: MatterFilter & { page?: number; perPage?: number },
): Promise<MatterPage> {
  const today = localDateOf(now())
  const where = and(visibleMatters(viewer), ...conditionsOf(filter, today))
  const counted = await db
    .select({ urgency: urgencySql(today), count: count() })
    .from(matters)
    .where(where)
    .groupBy(sql`1`)
  const byUrgency = Object.fromEntries(
    URGENCIES.map((urgency, index) => [
      urgency,
      counted.find((row) => row.urgency === index)?.count ?? 0,
    ]),
  ) as Record<Urgency, number>
  const total = Object.values(byUrgency).reduce((sum, some) => sum + some, 0)
  const perPage = filter.perPage ?? MATTERS_PER_PAGE
  const pages = Math.max(1, Math.ceil(total / perPage))
  const page = Math.min(Math.max(1, filter.page ?? 1), pages)
  return {
    lines: await linesOf(db, viewer, where, today, perPage, (page - 1) * perPage),
    total,
    byUrgency,
    page,
    pages,
  }
}

/** Public matters of a community, for pages that need no account: what closed last comes last. */
export function listPublicMatters(
  lent: Lent,
  filter: MatterFilter & { communityId: string; page?: number; perPage?: number },
): Promise<MatterPage> {
  return listMatters(lent, { kind: 'guest' }, filter)
}

async function linesOf(
  db: Database,
  viewer: Viewer,
  where: SQL | undefined,
  today: LocalDate,
  limit: number,
  offset: number,
): Promise<MatterLine[]> {
  const rows = await db
    .select({
      id: matters.id,
      number: matters.number,
      title: matters.title,
      category: matters.category,
      compoundName: places.name,
      spot: matters.spot,
      source: matters.source,
      status: matters.status,
      dueOn: dueSql,
      raisedAt: matters.raisedAt,
      reportedDoneAt: matters.reportedDoneAt,
      closedAt: matters.closedAt,
      satisfaction: matters.satisfaction,
      reopenedCount: matters.reopenedCount,
    })
    .from(matters)
    .innerJoin(places, eq(places.id, matters.compoundId))
    .where(where)
    .orderBy(
      urgencySql(today),
      sql`${dueSql} asc nulls last`,
      sql`coalesce(${matters.closedAt}, ${matters.raisedAt}) desc`,
      matters.id,
    )
    .limit(limit)
    .offset(offset)
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return []
  const [leads, latest] = await Promise.all([leadsOf(db, ids), latestOf(db, viewer, ids)])
  return rows.map((row) => {
    const own = leads.filter(({ matterId }) => matterId === row.id)
    const [first] = own
    const last = latest.find(({ matterId }) => matterId === row.id)
    return {
      ...row,
      urgency: urgencyOf(row, today),
      lead: first ? { name: first.name, side: first.side } : null,
      progress: first
        ? Math.floor(own.reduce((sum, { progress }) => sum + progress, 0) / own.length)
        : null,
      latest: last
        ? { type: last.type, text: last.text, at: last.at, data: stepDataOf(last.data) }
        : null,
    }
  })
}

function leadsOf(db: Database, ids: string[]) {
  return db
    .select({
      matterId: tasks.matterId,
      name: tasks.leadName,
      side: tasks.leadSide,
      progress: tasks.progress,
    })
    .from(tasks)
    .where(inArray(tasks.matterId, ids))
    .orderBy(tasks.createdAt, tasks.id)
}

function latestOf(db: Database, viewer: Viewer, ids: string[]) {
  // Town and county read a matter as the public does: what its desk keeps to itself is not its latest step.
  const readsAll =
    viewer.kind === 'staff' && (viewer.role === 'cadre' || viewer.role === 'recorder')
  return db
    .selectDistinctOn([matterEvents.matterId], {
      matterId: matterEvents.matterId,
      type: matterEvents.type,
      at: matterEvents.at,
      data: matterEvents.data,
      text: sql<string>`coalesce(${matterEvents.publicText}, '')`,
    })
    .from(matterEvents)
    .where(
      and(
        inArray(matterEvents.matterId, ids),
        readsAll ? undefined : sql`${matterEvents.publicText} is not null`,
      ),
    )
    .orderBy(matterEvents.matterId, desc(matterEvents.seq))
}

/**
 * The earliest day something of a matter is due: its own, or that of a task still open.
 * Written out because drizzle drops the table's name from a column it selects, and `id` alone
 * would be the task's.
 */
const dueSql = sql<LocalDate | null>`least("matter"."due_on", (
  select min("task"."due_on") from "task"
  where "task"."matter_id" = "matter"."id" and "task"."status" = 'open'))::text`

/** `urgencyOf`, where the database has to order by it: the place in `URGENCIES`. */
function urgencySql(today: LocalDate): SQL<number> {
  const at = (urgency: Urgency) => sql.raw(String(URGENCIES.indexOf(urgency)))
  return sql<number>`case
    when ${inArray(matters.status, [...TO_SCREEN])} then ${at('to-screen')}
    when ${inArray(matters.status, [...AWAITING_VISIT])} then ${at('awaiting-visit')}
    when ${inArray(matters.status, [...FINISHED])} then ${at('rest')}
    when ${dueSql} < ${today} then ${at('overdue')}
    when ${dueSql} <= ${addDays(today, DUE_SOON_DAYS)} then ${at('due-soon')}
    else ${at('in-progress')} end`
}

function conditionsOf(filter: MatterFilter, today: LocalDate): (SQL | undefined)[] {
  const { state = 'open', search = '' } = filter
  const wanted = search.trim()
  return [
    filter.communityId ? eq(matters.communityId, filter.communityId) : undefined,
    filter.compoundId ? eq(matters.compoundId, filter.compoundId) : undefined,
    filter.category ? eq(matters.category, filter.category) : undefined,
    filter.source ? eq(matters.source, filter.source) : undefined,
    filter.lead
      ? sql`exists (select 1 from ${tasks} where ${tasks.matterId} = ${matters.id} and ${tasks.leadSide} = ${filter.lead})`
      : undefined,
    filter.urgency
      ? sql`${urgencySql(today)} = ${sql.raw(String(URGENCIES.indexOf(filter.urgency)))}`
      : undefined,
    filter.closedSince
      ? gte(matters.closedAt, instantAt(filter.closedSince, '00:00'))
      : undefined,
    filter.statuses ? inArray(matters.status, [...filter.statuses]) : undefined,
    state === 'closed' ? eq(matters.status, 'closed') : undefined,
    state === 'open'
      ? inArray(matters.status, [...TO_SCREEN, ...AT_WORK, ...AWAITING_VISIT])
      : undefined,
    wanted === '' ? undefined : or(...searchedIn(wanted)),
  ]
}

function searchedIn(wanted: string): SQL[] {
  const like = containing(wanted)
  return [
    sql`${matters.title} ilike ${like}`,
    sql`${matters.spot} ilike ${like}`,
    ...(/^[0-9]{1,6}$/.test(wanted) ? [eq(matters.number, Number(wanted))] : []),
  ]
}

export type DeskCounts = {
  open: number
  overdue: number
  awaitingVisit: number
  toScreen: number
  closedThisYear: number
}

/** The line under a desk's heading, and the numbers in its navigation. */
export async function countMatters({ db, now }: Lent, viewer: Viewer): Promise<DeskCounts> {
  const today = localDateOf(now())
  const { byUrgency, total } = await listMatters({ db, now }, viewer, { perPage: 1 })
  const [closed] = await db
    .select({ count: count() })
    .from(matters)
    .where(
      and(
        viewer.kind === 'staff' ? visibleMatters(viewer) : publicMatters(),
        eq(matters.status, 'closed'),
        gte(matters.closedAt, instantAt(`${today.slice(0, 4)}-01-01`, '00:00')),
      ),
    )
  return {
    open: total,
    overdue: byUrgency.overdue,
    awaitingVisit: byUrgency['awaiting-visit'],
    toScreen: byUrgency['to-screen'],
    closedThisYear: closed?.count ?? 0,
  }
}
