import { describe, expect, test } from 'vitest'
import { methodsOf } from './methods-of-rule.ts'
import { localChoices, newLocalProfile, type NewLocalRule } from './new-local-profile.ts'
import { ruleOfBody, ruleOfTopic } from './rule-of-body.ts'
import { isLocalProfileId, kinOf, RULE_PROFILE_IDS } from './rule-profile-id.ts'
import { RULE_PROFILES, ruleProfileFor, type RuleProfile } from './rule-profiles.ts'

const TODAY = '2026-11-26'
const ANXI = { region: '350524', on: '2026-12-10' }

/** How a stairwell talks things over: a rule of the county's beside the consultation. */
const STAIRWELL_TALK: NewLocalRule = {
  kin: 'deliberation',
  name: { zh: '楼道议事会', en: 'Stairwell council' },
  topicTypes: [],
  title: '安溪县楼道议事办法',
  article: '5',
  effectiveFrom: '2026-12-01',
  quorum: { share: [1, 2], strict: true },
  pass: { share: [3, 5], strict: false },
  passOf: 'participating',
  noticeDays: null,
  needsPartyReview: false,
  needsEverySide: false,
  repsShare: null,
  scopes: ['compound'],
  ownSystemLawful: false,
}

const FUND_USE: NewLocalRule = {
  ...STAIRWELL_TALK,
  kin: 'owners-general',
  name: { zh: '维修资金使用表决', en: '' },
  topicTypes: ['maintenance-fund-use'],
  quorum: null,
  pass: { share: [3, 5], strict: false },
  noticeDays: 20,
  scopes: ['compound', 'building'],
}

const COVENANT: NewLocalRule = {
  ...STAIRWELL_TALK,
  kin: 'residents-reps-meeting',
  name: { zh: '居民公约会', en: '' },
  topicTypes: ['residents-covenant'],
  quorum: { share: [3, 4], strict: false },
  pass: { share: [2, 3], strict: false },
  passOf: 'present',
  needsPartyReview: true,
  repsShare: [9, 10],
}

/** No matters of its own. */
const NOTHING = { topicTypes: [], noticeDays: 3 } as const

const PARTY: NewLocalRule = {
  ...STAIRWELL_TALK,
  ...NOTHING,
  kin: 'party-meeting',
  name: { zh: '小区党员会', en: '' },
  quorum: null,
  pass: null,
  passOf: 'roll',
}

let made = 0
const make = (rule: NewLocalRule, others: readonly RuleProfile[] = []) =>
  newLocalProfile(rule, ruleProfileFor(rule.kin, '350524', TODAY), {
    ...{ region: '350524', today: TODAY, letters: `rule${++made}`, others },
  })
