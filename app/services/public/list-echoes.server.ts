import { and, desc, eq, inArray, isNotNull, ne, or, sql } from 'drizzle-orm'
import { daysBetween, localDateOf } from '#app/domain/calendar/local-date.ts'
import type { Echo } from '#app/domain/records/public-view.ts'
import { publicMatters } from '#app/services/matters/visible-matters.server.ts'
import type { Database } from '#db/database.ts'
import { matterEvents, matters } from '#db/schema/matters.ts'

/**
 * 回音壁: what people said, what came of it, and whether they were content. One
 * place is kept for what did not go well, when there is any.
 */
export async function listEchoes(
  { db }: { db: Database },
  communityId: string,
  limit = 3,
): Promise<Echo[]> {
  const inCommunity = and(publicMatters(), eq(matters.communityId, communityId))
  const [content, sentBack] = await Promise.all([
    db
      .select()
      .from(matters)
      .where(and(inCommunity, eq(matters.status, 'closed'), isNotNull(matters.satisfaction)))
      .orderBy(desc(matters.closedAt))
      .limit(limit),
    db
      .select()
      .from(matters)
      .where(
        and(
          inCommunity,
          or(
            eq(matters.status, 'reopened'),
            and(ne(matters.status, 'closed'), sql`${matters.reopenedCount} > 0`),
          ),
        ),
      )
      .orderBy(desc(matters.raisedAt))
      .limit(1),
  ])
  const chosen = [...content.slice(0, limit - sentBack.length), ...sentBack]
  if (chosen.length === 0) return []
  const told = await db
    .select()
    .from(matterEvents)
    .where(
      and(
        inArray(
          matterEvents.matterId,
          chosen.map(({ id }) => id),
        ),
        inArray(matterEvents.type, ['progress-reported', 'done-reported']),
        ne(sql`coalesce(${matterEvents.publicText}, '')`, ''),
      ),
    )
    .orderBy(desc(matterEvents.seq))
  return chosen.map((matter) => ({
    matterId: matter.id,
    title: matter.title,
    category: matter.category,
    source: matter.source,
    status: matter.status,
    raisedAt: matter.raisedAt,
    result: told.find(({ matterId }) => matterId === matter.id)?.publicText ?? '',
    satisfaction: matter.satisfaction,
    days: matter.closedAt
      ? daysBetween(localDateOf(matter.raisedAt), localDateOf(matter.closedAt))
      : null,
  }))
}
