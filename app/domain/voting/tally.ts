import { formatArea } from './area.ts'
import type { Choice, Elector, Vote } from './ballot.ts'
import { flooredPercent } from './percent.ts'
import type { MethodOutcome } from './method-outcome.ts'
import type { Base, Measure, PassTest, QuorumTest, Share, VoteRule } from './rule.ts'
import type { TestName, TestResult } from './test-result.ts'

/** Sums of one measure: people, or units of 0.01 m². */
export type Totals = Record<Base | Choice, bigint>

export type BallotTotals = Record<Measure, Totals>

/** What was not met, by name. `TIED`: several options lead level, and no lot is drawn. */
export type FailedTest =
  'QUORUM_HEADS' | 'QUORUM_AREA' | 'APPROVE_HEADS' | 'APPROVE_AREA' | 'TIED'

export type Verdict = {
  quorumMet: boolean
  passed: boolean
  tests: TestResult[]
  /** By measure, in the order of the rule; area is missing where it is not weighed. */
  counts: Partial<Record<Measure, Record<Base | Choice, string>>>
  /** What was not met. Approval is judged only when there was a quorum. */
  failed: FailedTest[]
  /** What came out among options; missing for a plain yes and no. */
  method?: MethodOutcome
  /** Too few voted in secret: `counts` and the tests of approval are left out. */
  splitWithheld?: true
}

export type BallotInputs = {
  rule: VoteRule
  roll: Iterable<Elector>
  /** Elector ids; needed where the rule counts attendance. */
  present?: Iterable<string>
  votes: Iterable<Vote>
}

/**
 * Counts a ballot and judges it by its rule.
 *
 * Reads the roll, the attendance and the votes once each, so a hundred thousand
 * electors can be streamed in. Order does not matter.
 *
 * @throws RangeError for an elector who is not on the roll, is listed twice,
 *   votes twice, or has no area where area is weighed: the caller has let
 *   something in that `readBallotRecord` or the database would have refused.
 */
export function tallyBallot({ rule, roll, present, votes }: BallotInputs): Verdict {
  const weights = new Map<string, Elector>()
  const totals = noTotals()
  for (const elector of roll) {
    if (weights.has(elector.elector)) throw notOnce('roll', elector.elector)
    weights.set(elector.elector, elector)
    addWeight(totals, elector, ['roll'], rule)
  }

  const arrived = new Set<string>()
  for (const id of present ?? []) {
    if (arrived.has(id)) throw notOnce('attendance', id)
    arrived.add(id)
    addWeight(totals, onRoll(weights, id), ['present'], rule)
  }

  const voted = new Set<string>()
  for (const { elector: id, choice } of votes) {
    if (voted.has(id)) throw notOnce('votes', id)
    voted.add(id)
    addWeight(totals, onRoll(weights, id), ['participating', choice], rule)
  }
  return judgeTotals(rule, totals)
}

/**
 * Judges sums that were made elsewhere, such as by the database.
 *
 * Shares are compared by multiplying whole numbers. Where there is nothing to
 * take a share of (an empty roll, nobody voting) a test is not met.
 *
 * @see 民法典 Civil Code Art. 278: two thirds take part, then the share *of those
 *   taking part*, by area and by heads.
 */
export function judgeTotals(rule: VoteRule, totals: BallotTotals): Verdict {
  const { quorum, pass } = rule
  const quorumTests = quorum
    ? rule.measures.map((measure) =>
        testResult('quorum', measure, quorum, totals[measure][quorum.count], totals),
      )
    : []
  const passTests = rule.measures.map((measure) =>
    testResult('pass', measure, pass, totals[measure].yes, totals),
  )
  const quorumMet = quorumTests.every((test) => test.met)
  const decisive = quorumMet ? passTests : quorumTests
  return {
    quorumMet,
    passed: quorumMet && passTests.every((test) => test.met),
    tests: [...quorumTests, ...passTests],
    counts: Object.fromEntries(
      rule.measures.map((measure) => [measure, asFigures(measure, totals[measure])]),
    ),
    failed: decisive.filter((test) => !test.met).map(codeOf),
  }
}

export function noTotals(): BallotTotals {
  const none = (): Totals => ({
    roll: 0n,
    present: 0n,
    participating: 0n,
    yes: 0n,
    no: 0n,
    abstain: 0n,
  })
  return { heads: none(), area: none() }
}

function testResult(
  test: TestName,
  measure: Measure,
  { of: base, share, strict }: QuorumTest | PassTest,
  have: bigint,
  totals: BallotTotals,
): TestResult {
  const of = totals[measure][base]
  const need = of > 0n ? smallestThatMeets(of, share, strict) : null
  return {
    test,
    measure,
    met: need !== null && have >= need,
    have: figure(measure, have),
    of: figure(measure, of),
    share: `${share[0]}/${share[1]}`,
    strict,
    need: need === null ? null : figure(measure, need),
    margin: need === null ? null : figure(measure, have - need),
    percent: flooredPercent(have, of),
  }
}

/**
 * The smallest whole number that is at least (or, strict, more than) the share:
 * `237n` of 355 heads for at least two thirds.
 */
export function smallestThatMeets(of: bigint, [n, d]: Share, strict: boolean): bigint {
  const part = of * BigInt(n)
  const whole = BigInt(d)
  return strict ? part / whole + 1n : (part + whole - 1n) / whole
}

function codeOf({ test, measure }: TestResult): FailedTest {
  if (test === 'quorum') return measure === 'heads' ? 'QUORUM_HEADS' : 'QUORUM_AREA'
  return measure === 'heads' ? 'APPROVE_HEADS' : 'APPROVE_AREA'
}

function figure(measure: Measure, amount: bigint): string {
  return measure === 'heads' ? amount.toString() : formatArea(amount)
}

function asFigures(measure: Measure, totals: Totals): Record<Base | Choice, string> {
  return {
    roll: figure(measure, totals.roll),
    present: figure(measure, totals.present),
    participating: figure(measure, totals.participating),
    yes: figure(measure, totals.yes),
    no: figure(measure, totals.no),
    abstain: figure(measure, totals.abstain),
  }
}

function addWeight(
  totals: BallotTotals,
  elector: Elector,
  columns: readonly (Base | Choice)[],
  rule: VoteRule,
): void {
  for (const measure of rule.measures) {
    const weight = measure === 'heads' ? BigInt(elector.heads) : elector.area
    if (weight === null || weight < 0n) {
      throw new RangeError(`Elector ${elector.elector} has no ${measure} to count`)
    }
    for (const column of columns) totals[measure][column] += weight
  }
}

function onRoll(weights: ReadonlyMap<string, Elector>, id: string): Elector {
  const elector = weights.get(id)
  if (!elector) throw new RangeError(`Elector ${id} is not on the roll`)
  return elector
}

function notOnce(list: string, id: string): RangeError {
  return new RangeError(`Elector ${id} is listed twice in the ${list}`)
}
