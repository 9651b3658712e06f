import { describe, expect, test } from 'vitest'
import { majorityOf, servedUntil, silenceBasis } from './silent-votes.ts'

const POLICY = { silence: 'follow-majority', silenceBasis: '《议事规则》第十五条' } as const
const OWNERS = { body: 'owners' } as const
const YES_NO = { method: { kind: 'yes-no' } } as const

describe('[W19] silence follows the majority', () => {
  test('where the owners’ text says so, in what they decide together', () => {
    expect(silenceBasis(POLICY, OWNERS, YES_NO)).toBe('《议事规则》第十五条')
  })

  test.each([
    ['nobody chose it', { ...POLICY, silence: 'ignore' }, OWNERS, YES_NO],
    ['no text is named', { ...POLICY, silenceBasis: ' ' }, OWNERS, YES_NO],
    ['a roll of before knows none', { silence: 'follow-majority' }, OWNERS, YES_NO],
    ['everybody must consent', POLICY, { body: 'interested-owners' }, YES_NO],
    ['it is an election', POLICY, OWNERS, { method: { kind: 'seats', seats: 3 } }],
  ] as const)('not where %s', (_why, policy, profile, question) => {
    expect(silenceBasis(policy, profile, question)).toBeNull()
  })

  const counts = (
    heads: [yes: number, no: number, abstain: number],
    area: [yes: string, no: string, cast: string],
  ) => ({
    counts: {
      heads: {
        ...{ roll: '100', present: '0', participating: String(heads[0] + heads[1] + heads[2]) },
        ...{ yes: String(heads[0]), no: String(heads[1]), abstain: String(heads[2]) },
      },
      area: {
        ...{ roll: '9999.00', present: '0.00', participating: area[2] },
        ...{ yes: area[0], no: area[1], abstain: '0.00' },
      },
    },
  })

  test.each([
    [
      'one head and a hundredth of a square metre over half',
      [3, 2, 0],
      ['50.01', '49.99', '100.00'],
      'yes',
    ],
    ['the other side', [2, 3, 0], ['49.99', '50.01', '100.00'], 'no'],
    ['exactly half of the heads', [2, 2, 0], ['60.00', '40.00', '100.00'], null],
    ['exactly half of the area', [3, 2, 0], ['50.00', '50.00', '100.00'], null],
    ['heads one way, area the other', [3, 2, 0], ['40.00', '60.00', '100.00'], null],
    [
      'most say yes, and half with those who abstain',
      [2, 1, 1],
      ['60.00', '20.00', '100.00'],
      null,
    ],
    ['nobody voted', [0, 0, 0], ['0.00', '0.00', '0.00'], null],
  ] as const)(
    'the majority of those who voted, by heads and by area: %s',
    (_why, heads, area, side) => {
      expect(majorityOf(counts([...heads], [...area]))).toBe(side)
    },
  )

  test('who was served five days before the last one had the time to answer', () => {
    expect(servedUntil('2026-12-20')).toBe('2026-12-15')
  })
})
