import { describe, expect, test } from 'vitest'
import { numbered, YES_NO, type BallotQuestion } from '#app/domain/voting/ballot-question.ts'
import { mayCast, type Caster, type CastingElector } from './may-cast.ts'
import { proxyAnswer } from './proxy-answer.ts'
import type { ProxyInstruction, RollOwner } from './register.ts'

const person = (ownerId: string): RollOwner => ({
  ownerId,
  name: ownerId,
  kind: 'person',
  agent: null,
})
const child: RollOwner = {
  ...person('C'),
  kind: 'ward',
  agent: { kind: 'guardian', name: '王妈妈' },
}

const line = (change: Partial<CastingElector>): CastingElector => ({
  owners: [person('A')],
  voter: { as: 'owner', ownerId: 'A' },
  designation: null,
  proxy: null,
  cast: null,
  ...change,
})
const couple = (change: Partial<CastingElector> = {}) =>
  line({ owners: [person('H'), person('W')], voter: { as: 'undesignated' }, ...change })
const withProxy = (...instructions: ProxyInstruction[]) =>
  line({ proxy: { id: 'p1', instructions } })
const shop = line({
  owners: [{ ...person('X'), kind: 'organisation' }],
  voter: { as: 'legal-representative', ownerId: 'X', name: '陈总' },
})
const developer = line({ owners: [], voter: { as: 'developer' } })

const VOTE = {
  origin: 'phone',
  item: '加装电梯',
  question: YES_NO,
  mark: 'yes',
  duplicate: 'first-stands',
} as const

const H = { as: 'owner', ownerId: 'H' } as const
const W = { as: 'owner', ownerId: 'W' } as const
const PROXY = { as: 'proxy', proxyId: 'p1' } as const

type Row = [string, CastingElector, Caster, string]

const TABLE: Row[] = [
  ['the owner', line({}), { as: 'owner', ownerId: 'A' }, 'ok'],
  ['a stranger', line({}), { as: 'owner', ownerId: 'B' }, 'not-on-this-line'],
  ['a couple that designated nobody (G12)', couple(), H, 'co-owners-undesignated'],
  [
    'the one they designated afterwards',
    couple({ designation: { ownerId: 'W', agentName: null } }),
    W,
    'ok',
  ],
  [
    'the other one',
    couple({ designation: { ownerId: 'W', agentName: null } }),
    H,
    'not-the-designated-co-owner',
  ],
  [
    'the roll’s designation, which a later one does not change',
    couple({
      voter: { as: 'designated-co-owner', ownerId: 'H' },
      designation: { ownerId: 'W', agentName: null },
    }),
    W,
    'not-the-designated-co-owner',
  ],
  [
    'a child’s guardian',
    line({ owners: [child], voter: { as: 'guardian', ownerId: 'C', name: '王妈妈' } }),
    { as: 'guardian', ownerId: 'C' },
    'ok',
  ],
  [
    'the child',
    line({ owners: [child], voter: { as: 'guardian', ownerId: 'C', name: '王妈妈' } }),
    { as: 'owner', ownerId: 'C' },
    'guardian-must-cast',
  ],
  [
    'a designated child’s guardian',
    line({
      owners: [person('H'), child],
      voter: { as: 'undesignated' },
      designation: { ownerId: 'C', agentName: null },
    }),
    { as: 'guardian', ownerId: 'C' },
    'ok',
  ],
  ['a company’s representative', shop, { as: 'legal-representative', ownerId: 'X' }, 'ok'],
  ['somebody of the company', shop, { as: 'owner', ownerId: 'X' }, 'representative-must-cast'],
  [
    'a guardian nobody knows',
    line({ owners: [child], voter: { as: 'agent-missing', ownerId: 'C' } }),
    { as: 'guardian', ownerId: 'C' },
    'agent-not-on-roll',
  ],
  ['the developer', developer, { as: 'developer' }, 'ok'],
  ['the developer for an owner', line({}), { as: 'developer' }, 'not-on-this-line'],
  ['the holder of a proxy', withProxy(), PROXY, 'ok'],
  ['the holder of one that ended', line({}), PROXY, 'no-such-proxy'],
  ['a holder who was told yes', withProxy({ item: '加装电梯', choice: 'yes' }), PROXY, 'ok'],
  [
    'a holder who was told no',
    withProxy({ item: '加装电梯', choice: 'no' }),
    PROXY,
    'against-instruction',
  ],
  [
    'a holder who was told no to something else',
    withProxy({ item: '更换物业', choice: 'no' }),
    PROXY,
    'ok',
  ],
  [
    'a holder who may decide',
    withProxy({ item: '加装电梯', choice: 'as-the-holder-sees-fit' }),
    PROXY,
    'ok',
  ],
  [
    'an owner whose ballot is there (G17)',
    line({ cast: { origin: 'paper' } }),
    { as: 'owner', ownerId: 'A' },
    'already-cast',
  ],
  [
    'a holder after the owner',
    { ...withProxy(), cast: { origin: 'phone' } },
    PROXY,
    'already-cast',
  ],
]

