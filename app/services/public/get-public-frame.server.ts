import { asc, eq } from 'drizzle-orm'
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
    .where(eq(places.kind, 'community'))
    .orderBy(asc(places.position), asc(places.id))
  const chosen = code === null ? rows[0] : rows.find((row) => row.code === code)
  if (!chosen) return null
  const above = chosen.parentId ? await placeOf(db, chosen.parentId) : null
  const county = above?.parentId ? await placeOf(db, above.parentId) : null
  return {
    community: {
      id: chosen.id,
      code: chosen.code,
      name: chosen.name,
      nameEn: chosen.nameEn,
      town: above?.name ?? '',
      townEn: above?.nameEn ?? '',
      hotline: chosen.hotline,
    },
    county: { name: county?.name ?? '', nameEn: county?.nameEn ?? '' },
    communities: rows.map(({ code: each, name, nameEn }) => ({ code: each, name, nameEn })),
  }
}

async function placeOf(db: Database, id: string) {
  const [row] = await db.select().from(places).where(eq(places.id, id))
  return row ?? null
}
