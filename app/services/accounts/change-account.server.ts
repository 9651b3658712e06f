import { and, asc, eq, inArray } from 'drizzle-orm'
import { passwordTrouble, type PasswordTrouble } from '#app/domain/accounts/password-trouble.ts'
import { can } from '#app/domain/permissions/can.ts'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import type { Database } from '#db/database.ts'
import { accounts } from '#db/schema/accounts.ts'
import { hashPassword, passwordMatches } from './password.server.ts'

export type ChangeAccountRefusal = {
  code: 'no-such-account' | 'own-account' | 'wrong-password' | PasswordTrouble
}

/**
 * Lets somebody sign in, or no longer: whoever is signed in is out at their next
 * step. Nobody closes their own account, so that one cadre stays.
 */
export async function setAccountOpen(
  { db, now }: { db: Database; now: () => Date },
  viewer: StaffViewer,
  { accountId, open }: { accountId: string; open: boolean },
): Promise<Result<null, ChangeAccountRefusal>> {
  if (accountId === viewer.accountId) return refuse({ code: 'own-account' })
  return db.transaction(async (tx): Promise<Result<null, ChangeAccountRefusal>> => {
    // Both rows are held in one order: of two cadres who close each other one is still there.
    const held = await tx
      .select()
      .from(accounts)
      .where(inArray(accounts.id, [accountId, viewer.accountId]))
      .orderBy(asc(accounts.id))
      .for('update')
    const account = held.find(({ id }) => id === accountId)
    const own = held.find(({ id }) => id === viewer.accountId)
    if (
      !account ||
      own?.disabledAt !== null ||
      !can(viewer, 'edit-community', { communityId: account.scopeId })
    ) {
      return refuse({ code: 'no-such-account' })
    }
    await tx
      .update(accounts)
      .set({ disabledAt: open ? null : now() })
      .where(eq(accounts.id, accountId))
    return ok(null)
  })
}

/** Changes one's own password; the old one is asked for again. */
export async function changeOwnPassword(
  { db }: { db: Database },
  viewer: StaffViewer,
  { current, next }: { current: string; next: string },
): Promise<Result<null, ChangeAccountRefusal>> {
  const [account] = await db.select().from(accounts).where(eq(accounts.id, viewer.accountId))
  if (!account || !(await passwordMatches(account.passwordHash, current))) {
    return refuse({ code: 'wrong-password' })
  }
  const trouble = passwordTrouble(next, account.login)
  if (trouble) return refuse({ code: trouble })
  const changed = await db
    .update(accounts)
    .set({ passwordHash: await hashPassword(next) })
    // The one that was checked: of two who change it at once the second has not given the one that holds.
    .where(and(eq(accounts.id, account.id), eq(accounts.passwordHash, account.passwordHash)))
    .returning({ id: accounts.id })
  return changed.length > 0 ? ok(null) : refuse({ code: 'wrong-password' })
}
