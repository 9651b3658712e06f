import { and, asc, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Community } from '#app/domain/organisation/community.ts'
import type { Database } from '#db/database.ts'
import { places } from '#db/schema/organisation.ts'

/** A community with its town and its compounds, or null. */
export async function getCommunity(
  { db }: { db: Database },
  communityId: string,
): Promise<Community | null> {
  const towns = alias(places, 'town')
  const [[community], compounds] = await Promise.all([
    db
      .select({
        id: places.id,
        name: places.name,
        nameEn: places.nameEn,
        town: towns.name,
        townEn: towns.nameEn,
        code: places.code,
        hotline: places.hotline,
      })
      .from(places)
      .leftJoin(towns, eq(towns.id, places.parentId))
      .where(and(eq(places.id, communityId), eq(places.kind, 'community'))),
    db
      .select({ id: places.id, name: places.name, nameEn: places.nameEn, hall: places.hall })
      .from(places)
      .where(and(eq(places.communityId, communityId), eq(places.kind, 'compound')))
      .orderBy(asc(places.position), asc(places.id)),
  ])
  if (!community) return null
  return {
    ...community,
    town: community.town ?? '',
    townEn: community.townEn ?? '',
    compounds,
  }
}
