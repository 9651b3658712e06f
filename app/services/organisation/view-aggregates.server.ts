import { and, eq, gte, inArray, ne, sql } from 'drizzle-orm'
import { addDays, instantAt, localDateOf } from '#app/domain/calendar/local-date.ts'
import type { CommunityFigures } from '#app/domain/organisation/community.ts'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import { can } from '#app/domain/permissions/can.ts'
import { openly } from '#app/services/matters/visible-matters.server.ts'
import type { Database } from '#db/database.ts'
import { matters, tasks } from '#db/schema/matters.ts'
import { meetings } from '#db/schema/meetings.ts'
import { places } from '#db/schema/organisation.ts'

const DAYS = 90

/**
 * What a town or a county sees: figures by community, nothing of anybody. Null
 * for those who are not of a town or county.
 */
export async function viewAggregates(
  { db, now }: { db: Database; now: () => Date },
  viewer: StaffViewer,
): Promise<CommunityFigures[] | null> {
  if (!can(viewer, 'see-aggregates', { scopeId: viewer.scopeId })) return null
  if (viewer.communityIds.length === 0) return []
  const ids = [...viewer.communityIds]
  const today = localDateOf(now())
  const since = instantAt(addDays(today, -DAYS), '00:00')
  const [communities, sessions, raised, late] = await Promise.all([
    db
      .select({ id: places.id, name: places.name, nameEn: places.nameEn, code: places.code })
      .from(places)
      .where(inArray(places.id, ids))
      .orderBy(places.position, places.id),
    db
      .select({ id: meetings.communityId, count: sql<number>`count(*)::int` })
      .from(meetings)
      .where(
        and(
          inArray(meetings.communityId, ids),
          ne(meetings.room, 'talkroom'),
          inArray(meetings.status, ['closed', 'minutes-confirmed', 'published']),
          gte(meetings.startsAt, since),
        ),
      )
      .groupBy(meetings.communityId),
    db
      .select({
        id: matters.communityId,
        raised: sql<number>`count(*)::int`,
        closed: sql<number>`count(*) filter (where ${matters.status} = 'closed')::int`,
        solved: sql<number>`count(*) filter (where ${matters.solved})::int`,
      })
      .from(matters)
      .where(and(inArray(matters.communityId, ids), openly(), gte(matters.raisedAt, since)))
      .groupBy(matters.communityId),
    db
      .select({ id: tasks.communityId, count: sql<number>`count(*)::int` })
      .from(tasks)
      .innerJoin(matters, eq(matters.id, tasks.matterId))
      .where(
        and(
          openly(),
          inArray(tasks.communityId, ids),
          eq(tasks.status, 'open'),
          sql`${tasks.dueOn} < ${today}`,
        ),
      )
      .groupBy(tasks.communityId),
  ])
  return communities.map((community) => {
    const figures = raised.find((row) => row.id === community.id)
    return {
      ...community,
      sessions: sessions.find((row) => row.id === community.id)?.count ?? 0,
      raised: figures?.raised ?? 0,
      closed: figures?.closed ?? 0,
      solved: figures?.solved ?? 0,
      overdue: late.find((row) => row.id === community.id)?.count ?? 0,
    }
  })
}
