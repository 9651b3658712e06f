import { asc, eq } from 'drizzle-orm'
import { can } from '#app/domain/permissions/can.ts'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import type { Database } from '#db/database.ts'
import { matters, tasks } from '#db/schema/matters.ts'
import { places } from '#db/schema/organisation.ts'
import { signLink } from '#app/services/invitations/personal-link.server.ts'

/** A personal link for one thing about a matter, ready to be copied or printed. */
export type MatterLink = {
  kind: 'task' | 'visit'
  /** The task or the matter. */
  id: string
  /** The lead's body for a task; empty for the person who raised the matter. */
  name: string
  url: string
}

/** The links of a matter for the staff who hand them out; empty for anybody else. */
export async function listMatterLinks(
  { db, secret, origin }: { db: Database; secret: string; origin: string },
  viewer: StaffViewer,
  matterId: string,
): Promise<MatterLink[]> {
  const [matter] = await db
    .select({ communityId: matters.communityId, version: matters.linkVersion })
    .from(matters)
    .where(eq(matters.id, matterId))
  if (!matter || !can(viewer, 'assign-task', matter)) return []
  const rows = await db
    .select({ id: tasks.id, name: tasks.leadName, version: tasks.linkVersion })
    .from(tasks)
    .where(eq(tasks.matterId, matterId))
    .orderBy(asc(tasks.createdAt), asc(tasks.id))
  return [
    ...rows.map(({ id, name, version }) => ({
      kind: 'task' as const,
      id,
      name,
      url: `${origin}/t/${signLink(secret, 'task', id, version)}`,
    })),
    {
      kind: 'visit' as const,
      id: matterId,
      name: '',
      url: `${origin}/v/${signLink(secret, 'visit', matterId, matter.version)}`,
    },
  ]
}

/** The telephone that a slip names for those who would rather call. */
export async function hotlineOf(db: Database, communityId: string): Promise<string | null> {
  const [place] = await db
    .select({ hotline: places.hotline })
    .from(places)
    .where(eq(places.id, communityId))
  return place?.hotline ?? null
}
