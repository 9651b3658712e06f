import { describe, expect, test } from 'vitest'
import type { TopicType } from './authority.ts'
import {
  bodyOf,
  compositionOf,
  membersOf,
  SESSION_BODIES,
  votingRule,
  type SessionBody,
} from './convened-body.ts'
import { ruleOfBody } from './rule-of-body.ts'
import { RULE_PROFILES, type RuleProfile } from './rule-profiles.ts'

const ANXI = { region: '350524', on: '2026-11-26' }

describe('[V30] a body votes by its own rule', () => {
  test.each<[SessionBody, TopicType | null, string]>([
    ['deliberation', 'soft-matter', 'deliberation'],
    ['deliberation', 'common-parts-use', 'deliberation'],
    ['residents-reps-meeting', 'community-affairs', 'residents-reps-meeting'],
    ['residents-reps-meeting', null, 'residents-reps-meeting'],
    [
      'residents-reps-meeting',
      'residents-committee-election',
      'residents-committee-election-by-reps',
    ],
    // An owners’ matter stays the owners’: the meeting gives its word by its own rule.
    ['residents-reps-meeting', 'common-parts-use', 'residents-reps-meeting'],
    ['residents-meeting', 'community-affairs', 'residents-meeting'],
    ['owners-committee', 'owners-committee-mandate', 'owners-committee'],
    ['village-meeting-households', 'village-affairs', 'village-meeting-households'],
    ['village-reps-meeting', 'village-affairs', 'village-reps-meeting'],
    ['party-meeting', 'village-affairs', 'party-meeting'],
  ])('%s on %s: %s', (as, topicType, id) => {
    expect(ruleOfBody(as, topicType, ANXI)?.id).toBe(id)
  })

  test('a county’s own version is taken from its day on, and nowhere else', () => {
    const national = RULE_PROFILES.find(({ id }) => id === 'residents-reps-meeting')
    if (!national) throw new Error('No rule')
    const local: RuleProfile = {
      ...national,
      version: 2,
      region: '350524',
      effectiveFrom: '2026-11-26',
      noticeDays: 5,
    }
    const daysAt = (at: { region: string; on: string }) =>
      ruleOfBody('residents-reps-meeting', null, at, [...RULE_PROFILES, local])?.noticeDays
    expect(daysAt(ANXI)).toBe(5)
    expect(daysAt({ ...ANXI, on: '2026-11-25' })).toBeNull()
    expect(daysAt({ ...ANXI, region: '350525' })).toBeNull()
  })

  test('every body has a rule in force today', () => {
    for (const as of SESSION_BODIES) expect(ruleOfBody(as, null, ANXI)?.id).toBe(as)
  })

  test('a log without a body is a consultation', () => {
    expect(bodyOf(undefined)).toBe('session')
  })

  test('a body of members lets nobody else vote', () => {
    for (const as of SESSION_BODIES) {
      if (as === 'deliberation' || as === 'party-meeting') continue
      expect(membersOf(as)).not.toContain('property')
      expect(membersOf(as)).not.toContain('police')
    }
  })
})

describe('[V33] a consultation counts by the quorum it adopted', () => {
  const national = RULE_PROFILES.find(({ id }) => id === 'deliberation')
  if (!national) throw new Error('No rule')
  const local: RuleProfile = { ...national, region: '350524' }
  const shareOf = (profile: RuleProfile, adopted: readonly [number, number]) =>
    votingRule(profile, adopted).quorum?.share

  test.each([
    ['half, where nobody asks for more', national, [1, 2], [1, 2]],
    ['three quarters', national, [3, 4], [3, 4]],
    ['no less than the county asks', local, [1, 2], [2, 3]],
    ['more than the county asks', local, [3, 4], [3, 4]],
  ] as const)('%s', (_why, profile, adopted, share) => {
    expect(shareOf(profile, adopted)).toEqual(share)
  })

  test('a body’s own quorum is its law’s', () => {
    const reps = ruleOfBody('residents-reps-meeting', null, ANXI)
    expect(reps && votingRule(reps, [1, 2])).toBe(reps?.rule)
  })
})

describe('[V19] who sits in a representatives’ meeting', () => {
  const seats = (reps: number, others: number) => [
    ...Array.from({ length: reps }, () => ({ side: 'residents' as const })),
    ...Array.from({ length: others }, () => ({ side: 'committees' as const })),
  ]
  const profile = { repsShare: [4, 5] as const }
  test.each([
    [8, 2, true],
    [7, 2, false],
    [4, 1, true],
    [3, 1, false],
    [0, 0, false],
    [1, 0, true],
  ])('%i representatives beside %i others', (reps, others, met) => {
    expect(compositionOf(profile, seats(reps, others))?.met).toBe(met)
  })
  test('where no share is asked for, anybody may sit', () => {
    expect(compositionOf({ repsShare: null }, seats(0, 3))).toBeNull()
  })
})
