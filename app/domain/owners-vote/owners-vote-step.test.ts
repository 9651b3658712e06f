import { describe, expect, test } from 'vitest'
import { WORK_CALENDAR } from '#app/domain/calendar/work-calendar.ts'
import { announcedVote } from '#tests/helpers/announced-vote.ts'
import { blockingOf, checkOpening } from './opening-checks.ts'
import {
  announceBy,
  decideStep,
  objectionsUntil,
  type StepFacts,
  type VoteCommand,
} from './owners-vote-step.ts'
import { labelOf, toldLabel, type OwnersVote, type OwnersVoteState } from './owners-vote.ts'

const READY = announcedVote('owners-special', {
  topicType: 'maintenance-fund-raise',
  art278Item: 6,
})

const FACTS: StepFacts = {
  today: '2026-12-12',
  durable: true,
  quorumReached: false,
  papersOpen: 0,
  papersOut: 0,
  objectionsOpen: 0,
}

const missing = (change: Partial<OwnersVote>, today = '2026-12-12', durable = true) =>
  blockingOf(checkOpening({ ...READY, ...change }, today, { durable })).map(
    ({ check }) => check,
  )

describe('what must be true before a vote opens', () => {
  test('[W12] a vote that was prepared as the law asks opens', () => {
    expect(missing({})).toEqual([])
  })

  test.for<[string[], Partial<OwnersVote>]>([
    // G20: fifteen full days; fourteen make the result voidable.
    [['notice'], { noticeOn: '2026-11-28' }],
    [['notice', 'notice-served'], { noticeOn: null }],
    [['notice-served'], { noticeHow: ' ' }],
    [['committee-told'], { committeeToldOn: null }],
    [['announced'], { announcedOn: null }],
    [['roll-frozen', 'roll-shown', 'roll-scope'], { roll: null }],
    [['window-shortest'], { closesOn: '2026-12-15' }],
    [['window-longest'], { closesOn: '2027-02-10' }],
    [['not-before'], { opensOn: '2026-12-13' }],
    [['party-review'], { profile: { ...READY.profile, needsPartyReview: true } }],
    [['roll-scope'], { profile: { ...READY.profile, scopes: ['building'] } }],
  ])('[W12] %s is missing and keeps it from opening', ([checks, change]) => {
    expect(missing(change)).toEqual(checks)
  })

  test('[W12] a roll frozen before its last day needs the reason that was published', () => {
    const roll = { ...READY.roll!, frozenOn: '2026-11-10' }
    expect(missing({ roll })).toEqual(['roll-shown'])
    expect(missing({ roll: { ...roll, earlyReason: '全体业主书面同意' } })).toEqual([])
  })

  test('[W12] what no law fixes may be set aside with a reason, the law may not', () => {
    const said = { reason: '居委会正在换届', by: '林雅芳', at: '2026-12-01T00:00:00Z' }
    expect(
      missing({ committeeToldOn: null, overrides: [{ check: 'committee-told', ...said }] }),
    ).toEqual([])
    const forged = [{ check: 'notice', ...said }] as unknown as OwnersVote['overrides']
    expect(missing({ noticeOn: '2026-11-28', overrides: forged })).toEqual(['notice'])
  })

  test('[G15] whoever was added from elsewhere is asked where all must consent, and has no part in a majority', () => {
    const roll = { ...READY.roll!, scope: 'building' as const, added: 1 }
    const majority = { ...READY.profile, scopes: ['building' as const] }
    expect(missing({ roll, profile: majority })).toEqual(['roll-added'])
    const without = { ...roll, added: 0, hasApplicant: true }
    expect(missing({ roll: without, profile: majority })).toEqual(['roll-added'])
    const consent = { ...majority, body: 'interested-owners' as const }
    expect(missing({ roll, profile: consent })).toEqual([])
  })

  test('[W14] what binds does not open on a database that may lose votes; a survey does', () => {
    expect(missing({}, '2026-12-12', false)).toEqual([])
    const profile = { ...READY.profile, ownSystemLawful: true }
    expect(missing({ profile }, '2026-12-12', false)).toEqual(['durable'])
    expect(labelOf(READY.profile)).toBe('opinion-survey')
    expect(labelOf(profile)).toBe('resolution')
    expect(labelOf(READY.profile, { official: true })).toBe('resolution')
    expect(labelOf({ ...profile, body: 'interested-owners' })).toBe('agreement')
  })
})

