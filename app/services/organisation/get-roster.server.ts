import { and, asc, eq, gte, isNull, lte, or } from 'drizzle-orm'
import type { LocalDate } from '#app/domain/calendar/local-date.ts'
import type { RosterEntry } from '#app/domain/organisation/roster.ts'
import { SIDES } from '#app/domain/organisation/side.ts'
import type { Database } from '#db/database.ts'
import { bodies, memberships, people } from '#db/schema/organisation.ts'

/**
 * Who speaks for whom in a community on a day, by side. With a compound: those
 * of that compound and those of the whole community.
 */
export async function getRoster(
  { db }: { db: Database },
  {
    communityId,
    compoundId,
    on,
  }: { communityId: string; compoundId: string | null; on: LocalDate },
): Promise<RosterEntry[]> {
  const rows = await db
    .select({
      membershipId: memberships.id,
      personId: people.id,
      name: people.name,
      phone: people.phone,
      needsCall: people.needsCall,
      side: memberships.side,
      title: memberships.title,
      titleEn: memberships.titleEn,
      building: memberships.building,
      body: bodies.name,
      bodyEn: bodies.nameEn,
      compoundId: memberships.compoundId,
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .innerJoin(bodies, eq(bodies.id, memberships.bodyId))
    .where(
      and(
        or(eq(people.communityId, communityId), eq(bodies.communityId, communityId)),
        compoundId === null
          ? undefined
          : or(isNull(memberships.compoundId), eq(memberships.compoundId, compoundId)),
        lte(memberships.validFrom, on),
        or(isNull(memberships.validTo), gte(memberships.validTo, on)),
      ),
    )
    .orderBy(asc(memberships.building), asc(memberships.id))
  return rows.toSorted((a, b) => SIDES.indexOf(a.side) - SIDES.indexOf(b.side))
}
