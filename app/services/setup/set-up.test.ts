import { describe, expect } from 'vitest'
import { signIn } from '#app/services/accounts/sign-in.server.ts'
import { regionServed } from '#app/services/rules/rules-in-force.server.ts'
import { getRoster } from '#app/services/organisation/get-roster.server.ts'
import { accounts } from '#db/schema/accounts.ts'
import { places } from '#db/schema/organisation.ts'
import { describeEachDatabase } from '#tests/helpers/test-database.ts'
import { needsSetup } from './needs-setup.server.ts'
import { isSetupCode, setupCode } from './setup-code.server.ts'
import { setUp, type FirstPlace } from './set-up.server.ts'

const FIRST: FirstPlace = {
  county: { name: '安溪县', nameEn: 'Anxi County', division: '350524' },
  town: { name: '凤城镇', nameEn: 'Fengcheng' },
  community: { name: '新安社区', nameEn: 'Xin’an', code: 'xinan', hotline: '0595-2330 0799' },
  compound: { name: '新安花园', nameEn: 'Xin’an Garden', hall: '一楼会议室' },
  cadre: {
    name: '林雅芳',
    honorific: 'ms',
    title: '社区书记',
    login: ' LinYaFang ',
    password: 'tea hills at 19:30',
  },
}

describeEachDatabase('setting up an empty database', (test) => {
  describe('[H5] by whoever reads the terminal, once', () => {
    test('makes the places, and an account that signs in', async ({ services, db }) => {
      expect(await needsSetup(services)).toBe(true)
      const code = setupCode(services.config.sessionSecret)
      const done = await setUp(services, { code: code.toLowerCase(), first: FIRST })
      if (!done.ok) throw new Error(done.refusal.code)
      expect(await needsSetup(services)).toBe(false)
      const kinds = (await db.select({ kind: places.kind }).from(places)).map(
        ({ kind }) => kind,
      )
      expect(kinds.toSorted()).toEqual(['community', 'compound', 'county', 'town'])
      expect(await regionServed(db)).toBe('350524')
      const { password } = FIRST.cadre
      expect(await signIn(services, { login: 'linyafang', password })).toEqual({
        ok: true,
        value: done.value,
      })
      const [account] = await db.select().from(accounts)
      expect(account?.passwordHash).toMatch(/^\$argon2id\$/)
      const communityId = account?.scopeId ?? ''
      const roster = await getRoster(services, {
        communityId,
        compoundId: null,
        on: '2999-01-01',
      })
      expect(roster).toMatchObject([{ name: '林雅芳', side: 'committees' }])
    })

    test('a second time is refused, with the right code too', async ({ services, db }) => {
      const code = setupCode(services.config.sessionSecret)
      await setUp(services, { code, first: FIRST })
      expect(await setUp(services, { code, first: FIRST })).toEqual({
        ok: false,
        refusal: { code: 'already-set-up' },
      })
      expect(await db.select().from(accounts)).toHaveLength(1)
    })

    test('two at once: one is first, and the other leaves nothing behind', async ({
      services,
      db,
    }) => {
      const code = setupCode(services.config.sessionSecret)
      const other = {
        ...FIRST,
        community: { ...FIRST.community, code: 'another' },
        cadre: { ...FIRST.cadre, login: 'another' },
      }
      const both = await Promise.all(
        [FIRST, other].map((first) => setUp(services, { code, first })),
      )
      expect(both.filter(({ ok }) => ok)).toHaveLength(1)
      expect(both.find(({ ok }) => !ok)).toEqual({
        ok: false,
        refusal: { code: 'already-set-up' },
      })
      expect(await db.select().from(accounts)).toHaveLength(1)
      expect(await db.select().from(places)).toHaveLength(4)
    })

    test('a wrong code and a weak password change nothing', async ({ services, db }) => {
      expect(await setUp(services, { code: 'AAAA-BBBB-CCCC', first: FIRST })).toEqual({
        ok: false,
        refusal: { code: 'wrong-code' },
      })
      const weak = { ...FIRST, cadre: { ...FIRST.cadre, password: '12345' } }
      const code = setupCode(services.config.sessionSecret)
      expect(await setUp(services, { code, first: weak })).toEqual({
        ok: false,
        refusal: { code: 'password-too-short' },
      })
      expect(await db.select().from(places)).toEqual([])
    })
  })

  test('[H5] the code is one deployment’s, and is read without its dashes', () => {
    const [one, other] = ['a'.repeat(32), 'b'.repeat(32)]
    expect(setupCode(one)).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/)
    expect(setupCode(other)).not.toBe(setupCode(one))
    expect(isSetupCode(one, ` ${setupCode(one).replaceAll('-', ' ').toLowerCase()} `)).toBe(
      true,
    )
    expect(isSetupCode(other, setupCode(one))).toBe(false)
    expect(isSetupCode(one, '')).toBe(false)
  })
})
