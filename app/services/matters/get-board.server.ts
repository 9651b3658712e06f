import { addDays, localDateOf } from '#app/domain/calendar/local-date.ts'
import type { MatterLine } from '#app/domain/matters/matter-view.ts'
import { AT_WORK } from '#app/domain/matters/urgency.ts'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import type { Database } from '#db/database.ts'
import { listMatters, type MatterFilter } from './list-matters.server.ts'

type Column = { lines: MatterLine[]; total: number }

const CARDS_PER_COLUMN = 8
const CLOSED_DAYS = 30

/** The matters a filter finds, by stage: what presses most first in each. */
export async function getBoard(
  lent: { db: Database; now: () => Date },
  viewer: StaffViewer,
  filter: MatterFilter,
): Promise<Record<'toScreen' | 'atWork' | 'awaitingVisit' | 'reopened' | 'closed', Column>> {
  const column = async (more: MatterFilter): Promise<Column> => {
    const { lines, total } = await listMatters(lent, viewer, {
      ...filter,
      ...more,
      perPage: CARDS_PER_COLUMN,
    })
    return { lines, total }
  }
  const [toScreen, atWork, awaitingVisit, reopened, closed] = await Promise.all([
    column({ statuses: ['submitted', 'screening'], state: 'open' }),
    column({ statuses: AT_WORK.filter((status) => status !== 'reopened'), state: 'open' }),
    column({ statuses: ['reported-done', 'return-visit'], state: 'open' }),
    column({ statuses: ['reopened'], state: 'open' }),
    column({ state: 'closed', closedSince: addDays(localDateOf(lent.now()), -CLOSED_DAYS) }),
  ])
  return { toScreen, atWork, awaitingVisit, reopened, closed }
}
