import { describe, expect } from 'vitest'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import type { Services } from '#app/runtime/services.server.ts'
import { addAccount } from '#app/services/accounts/add-account.server.ts'
import {
  changeOwnPassword,
  setAccountOpen,
} from '#app/services/accounts/change-account.server.ts'
import { getStaff } from '#app/services/accounts/get-staff.server.ts'
import { signIn } from '#app/services/accounts/sign-in.server.ts'
import { setUp } from '#app/services/setup/set-up.server.ts'
import { setupCode } from '#app/services/setup/setup-code.server.ts'
import { bodies, memberships } from '#db/schema/organisation.ts'
import { describeEachDatabase } from '#tests/helpers/test-database.ts'
import { addPlace } from './add-place.server.ts'
import { addToRoster, type RosterPlace } from './add-to-roster.server.ts'
import { correctRosterEntry, endRosterEntry } from './change-roster-entry.server.ts'
import { getCommunityAdmin } from './get-community-admin.server.ts'
import { getRoster } from './get-roster.server.ts'

const PASSWORD = 'tea hills at 19:30'

/** A community that was set up a moment ago, and its cadre. */
async function newCommunity(services: Services): Promise<StaffViewer> {
  const done = await setUp(services, {
    code: setupCode(services.config.sessionSecret),
    first: {
      county: { name: '安溪县', nameEn: 'Anxi', division: null },
      town: { name: '凤城镇', nameEn: 'Fengcheng' },
      community: { name: '新安社区', nameEn: 'Xin’an', code: 'xinan', hotline: null },
      compound: { name: '新安花园', nameEn: 'Xin’an Garden', hall: null },
      cadre: {
        name: '林雅芳',
        honorific: 'ms',
        title: '书记',
        login: 'lin',
        password: PASSWORD,
      },
    },
  })
  if (!done.ok) throw new Error(done.refusal.code)
  const viewer = await getStaff(services, done.value.accountId)
  if (!viewer) throw new Error('the account was just made')
  return viewer
}

const RESIDENT: RosterPlace = {
  compoundId: null,
  side: 'residents',
  title: '居民代表',
  body: '5幢居民',
  building: '5幢',
}
const WANG = { name: '王秀英', honorific: 'ms', phone: '13800000000', needsCall: true } as const

const rosterOf = (services: Services, { scopeId }: StaffViewer) =>
  getRoster(services, { communityId: scopeId, compoundId: null, on: '2026-12-01' })

