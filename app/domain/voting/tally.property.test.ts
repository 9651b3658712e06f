import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CHOICES, type Choice } from './ballot.ts'
import { RULE_PROFILES } from './rule-profiles.ts'
import type { VoteRule } from './rule.ts'
import { tallyBallot } from './tally.ts'

type Drawn = { heads: number; area: bigint; present: boolean; choice: Choice | null }

const elector: fc.Arbitrary<Drawn> = fc.record({
  heads: fc.constantFrom(1, 1, 1, 2),
  area: fc.bigInt({ min: 1n, max: 50_000n }),
  present: fc.boolean(),
  choice: fc.constantFrom(...CHOICES, null),
})

const base = fc.constantFrom('roll' as const, 'present' as const, 'participating' as const)
const bar = fc.record({
  of: base,
  share: fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 9 }))
    .map(([n, more]): [number, number] => [n, n + more]),
  strict: fc.boolean(),
})
const anyRule: fc.Arbitrary<VoteRule> = fc.record({
  id: fc.constant('any'),
  measures: fc.constantFrom(['heads'] as const, ['heads', 'area'] as const),
  quorum: fc.option(fc.tuple(bar, base).map(([test, count]) => ({ ...test, count }))),
  pass: bar,
})
const rule = fc.oneof(anyRule, fc.constantFrom(...RULE_PROFILES.map((row) => row.rule)))
const ballot = fc.array(elector, { maxLength: 40 })

function inputs(drawn: readonly Drawn[]) {
  const named = drawn.map((one, index) => ({ ...one, elector: `e${index}` }))
  return {
    roll: named.map(({ elector: id, heads, area }) => ({ elector: id, heads, area })),
    // Whoever votes is in the room.
    present: named.flatMap((one) => (one.present || one.choice ? [one.elector] : [])),
    votes: named.flatMap(({ elector: id, choice }) =>
      choice ? [{ elector: id, choice }] : [],
    ),
  }
}

test('[V5] the order of roll, attendance and votes does not matter', () => {
  fc.assert(
    fc.property(rule, ballot, (drawnRule, drawn) => {
      const { roll, present, votes } = inputs(drawn)
      const backwards = {
        roll: [...roll].reverse(),
        present: [...present].reverse(),
        votes: [...votes].reverse(),
      }
      expect(tallyBallot({ rule: drawnRule, ...backwards })).toEqual(
        tallyBallot({ rule: drawnRule, roll, present, votes }),
      )
    }),
  )
})

test('[V6] one more yes never turns a pass into a failure', () => {
  fc.assert(
    fc.property(rule, ballot, fc.nat(), (drawnRule, drawn, pick) => {
      // A quorum "of those voting" or "of those present" can be undone by one more
      // elector joining that circle; every profile here takes its quorum of the roll.
      fc.pre(drawnRule.quorum === null || drawnRule.quorum.of === 'roll')
      fc.pre(drawn.length > 0 && tallyBallot({ rule: drawnRule, ...inputs(drawn) }).passed)
      const late = pick % drawn.length
      const more = drawn.map((one, index) =>
        index === late ? { ...one, choice: 'yes' as const } : one,
      )
      expect(tallyBallot({ rule: drawnRule, ...inputs(more) }).passed).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('[V2] owners: nothing passes with a third of all or less behind it, by heads or by area', () => {
  const owners = RULE_PROFILES.filter((row) => row.body === 'owners').map((row) => row.rule)
  fc.assert(
    fc.property(fc.constantFrom(...owners), ballot, (drawnRule, drawn) => {
      const { passed } = tallyBallot({ rule: drawnRule, ...inputs(drawn) })
      fc.pre(passed)
      const sum = (of: readonly Drawn[]) => of.reduce((total, one) => total + one.area, 0n)
      const count = (of: readonly Drawn[]) => of.reduce((total, one) => total + one.heads, 0)
      const yes = drawn.filter((one) => one.choice === 'yes')
      expect(3n * sum(yes)).toBeGreaterThan(sum(drawn))
      expect(3 * count(yes)).toBeGreaterThan(count(drawn))
    }),
  )
})

test('[V1] the verdict agrees with multiplying out every fraction', () => {
  fc.assert(
    fc.property(rule, ballot, (drawnRule, drawn) => {
      const { tests } = tallyBallot({ rule: drawnRule, ...inputs(drawn) })
      for (const { met, have, of, share, strict } of tests) {
        const [n, d] = share.split('/').map(BigInt) as [bigint, bigint]
        const [left, right] = [whole(have) * d, whole(of) * n]
        expect(met).toBe(whole(of) > 0n && (strict ? left > right : left >= right))
      }
    }),
  )
})

/** `'70.00'` and `'7'` as whole numbers of their smallest unit. */
function whole(figure: string): bigint {
  return BigInt(figure.replace('.', ''))
}
