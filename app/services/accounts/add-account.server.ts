import { and, eq, isNull } from 'drizzle-orm'
import { passwordTrouble, type PasswordTrouble } from '#app/domain/accounts/password-trouble.ts'
import { can } from '#app/domain/permissions/can.ts'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import type { Database } from '#db/database.ts'
import { accounts } from '#db/schema/accounts.ts'
import { memberships, people } from '#db/schema/organisation.ts'
import { hashPassword } from './password.server.ts'
import { loginOf } from './sign-in.server.ts'

export type AddAccountRefusal = {
  code: 'no-such-community' | 'no-such-person' | 'login-taken' | PasswordTrouble
}

/** Gives somebody of the community's two committees an account, as cadre or recorder. One person has one. */
export async function addAccount(
  { db, newId }: { db: Database; newId: () => string },
  viewer: StaffViewer,
  {
    communityId,
    personId,
    role,
    login,
    password,
  }: {
    communityId: string
    personId: string
    role: 'cadre' | 'recorder'
    login: string
    password: string
  },
): Promise<Result<{ accountId: string }, AddAccountRefusal>> {
  if (!can(viewer, 'edit-community', { communityId })) {
    return refuse({ code: 'no-such-community' })
  }
  const trouble = passwordTrouble(password, login)
  if (trouble) return refuse({ code: trouble })
  const [person] = await db
    .select({ id: people.id })
    .from(people)
    .innerJoin(memberships, eq(memberships.personId, people.id))
    .where(
      and(
        eq(people.id, personId),
        eq(people.communityId, communityId),
        eq(memberships.side, 'committees'),
        isNull(memberships.validTo),
      ),
    )
    .limit(1)
  if (!person) return refuse({ code: 'no-such-person' })
  // Login and person are unique in the table: whoever comes second inserts nothing.
  const [made] = await db
    .insert(accounts)
    .values({
      id: newId(),
      personId,
      login: loginOf(login),
      passwordHash: await hashPassword(password),
      role,
      scopeId: communityId,
    })
    .onConflictDoNothing()
    .returning({ id: accounts.id })
  return made ? ok({ accountId: made.id }) : refuse({ code: 'login-taken' })
}
