import { and, eq, or, sql, type SQL } from 'drizzle-orm'
import { can } from '#app/domain/permissions/can.ts'
import type { Viewer } from '#app/domain/permissions/viewer.ts'
import type { Database } from '#db/database.ts'
import { matterEvents, matters, photos, tasks } from '#db/schema/matters.ts'
import { publicMatters, visibleMatters } from './visible-matters.server.ts'

export type StoredPhoto = {
  mediaType: string
  sha256: string
  content: Uint8Array
  /** Whether everybody may see it now, and not this viewer alone. */
  forAll: boolean
}

/** A link that shows one matter's photos beside its text. */
export type PhotoLink = { kind: 'task' | 'visit'; id: string; version: number }

/**
 * A photo, or null when it is not there or not for this viewer. The desk sees every photo of its
 * matters, the public those released on public matters. By their links, the person who raised the
 * matter sees those released, and the lead of a task those sent with its reports.
 */
export async function getPhoto(
  { db }: { db: Database },
  viewer: Viewer,
  photoId: string,
  link: PhotoLink | null,
): Promise<StoredPhoto | null> {
  const [found] = await db
    .select({ communityId: matters.communityId })
    .from(photos)
    .innerJoin(matters, eq(matters.id, photos.matterId))
    .where(eq(photos.id, photoId))
  if (!found) return null
  const released = eq(photos.isPublic, true)
  const mayRead = viewer.kind === 'staff' && can(viewer, 'see-matters', found)
  const [photo] = await db
    .select({
      mediaType: photos.mediaType,
      sha256: photos.sha256,
      content: photos.content,
      forAll: sql<boolean>`${and(publicMatters(), released)}`,
    })
    .from(photos)
    .innerJoin(matters, eq(matters.id, photos.matterId))
    .where(
      and(
        eq(photos.id, photoId),
        or(
          and(publicMatters(), released),
          mayRead ? visibleMatters(viewer) : undefined,
          link?.kind === 'visit'
            ? and(released, eq(matters.id, link.id), eq(matters.linkVersion, link.version))
            : undefined,
          link?.kind === 'task' ? sentWithTask(link) : undefined,
        ),
      ),
    )
  return photo ?? null
}

function sentWithTask({ id, version }: PhotoLink): SQL {
  return sql`exists (select 1 from ${matterEvents} inner join ${tasks}
    on ${tasks.matterId} = ${matterEvents.matterId}
    and ${tasks.id} = ${id} and ${tasks.linkVersion} = ${version}
    where ${matterEvents.matterId} = ${photos.matterId} and ${matterEvents.seq} = ${photos.eventSeq}
      and ${matterEvents.data}->>'taskId' = ${id})`
}
