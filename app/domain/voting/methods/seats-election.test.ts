import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nationalRule } from '#tests/golden/inputs-of-case.ts'
import { electToSeats, type SeatsInputs } from './seats-election.ts'

const RULE = nationalRule('owners-general')

/** Each string is one owner of a flat of 100 m² and the candidates they name, a letter each. */
function election(
  seats: number,
  candidates: string,
  owners: string[],
  silent = 0,
): SeatsInputs {
  const roll = Array.from({ length: owners.length + silent }, (_, index) => ({
    elector: `e${index}`,
    heads: 1,
    area: 10_000n,
  }))
  const ballots = owners.map((names, index) => ({
    elector: `e${index}`,
    candidates: [...names],
  }))
  return { rule: RULE, seats, candidates: [...candidates], roll, ballots }
}
const times = (count: number, names: string) => Array.from({ length: count }, () => names)

describe('[V24] each seat needs the threshold', () => {
  test('G19 40 take part, two have 20: half is not more than half, the seats stay empty', () => {
    const owners = [...times(20, 'ABCDE'), ...times(19, 'ABCFG'), 'ABC']
    const result = electToSeats(election(5, 'ABCDEFG', owners))
    expect(result.elected).toEqual(['A', 'B', 'C'])
    expect(result).toMatchObject({ quorumMet: true, runoff: [], vacant: 2 })
    const short = result.standing.find(({ candidate }) => candidate === 'D')
    expect(short?.verdict.failed).toEqual(['APPROVE_HEADS', 'APPROVE_AREA'])
    expect(short?.verdict.counts.heads).toMatchObject({ yes: '20', no: '20' })
  })

  test('more over the threshold than seats: the strongest take them', () => {
    const owners = [...times(6, 'AB'), ...times(4, 'AC'), ...times(3, 'BC')]
    expect(electToSeats(election(2, 'CBA', owners)).elected).toEqual(['A', 'B'])
  })

  test('level at the last seat: a runoff, not the order of the list', () => {
    const owners = [...times(3, 'AB'), ...times(3, 'AC'), ...times(4, 'BC'), ...times(1, 'A')]
    expect(electToSeats(election(2, 'ABC', owners))).toMatchObject({
      elected: [],
      runoff: ['A', 'B', 'C'],
      vacant: 2,
    })
  })

  test('without a quorum nobody is elected', () => {
    const result = electToSeats(election(1, 'A', times(5, 'A'), 3))
    expect(result).toMatchObject({ quorumMet: false, elected: [], vacant: 1 })
  })

  test('a blank ballot takes part and says yes to nobody', () => {
    const result = electToSeats(election(1, 'A', [...times(2, 'A'), ...times(2, '')]))
    expect(result.elected).toEqual([])
    expect(result.standing[0]?.verdict.counts.heads).toMatchObject({ abstain: '2', no: '0' })
  })

  test('area decides beside heads: a large owner can keep a seat empty', () => {
    const inputs = election(1, 'AB', [...times(4, 'A'), 'B'])
    const roll = [...inputs.roll].map((elector, index) =>
      index === 4 ? { ...elector, area: 40_000n } : elector,
    )
    expect(electToSeats({ ...inputs, roll }).standing[0]).toMatchObject({
      candidate: 'A',
      verdict: { failed: ['APPROVE_AREA'] },
    })
  })

  test.each<[why: string, change: Partial<SeatsInputs>]>([
    ['no seats', { seats: 0 }],
    ['a candidate twice', { candidates: ['A', 'A'] }],
    ['more names than seats', { ballots: [{ elector: 'e0', candidates: ['A', 'B'] }] }],
    ['a stranger named', { ballots: [{ elector: 'e0', candidates: ['X'] }] }],
    ['a stranger voting', { ballots: [{ elector: 'x', candidates: ['A'] }] }],
    [
      'one voting twice',
      { ballots: times(2, 'e0').map((elector) => ({ elector, candidates: ['A'] })) },
    ],
  ])('refused: %s', (_why, change) => {
    expect(() => electToSeats({ ...election(1, 'AB', ['A']), ...change })).toThrow(RangeError)
  })
})

test('[V24] never more than the seats, everyone elected is over half, order does not matter', () => {
  const owner = fc.uniqueArray(fc.constantFrom(...'ABCD'), { maxLength: 2 })
  fc.assert(
    fc.property(fc.array(owner, { maxLength: 20 }), (owners) => {
      const inputs = election(
        2,
        'ABCD',
        owners.map((names) => names.join('')),
      )
      const result = electToSeats(inputs)
      expect(result.elected.length + result.vacant).toBe(2)
      for (const candidate of result.elected) {
        const votes = owners.filter((names) => names.includes(candidate)).length
        expect(2 * votes).toBeGreaterThan(owners.length)
      }
      const reversed = { ...inputs, ballots: [...inputs.ballots].reverse() }
      expect(electToSeats(reversed)).toEqual(result)
    }),
  )
})
