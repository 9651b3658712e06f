import { describe, expect, test } from 'vitest'
import {
  authorityFor,
  AUTHORITIES,
  outcomeLabelFor,
  type Authority,
  type DecidingBody,
  type OutcomeLabel,
  type TopicType,
} from './authority.ts'
import { basis } from './laws.ts'
import { ruleProfileFor } from './rule-profiles.ts'

const ANXI = '350524'
const TODAY = '2026-11-23'

function authorityOf(topicType: TopicType, region = ANXI, onDate = TODAY): Authority {
  const authority = authorityFor(topicType, region, onDate)
  if (!authority) throw new Error(`Nobody decides ${topicType}`)
  return authority
}

const OWNERS_STEP = 'prepare-owners-vote'
const REPS_STEP = 'put-to-residents-reps-meeting'

describe('[V15] whose decision it is', () => {
  type Row = [TopicType, DecidingBody, rule: string | null, OutcomeLabel, next: string]
  test.each<Row>([
    ['assembly-rules', 'owners', 'owners-general', 'recommendation', OWNERS_STEP],
    ['management-covenant', 'owners', 'owners-general', 'recommendation', OWNERS_STEP],
    ['owners-committee-election', 'owners', 'owners-general', 'recommendation', OWNERS_STEP],
    ['property-company-contract', 'owners', 'owners-general', 'recommendation', OWNERS_STEP],
    ['maintenance-fund-use', 'owners', 'owners-general', 'recommendation', OWNERS_STEP],
    ['maintenance-fund-raise', 'owners', 'owners-special', 'recommendation', OWNERS_STEP],
    ['rebuild-or-alter', 'owners', 'owners-special', 'recommendation', OWNERS_STEP],
    ['common-parts-use', 'owners', 'owners-special', 'recommendation', OWNERS_STEP],
    ['other-major-owners-matter', 'owners', 'owners-general', 'recommendation', OWNERS_STEP],
    [
      'owners-committee-mandate',
      'owners-committee',
      'owners-committee',
      'recommendation',
      'put-to-owners-committee',
    ],
    [
      'community-affairs',
      'residents-reps-meeting',
      'residents-reps-meeting',
      'recommendation',
      REPS_STEP,
    ],
    [
      'residents-covenant',
      'residents-reps-meeting',
      'residents-reps-meeting',
      'recommendation',
      REPS_STEP,
    ],
    [
      'community-fund-raising',
      'residents-reps-meeting',
      'residents-reps-meeting',
      'recommendation',
      REPS_STEP,
    ],
    [
      'residents-committee-election',
      'residents-reps-meeting',
      'residents-committee-election-by-reps',
      'recommendation',
      REPS_STEP,
    ],
    [
      'village-affairs',
      'village-reps-meeting',
      'village-reps-meeting',
      'recommendation',
      'put-to-village-reps-meeting',
    ],
    ['property-service', 'property-company', null, 'work-order', 'order-work'],
    ['law-enforcement', 'department', null, 'referral', 'refer-to-department'],
    [
      'dwelling-to-business',
      'interested-owners',
      'unanimous-interested',
      'advice',
      'ask-all-interested-owners',
    ],
    ['neighbour-dispute', 'parties', null, 'mediation', 'invite-mediation'],
    ['soft-matter', 'session', 'deliberation', 'agreement', 'assign-task'],
  ])('%s: %s', (topicType, body, ruleProfileId, outcomeLabel, nextStep) => {
    expect(authorityOf(topicType)).toMatchObject({
      body,
      ruleProfileId,
      outcomeLabel,
      nextStep,
    })
  })

  test('the items of Art. 278 each have their topic, once', () => {
    const items = AUTHORITIES.flatMap(({ art278Item }) => art278Item ?? [])
    expect(items).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  })

  test('every rule a body decides by exists where the body does', () => {
    for (const { ruleProfileId, alternatives } of AUTHORITIES) {
      for (const id of [ruleProfileId, ...alternatives.map((row) => row.ruleProfileId)]) {
        if (id) expect(ruleProfileFor(id, ANXI, TODAY)?.rule.id).toBe(id)
      }
    }
  })

  test('before its law took effect nobody had the authority it gives', () => {
    expect(authorityFor('maintenance-fund-use', ANXI, '2020-12-31')).toBeNull()
    expect(authorityFor('maintenance-fund-use', ANXI, '2021-01-01')?.body).toBe('owners')
  })

  test('a county’s own row goes before the national one, in that county alone', () => {
    const local: Authority = {
      ...authorityOf('soft-matter'),
      nextStep: 'put-to-residents-meeting',
      legalBasis: { ...basis('session-rules', '3'), region: ANXI },
    }
    const rows = [local, ...AUTHORITIES]
    expect(authorityFor('soft-matter', ANXI, TODAY, rows)).toBe(local)
    expect(authorityFor('soft-matter', '350525', TODAY, rows)?.nextStep).toBe('assign-task')
  })
})

describe('[V16] what an outcome may be called', () => {
  test('a session’s vote is never a resolution, whatever it is about', () => {
    for (const authority of AUTHORITIES) {
      expect(outcomeLabelFor(authority, 'session')).not.toBe('resolution')
    }
  })

  test.each<[TopicType, DecidingBody, OutcomeLabel]>([
    ['maintenance-fund-use', 'owners', 'resolution'],
    ['maintenance-fund-use', 'session', 'recommendation'],
    ['maintenance-fund-use', 'owners-committee', 'recommendation'],
    ['owners-committee-mandate', 'owners-committee', 'resolution'],
    ['owners-committee-mandate', 'owners', 'resolution'],
    ['community-affairs', 'residents-reps-meeting', 'resolution'],
    ['community-affairs', 'residents-meeting', 'resolution'],
    ['community-affairs', 'party-meeting', 'recommendation'],
    ['village-affairs', 'village-meeting', 'resolution'],
    ['dwelling-to-business', 'owners', 'recommendation'],
    ['dwelling-to-business', 'interested-owners', 'agreement'],
    ['property-service', 'property-company', 'work-order'],
    ['neighbour-dispute', 'parties', 'mediation'],
    ['soft-matter', 'owners', 'recommendation'],
  ])('%s, decided by %s: %s', (topicType, decidedBy, label) => {
    expect(outcomeLabelFor(authorityOf(topicType), decidedBy)).toBe(label)
  })
})
