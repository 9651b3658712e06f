import type { PublicHomeView } from '#app/domain/records/public-view.ts'
import { listPublicResolutions } from '#app/services/records/list-resolutions.server.ts'
import type { Database } from '#db/database.ts'
import { listComingSessions } from './list-public-sessions.server.ts'
import { getPublicNumbers } from './get-public-numbers.server.ts'
import { listEchoes } from './list-echoes.server.ts'

/** How many of each the front page shows; the rest is a page further. */
const SHOWN = 4

/** Everything a community shows to whoever walks by. No names, no talk rooms. */
export async function getPublicHome(
  lent: { db: Database; now: () => Date },
  communityId: string,
): Promise<PublicHomeView> {
  const [coming, published, numbers, echoes] = await Promise.all([
    listComingSessions(lent, { communityId, limit: SHOWN + 1 }),
    listPublicResolutions(lent, { communityId, perPage: SHOWN }),
    getPublicNumbers(lent, communityId),
    listEchoes(lent, communityId),
  ])
  // What runs now comes before what is still to come.
  const next = coming.find(({ status }) => status !== 'notified') ?? coming[0] ?? null
  return {
    next,
    coming: coming.filter((session) => session !== next),
    resolutions: published.lines,
    resolutionCount: published.total,
    onNotice: published.onNotice,
    numbers,
    echoes,
  }
}
