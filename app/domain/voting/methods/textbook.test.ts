import { describe, expect, test } from 'vitest'
import { countApproval } from './approval.ts'
import { takeTemperature } from './five-fingers.ts'
import { runInstantRunoff } from './instant-runoff.ts'
import type { Ranking } from './ranking.ts'
import { countSchulze } from './schulze.ts'
import { countSingleChoice } from './single-choice.ts'

function ballots<Ballot>(...groups: [count: number, ballot: Ballot][]): Ballot[] {
  return groups.flatMap(([count, ballot]) => Array.from({ length: count }, () => ballot))
}
const letters = (...groups: [count: number, order: string][]) =>
  ballots(...groups.map(([count, order]): [number, Ranking] => [count, [...order]]))

/**
 * The Tennessee example: where to put a capital, by who lives how far away. M
 * Memphis, N Nashville, C Chattanooga, K Knoxville.
 * Source: Electowiki, "Effects of different voting systems under similar circumstances".
 */
const CITIES = ['M', 'N', 'C', 'K']
const TENNESSEE = letters([42, 'MNCK'], [26, 'NCKM'], [15, 'CKNM'], [17, 'KCNM'])

describe('[V20] Tennessee, one set of voters and four ways to count', () => {
  test('a single choice: Memphis leads without a majority', () => {
    const firsts = TENNESSEE.map(([first]) => first ?? null)
    expect(countSingleChoice(CITIES, firsts)).toMatchObject({ winner: 'M', byMajority: false })
  })

  test('approval of the nearest two: Nashville', () => {
    const nearest = TENNESSEE.map((ranking) => ranking.slice(0, 2))
    expect(countApproval(CITIES, nearest, 2)).toMatchObject({
      winner: 'N',
      counts: [
        { option: 'N', votes: 68 },
        { option: 'C', votes: 58 },
        { option: 'M', votes: 42 },
        { option: 'K', votes: 32 },
      ],
    })
  })

  test('instant runoff: Knoxville, after Chattanooga and Nashville leave', () => {
    const { winner, rounds } = runInstantRunoff(CITIES, TENNESSEE)
    expect(winner).toBe('K')
    expect(rounds.map(({ eliminated }) => eliminated)).toEqual([['C'], ['N'], []])
    expect(rounds.at(-1)?.counts).toEqual([
      { option: 'K', votes: 58 },
      { option: 'M', votes: 42 },
    ])
  })

  test('Schulze: Nashville, who beats every other one against one', () => {
    expect(countSchulze(CITIES, TENNESSEE)).toMatchObject({
      winner: 'N',
      condorcetWinner: 'N',
    })
  })
})

/** Source: M. Schulze, "Schulze method examples", example 1: 45 voters, no Condorcet winner. */
test('[V20] Schulze’s first example: E wins by its paths', () => {
  const result = countSchulze(
    [...'ABCDE'],
    letters(
      [5, 'ACBED'],
      [5, 'ADECB'],
      [8, 'BEDAC'],
      [3, 'CABED'],
      [7, 'CAEBD'],
      [2, 'CBADE'],
      [7, 'DCEBA'],
      [8, 'EBADC'],
    ),
  )
  expect(result).toMatchObject({ winner: 'E', winners: ['E'], condorcetWinner: null })
  expect(result.preferred).toEqual([
    [0, 20, 26, 30, 22],
    [25, 0, 16, 33, 18],
    [19, 29, 0, 17, 24],
    [15, 12, 28, 0, 14],
    [23, 27, 21, 31, 0],
  ])
  expect(result.strongest).toEqual([
    [0, 28, 28, 30, 24],
    [25, 0, 28, 33, 24],
    [25, 29, 0, 29, 24],
    [25, 28, 28, 0, 24],
    [25, 28, 28, 31, 0],
  ])
})

/** Source: the same, examples 2 to 4; in the last B and D lead level, and both are named. */
test.each<[example: string, groups: [count: number, order: string][], winners: string[]]>([
  [
    'second: D',
    [
      [5, 'ACBD'],
      [2, 'ACDB'],
      [3, 'ADCB'],
      [4, 'BACD'],
      [3, 'CBDA'],
      [3, 'CDBA'],
      [1, 'DACB'],
      [5, 'DBAC'],
      [4, 'DCBA'],
    ],
    ['D'],
  ],
  [
    'third: B',
    [
      [3, 'ABDEC'],
      [5, 'ADEBC'],
      [1, 'ADECB'],
      [2, 'BADEC'],
      [2, 'BDECA'],
      [4, 'CABDE'],
      [6, 'CBADE'],
      [2, 'DBECA'],
      [5, 'DECAB'],
    ],
    ['B'],
  ],
  [
    'fourth: B and D level',
    [
      [3, 'ABCD'],
      [2, 'DABC'],
      [2, 'DBCA'],
      [2, 'CBDA'],
    ],
    ['B', 'D'],
  ],
])('[V20] [V21] Schulze’s %s', (_example, groups, winners) => {
  const options = [...(groups[0]?.[1] ?? '')].sort()
  const result = countSchulze(options, letters(...groups))
  expect(result.winners).toEqual(winners)
  expect(result.winner).toBe(winners.length === 1 ? winners[0] : null)
})

