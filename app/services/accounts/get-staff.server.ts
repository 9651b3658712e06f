import { and, eq, isNull, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import type { Database } from '#db/database.ts'
import { accounts } from '#db/schema/accounts.ts'
import { people, places } from '#db/schema/organisation.ts'

/** The member of staff behind an account, or null when it is gone or was disabled. */
export async function getStaff(
  { db }: { db: Database },
  accountId: string,
): Promise<StaffViewer | null> {
  const [row] = await db
    .select({
      accountId: accounts.id,
      personId: accounts.personId,
      name: people.name,
      role: accounts.role,
      scopeId: accounts.scopeId,
    })
    .from(accounts)
    .innerJoin(people, eq(people.id, accounts.personId))
    .where(and(eq(accounts.id, accountId), isNull(accounts.disabledAt)))
  if (!row) return null
  return { kind: 'staff', ...row, communityIds: await communitiesOf({ db }, row.scopeId) }
}

/** The communities of a place: itself, or those of a town or county. */
async function communitiesOf({ db }: { db: Database }, scopeId: string): Promise<string[]> {
  const towns = alias(places, 'town')
  const rows = await db
    .select({ id: places.id })
    .from(places)
    .leftJoin(towns, eq(towns.id, places.parentId))
    .where(
      and(
        eq(places.kind, 'community'),
        or(eq(places.id, scopeId), eq(places.parentId, scopeId), eq(towns.parentId, scopeId)),
      ),
    )
    .orderBy(places.position, places.id)
  return rows.map((row) => row.id)
}
