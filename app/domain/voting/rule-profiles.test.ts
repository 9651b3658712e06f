import { describe, expect, test } from 'vitest'
import { readRule } from './read-rule.ts'
import { RULE_PROFILES, ruleProfileFor, type RuleProfile } from './rule-profiles.ts'

const TODAY = '2026-11-23'

describe('[V17] a rule has a place in time and in the country', () => {
  test.each<[why: string, region: string, onDate: string, share: string | undefined]>([
    ['nationally, over half of a committee must be there', '350524', TODAY, '1/2'],
    ['in Shandong, two thirds', '370102', TODAY, '2/3'],
    ['in Shandong before its own text', '370102', '2019-01-01', '1/2'],
    ['before there was any text', '350524', '2009-12-31', undefined],
  ])('%s', (_why, region, onDate, share) => {
    const found = ruleProfileFor('owners-committee', region, onDate)
    expect(found?.rule.quorum?.share.join('/')).toBe(share)
  })

  test('a newer version takes over on its day and not before', () => {
    const old = RULE_PROFILES.find((row) => row.id === 'owners-general')
    if (!old) throw new Error('No owners-general')
    const newer: RuleProfile = { ...old, version: 2, effectiveFrom: '2027-01-01' }
    const rows = [newer, old]
    expect(ruleProfileFor('owners-general', 'CN', '2026-12-31', rows)).toBe(old)
    expect(ruleProfileFor('owners-general', 'CN', '2027-01-01', rows)).toBe(newer)
  })

  test('what holds in the whole country is not overruled by a province elsewhere', () => {
    expect(ruleProfileFor('owners-committee', 'CN', TODAY)?.region).toBe('CN')
    expect(ruleProfileFor('owners-committee', '310101', TODAY)?.region).toBe('31')
  })
})

test('[V17] an id, version and region name one profile', () => {
  const names = RULE_PROFILES.map(({ id, version, region }) => `${id} ${version} ${region}`)
  expect(new Set(names).size).toBe(names.length)
})

test('[V17] every profile carries a rule that a ballot record can carry', () => {
  for (const { id, rule } of RULE_PROFILES) {
    expect(readRule(JSON.parse(JSON.stringify(rule)))).toEqual(rule)
    expect(rule.id).toBe(id)
  }
})

test.each<[id: string, Partial<RuleProfile>]>([
  ['deliberation', { needsEverySide: true, needsPartyReview: false, noticeDays: null }],
  ['residents-meeting', { needsPartyReview: true, noticeDays: 10, repsShare: null }],
  ['residents-reps-meeting', { needsPartyReview: true, repsShare: [4, 5] }],
  ['owners-general', { noticeDays: 15, scopes: ['compound', 'building', 'stairwell'] }],
  ['owners-special', { noticeDays: 15, scopes: ['compound', 'building', 'stairwell'] }],
  ['unanimous-interested', { scopes: ['building', 'stairwell'] }],
])('[V18] what must be true before a vote by %s opens', (id, expected) => {
  expect(ruleProfileFor(id, '350524', TODAY)).toMatchObject(expected)
})
