import { and, eq } from 'drizzle-orm'
import { localDateOf } from '#app/domain/calendar/local-date.ts'
import type { Side } from '#app/domain/organisation/side.ts'
import { can } from '#app/domain/permissions/can.ts'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import type { Database } from '#db/database.ts'
import { memberships, people, places } from '#db/schema/organisation.ts'
import { bodyFor } from './body-for.server.ts'

export type RosterPerson = {
  name: string
  honorific: 'mr' | 'ms'
  phone: string | null
  needsCall: boolean
}

export type RosterPlace = {
  /** null: for the whole community. */
  compoundId: string | null
  side: Side
  title: string
  /** What they speak for: 安和物业, 蓝溪花园居民. */
  body: string
  building: string | null
}

export type AddToRosterRefusal = {
  code: 'no-such-community' | 'no-such-compound' | 'no-such-person'
}

/**
 * Puts somebody on a community's roster from today on.
 *
 * @param key - names this adding and becomes the membership's id, so that twice is once.
 * @param personId - somebody who is on it already and now also speaks for another body.
 */
export async function addToRoster(
  { db, now, newId }: { db: Database; now: () => Date; newId: () => string },
  viewer: StaffViewer,
  {
    key,
    communityId,
    who,
    place,
  }: {
    key: string
    communityId: string
    who: RosterPerson | { personId: string }
    place: RosterPlace
  },
): Promise<Result<{ membershipId: string }, AddToRosterRefusal>> {
  if (!can(viewer, 'edit-roster', { communityId })) {
    return refuse({ code: 'no-such-community' })
  }
  return db.transaction(
    async (tx): Promise<Result<{ membershipId: string }, AddToRosterRefusal>> => {
      if (!(await isCompoundOf(tx, communityId, place.compoundId))) {
        return refuse({ code: 'no-such-compound' })
      }
      if ('personId' in who) {
        const [known] = await tx
          .select({ id: people.id })
          .from(people)
          .where(and(eq(people.id, who.personId), eq(people.communityId, communityId)))
        if (!known) return refuse({ code: 'no-such-person' })
      }
      // Holds the community's row, so that a second sending finds the first one's membership.
      const bodyId = await bodyFor(tx, newId, { ...place, communityId, name: place.body })
      if (!bodyId) return refuse({ code: 'no-such-community' })
      const [done] = await tx
        .select({ id: memberships.id })
        .from(memberships)
        .where(eq(memberships.id, key))
      if (done) return ok({ membershipId: key })
      const personId = 'personId' in who ? who.personId : newId()
      if (!('personId' in who))
        await tx.insert(people).values({ ...who, id: personId, communityId })
      await tx.insert(memberships).values({
        id: key,
        personId,
        bodyId,
        side: place.side,
        title: place.title,
        titleEn: place.title,
        compoundId: place.compoundId,
        building: place.building,
        validFrom: localDateOf(now()),
        validTo: null,
      })
      return ok({ membershipId: key })
    },
  )
}

async function isCompoundOf(
  tx: Database,
  communityId: string,
  compoundId: string | null,
): Promise<boolean> {
  if (compoundId === null) return true
  const [compound] = await tx
    .select({ id: places.id })
    .from(places)
    .where(
      and(
        eq(places.id, compoundId),
        eq(places.communityId, communityId),
        eq(places.kind, 'compound'),
      ),
    )
  return compound !== undefined
}
