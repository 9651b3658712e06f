import { and, eq, isNull } from 'drizzle-orm'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import type { Database } from '#db/database.ts'
import { accounts } from '#db/schema/accounts.ts'
import { passwordMatches } from './password.server.ts'

/** One code for a wrong login, a wrong password and a disabled account: none of them is told apart. */
export type SignInRefusal = { code: 'wrong-login' }

/** The account that login and password belong to. Logins are written in any case, with any space around. */
export async function signIn(
  { db }: { db: Database },
  { login, password }: { login: string; password: string },
): Promise<Result<{ accountId: string }, SignInRefusal>> {
  const [account] = await db
    .select({ id: accounts.id, passwordHash: accounts.passwordHash })
    .from(accounts)
    .where(and(eq(accounts.login, loginOf(login)), isNull(accounts.disabledAt)))
  const matches = await passwordMatches(account?.passwordHash ?? null, password)
  return account && matches ? ok({ accountId: account.id }) : refuse({ code: 'wrong-login' })
}

/** How a login is kept and compared. */
export function loginOf(typed: string): string {
  return typed.trim().toLowerCase()
}