const must = (rule: NewLocalRule): RuleProfile => {
  const result = make(rule)
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

describe('[V34] a rule of a county’s own', () => {
  test('how a consultation decides is the county’s to say', () => {
    expect(must(STAIRWELL_TALK)).toMatchObject({
      body: 'session',
      name: { zh: '楼道议事会', en: 'Stairwell council' },
      version: 1,
      region: '350524',
      effectiveFrom: '2026-12-01',
      rule: {
        measures: ['heads'],
        quorum: { of: 'roll', count: 'present', share: [1, 2], strict: true },
        pass: { of: 'participating', share: [3, 5], strict: false },
      },
      legalBasis: { law: 'local-rule', title: '安溪县楼道议事办法', article: '5' },
      needsEverySide: false,
    })
  })

  test('what is weighed, how it is voted and who the members are follow the rule beside it', () => {
    const owners = must(FUND_USE)
    expect(owners.rule.measures).toEqual(['heads', 'area'])
    expect(isLocalProfileId(owners.id)).toBe(true)
    expect(kinOf(owners.id)).toBe('owners-general')
    expect(owners.rule.id).toBe(owners.id)
    expect(methodsOf(owners.rule)).toEqual(['yes-no', 'seats'])
    expect(methodsOf(must(STAIRWELL_TALK).rule)).toContain('five-fingers')
    expect(methodsOf(must(PARTY).rule)).toEqual(['yes-no', 'seats'])
  })

  test.each<[why: string, rule: NewLocalRule, code: string]>([
    [
      'owners by less than the law',
      { ...FUND_USE, pass: { share: [1, 2], strict: false } },
      'rule-below-the-law',
    ],
    ['owners with a shorter notice', { ...FUND_USE, noticeDays: 14 }, 'rule-below-the-law'],
    [
      'representatives of whom fewer must come',
      { ...COVENANT, quorum: { share: [1, 2], strict: true } },
      'rule-below-the-law',
    ],
    [
      'the share of those who vote, where the law says of those present',
      { ...COVENANT, passOf: 'participating' },
      'rule-below-the-law',
    ],
    [
      'no review by the Party organisation',
      { ...COVENANT, needsPartyReview: false },
      'rule-below-the-law',
    ],
    ['fewer representatives', { ...COVENANT, repsShare: [3, 4] }, 'rule-below-the-law'],
    ['no representatives', { ...COVENANT, repsShare: null }, 'rule-below-the-law'],
    [
      'what nobody can reach',
      { ...STAIRWELL_TALK, pass: { share: [1, 1], strict: true } },
      'rule-share',
    ],
    ['owners who are present', { ...FUND_USE, passOf: 'present' }, 'rule-share'],
    ['no name', { ...FUND_USE, name: { zh: ' ', en: 'Use' } }, 'rule-name'],
    ['a name like a page', { ...FUND_USE, name: { zh: '长'.repeat(25), en: '' } }, 'rule-name'],
    [
      'a consultation called a resolution',
      { ...STAIRWELL_TALK, name: { zh: '楼道决议会', en: '' } },
      'rule-name-resolves',
    ],
    [
      'an item of 278 that asks three quarters, by the rule that asks half',
      { ...FUND_USE, topicTypes: ['maintenance-fund-raise'] },
      'rule-topic',
    ],
    [
      'a quarrel of two put to the room',
      { ...STAIRWELL_TALK, topicTypes: ['neighbour-dispute'] },
      'rule-topic',
    ],
    ['owners about nothing', { ...FUND_USE, topicTypes: [] }, 'rule-topics-missing'],
    ['sides of owners', { ...FUND_USE, needsEverySide: true }, 'rule-sides-or-reps'],
    [
      'representatives in a consultation',
      { ...STAIRWELL_TALK, repsShare: [4, 5] },
      'rule-sides-or-reps',
    ],
    ['a stairwell’s own representatives', { ...COVENANT, scopes: ['stairwell'] }, 'rule-scope'],
    ['nowhere', { ...FUND_USE, scopes: [] }, 'rule-scope'],
    ['from yesterday', { ...FUND_USE, effectiveFrom: '2026-11-25' }, 'rule-date'],
    ['without a text', { ...FUND_USE, title: '' }, 'rule-source-missing'],
  ])('refused: %s', (_why, rule, code) => {
    expect(make(rule)).toEqual({ ok: false, refusal: { code } })
  })

  test('one topic has one rule; the next word on it is a version of that', () => {
    expect(make(FUND_USE, [must(FUND_USE)])).toMatchObject({
      refusal: { code: 'rule-topic-taken' },
    })
    expect(
      make({ ...FUND_USE, topicTypes: ['management-covenant'] }, [must(FUND_USE)]),
    ).toMatchObject({ ok: true })
  })

  test('every known rule may stand beside, for its own matters alone', () => {
    for (const kin of RULE_PROFILE_IDS) {
      const choices = localChoices(kin)
      expect(choices?.passBases, kin).toContain(
        RULE_PROFILES.find(({ id }) => id === kin)?.rule.pass.of,
      )
    }
    expect(localChoices('owners-special')?.topicTypes).toEqual([
      'maintenance-fund-raise',
      'rebuild-or-alter',
      'common-parts-use',
    ])
    expect(localChoices('party-meeting')?.topicTypes).toEqual([])
  })

  test('a topic brings its rule into use from its day on, nowhere else and for nothing else', () => {
    const [fund, covenant] = [must(FUND_USE), must(COVENANT)]
    const all = [...RULE_PROFILES, fund, covenant]
    const used = (topic: 'maintenance-fund-use' | 'management-covenant', at = ANXI) =>
      ruleOfTopic('owners-general', topic, at, all)?.id
    expect(used('maintenance-fund-use')).toBe(fund.id)
    expect(used('management-covenant')).toBe('owners-general')
    expect(used('maintenance-fund-use', { ...ANXI, on: '2026-11-30' })).toBe('owners-general')
    expect(used('maintenance-fund-use', { ...ANXI, region: '350525' })).toBe('owners-general')
    const ofReps = (topic: 'residents-covenant' | 'community-affairs' | null) =>
      ruleOfBody('residents-reps-meeting', topic, ANXI, all)?.id
    expect(ofReps('residents-covenant')).toBe(covenant.id)
    expect(ofReps('community-affairs')).toBe('residents-reps-meeting')
    expect(ofReps(null)).toBe('residents-reps-meeting')
  })

  test('what is convened by it goes by it, an election by its own rule all the same', () => {
    const own = must({ ...COVENANT, ...NOTHING, noticeDays: 7 })
    const all = [...RULE_PROFILES, own]
    expect(ruleOfBody(own.id, null, ANXI, all)?.id).toBe(own.id)
    expect(ruleOfBody(own.id, 'community-affairs', ANXI, all)?.id).toBe(own.id)
    expect(ruleOfBody(own.id, 'residents-committee-election', ANXI, all)?.id).toBe(
      'residents-committee-election-by-reps',
    )
    expect(ruleOfBody(own.id, null, { ...ANXI, on: '2026-11-30' }, all)).toBeNull()
  })
})
