import { eq } from 'drizzle-orm'
import type { PublicMatter } from '#app/domain/matters/matter-view.ts'
import type { Database } from '#db/database.ts'
import { matters } from '#db/schema/matters.ts'
import { sharedOf } from './get-matter.server.ts'

/** What the person who raised a matter sees by their link, at every stage of it. */
export type FollowedMatter = PublicMatter & {
  version: number
  /** What they said, in their words. */
  words: string
  rejectReason: string | null
  /** The number of the matter it was merged into, whose steps these are. */
  mergedInto: number | null
}

/** The matter behind a link, or null when the link does not hold (any more). */
export async function getReturnVisit(
  lent: { db: Database; now: () => Date },
  link: { id: string; version: number },
): Promise<FollowedMatter | null> {
  const { db } = lent
  const [own] = await db.select().from(matters).where(eq(matters.id, link.id))
  if (own?.linkVersion !== link.version) return null
  const shared = await sharedOf(lent, own, 'public')
  const [target] = own.mergedIntoId
    ? await db
        .select({ number: matters.number })
        .from(matters)
        .where(eq(matters.id, own.mergedIntoId))
    : []
  return {
    ...shared,
    version: link.version,
    words: own.words,
    rejectReason: own.rejectReason,
    mergedInto: target?.number ?? null,
  }
}
