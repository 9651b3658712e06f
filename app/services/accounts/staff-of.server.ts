import { and, asc, eq, inArray, isNull, type SQL } from 'drizzle-orm'
import type { StaffRole } from '#app/domain/permissions/viewer.ts'
import { accounts } from '#db/schema/accounts.ts'
import type { Database } from '#db/database.ts'
import { people } from '#db/schema/organisation.ts'

export type StaffMember = { personId: string; name: string; role: StaffRole }

/** Everybody who works at the desk of a community, in the order of their logins. */
export function staffOf(db: Database, communityId: string): Promise<StaffMember[]> {
  return db
    .select({ personId: accounts.personId, name: people.name, role: accounts.role })
    .from(accounts)
    .innerJoin(people, eq(people.id, accounts.personId))
    .where(worksFor(communityId))
    .orderBy(asc(accounts.login))
}

/** That an account is of a community's desk, and still in use. */
export function worksFor(communityId: string): SQL | undefined {
  return and(
    eq(accounts.scopeId, communityId),
    isNull(accounts.disabledAt),
    inArray(accounts.role, ['cadre', 'recorder']),
  )
}
