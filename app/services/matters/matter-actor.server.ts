import { eq } from 'drizzle-orm'
import type { Database } from '#db/database.ts'
import { places } from '#db/schema/organisation.ts'
import type { MatterActor } from './append-to-matter.server.ts'

/** Somebody who acts for the community: by name for staff, as the community for the public. */
export async function communityActor(
  tx: Database,
  communityId: string,
  name: string,
): Promise<MatterActor> {
  const [place] = await tx
    .select({ name: places.name })
    .from(places)
    .where(eq(places.id, communityId))
  return { name, publicName: place?.name ?? '', side: 'committees' }
}
