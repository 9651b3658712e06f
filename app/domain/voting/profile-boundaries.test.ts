import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RULE_PROFILES, type RuleProfile } from './rule-profiles.ts'
import type { Choice } from './ballot.ts'
import { tallyBallot, type FailedTest } from './tally.ts'

/** Who stands on the roll, is in the room, and says what; areas in 0.01 m². */
type Somebody = { choice: Choice | null; here?: boolean; area?: bigint }

const FLAT = 100_00n

/** `people(5, 'yes')`; `null` is here and silent, or not here at all. */
function people(count: number, choice: Choice | null, more: Partial<Somebody> = {}) {
  return Array.from({ length: count }, (): Somebody => ({ choice, ...more }))
}
const absent = (count: number, more: Partial<Somebody> = {}) =>
  people(count, null, { here: false, ...more })

function verdictOf({ rule }: RuleProfile, roll: readonly Somebody[]) {
  const named = roll.map((one, index) => ({ area: FLAT, ...one, elector: `e${index}` }))
  return tallyBallot({
    rule,
    roll: named.map(({ elector, area }) => ({ elector, heads: 1, area })),
    present: named.filter(({ here = true }) => here).map(({ elector }) => elector),
    votes: named.flatMap(({ elector, choice }) => (choice ? [{ elector, choice }] : [])),
  })
}
const failedOf = (profile: RuleProfile, roll: readonly Somebody[]) =>
  verdictOf(profile, roll).failed

const named = ({ id, region }: RuleProfile) => `${id} ${region}`
const profile = (name: string): RuleProfile => {
  const found = RULE_PROFILES.find((each) => named(each) === name)
  if (!found) throw new Error(`No profile ${name}`)
  return found
}

/**
 * Of twelve on the roll: how many must come (or, for owners, vote), and of exactly so many, how
 * many must say yes. Written out by hand from the articles; null where no attendance is asked.
 */
const OF_TWELVE: Record<string, [come: number | null, yes: number, why: string]> = {
  'deliberation CN': [8, 5, '三分之二以上到会，到会的过半数'],
  'residents-meeting CN': [7, 4, '过半数出席，出席的过半数 (Art. 27)'],
  'residents-reps-meeting CN': [8, 5, '三分之二以上出席，出席的过半数 (Art. 29)'],
  'residents-committee-election-by-reps CN': [9, 5, '超过三分之二 (Art. 19)'],
  'owners-general CN': [8, 5, '三分之二以上参与，参与的过半数 (Art. 278)'],
  'owners-special CN': [8, 6, '三分之二以上参与，参与的四分之三以上 (Art. 278)'],
  'owners-committee CN': [7, 7, '过半数出席，全体的过半数'],
  'owners-committee 31': [7, 7, '过半数出席，全体的过半数 (上海 Art. 26)'],
  'owners-committee 37': [8, 7, '三分之二以上出席，全体的过半数 (山东 Art. 32)'],
  'unanimous-interested CN': [null, 12, '一致同意 (Art. 279)'],
  'party-meeting CN': [8, 6, '三分之二以上到会，应到会的半数以上'],
  'village-meeting-adults CN': [7, 4, '过半数参加，到会的过半数 (Art. 26)'],
  'village-meeting-households CN': [8, 5, '三分之二以上的户，到会的过半数 (Art. 26)'],
  'village-reps-meeting CN': [8, 5, '三分之二以上，到会的过半数 (Art. 30)'],
}

test('[V1] every profile has its row', () => {
  expect(Object.keys(OF_TWELVE).toSorted()).toEqual(RULE_PROFILES.map(named).toSorted())
})

