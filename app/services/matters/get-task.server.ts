import { and, eq } from 'drizzle-orm'
import type { MatterStep, TaskView } from '#app/domain/matters/matter-view.ts'
import type { MatterStatus } from '#app/domain/matters/matter.ts'
import type { Database } from '#db/database.ts'
import { matters, tasks } from '#db/schema/matters.ts'
import { placesOf, stepsOf, tasksOf } from './matter-parts.server.ts'

/** What the lead of a task sees by their link: the work, not who asked for it. */
export type LeadTask = TaskView & {
  matter: {
    id: string
    number: number
    title: string
    compoundName: string
    spot: string | null
    status: MatterStatus
  }
  version: number
  /** The reports of this matter, newest first. */
  reports: MatterStep[]
}

/** The task behind a link, or null when the link does not hold (any more). */
export async function getTaskByLink(
  { db }: { db: Database },
  link: { id: string; version: number },
): Promise<LeadTask | null> {
  const [row] = await db
    .select({ matter: matters })
    .from(tasks)
    .innerJoin(matters, eq(matters.id, tasks.matterId))
    .where(and(eq(tasks.id, link.id), eq(tasks.linkVersion, link.version)))
  if (!row) return null
  const { matter } = row
  const [[task], places, steps] = await Promise.all([
    tasksOf(db, eq(tasks.id, link.id), 'public'),
    placesOf(db, matter),
    stepsOf(db, matter.id, { taskId: link.id }),
  ])
  if (!task) return null
  const { id, number, title, spot, status } = matter
  return {
    ...task,
    version: link.version,
    matter: { id, number, title, spot, status, compoundName: places.compoundName },
    reports: steps.filter(({ type }) =>
      ['progress-reported', 'done-reported', 'return-visit', 'reopened', 'closed'].includes(
        type,
      ),
    ),
  }
}
