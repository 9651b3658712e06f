import type { PublicFrameView } from '#app/domain/records/public-view.ts'
import type { Database } from '#db/database.ts'
import { getPublicFrame } from './get-public-frame.server.ts'

/** For a page of no community: the one somebody chose, else the first there is, else null. */
export async function getChosenFrame(
  lent: { db: Database },
  chosen: string | null,
): Promise<PublicFrameView | null> {
  const frame = chosen === null ? null : await getPublicFrame(lent, chosen)
  return frame ?? getPublicFrame(lent, null)
}
