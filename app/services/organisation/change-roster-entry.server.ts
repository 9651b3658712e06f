import { and, eq, isNull } from 'drizzle-orm'
import { addDays, localDateOf } from '#app/domain/calendar/local-date.ts'
import { can } from '#app/domain/permissions/can.ts'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import type { Database } from '#db/database.ts'
import { bodies, memberships, people } from '#db/schema/organisation.ts'
import type { RosterPerson } from './add-to-roster.server.ts'

/** A line of the roster with what can be corrected about it. */
export type RosterLine = RosterPerson & {
  membershipId: string
  personId: string
  communityId: string
  side: (typeof memberships.$inferSelect)['side']
  title: string
  building: string | null
  body: string
}

export type RosterRefusal = { code: 'no-such-entry' }

/** A line of the roster that has not ended, for somebody who may change it; else null. */
export async function getRosterLine(
  { db }: { db: Database },
  viewer: StaffViewer,
  membershipId: string,
): Promise<RosterLine | null> {
  const [row] = await db
    .select({
      membershipId: memberships.id,
      personId: people.id,
      ofPerson: people.communityId,
      ofBody: bodies.communityId,
      name: people.name,
      honorific: people.honorific,
      phone: people.phone,
      needsCall: people.needsCall,
      side: memberships.side,
      title: memberships.title,
      building: memberships.building,
      body: bodies.name,
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .innerJoin(bodies, eq(bodies.id, memberships.bodyId))
    .where(and(eq(memberships.id, membershipId), isNull(memberships.validTo)))
  if (!row) return null
  const { ofPerson, ofBody, ...line } = row
  const communityId = [ofPerson, ofBody].find(
    (each) => each !== null && can(viewer, 'edit-roster', { communityId: each }),
  )
  return communityId ? { ...line, communityId } : null
}

/** Corrects what the roster says of somebody. Sessions that were announced keep what they said. */
export async function correctRosterEntry(
  services: { db: Database },
  viewer: StaffViewer,
  {
    membershipId,
    person,
    title,
    building,
  }: { membershipId: string; person: RosterPerson; title: string; building: string | null },
): Promise<Result<null, RosterRefusal>> {
  const line = await getRosterLine(services, viewer, membershipId)
  if (!line) return refuse({ code: 'no-such-entry' })
  await services.db.transaction(async (tx) => {
    await tx.update(people).set(person).where(eq(people.id, line.personId))
    await tx
      .update(memberships)
      .set({ title, titleEn: title, building })
      .where(eq(memberships.id, membershipId))
  })
  return ok(null)
}

/** From today on they do not speak for that body any more. The past keeps them. */
export async function endRosterEntry(
  services: { db: Database; now: () => Date },
  viewer: StaffViewer,
  membershipId: string,
): Promise<Result<null, RosterRefusal>> {
  const line = await getRosterLine(services, viewer, membershipId)
  if (!line) return refuse({ code: 'no-such-entry' })
  const validTo = addDays(localDateOf(services.now()), -1)
  await services.db
    .update(memberships)
    .set({ validTo })
    .where(and(eq(memberships.id, membershipId), isNull(memberships.validTo)))
  return ok(null)
}
