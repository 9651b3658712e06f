import { describe, expect, test } from 'vitest'
import { workedThresholds } from './worked-thresholds.ts'

const overHalf = { of: 'present', share: [1, 2], strict: true } as const
const twoThirds = { share: [2, 3], strict: false } as const
const work = (invited: number, voters: number) =>
  workedThresholds({ invited, voters, quorum: twoThirds, pass: overHalf })

describe('[S8] the rules are worked out in people before the session', () => {
  test('26 invited, 21 of them with a vote', () => {
    expect(work(26, 21)).toEqual({
      invited: 26,
      presentNeeded: 18,
      voters: 21,
      rows: [
        { present: 14, yesNeeded: 8 },
        { present: 15, yesNeeded: 8 },
        { present: 21, yesNeeded: 11 },
      ],
    })
  })

  test('exactly two thirds is enough, exactly half is not', () => {
    expect(work(3, 3).presentNeeded).toBe(2)
    expect(work(3, 3).rows).toEqual([
      { present: 2, yesNeeded: 2 },
      { present: 3, yesNeeded: 2 },
    ])
  })

  test('one voter, and none', () => {
    expect(work(4, 1).rows).toEqual([{ present: 1, yesNeeded: 1 }])
    expect(work(4, 0).rows).toEqual([])
    expect(work(0, 0).presentNeeded).toBe(1)
  })

  test('a rule that counts all members does not get easier when some stay away', () => {
    const pass = { of: 'roll', share: [1, 2], strict: true } as const
    const { rows } = workedThresholds({ invited: 9, voters: 9, quorum: twoThirds, pass })
    expect(rows.map((row) => row.yesNeeded)).toEqual([5, 5, 5])
  })

  test('where more than half must come, half is one too few', () => {
    const { presentNeeded, rows } = workedThresholds({
      ...{ invited: 10, voters: 10, pass: overHalf },
      quorum: { share: [1, 2], strict: true },
    })
    expect(presentNeeded).toBe(6)
    expect(rows.map(({ present }) => present)).toEqual([6, 7, 10])
  })
})