describe.each(Object.entries(OF_TWELVE))('[V1] [V3] %s', (name, [come, yes, why]) => {
  const of = profile(name)
  const weighsArea = of.rule.measures.includes('area')
  const both = (test: 'QUORUM' | 'APPROVE'): FailedTest[] =>
    weighsArea ? [`${test}_HEADS`, `${test}_AREA`] : [`${test}_HEADS`]
  const there = come ?? 12

  test(`${why}: exactly enough, and one yes less`, () => {
    expect(
      failedOf(of, [
        ...people(yes, 'yes'),
        ...people(there - yes, 'no'),
        ...absent(12 - there),
      ]),
    ).toEqual([])
    expect(
      failedOf(of, [
        ...people(yes - 1, 'yes'),
        ...people(there - yes + 1, 'no'),
        ...absent(12 - there),
      ]),
    ).toEqual(both('APPROVE'))
  })

  test('one head short of coming, whatever they say', () => {
    const short = [...people(there - 1, 'yes'), ...absent(13 - there)]
    expect(failedOf(of, short)).toEqual(come === null ? both('APPROVE') : both('QUORUM'))
  })

  test('nobody comes; everybody comes and says nothing; everybody abstains', () => {
    const silent = of.rule.quorum?.count === 'participating' ? 'QUORUM' : 'APPROVE'
    expect(failedOf(of, absent(12))).toEqual(both(come === null ? 'APPROVE' : 'QUORUM'))
    expect(failedOf(of, people(12, null))).toEqual(both(silent))
    expect(failedOf(of, people(12, 'abstain'))).toEqual(both('APPROVE'))
    expect(verdictOf(of, []).passed).toBe(false)
  })

  test('an owner of nine tenths of the area decides nothing alone', () => {
    const giant = { area: 100n * FLAT }
    const for_ = [...people(1, 'yes', giant), ...people(11, 'no')]
    const against = [...people(1, 'no', giant), ...people(11, 'yes')]
    expect(failedOf(of, for_)).toEqual(['APPROVE_HEADS'])
    expect(failedOf(of, against)).toEqual(
      name.startsWith('unanimous') ? ['APPROVE_HEADS'] : weighsArea ? ['APPROVE_AREA'] : [],
    )
  })

  test('the order of the roll does not matter, and one more yes never fails what passed', () => {
    const somebody = fc.record({
      choice: fc.constantFrom<Choice | null>('yes', 'yes', 'no', 'abstain', null),
      area: fc.bigInt({ min: 1n, max: 50_000n }),
    })
    fc.assert(
      fc.property(
        fc.array(somebody, { minLength: 1, maxLength: 30 }),
        fc.nat(),
        (roll, pick) => {
          const verdict = verdictOf(of, roll)
          expect(verdictOf(of, roll.toReversed())).toEqual(verdict)
          const won = roll.map((one, index) =>
            index === pick % roll.length ? { ...one, choice: 'yes' as const } : one,
          )
          expect(verdictOf(of, won).passed || !verdict.passed).toBe(true)
        },
      ),
    )
  })
})

describe('[V2] a hundredth of a square metre, where area is weighed', () => {
  const short = { area: FLAT - 1n }
  const long = { area: FLAT + 1n }
  type Case = [why: string, name: string, roll: Somebody[], failed: FailedTest[]]
  test.each<Case>([
    [
      'two thirds of the heads, and 0.01 m² less of the area',
      'owners-general CN',
      [...people(7, 'yes'), ...people(1, 'yes', short), ...absent(1, long), ...absent(3)],
      ['QUORUM_AREA'],
    ],
    [
      'the same for what needs three quarters',
      'owners-special CN',
      [...people(7, 'yes'), ...people(1, 'yes', short), ...absent(1, long), ...absent(3)],
      ['QUORUM_AREA'],
    ],
    [
      'two thirds of the area, and one head less',
      'owners-general CN',
      [
        ...people(6, 'yes'),
        ...people(1, 'yes', { area: 2n * FLAT }),
        ...absent(5, { area: 80_00n }),
      ],
      ['QUORUM_HEADS'],
    ],
    [
      'exactly half of the area is not more than half',
      'owners-general CN',
      [...people(3, 'yes'), ...people(2, 'yes', { area: FLAT / 2n }), ...people(4, 'no')],
      ['APPROVE_AREA'],
    ],
    [
      '0.01 m² more than half is',
      'owners-general CN',
      [
        ...people(3, 'yes'),
        ...people(1, 'yes', { area: FLAT / 2n + 1n }),
        ...people(1, 'yes', { area: FLAT / 2n }),
        ...people(4, 'no'),
      ],
      [],
    ],
    [
      'three quarters of the heads, and 0.01 m² less of the area',
      'owners-special CN',
      [
        ...people(8, 'yes'),
        ...people(1, 'yes', short),
        ...people(1, 'no', long),
        ...people(2, 'no'),
      ],
      ['APPROVE_AREA'],
    ],
    [
      'exactly three quarters of both',
      'owners-special CN',
      [...people(9, 'yes'), ...people(3, 'no')],
      [],
    ],
    [
      'three quarters of the area, and one head less',
      'owners-special CN',
      [
        ...people(7, 'yes'),
        ...people(1, 'yes', { area: 2n * FLAT }),
        ...people(4, 'no', { area: 75_00n }),
      ],
      ['APPROVE_HEADS'],
    ],
  ])('%s', (_why, name, roll, failed) => {
    expect(failedOf(profile(name), roll)).toEqual(failed)
  })
})
