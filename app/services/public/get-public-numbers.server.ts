import type { Share } from '#app/domain/matters/public-figures.ts'
import { SMALLEST_GROUP } from '#app/domain/matters/public-matter.ts'
import type { PublicNumbers } from '#app/domain/records/public-view.ts'
import { getPublicFigures } from '#app/services/matters/public-figures.server.ts'
import type { Database } from '#db/database.ts'

/** This year's numbers of a community, without those that would point at somebody. */
export async function getPublicNumbers(
  lent: { db: Database; now: () => Date },
  communityId: string,
): Promise<PublicNumbers> {
  const figures = await getPublicFigures(lent, { communityId })
  return {
    ...figures,
    onTime: largeEnough(figures.onTime),
    satisfied: largeEnough(figures.satisfied),
  }
}

function largeEnough(share: Share): Share | null {
  return share.of < SMALLEST_GROUP ? null : share
}