describe('the steps of a vote', () => {
  const step = (
    state: OwnersVoteState,
    command: VoteCommand,
    facts: Partial<StepFacts> = {},
    change: Partial<OwnersVote> = {},
  ) => decideStep({ ...READY, ...change, state }, command, { ...FACTS, ...facts })

  test.for<[OwnersVoteState, VoteCommand['type'], OwnersVoteState, Partial<StepFacts>]>([
    ['prepared', 'announce', 'announced', {}],
    ['announced', 'open', 'open', {}],
    ['open', 'close', 'closed', { today: '2026-12-21' }],
    ['closed', 'tally', 'tallied', {}],
    ['tallied', 'publish', 'objection-window', {}],
    ['objection-window', 'finish', 'final', {}],
  ])('[W9] %s, then %s, is %s; from nowhere else', ([from, type, to, facts]) => {
    const command = { type } as VoteCommand
    expect(step(from, command, facts)).toEqual({ ok: true, value: to })
    for (const other of ['prepared', 'announced', 'open', 'closed', 'final', 'void'] as const) {
      if (other === from) continue
      expect(step(other, command, facts)).toEqual({
        ok: false,
        refusal: { code: 'wrong-state', state: other },
      })
    }
  })

  test('[W9, K3] fifteen days to object, and a holiday at their end does not cost one', () => {
    expect(objectionsUntil('2026-12-21', WORK_CALENDAR)).toBe('2027-01-05')
    expect(objectionsUntil('2026-01-31', WORK_CALENDAR)).toBe('2026-02-24')
  })

  test('[W23] a result is announced within three days of its count, holiday or not', () => {
    expect(announceBy('2026-12-21', WORK_CALENDAR)).toBe('2026-12-24')
    expect(announceBy('2026-02-14', WORK_CALENDAR)).toBe('2026-02-17')
  })

  test('[W8] it is closed once its last day is over, not before', () => {
    expect(step('open', { type: 'close' }, { today: '2026-12-20' })).toMatchObject({
      refusal: { code: 'still-open' },
    })
  })

  test.for([
    ['reason-missing', { reason: ' ' }, {}, {}],
    ['quorum-reached', {}, { quorumReached: true }, {}],
    ['not-longer', { closesOn: '2026-12-20' }, {}, {}],
    ['not-longer', {}, { today: '2026-12-21' }, {}],
    ['window-too-long', { closesOn: '2027-02-10' }, {}, {}],
    [
      'extended-already',
      {},
      {},
      {
        extensions: [
          { from: '2026-12-18', to: '2026-12-20', reason: '下雪', by: '林雅芳', at: '' },
        ],
      },
    ],
  ] as const)('[W13] no extension: %s', ([code, change, facts, vote]) => {
    const command = {
      type: 'extend',
      closesOn: '2026-12-30',
      reason: '参与不足',
      ...change,
    } as const
    expect(step('open', command, facts, vote)).toMatchObject({ refusal: { code } })
  })

  test('[W13] extended once while too few have taken part', () => {
    const command = { type: 'extend', closesOn: '2026-12-30', reason: '参与不足' } as const
    expect(step('open', command)).toEqual({ ok: true, value: 'open' })
  })

  test('[W10] void from any state but final, with a reason', () => {
    for (const state of ['prepared', 'open', 'tallied', 'objection-window'] as const) {
      expect(step(state, { type: 'void', reason: '送达不足' })).toMatchObject({ value: 'void' })
    }
    expect(step('final', { type: 'void', reason: '送达不足' })).toMatchObject({ ok: false })
    expect(step('open', { type: 'void', reason: '' })).toMatchObject({
      refusal: { code: 'reason-missing' },
    })
  })
})

test.each([
  ['opinion-survey', true, 'survey'],
  ['opinion-survey', false, 'survey'],
  ['resolution', null, 'binding'],
  ['resolution', true, 'binding'],
  ['resolution', false, 'undecided'],
  ['agreement', true, 'consent'],
  ['agreement', false, 'undecided'],
] as const)('[W14, V16] a %s that passed (%s) is told as %s', (label, passed, told) => {
  expect(toldLabel(label, passed)).toBe(told)
})
