import { and, asc, desc, eq, gte, inArray, isNull, lte, ne, or, sql } from 'drizzle-orm'
import { localDateOf } from '#app/domain/calendar/local-date.ts'
import type { LeadChoice } from '#app/domain/matters/matter-view.ts'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import type { Database } from '#db/database.ts'
import { matters } from '#db/schema/matters.ts'
import { bodies, memberships, people, places } from '#db/schema/organisation.ts'
import { visibleMatters } from './visible-matters.server.ts'

/** The compounds a viewer's communities have, for a choice. */
export function listCompounds(db: Database, viewer: StaffViewer) {
  return db
    .select({ id: places.id, name: places.name })
    .from(places)
    .where(
      and(eq(places.kind, 'compound'), inArray(places.communityId, [...viewer.communityIds])),
    )
    .orderBy(places.communityId, places.position, places.id)
}

/** Who can be given a task on a matter of this compound: whoever speaks for a body there today. */
export async function listLeads(
  { db, now }: { db: Database; now: () => Date },
  { communityId, compoundId }: { communityId: string; compoundId: string },
): Promise<LeadChoice[]> {
  const today = localDateOf(now())
  return db
    .selectDistinctOn([bodies.name, people.id], {
      personId: people.id,
      person: people.name,
      title: memberships.title,
      body: bodies.name,
      side: memberships.side,
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .innerJoin(bodies, eq(bodies.id, memberships.bodyId))
    .where(
      and(
        or(eq(memberships.compoundId, compoundId), isNull(memberships.compoundId)),
        or(eq(bodies.communityId, communityId), eq(people.communityId, communityId)),
        ne(memberships.side, 'residents'),
        lte(memberships.validFrom, today),
        or(isNull(memberships.validTo), gte(memberships.validTo, today)),
      ),
    )
    .orderBy(asc(bodies.name), asc(people.id))
}

/** People on the community's books, for the form that writes down who raised something. */
export function listPeople(db: Database, viewer: StaffViewer) {
  return db
    .selectDistinctOn([people.name, people.id], {
      id: people.id,
      name: people.name,
      honorific: people.honorific,
      compound: places.name,
      building: memberships.building,
    })
    .from(people)
    .leftJoin(memberships, eq(memberships.personId, people.id))
    .leftJoin(places, eq(places.id, memberships.compoundId))
    .where(inArray(people.communityId, [...viewer.communityIds]))
    .orderBy(asc(people.name), asc(people.id))
    .limit(500)
}

/** What a matter could be merged into: those of its community still at work, newest first. */
export function listMergeTargets(
  db: Database,
  viewer: StaffViewer,
  { matterId, communityId }: { matterId: string; communityId: string },
) {
  return db
    .select({ id: matters.id, number: matters.number, title: matters.title })
    .from(matters)
    .where(
      and(
        eq(matters.communityId, communityId),
        ne(matters.id, matterId),
        sql`${matters.status} not in ('merged', 'rejected', 'referred')`,
        visibleMatters(viewer),
      ),
    )
    .orderBy(desc(matters.number))
    .limit(200)
}
