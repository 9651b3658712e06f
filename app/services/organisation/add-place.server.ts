import { and, count, eq } from 'drizzle-orm'
import { can } from '#app/domain/permissions/can.ts'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import type { Database } from '#db/database.ts'
import { places } from '#db/schema/organisation.ts'

export type AddPlaceRefusal = {
  code: 'no-such-community' | 'no-such-compound' | 'same-name'
}

type NewPlace = { name: string; nameEn: string } & (
  | { kind: 'compound'; hall: string | null }
  /** In which compound. */
  | { kind: 'building'; compoundId: string }
)

/** Adds a compound to a community, or a building to one of its compounds. No two have one name. */
export async function addPlace(
  { db, newId }: { db: Database; newId: () => string },
  viewer: StaffViewer,
  { communityId, place }: { communityId: string; place: NewPlace },
): Promise<Result<{ placeId: string }, AddPlaceRefusal>> {
  if (!can(viewer, 'edit-community', { communityId })) {
    return refuse({ code: 'no-such-community' })
  }
  const parentId = place.kind === 'compound' ? communityId : place.compoundId
  return db.transaction(async (tx): Promise<Result<{ placeId: string }, AddPlaceRefusal>> => {
    // Holds its parent: two who add the same name at once find it, one after the other.
    const [parent] = await tx
      .select({ kind: places.kind })
      .from(places)
      .where(and(eq(places.id, parentId), eq(places.communityId, communityId)))
      .for('update')
    if (parent?.kind !== (place.kind === 'compound' ? 'community' : 'compound')) {
      return refuse({ code: 'no-such-compound' })
    }
    const siblings = and(eq(places.parentId, parentId), eq(places.kind, place.kind))
    const [same] = await tx
      .select({ id: places.id })
      .from(places)
      .where(and(siblings, eq(places.name, place.name)))
    if (same) return refuse({ code: 'same-name' })
    const [before] = await tx.select({ total: count() }).from(places).where(siblings)
    const id = newId()
    await tx.insert(places).values({
      id,
      kind: place.kind,
      parentId,
      communityId,
      name: place.name,
      nameEn: place.nameEn || place.name,
      code: `${place.kind}-${id}`,
      hall: place.kind === 'compound' ? place.hall : null,
      position: (before?.total ?? 0) + 1,
    })
    return ok({ placeId: id })
  })
}
