import { and, eq } from 'drizzle-orm'
import { can } from '#app/domain/permissions/can.ts'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import type { Database } from '#db/database.ts'
import { matters, photos } from '#db/schema/matters.ts'
import { visibleMatters } from './visible-matters.server.ts'

/** Releases a photo to the public, or takes it back. It sets, never toggles. */
export async function releasePhoto(
  { db }: { db: Database },
  viewer: StaffViewer,
  { photoId, isPublic }: { photoId: string; isPublic: boolean },
): Promise<Result<null, { code: 'no-such-photo' }>> {
  const [found] = await db
    .select({ communityId: matters.communityId })
    .from(photos)
    .innerJoin(matters, eq(matters.id, photos.matterId))
    .where(and(eq(photos.id, photoId), visibleMatters(viewer)))
  if (!found || !can(viewer, 'screen-matters', found)) return refuse({ code: 'no-such-photo' })
  await db.update(photos).set({ isPublic }).where(eq(photos.id, photoId))
  return ok(null)
}
