import { describe, expect, test } from 'vitest'
import { BALLOT_CASES, type ElectorGroup } from '#tests/golden/ballot-cases.ts'
import { inputsOf, nationalRule } from '#tests/golden/inputs-of-case.ts'
import { THRESHOLD_CASES } from '#tests/golden/threshold-cases.ts'
import { formatArea, parseArea } from './area.ts'
import type { Choice } from './ballot.ts'
import { smallestThatMeets, tallyBallot } from './tally.ts'

test.each(BALLOT_CASES)('[V1] [V2] $id $title', ({ profile, electors, expect: outcome }) => {
  const verdict = tallyBallot(inputsOf(nationalRule(profile), electors))
  const { quorumMet, passed, failed } = verdict
  expect({ quorumMet, passed, failed }).toEqual(outcome)
})

test.each(THRESHOLD_CASES)(
  '[V1] $id the smallest turnout that is two thirds: $title',
  (row) => {
    const need = (of: bigint) => smallestThatMeets(of, [2, 3], false)
    expect(need(BigInt(row.totalHeads))).toBe(BigInt(row.minHeads))
    expect(formatArea(need(parseArea(row.totalArea) ?? 0n))).toBe(row.minArea)
  },
)

const FLAT = '100.00'
const flats = (count: number, choice: Choice | null, area = FLAT): ElectorGroup => ({
  count,
  area,
  choice,
})

describe('[V2] owners decide by heads and by area, of those who take part', () => {
  type Row = [why: string, profile: string, groups: ElectorGroup[], failed: string[]]
  test.each<Row>([
    [
      'general: one head and its area over half',
      'owners-general',
      [flats(5, 'yes'), flats(4, 'no')],
      [],
    ],
    [
      'general: exactly half of both',
      'owners-general',
      [flats(4, 'yes'), flats(4, 'no')],
      ['APPROVE_HEADS', 'APPROVE_AREA'],
    ],
    [
      'general: half the heads, 0.01 m² over half the area',
      'owners-general',
      [flats(3, 'yes'), flats(1, 'yes', '100.01'), flats(4, 'no')],
      ['APPROVE_HEADS'],
    ],
    [
      'general: exactly half the area, more than half the heads',
      'owners-general',
      [flats(5, 'yes', '80.00'), flats(4, 'no')],
      ['APPROVE_AREA'],
    ],
    [
      'general: 0.01 m² more than half the area',
      'owners-general',
      [flats(4, 'yes', '80.00'), flats(1, 'yes', '80.01'), flats(4, 'no')],
      [],
    ],
    [
      'exactly two thirds take part',
      'owners-general',
      [flats(200, 'yes'), flats(100, null)],
      [],
    ],
    [
      'two thirds of heads, 0.01 m² short of two thirds of area',
      'owners-general',
      [flats(199, 'yes'), flats(1, 'yes', '99.99'), flats(100, null)],
      ['QUORUM_AREA'],
    ],
    [
      'one head short of two thirds, two thirds of area',
      'owners-general',
      [flats(198, 'yes'), flats(1, 'yes', '400.00'), flats(101, null)],
      ['QUORUM_HEADS'],
    ],
    [
      'special: exactly three quarters',
      'owners-special',
      [flats(9, 'yes'), flats(3, 'no')],
      [],
    ],
    [
      'special: one head short of three quarters, area enough',
      'owners-special',
      [flats(1, 'yes', '400.00'), flats(7, 'yes'), flats(3, 'no')],
      ['APPROVE_HEADS'],
    ],
    [
      'special: 0.01 m² short of three quarters, heads enough',
      'owners-special',
      [flats(8, 'yes'), flats(1, 'yes', '99.99'), flats(3, 'no')],
      ['APPROVE_AREA'],
    ],
    [
      'special: abstentions are in the whole and not in the yes',
      'owners-special',
      [flats(9, 'yes'), flats(4, 'abstain')],
      ['APPROVE_HEADS', 'APPROVE_AREA'],
    ],
    [
      'only abstentions',
      'owners-general',
      [flats(9, 'abstain')],
      ['APPROVE_HEADS', 'APPROVE_AREA'],
    ],
    ['nobody votes', 'owners-special', [flats(9, null)], ['QUORUM_HEADS', 'QUORUM_AREA']],
    ['nobody is on the roll', 'owners-general', [], ['QUORUM_HEADS', 'QUORUM_AREA']],
    [
      'a giant owner alone has the area and not the heads',
      'owners-general',
      [flats(1, 'yes', '999999.99'), flats(2, 'no'), flats(1, 'yes')],
      ['APPROVE_HEADS'],
    ],
    [
      'a giant owner who stays away takes the quorum with them',
      'owners-general',
      [flats(9, 'yes'), flats(1, null, '450.01')],
      ['QUORUM_AREA'],
    ],
  ])('%s', (_why, profile, groups, failed) => {
    const verdict = tallyBallot(inputsOf(nationalRule(profile), groups))
    expect(verdict.failed).toEqual(failed)
    expect(verdict.passed).toBe(failed.length === 0)
  })
})

