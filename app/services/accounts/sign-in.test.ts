import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { getStaff } from '#app/services/accounts/get-staff.server.ts'
import { accounts } from '#db/schema/accounts.ts'
import { PASSWORD, staff, staffRiverside } from '#tests/helpers/session-setting.ts'
import { test } from '#tests/helpers/test-database.ts'
import { signIn } from './sign-in.server.ts'

describe('[P2] a wrong login, a wrong password and a disabled account are answered alike', () => {
  test('the right pair, in any case and with spaces around', async ({ db }) => {
    await staffRiverside(db)
    expect(await signIn({ db }, { login: ' Lin ', password: PASSWORD })).toEqual({
      ok: true,
      value: { accountId: 'account-lin' },
    })
  })

  test('everything else', async ({ db, clock }) => {
    await staffRiverside(db)
    await db
      .update(accounts)
      .set({ disabledAt: clock.now() })
      .where(eq(accounts.id, 'account-xu'))
    for (const [login, password] of [
      ['lin', 'wrong'],
      ['nobody', PASSWORD],
      ['xu', PASSWORD],
    ] as const) {
      expect(await signIn({ db }, { login, password })).toEqual({
        ok: false,
        refusal: { code: 'wrong-login' },
      })
    }
    expect(await getStaff({ db }, 'account-xu')).toBeNull()
  })
})

test('[P3] a cadre has one community, a town all of its own', async ({ db }) => {
  await staffRiverside(db)
  expect((await staff(db, 'lin')).communityIds).toEqual(['riverside'])
  expect((await staff(db, 'fang')).communityIds.toSorted()).toEqual(['hillside', 'riverside'])
})
