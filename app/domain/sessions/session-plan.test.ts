import { describe, expect, test } from 'vitest'
import { DEFAULT_SPEAKING_RULES } from '#app/domain/meetings/speaking-rules.ts'
import {
  agendaTime,
  moveBy,
  planProblems,
  type PlanProblemCode,
  type PlannedInvitee,
  type PlannedItem,
  type SessionPlan,
} from './session-plan.ts'

const now = new Date('2026-11-26T10:00:00+08:00')

const decision: PlannedItem = {
  id: 'i1',
  kind: 'decision',
  title: '电动自行车集中充电棚选址',
  minutes: 30,
  matterId: null,
  topicType: 'common-parts-use',
  proposal: '充电棚设在3幢北侧',
  method: 'ballot',
  secrecy: 'secret',
}

const resident: PlannedInvitee = {
  personId: 'p1',
  side: 'residents',
  role: 'delegate',
  canVote: true,
}

const aPlan = (change: Partial<SessionPlan> = {}): SessionPlan => ({
  room: 'council',
  body: 'deliberation',
  profile: null,
  startsAt: new Date('2026-12-03T19:30:00+08:00'),
  durationMinutes: 90,
  venue: '蓝溪花园党群服务站二楼',
  chairId: 'lin',
  recorderId: 'xu',
  rules: DEFAULT_SPEAKING_RULES,
  items: [decision],
  invitees: [resident],
  ...change,
})

describe('[S4] a notice goes out only for a complete plan', () => {
  type Case = [why: string, change: Partial<SessionPlan>, problems: PlanProblemCode[]]
  test.each<Case>([
    ['complete', {}, []],
    ['no place', { venue: '  ' }, ['venue-missing']],
    ['it begins this very moment', { startsAt: now }, ['in-the-past']],
    ['nothing to talk about', { items: [] }, ['agenda-empty']],
    [
      'a decision without the words to decide on',
      { items: [{ ...decision, proposal: ' ' }] },
      ['proposal-missing'],
    ],
    [
      'a discussion needs none',
      { items: [{ ...decision, kind: 'discussion', proposal: null }] },
      [],
    ],
    ['a tea room decides nothing', { room: 'tearoom' }, ['room-decides-nothing']],
    ['nobody is asked', { invitees: [] }, ['nobody-invited']],
    [
      'observers alone are nobody to talk with',
      { invitees: [{ ...resident, role: 'observer', canVote: false }] },
      ['nobody-invited'],
    ],
    ['nobody holds a vote', { invitees: [{ ...resident, canVote: false }] }, ['nobody-votes']],
    [
      'without a decision nobody needs to',
      {
        invitees: [{ ...resident, canVote: false }],
        items: [{ ...decision, kind: 'discussion', method: 'none' }],
      },
      [],
    ],
    ['nobody leads', { chairId: null }, ['chair-missing']],
    ['nobody writes', { recorderId: null }, ['recorder-missing']],
    ['one person does both', { recorderId: 'lin' }, ['chair-records']],
  ])('%s', (_why, change, problems) => {
    expect(planProblems(aPlan(change), now).map((problem) => problem.code)).toEqual(problems)
  })

  test('[S5] the chair and the recorder are invitees of no side', () => {
    const invitees = [
      resident,
      { ...resident, personId: 'lin' },
      { ...resident, personId: 'xu' },
    ]
    expect(planProblems(aPlan({ invitees }), now)).toEqual([
      { code: 'chair-invited', step: 'invitees' },
      { code: 'recorder-invited', step: 'invitees' },
    ])
  })

  test('a problem with one item says which', () => {
    const items = [decision, { ...decision, id: 'i2', proposal: null }]
    expect(planProblems(aPlan({ items }), now)).toEqual([
      { code: 'proposal-missing', step: 'agenda', itemId: 'i2' },
    ])
  })
})

test.each([
  [[30, 20, 18, 8, 6], 90, 82, 8],
  [[60, 30], 90, 90, 0],
  [[60, 31], 90, 91, -1],
  [[], 90, 0, 90],
])(
  'an agenda of %j minutes in %i takes %i and leaves %i',
  (minutes, duration, total, spare) => {
    const items = minutes.map((each) => ({ minutes: each }))
    expect(agendaTime(items, duration)).toEqual({ total, spare })
  },
)

test('an item moves one place and never out of the list', () => {
  expect(moveBy(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c'])
  expect(moveBy(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b'])
  expect(moveBy(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c'])
  expect(moveBy(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c'])
})