describe('[V1] bodies that weigh heads', () => {
  type Row = [
    profile: string,
    why: string,
    roll: number,
    present: number,
    yes: number,
    abstain: number,
    failed: string[],
  ]
  const quorum = ['QUORUM_HEADS']
  const approve = ['APPROVE_HEADS']
  test.each<Row>([
    ['deliberation', 'two thirds there, one over half of them', 30, 20, 11, 0, []],
    ['deliberation', 'one short of two thirds', 30, 19, 19, 0, quorum],
    ['deliberation', 'exactly half of those there', 30, 20, 10, 0, approve],
    ['deliberation', 'abstaining does not lower the bar', 30, 20, 10, 10, approve],
    ['deliberation', 'only abstentions', 30, 30, 0, 30, approve],
    ['deliberation', 'nobody comes', 30, 0, 0, 0, quorum],
    ['deliberation', 'nobody is invited', 0, 0, 0, 0, quorum],
    ['residents-meeting', 'one over half there', 1000, 501, 251, 0, []],
    ['residents-meeting', 'exactly half there', 1000, 500, 500, 0, quorum],
    ['residents-meeting', 'exactly half of those there', 1000, 502, 251, 0, approve],
    ['residents-reps-meeting', 'exactly two thirds there', 30, 20, 11, 0, []],
    ['residents-reps-meeting', 'one short of two thirds', 40, 26, 26, 0, quorum],
    ['residents-reps-meeting', 'exactly half of those there', 30, 20, 10, 0, approve],
    ['residents-committee-election-by-reps', 'one over two thirds', 30, 21, 11, 0, []],
    ['residents-committee-election-by-reps', 'exactly two thirds', 30, 20, 20, 0, quorum],
    ['residents-committee-election-by-reps', 'half of those there', 30, 22, 11, 0, approve],
    ['owners-committee', 'over half of all say yes', 7, 4, 4, 0, []],
    ['owners-committee', 'over half there, half of all say yes', 8, 5, 4, 0, approve],
    ['owners-committee', 'exactly half there', 8, 4, 4, 0, quorum],
    ['unanimous-interested', 'everyone', 12, 0, 12, 0, []],
    ['unanimous-interested', 'G21 eleven of twelve', 12, 0, 11, 1, approve],
    ['unanimous-interested', 'one stays silent', 12, 0, 11, 0, approve],
    ['unanimous-interested', 'nobody is on the roll', 0, 0, 0, 0, approve],
    ['party-meeting', 'exactly half of all members', 30, 20, 15, 0, []],
    ['party-meeting', 'one short of half of all members', 30, 30, 14, 0, approve],
    ['party-meeting', 'one short of two thirds there', 30, 19, 19, 0, quorum],
    ['village-meeting-adults', 'one over half there', 1000, 501, 251, 0, []],
    ['village-meeting-adults', 'exactly half there', 1000, 500, 500, 0, quorum],
    ['village-meeting-households', 'exactly two thirds there', 120, 80, 41, 0, []],
    ['village-meeting-households', 'one short of two thirds', 120, 79, 79, 0, quorum],
    ['village-meeting-households', 'exactly half say yes', 120, 80, 40, 0, approve],
    ['village-reps-meeting', 'exactly two thirds there', 30, 20, 11, 0, []],
    ['village-reps-meeting', 'one short of two thirds', 30, 19, 19, 0, quorum],
  ])('%s: %s', (profile, _why, roll, present, yes, abstain, failed) => {
    const room = { present: profile !== 'unanimous-interested' }
    const there = profile === 'unanimous-interested' ? roll : present
    const verdict = tallyBallot(
      inputsOf(nationalRule(profile), [
        { count: yes, choice: 'yes', ...room },
        { count: abstain, choice: 'abstain', ...room },
        { count: there - yes - abstain, choice: null, ...room },
        { count: roll - there, choice: null },
      ]),
    )
    expect(verdict.failed).toEqual(failed)
    expect(verdict.passed).toBe(failed.length === 0)
  })
})