describe('[G4] one elector, one ballot, by whoever may cast it', () => {
  test.each(TABLE)('%s', (_name, elector, by, answer) => {
    const cast = mayCast(elector, by, VOTE)
    expect(cast.ok ? 'ok' : cast.refusal.code).toBe(answer)
  })

  test('whoever appears ends their proxy', () => {
    expect(mayCast(withProxy(), { as: 'owner', ownerId: 'A' }, VOTE)).toEqual({
      ok: true,
      value: { endsProxy: true, replaces: false },
    })
  })

  test.each([
    ['first-stands', 'phone', 'paper', false],
    ['last-before-close', 'paper', 'phone', true],
    ['paper-first', 'phone', 'paper', true],
    ['paper-first', 'paper', 'phone', false],
    ['paper-first', 'paper', 'paper', false],
  ] as const)('by %s, after %s comes %s: counts %s', (duplicate, before, after, counts) => {
    const cast = mayCast(
      line({ cast: { origin: before } }),
      { as: 'owner', ownerId: 'A' },
      { ...VOTE, origin: after, duplicate },
    )
    expect(cast.ok).toBe(counts)
  })
})

describe('[G6] a proxy in an election names whom its owner chose', () => {
  const SEATS: BallotQuestion = {
    method: { kind: 'seats', seats: 2 },
    options: numbered(['陈志强', '李明', '张芳']),
  }
  const told = (choice: ProxyInstruction['choice'], ...names: string[]) =>
    withProxy({ item: '选举业委会', choice, ...(choice === 'named' && { names }) })

  test.each<[string, CastingElector, string, string]>([
    ['whom it names', told('named', '李明', '陈志强'), '1,2', 'ok'],
    ['fewer of them', told('named', '李明', '陈志强'), '1', 'against-instruction'],
    ['somebody else', told('named', '李明'), '3', 'against-instruction'],
    ['nobody, as it was told', told('abstain'), 'abstain', 'ok'],
    ['somebody, though told to abstain', told('abstain'), '1', 'against-instruction'],
    ['anybody, where the holder may choose', told('as-the-holder-sees-fit'), '2,3', 'ok'],
    ['a name in another width', told('named', '陈 志强'), '1', 'ok'],
    ['a name that does not stand', told('named', '王秀英'), '1', 'against-instruction'],
    [
      'more names than seats',
      told('named', '陈志强', '李明', '张芳'),
      '1,2',
      'against-instruction',
    ],
    ['yes to an election', told('yes'), '1', 'against-instruction'],
  ])('%s', (_name, elector, mark, answer) => {
    const vote = { ...VOTE, item: '选举业委会', question: SEATS, mark }
    const cast = mayCast(elector, PROXY, vote)
    expect(cast.ok ? 'ok' : cast.refusal.code).toBe(answer)
  })

  test('refused with the words of the paper', () => {
    const vote = { ...VOTE, item: '选举业委会', question: SEATS, mark: '3' }
    expect(mayCast(told('named', '李明'), PROXY, vote)).toMatchObject({
      refusal: { instructed: { choice: 'named', names: ['李明'] } },
    })
  })

  test('a ranking keeps the order of the paper, one choice is one name', () => {
    const answer = (method: BallotQuestion['method'], ...names: string[]) =>
      proxyAnswer([{ item: '外墙', choice: 'named', names }], {
        title: '外墙',
        question: { method, options: numbered(['刷白', '贴砖', '不动']) },
      })
    expect(answer({ kind: 'ranked', count: 'schulze' }, '不动', '刷白')).toEqual({
      ...{ kind: 'told', mark: '3>1' },
    })
    expect(answer({ kind: 'single-choice' }, '贴砖')).toEqual({ kind: 'told', mark: '2' })
    expect(answer({ kind: 'single-choice' }, '贴砖', '刷白')).toMatchObject({ kind: 'unfit' })
    expect(answer({ kind: 'approval', upTo: 2 }, '不动', '贴砖')).toEqual({
      ...{ kind: 'told', mark: '2,3' },
    })
    expect(answer({ kind: 'yes-no' }, '贴砖')).toMatchObject({ kind: 'unfit' })
  })
})