test('[V20] Schulze: a path goes through victories alone', () => {
  const { strongest } = countSchulze(['a', 'b'], letters([3, 'ab'], [2, 'ba']))
  expect(strongest).toEqual([
    [0, 3],
    [0, 0],
  ])
})

describe('[V21] a tie is shown and never broken by lot or by the order of the list', () => {
  test('a single choice', () => {
    const result = countSingleChoice(['a', 'b', 'c'], ['b', 'a', null])
    expect(result).toMatchObject({ winner: null, leaders: ['a', 'b'], cast: 2, abstained: 1 })
  })

  test('nobody chose anything', () => {
    expect(countSingleChoice(['a', 'b'], [null])).toMatchObject({ winner: null, leaders: [] })
    expect(countApproval(['a'], [[]], 1)).toMatchObject({ winner: null, abstained: 1 })
    expect(runInstantRunoff(['a', 'b'], [])).toMatchObject({ winner: null, tied: ['a', 'b'] })
    expect(countSchulze(['a', 'b'], []).winners).toEqual(['a', 'b'])
  })

  test('instant runoff: two who were level for last all the way', () => {
    const result = runInstantRunoff(
      ['a', 'b', 'c'],
      letters([4, 'abc'], [3, 'bca'], [3, 'cba']),
    )
    expect(result).toMatchObject({ winner: null, tied: ['b', 'c'] })
  })

  test('instant runoff: level for last where the same wins whoever leaves is no tie', () => {
    const result = runInstantRunoff(
      ['a', 'b', 'c'],
      letters([5, 'abc'], [3, 'bac'], [3, 'cab']),
    )
    expect(result.rounds.map(({ eliminated }) => eliminated)).toEqual([['c'], []])
    expect(result).toMatchObject({ winner: 'a', tied: [] })
  })

  test('instant runoff: a tie is named where it decides, not where it decides nothing', () => {
    const result = runInstantRunoff(
      [...'abcd'],
      letters([4, 'a'], [4, 'b'], [2, 'c'], [2, 'd']),
    )
    expect(result.rounds.map(({ eliminated }) => eliminated)).toEqual([['c', 'd'], []])
    expect(result).toMatchObject({ winner: null, tied: ['a', 'b'] })
  })

  test('instant runoff: nobody is behind the winner who is so in one order alone', () => {
    for (const options of ['abc', 'acb']) {
      const { rounds, winner } = runInstantRunoff(
        [...options],
        letters([6, 'a'], [3, 'b'], [3, 'ca']),
      )
      expect(winner).toBe('a')
      expect(rounds.at(-1)?.counts).toEqual([
        { option: 'a', votes: 6 },
        { option: 'c', votes: 3 },
      ])
    }
  })

  test('instant runoff: level for last, told apart by the round before', () => {
    const result = runInstantRunoff(
      [...'abcd'],
      letters([6, 'abcd'], [4, 'bacd'], [3, 'cabd'], [1, 'dcab']),
    )
    expect(result.rounds.map(({ eliminated }) => eliminated)).toEqual([['d'], ['c'], []])
    expect(result.winner).toBe('a')
  })

  test('instant runoff: several last leave together when they could not pass the next', () => {
    const result = runInstantRunoff(
      [...'abcd'],
      letters([5, 'ab'], [4, 'ba'], [1, 'cb'], [1, 'db']),
    )
    expect(result.rounds[0]?.eliminated).toEqual(['c', 'd'])
    expect(result).toMatchObject({ winner: 'b', tied: [] })
  })

  test('a ballot that names none of those still in is exhausted and does not count', () => {
    const result = runInstantRunoff(
      [...'abc'],
      letters([3, 'a'], [3, 'b'], [1, 'c'], [1, 'cb']),
    )
    expect(result.rounds[1]).toMatchObject({ exhausted: 1 })
    expect(result.winner).toBe('b')
  })
})

describe('[V22] a ballot that cannot be meant is refused', () => {
  test.each<[why: string, count: () => unknown]>([
    ['an option that is not offered', () => countSingleChoice(['a'], ['x'])],
    ['an option offered twice', () => countSingleChoice(['a', 'a'], [])],
    ['too many approved', () => countApproval(['a', 'b'], [['a', 'b']], 1)],
    ['one approved twice', () => countApproval(['a', 'b'], [['a', 'a']], 2)],
    ['one ranked twice', () => runInstantRunoff(['a', 'b'], [['a', 'a']])],
    ['a stranger ranked', () => countSchulze(['a', 'b'], [['x']])],
    ['six fingers', () => takeTemperature([6])],
    ['half a finger', () => takeTemperature([0.5])],
  ])('%s', (_why, count) => {
    expect(count).toThrow(RangeError)
  })
})

describe('[V23] five fingers', () => {
  test.each<
    [why: string, hands: number[], consensus: boolean, reserved: number, fists: number]
  >([
    ['all can live with it', [3, 4, 5], true, 0, 0],
    ['one has reservations', [5, 5, 2], false, 1, 0],
    ['one cannot accept it', [5, 5, 5, 0], false, 0, 1],
    ['nobody raised a hand', [], false, 0, 0],
  ])('%s', (_why, hands, consensus, reservations, objections) => {
    const { total, raised, ...temperature } = takeTemperature(hands)
    expect(temperature).toMatchObject({ consensus, reservations, objections })
    expect(raised).toBe(hands.length)
    expect(total).toBe(hands.reduce((sum, hand) => sum + hand, 0))
  })
})
