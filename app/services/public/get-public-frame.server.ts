import { asc, inArray } from 'drizzle-orm'
import type { PublicFrameView } from '#app/domain/records/public-view.ts'
import type { Database } from '#db/database.ts'
import { places } from '#db/schema/organisation.ts'

/**
 * A community by its code, with the others to switch to; the first one when no
 * code is given. Null for a code that is none, or before there is a community.
 */
export async function getPublicFrame(
  { db }: { db: Database },
  code: string | null,
): Promise<PublicFrameView | null> {
  const rows = await db
    .select()
    .from(places)
    .where(inArray(places.kind, ['county', 'town', 'community']))
    .orderBy(asc(places.position), asc(places.id))
  const above = (parentId: string | null | undefined) =>
    parentId ? rows.find(({ id }) => id === parentId) : undefined
  // By town first, so that the switcher reads like a map and not like a shuffled list.
  const communities = rows
    .filter(({ kind }) => kind === 'community')
    .map((row) => ({ row, town: above(row.parentId) }))
    .toSorted((a, b) => (a.town?.position ?? 0) - (b.town?.position ?? 0))
  const chosen =
    code === null ? communities[0] : communities.find(({ row }) => row.code === code)
  if (!chosen) return null
  const { row, town } = chosen
  const county = above(town?.parentId)
  return {
    community: {
      id: row.id,
      code: row.code,
      name: row.name,
      nameEn: row.nameEn,
      town: town?.name ?? '',
      townEn: town?.nameEn ?? '',
      hotline: row.hotline,
    },
    county: { name: county?.name ?? '', nameEn: county?.nameEn ?? '' },
    communities: communities.map(({ row: each, town: itsTown }) => ({
      code: each.code,
      name: each.name,
      nameEn: each.nameEn,
      town: itsTown?.name ?? '',
      townEn: itsTown?.nameEn ?? '',
    })),
  }
}
