import { and, eq, inArray, or } from 'drizzle-orm'
import type { MeetingState } from '#app/domain/meetings/meeting-state.ts'
import type { Side } from '#app/domain/organisation/side.ts'
import { maskName, type KnownName, type MaskContext } from '#app/domain/records/mask.ts'
import { publishedName } from '#app/domain/records/published-name.ts'
import type { Database } from '#db/database.ts'
import { memberships, people, places } from '#db/schema/organisation.ts'

/**
 * Every name that must not stand in what is published of a meeting: those at
 * its table, and everybody on the community's rolls. Officials are called by
 * their office, residents by a surname and asterisks.
 */
export async function knownNames(
  { db }: { db: Database },
  communityId: string,
  state: MeetingState | null,
): Promise<MaskContext> {
  const [rows, hotlines] = await Promise.all([
    db
      .select({ name: people.name, side: memberships.side, title: memberships.title })
      .from(people)
      .leftJoin(memberships, eq(memberships.personId, people.id))
      .where(
        or(
          eq(people.communityId, communityId),
          state && state.seats.length > 0
            ? inArray(
                people.name,
                state.seats.map(({ name }) => name),
              )
            : undefined,
        ),
      ),
    db
      .select({ hotline: places.hotline })
      .from(places)
      .where(and(eq(places.id, communityId))),
  ])
  const names = new Map<string, KnownName>()
  const add = (name: string, side: Side | null, title: string | null) => {
    const as = publishedName({ name, side, title })
    // A resident who has an official's name keeps it covered.
    if (!names.has(name) || as === maskName(name)) names.set(name, { name, as })
  }
  for (const seat of state?.seats ?? []) add(seat.name, seat.side, seat.title)
  for (const officer of state ? [state.chair, state.recorder] : []) {
    add(officer.name, 'committees', officer.title)
  }
  const seated = new Set(names.keys())
  for (const { name, side, title } of rows) if (!seated.has(name)) add(name, side, title)
  return {
    names: [...names.values()],
    publicPhones: hotlines.flatMap(({ hotline }) => (hotline ? [hotline] : [])),
  }
}