describeEachDatabase('keeping a community without SQL', (test) => {
  describe('[S17] the roster', () => {
    test('somebody is added once, however often it is sent, and the body is made once', async ({
      services,
      db,
    }) => {
      const lin = await newCommunity(services)
      const add = (key: string) =>
        addToRoster(services, lin, {
          key,
          communityId: lin.scopeId,
          who: WANG,
          place: RESIDENT,
        })
      const twice = await Promise.all([add('same-key'), add('same-key'), add('other-key')])
      expect(twice.map(({ ok }) => ok)).toEqual([true, true, true])
      const names = (await rosterOf(services, lin)).map(({ name }) => name)
      expect(names.filter((name) => name === '王秀英')).toHaveLength(2)
      const made = (await db.select().from(bodies)).filter(({ name }) => name === '5幢居民')
      expect(made).toHaveLength(1)
    })

    test('a line is corrected, and ended without losing the past', async ({ services, db }) => {
      const lin = await newCommunity(services)
      await addToRoster(services, lin, {
        key: 'wang',
        communityId: lin.scopeId,
        who: WANG,
        place: RESIDENT,
      })
      const person = { ...WANG, name: '王秀瑛', needsCall: false }
      const corrected = await correctRosterEntry(services, lin, {
        membershipId: 'wang',
        person,
        title: '楼长',
        building: '6幢',
      })
      expect(corrected.ok).toBe(true)
      expect(await rosterOf(services, lin)).toContainEqual(
        expect.objectContaining({ name: '王秀瑛', title: '楼长', building: '6幢' }),
      )
      expect(await endRosterEntry(services, lin, 'wang')).toEqual({ ok: true, value: null })
      expect((await rosterOf(services, lin)).map(({ name }) => name)).toEqual(['林雅芳'])
      expect(await db.select().from(memberships)).toHaveLength(2)
      expect(await endRosterEntry(services, lin, 'wang')).toMatchObject({ ok: false })
    })

    test('who is not of the community adds, corrects and ends nothing', async ({
      services,
    }) => {
      const lin = await newCommunity(services)
      const stranger = { ...lin, communityIds: ['elsewhere'], scopeId: 'elsewhere' }
      const add = { key: 'k', communityId: lin.scopeId, who: WANG, place: RESIDENT }
      expect(await addToRoster(services, stranger, add)).toMatchObject({
        refusal: { code: 'no-such-community' },
      })
      expect(
        await addToRoster(services, lin, {
          ...add,
          place: { ...RESIDENT, compoundId: 'elsewhere' },
        }),
      ).toMatchObject({ refusal: { code: 'no-such-compound' } })
      expect(
        await addToRoster(services, lin, { ...add, who: { personId: 'nobody' } }),
      ).toMatchObject({ refusal: { code: 'no-such-person' } })
      const [line] = await rosterOf(services, lin)
      expect(await endRosterEntry(services, stranger, line?.membershipId ?? '')).toMatchObject({
        refusal: { code: 'no-such-entry' },
      })
      expect(await rosterOf(services, lin)).toHaveLength(1)
    })
  })

  describe('[S18] compounds and buildings', () => {
    test('no two of one name in one place, also when two add it at once', async ({
      services,
    }) => {
      const lin = await newCommunity(services)
      const { scopeId: communityId } = lin
      const compound = { kind: 'compound', name: '东苑', nameEn: '', hall: null } as const
      const both = await Promise.all(
        [1, 2].map(() => addPlace(services, lin, { communityId, place: compound })),
      )
      expect(both.filter(({ ok }) => ok)).toHaveLength(1)
      const admin = await getCommunityAdmin(services, lin, communityId)
      const east = admin?.compounds.find(({ name }) => name === '东苑')
      const building = { kind: 'building', name: '1幢', nameEn: '', compoundId: east?.id ?? '' }
      expect(
        await addPlace(services, lin, {
          communityId,
          place: { ...building, kind: 'building' },
        }),
      ).toMatchObject({ ok: true })
      expect(
        await addPlace(services, lin, {
          communityId,
          place: { ...building, kind: 'building' },
        }),
      ).toMatchObject({ refusal: { code: 'same-name' } })
      const after = await getCommunityAdmin(services, lin, communityId)
      expect(after?.compounds.map(({ buildings }) => buildings)).toEqual([[], ['1幢']])
    })

    test('of another community, or by a recorder: nothing', async ({ services }) => {
      const lin = await newCommunity(services)
      const place = {
        kind: 'building',
        name: '1幢',
        nameEn: '',
        compoundId: lin.scopeId,
      } as const
      expect(await addPlace(services, lin, { communityId: lin.scopeId, place })).toMatchObject({
        refusal: { code: 'no-such-compound' },
      })
      const recorder = { ...lin, role: 'recorder' as const }
      expect(
        await addPlace(services, recorder, { communityId: lin.scopeId, place }),
      ).toMatchObject({ refusal: { code: 'no-such-community' } })
      expect(await getCommunityAdmin(services, recorder, lin.scopeId)).toBeNull()
    })
  })

  describe('[S19] accounts', () => {
    test('a recorder gets one, signs in, and no longer once it is closed', async ({
      services,
    }) => {
      const lin = await newCommunity(services)
      const { scopeId: communityId } = lin
      await addToRoster(services, lin, {
        key: 'xu',
        communityId,
        who: { name: '许晓燕', honorific: 'ms', phone: null, needsCall: false },
        place: { ...RESIDENT, side: 'committees', title: '社工', body: '新安社区居委会' },
      })
      const admin = await getCommunityAdmin(services, lin, communityId)
      const resident = await addToRoster(services, lin, {
        key: 'wang',
        communityId,
        who: { name: '王秀英', honorific: 'ms', phone: null, needsCall: false },
        place: RESIDENT,
      })
      expect(resident.ok).toBe(true)
      const wang = (
        await getRoster(services, { communityId, compoundId: null, on: '2026-11-26' })
      ).find(({ name }) => name === '王秀英')
      expect(
        await addAccount(services, lin, {
          ...{ communityId, personId: wang?.personId ?? '', role: 'cadre' },
          ...{ login: 'wang', password: PASSWORD },
        }),
        'who is of neither committee',
      ).toMatchObject({ refusal: { code: 'no-such-person' } })
      const [xu] = admin?.candidates ?? []
      expect(xu).toMatchObject({ name: '许晓燕' })
      const account = { communityId, personId: xu?.personId ?? '', role: 'recorder' } as const
      const give = (login: string, password: string) =>
        addAccount(services, lin, { ...account, login, password })
      expect(await give('xu', 'short')).toMatchObject({
        refusal: { code: 'password-too-short' },
      })
      const both = await Promise.all([give('xu', PASSWORD), give('xu-2', PASSWORD)])
      expect(both.filter(({ ok }) => ok)).toHaveLength(1)
      expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'login-taken' } })
      const made = both.find((each) => each.ok)
      if (!made?.ok) throw new Error('one of them is made')
      const { accountId } = made.value
      const login = both[0]?.ok ? 'xu' : 'xu-2'
      expect(await signIn(services, { login, password: PASSWORD })).toMatchObject({ ok: true })
      const closed = await setAccountOpen(services, lin, { accountId, open: false })
      expect(closed.ok).toBe(true)
      expect(await signIn(services, { login, password: PASSWORD })).toMatchObject({ ok: false })
      expect(await getStaff(services, accountId)).toBeNull()
    })

    test('one’s own is not closed, and its password changes with the old one only', async ({
      services,
    }) => {
      const lin = await newCommunity(services)
      expect(
        await setAccountOpen(services, lin, { accountId: lin.accountId, open: false }),
      ).toMatchObject({ refusal: { code: 'own-account' } })
      const next = 'another tea hill 2026'
      expect(await changeOwnPassword(services, lin, { current: 'wrong', next })).toMatchObject({
        refusal: { code: 'wrong-password' },
      })
      expect(
        await changeOwnPassword(services, lin, { current: PASSWORD, next: '1234567890' }),
      ).toMatchObject({ refusal: { code: 'password-common' } })
      expect(await changeOwnPassword(services, lin, { current: PASSWORD, next })).toMatchObject(
        { ok: true },
      )
      expect(await signIn(services, { login: 'lin', password: next })).toMatchObject({
        ok: true,
      })
      expect(await signIn(services, { login: 'lin', password: PASSWORD })).toMatchObject({
        ok: false,
      })
    })

    test('of two who change one password at once, one is told that it is not changed', async ({
      services,
    }) => {
      const lin = await newCommunity(services)
      const words = ['first tea hill 2026', 'second tea hill 2026']
      const changed = await Promise.all(
        words.map((next) => changeOwnPassword(services, lin, { current: PASSWORD, next })),
      )
      expect(changed.filter(({ ok }) => ok)).toHaveLength(1)
      const signedIn = await Promise.all(
        words.map((password) => signIn(services, { login: 'lin', password })),
      )
      expect(signedIn.map(({ ok }) => ok)).toEqual(changed.map(({ ok }) => ok))
    })
  })
})
