import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import type { LocalRule } from '#app/domain/voting/local-profile.ts'
import type { NewLocalRule } from '#app/domain/voting/new-local-profile.ts'
import { getPublicVote } from '#app/services/owners-votes/get-public-vote.server.ts'
import { getOwnersVote } from '#app/services/owners-votes/get-owners-vote.server.ts'
import { LIN } from '#tests/helpers/matter-setting.ts'
import { announceOwnersVote, freezeRoll } from '#tests/helpers/owners-vote-setting.ts'
import { describeEachDatabase } from '#tests/helpers/test-database.ts'
import {
  addLocalRule,
  addNewLocalRule,
  listRules,
  removeLocalRule,
} from './local-rules.server.ts'

const COUNTY: StaffViewer = { ...LIN, role: 'county', scopeId: 'county', name: '陈县' }

const STRICTER: LocalRule = {
  profileId: 'owners-special',
  title: '安溪县住宅小区业主表决办法',
  article: '12',
  effectiveFrom: '2026-12-01',
  quorum: null,
  pass: { share: [4, 5], strict: false },
  noticeDays: 15,
  ownSystemLawful: true,
}

/** A rule for one topic, beside that of its item. */
const OWN: NewLocalRule = {
  ...{ kin: 'owners-special', name: { zh: '维修资金筹集表决', en: '' } },
  topicTypes: ['maintenance-fund-raise'],
  ...{ title: '安溪县维修资金筹集办法', article: '3', effectiveFrom: '2026-11-26' },
  ...{ quorum: null, pass: { share: [9, 10], strict: false }, passOf: 'participating' },
  ...{ noticeDays: null, needsPartyReview: false, needsEverySide: false, repsShare: null },
  ...{ scopes: ['compound', 'building'], ownSystemLawful: true },
}

describeEachDatabase('rules of a county', (test) => {
  test('[V29] a version is used from its day on, and once used neither changed nor taken back', async ({
    services,
    db,
  }) => {
    await freezeRoll(services, [{ area: 8000n }, { area: 8000n }])
    expect(await addLocalRule(services, COUNTY, STRICTER)).toEqual({ ok: true, value: null })
    expect(await addLocalRule(services, COUNTY, STRICTER)).toMatchObject({ ok: true })
    const seen = await listRules(services, COUNTY)
    expect(seen?.local).toMatchObject([
      { profile: { version: 1 }, used: false, inForce: false },
      { profile: { version: 2 }, used: false, inForce: false },
    ])
    const second = { profileId: 'owners-special', version: 2 }
    expect(await removeLocalRule(services, COUNTY, second)).toMatchObject({ ok: true })
    expect(await removeLocalRule(services, COUNTY, second)).toMatchObject({
      refusal: { code: 'no-such-rule' },
    })

    const voteId = await announceOwnersVote(services)
    expect(await getOwnersVote(services, LIN, voteId)).toMatchObject({
      label: 'resolution',
      profile: {
        region: '350524',
        rule: { pass: { of: 'participating', share: [4, 5] } },
        legalBasis: { law: 'local-rule', title: '安溪县住宅小区业主表决办法' },
      },
    })
    const first = { profileId: 'owners-special', version: 1 }
    expect(await removeLocalRule(services, COUNTY, first)).toMatchObject({
      refusal: { code: 'rule-in-use' },
    })
    // Whoever has the database cannot either: the use refers to what the row says.
    await expect(
      db.execute(
        sql`update rule_profile set profile = jsonb_set(profile, '{noticeDays}', '1') where version = 1`,
      ),
    ).rejects.toThrow()
    expect((await listRules(services, COUNTY))?.local).toMatchObject([{ used: true }])
  })

  test('[V34] an owners’ vote on its topic goes by it, and by the law again where it is of another', async ({
    services,
  }) => {
    await freezeRoll(services, [{ area: 8000n }, { area: 8000n }])
    // Of two at once for one topic the second sees the first.
    const both = await Promise.all([
      addNewLocalRule(services, COUNTY, OWN),
      addNewLocalRule(services, COUNTY, OWN),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'rule-topic-taken' } })

    const voteId = await announceOwnersVote(services)
    const profile = (await getOwnersVote(services, LIN, voteId))?.profile
    expect(profile).toMatchObject({
      name: { zh: '维修资金筹集表决', en: null },
      noticeDays: 15,
      rule: { measures: ['heads', 'area'], pass: { share: [9, 10] } },
    })
    expect(await getPublicVote(services.db, voteId)).toMatchObject({
      art278Item: 6,
      label: 'resolution',
      basis: { named: { name: { zh: '维修资金筹集表决' } } },
    })
    const used = { profileId: profile?.id ?? '', version: 1 }
    expect(await removeLocalRule(services, COUNTY, used)).toMatchObject({
      refusal: { code: 'rule-in-use' },
    })
  })

  test.for<[why: string, change: Partial<LocalRule>, code: string]>([
    ['a share below the law', { pass: { share: [2, 3], strict: false } }, 'rule-below-the-law'],
    [
      'a quorum below the law',
      { quorum: { share: [1, 2], strict: true } },
      'rule-below-the-law',
    ],
    ['a shorter notice', { noticeDays: 7 }, 'rule-below-the-law'],
    ['a bar nobody can pass', { pass: { share: [1, 1], strict: true } }, 'rule-share'],
    ['more than everybody', { pass: { share: [5, 4], strict: false } }, 'rule-share'],
    ['a share of nothing', { pass: { share: [0, 4], strict: false } }, 'rule-share'],
    ['notice of a year', { noticeDays: 365 }, 'rule-notice'],
    ['from yesterday', { effectiveFrom: '2026-11-25' }, 'rule-date'],
    ['no text', { title: ' ' }, 'rule-source-missing'],
    ['a rule nobody knows', { profileId: 'whatever' }, 'no-such-profile'],
  ])('[V29] refused: %s', async ([, change, code], { services }) => {
    expect(await addLocalRule(services, COUNTY, { ...STRICTER, ...change })).toEqual({
      ok: false,
      refusal: { code },
    })
  })

  test.for(['cadre', 'recorder', 'town'] as const)(
    '[P1] a %s neither reads nor writes rules',
    async (role, { services }) => {
      const viewer = { ...COUNTY, role }
      expect(await listRules(services, viewer)).toBeNull()
      expect(await addLocalRule(services, viewer, STRICTER)).toMatchObject({
        refusal: { code: 'no-such-rule' },
      })
      expect(await addNewLocalRule(services, viewer, OWN)).toMatchObject({
        refusal: { code: 'no-such-rule' },
      })
      const first = { profileId: 'owners-special', version: 1 }
      expect(await removeLocalRule(services, viewer, first)).toMatchObject({
        refusal: { code: 'no-such-rule' },
      })
    },
  )
})
