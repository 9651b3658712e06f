import { and, eq, gte, lt } from 'drizzle-orm'
import { instantAt, localDateOf } from '#app/domain/calendar/local-date.ts'
import { figuresOf, type MatterFigures } from '#app/domain/matters/public-figures.ts'
import type { Database } from '#db/database.ts'
import { matters } from '#db/schema/matters.ts'
import { openly } from './visible-matters.server.ts'

/**
 * What a community shows of the matters raised in a year, this one unless told otherwise.
 * Neighbours' matters and those of talk rooms are in none of the numbers.
 */
export async function getPublicFigures(
  { db, now }: { db: Database; now: () => Date },
  {
    communityId,
    compoundId,
    year,
  }: { communityId: string; compoundId?: string; year?: number },
): Promise<MatterFigures & { year: number }> {
  const counted = year ?? Number(localDateOf(now()).slice(0, 4))
  const rows = await db
    .select({
      category: matters.category,
      status: matters.status,
      solved: matters.solved,
      satisfaction: matters.satisfaction,
      dueOn: matters.dueOn,
      reportedDoneAt: matters.reportedDoneAt,
      reopenedCount: matters.reopenedCount,
    })
    .from(matters)
    .where(
      and(
        openly(),
        eq(matters.communityId, communityId),
        compoundId ? eq(matters.compoundId, compoundId) : undefined,
        gte(matters.raisedAt, instantAt(`${counted}-01-01`, '00:00')),
        lt(matters.raisedAt, instantAt(`${counted + 1}-01-01`, '00:00')),
      ),
    )
  return { ...figuresOf(rows), year: counted }
}
