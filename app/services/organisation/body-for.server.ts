import { and, eq } from 'drizzle-orm'
import type { BodyKind } from '#app/domain/organisation/organisation.ts'
import type { Side } from '#app/domain/organisation/side.ts'
import type { Database } from '#db/database.ts'
import { bodies, bodyPlaces, places } from '#db/schema/organisation.ts'

const KIND_OF_SIDE: Readonly<Record<Side, BodyKind>> = {
  residents: 'residents',
  property: 'property-company',
  owners: 'owners-committee',
  committees: 'residents-committee',
  police: 'police-station',
  others: 'department',
}

/**
 * The body that somebody of this side speaks for, by its name; made when the
 * community has none of that name. Runs in the caller's transaction and holds
 * the community's row, so that two who add people at once make one body.
 *
 * @returns null when there is no such community.
 */
export async function bodyFor(
  tx: Database,
  newId: () => string,
  {
    communityId,
    compoundId,
    side,
    name,
  }: { communityId: string; compoundId: string | null; side: Side; name: string },
): Promise<string | null> {
  const [community] = await tx
    .select({ id: places.id })
    .from(places)
    .where(eq(places.id, communityId))
    .for('update')
  if (!community) return null
  const kind = KIND_OF_SIDE[side]
  const [known] = await tx
    .select({ id: bodies.id })
    .from(bodies)
    .where(
      and(eq(bodies.communityId, communityId), eq(bodies.kind, kind), eq(bodies.name, name)),
    )
  const id = known?.id ?? newId()
  if (!known) await tx.insert(bodies).values({ id, kind, communityId, name, nameEn: name })
  await tx
    .insert(bodyPlaces)
    .values({ bodyId: id, placeId: compoundId ?? communityId })
    .onConflictDoNothing()
  return id
}