test('[V3] a verdict keeps both sides of every inequality, with what was missing', () => {
  const verdict = tallyBallot(
    inputsOf(nationalRule('owners-general'), [
      flats(1, 'yes', '66.66'),
      flats(1, 'abstain', '0.01'),
      flats(1, null, '33.34'),
    ]),
  )
  expect(verdict).toEqual({
    quorumMet: false,
    passed: false,
    tests: [
      {
        test: 'quorum',
        measure: 'heads',
        met: true,
        have: '2',
        of: '3',
        share: '2/3',
        strict: false,
        need: '2',
        margin: '0',
        percent: '66.66',
      },
      {
        test: 'quorum',
        measure: 'area',
        met: false,
        have: '66.67',
        of: '100.01',
        share: '2/3',
        strict: false,
        need: '66.68',
        margin: '-0.01',
        percent: '66.66',
      },
      {
        test: 'pass',
        measure: 'heads',
        met: false,
        have: '1',
        of: '2',
        share: '1/2',
        strict: true,
        need: '2',
        margin: '-1',
        percent: '50.00',
      },
      {
        test: 'pass',
        measure: 'area',
        met: true,
        have: '66.66',
        of: '66.67',
        share: '1/2',
        strict: true,
        need: '33.34',
        margin: '33.32',
        percent: '99.98',
      },
    ],
    counts: {
      heads: { roll: '3', present: '0', participating: '2', yes: '1', no: '0', abstain: '1' },
      area: {
        roll: '100.01',
        present: '0.00',
        participating: '66.67',
        yes: '66.66',
        no: '0.00',
        abstain: '0.01',
      },
    },
    failed: ['QUORUM_AREA'],
  })
})

test('[V3] nothing to take a share of: no figure is needed and none is missing', () => {
  const { tests } = tallyBallot(inputsOf(nationalRule('unanimous-interested'), []))
  expect(tests).toMatchObject([{ met: false, need: null, margin: null, percent: '0.00' }])
})

test('[V4] nobody is counted twice, and nobody who is not on the roll', () => {
  const rule = nationalRule('owners-committee')
  const roll = [{ elector: 'a', heads: 1, area: null }]
  const yes = { elector: 'a', choice: 'yes' as const }
  expect(() => tallyBallot({ rule, roll, votes: [yes, yes] })).toThrow(/a is listed twice/)
  expect(() => tallyBallot({ rule, roll: [...roll, ...roll], votes: [] })).toThrow(RangeError)
  expect(() => tallyBallot({ rule, roll, present: ['a', 'a'], votes: [] })).toThrow(RangeError)
  expect(() => tallyBallot({ rule, roll: [], votes: [yes] })).toThrow(/a is not on the roll/)
})

test('[V2] an elector without an area cannot be weighed by area', () => {
  const rule = nationalRule('owners-general')
  const roll = [{ elector: 'a', heads: 1, area: null }]
  expect(() => tallyBallot({ rule, roll, votes: [] })).toThrow(/a has no area/)
})

test('[V1] one hundred thousand electors are counted from a stream', () => {
  const electors = 100_000
  function* roll() {
    for (let n = 0; n < electors; n += 1) yield { elector: `e${n}`, heads: 1, area: 12_345n }
  }
  function* votes() {
    for (let n = 0; n < electors; n += 1) {
      if (n % 3 !== 2) yield { elector: `e${n}`, choice: 'yes' as const }
    }
  }
  const verdict = tallyBallot({
    rule: nationalRule('owners-general'),
    roll: roll(),
    votes: votes(),
  })
  expect(verdict.tests[0]).toMatchObject({
    have: '66667',
    need: '66667',
    margin: '0',
    met: true,
  })
  expect(verdict.counts.area?.roll).toBe('12345000.00')
})
