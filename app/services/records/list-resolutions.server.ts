import { and, count, desc, eq, gte, inArray, isNull, lte, sql, type SQL } from 'drizzle-orm'
import { localDateOf } from '#app/domain/calendar/local-date.ts'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import { noticeOf } from '#app/domain/records/notice-state.ts'
import type { ResolutionPage } from '#app/domain/records/resolution-view.ts'
import type { OutcomeLabel } from '#app/domain/voting/authority.ts'
import type { Database } from '#db/database.ts'
import { tasks } from '#db/schema/matters.ts'
import { places } from '#db/schema/organisation.ts'
import { resolutions } from '#db/schema/records.ts'
import { mattersOfItems } from './register-matter.server.ts'
import { publicResolutions } from './public-resolutions.server.ts'

export const RESOLUTIONS_PER_PAGE = 20

type Lent = { db: Database; now: () => Date }
type Asked = {
  page?: number
  perPage?: number
  label?: OutcomeLabel | undefined
  /** Only those in their public notice today. */
  onNotice?: boolean
}

/** Resolutions of a community for anybody, the latest first. A withdrawn one stays, and says so. */
export function listPublicResolutions(
  lent: Lent,
  { communityId, ...asked }: Asked & { communityId: string },
): Promise<ResolutionPage> {
  return listWhere(lent, eq(resolutions.communityId, communityId), asked)
}

/** The same for those who published them. */
export async function listDeskResolutions(
  lent: Lent,
  viewer: StaffViewer,
  asked: Asked = {},
): Promise<ResolutionPage> {
  const own =
    viewer.communityIds.length === 0
      ? sql`false`
      : inArray(resolutions.communityId, [...viewer.communityIds])
  return listWhere(lent, own, asked)
}

/** What was put to the vote and not carried is under no label. */
function agreedAs(label: OutcomeLabel): SQL | undefined {
  return and(
    eq(resolutions.label, label),
    sql`${resolutions.content} ->> 'outcome' in ('carried', 'consensus')`,
  )
}

async function listWhere(
  { db, now }: Lent,
  whose: SQL,
  { page: asked = 1, perPage = RESOLUTIONS_PER_PAGE, label, onNotice = false }: Asked,
): Promise<ResolutionPage> {
  const today = localDateOf(now())
  const shown = and(whose, publicResolutions({ db }))
  const inNotice = and(
    shown,
    isNull(resolutions.withdrawnAt),
    lte(resolutions.noticeFrom, today),
    gte(resolutions.noticeUntil, today),
  )
  const where = and(onNotice ? inNotice : shown, label && agreedAs(label))
  const [[counted], [notice]] = await Promise.all([
    db.select({ total: count() }).from(resolutions).where(where),
    db.select({ total: count() }).from(resolutions).where(inNotice),
  ])
  const total = counted?.total ?? 0
  const pages = Math.max(1, Math.ceil(total / perPage))
  const page = Math.min(Math.max(1, asked), pages)
  const rows = await db
    .select({ row: resolutions, compound: places.name, compoundEn: places.nameEn })
    .from(resolutions)
    .innerJoin(places, eq(places.id, resolutions.compoundId))
    .where(where)
    .orderBy(desc(resolutions.publishedAt), desc(resolutions.id))
    .limit(perPage)
    .offset((page - 1) * perPage)
  const made = await mattersOfItems(
    db,
    rows.flatMap(({ row }) => (row.content.matterId === null ? [row] : [])),
  )
  const taskIds = rows.flatMap(({ row }) => row.content.tasks.map(({ taskId }) => taskId))
  const done = new Set(
    taskIds.length === 0
      ? []
      : (
          await db
            .select({ id: tasks.id })
            .from(tasks)
            .where(and(inArray(tasks.id, taskIds), inArray(tasks.status, ['reported', 'done'])))
        ).map(({ id }) => id),
  )
  return {
    total,
    page,
    pages,
    onNotice: notice?.total ?? 0,
    lines: rows.map(({ row, compound, compoundEn }) => {
      const heads = row.content.verdict?.counts.heads
      const ofTasks = row.content.tasks
      return {
        id: row.id,
        meetingId: row.meetingId,
        number: row.number,
        label: row.label,
        title: row.title,
        outcome: row.content.outcome,
        body: row.content.body,
        nextStep: row.content.nextStep,
        matterId: row.content.matterId ?? made.get(row.itemId) ?? null,
        compound,
        compoundEn,
        publishedAt: row.publishedAt,
        notice: noticeOf(row, today),
        withdrawn: row.withdrawnAt !== null,
        yes: heads ? { count: heads.yes, of: heads.participating } : null,
        tasks: {
          done: ofTasks.filter(({ taskId }) => done.has(taskId)).length,
          of: ofTasks.length,
        },
      }
    }),
  }
}
