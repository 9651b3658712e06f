import { and, count, eq, inArray, lt } from 'drizzle-orm'
import { localDateOf } from '#app/domain/calendar/local-date.ts'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import { visibleMatters } from '#app/services/matters/visible-matters.server.ts'
import type { Database } from '#db/database.ts'
import { matters, tasks } from '#db/schema/matters.ts'

/** The figures beside the desk's sections: what waits to be screened, and what is overdue, as far as the viewer may know of it. */
export async function countDesk(
  { db, now }: { db: Database; now: () => Date },
  viewer: StaffViewer,
  communityId: string,
): Promise<{ screening: number; overdue: number }> {
  const [[screening], [overdue]] = await Promise.all([
    db
      .select({ count: count() })
      .from(matters)
      .where(
        and(
          visibleMatters(viewer),
          eq(matters.communityId, communityId),
          inArray(matters.status, ['submitted', 'screening']),
        ),
      ),
    db
      .select({ count: count() })
      .from(tasks)
      .innerJoin(matters, eq(matters.id, tasks.matterId))
      .where(
        and(
          visibleMatters(viewer),
          eq(tasks.communityId, communityId),
          eq(tasks.status, 'open'),
          lt(tasks.dueOn, localDateOf(now())),
        ),
      ),
  ])
  return { screening: screening?.count ?? 0, overdue: overdue?.count ?? 0 }
}
