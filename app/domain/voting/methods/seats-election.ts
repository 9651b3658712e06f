import type { Elector } from '#app/domain/voting/ballot.ts'
import type { Measure, VoteRule } from '#app/domain/voting/rule.ts'
import {
  judgeTotals,
  noTotals,
  type BallotTotals,
  type Verdict,
} from '#app/domain/voting/tally.ts'

export type SeatsBallot = {
  elector: string
  /** Candidates voted for, at most as many as there are seats; none abstains. */
  candidates: readonly string[]
}

export type SeatsInputs = {
  rule: VoteRule
  seats: number
  candidates: readonly string[]
  roll: Iterable<Elector>
  /** Elector ids; needed where the rule counts attendance. */
  present?: Iterable<string>
  ballots: Iterable<SeatsBallot>
}

export type SeatsResult = {
  quorumMet: boolean
  /** Everyone, strongest first, each judged by the rule as if they were the only question. */
  standing: { candidate: string; verdict: Verdict }[]
  elected: string[]
  /** Over the threshold and level at the last seats: a runoff among them fills those. */
  runoff: string[]
  /** Seats nobody took, runoff seats among them. */
  vacant: number
}

/**
 * Elects to several seats. Each winner must meet the rule's threshold, by each
 * of its measures, of those who took part; more seats than such candidates stay
 * empty. More such candidates than seats are ordered by heads, then by area.
 *
 * @throws RangeError for a ballot with too many or unknown names, and for an
 *   elector who is unknown, listed or voting twice, as in `tallyBallot`.
 * @see 民法典 Civil Code Art. 278 (3): the members of an owners' committee.
 */
export function electToSeats(inputs: SeatsInputs): SeatsResult {
  const { rule, seats, candidates } = inputs
  const totals = countSeats(inputs)
  const standing = candidates
    .map((candidate) => ({ candidate, totals: totals.get(candidate) ?? noTotals() }))
    .sort((one, other) => compare(rule, other.totals, one.totals))
  const judged = standing.map((row) => ({ ...row, verdict: judgeTotals(rule, row.totals) }))
  const over = judged.filter(({ verdict }) => verdict.passed)

  const first = over[seats]
  // Whoever is level with the first one left out has no better claim than they.
  const elected = over
    .slice(0, seats)
    .filter((row) => !first || compare(rule, row.totals, first.totals) !== 0)
  const runoff = first
    ? over.filter((row) => compare(rule, row.totals, first.totals) === 0)
    : []
  return {
    quorumMet: judged.every(({ verdict }) => verdict.quorumMet) && judged.length > 0,
    standing: judged.map(({ candidate, verdict }) => ({ candidate, verdict })),
    elected: elected.map(({ candidate }) => candidate),
    runoff: elected.length < seats ? runoff.map(({ candidate }) => candidate) : [],
    vacant: seats - elected.length,
  }
}

function countSeats(inputs: SeatsInputs): Map<string, BallotTotals> {
  const { rule, seats, candidates, roll, present, ballots } = inputs
  if (!Number.isSafeInteger(seats) || seats < 1) throw new RangeError(`Not seats: ${seats}`)
  if (new Set(candidates).size !== candidates.length) {
    throw new RangeError('A candidate stands twice')
  }
  const electors = listed(roll, (elector) => elector.elector)
  const shared = noTotals()
  for (const elector of electors.values()) add(rule, shared, 'roll', elector)
  for (const id of listed(present ?? [], (each) => each).keys()) {
    add(rule, shared, 'present', onRoll(electors, id))
  }

  const yes = new Map(candidates.map((candidate) => [candidate, noTotals()]))
  for (const { elector: id, candidates: names } of listed(
    ballots,
    (ballot) => ballot.elector,
  ).values()) {
    if (names.length > seats || new Set(names).size !== names.length) {
      throw new RangeError(`The ballot of ${id} names too many or one twice`)
    }
    const elector = onRoll(electors, id)
    add(rule, shared, 'participating', elector)
    if (names.length === 0) add(rule, shared, 'abstain', elector)
    for (const name of names) {
      const own = yes.get(name)
      if (!own) throw new RangeError(`Not a candidate: ${name}`)
      add(rule, own, 'yes', elector)
    }
  }
  return new Map([...yes].map(([name, own]) => [name, joined(shared, own)]))
}

/** What all candidates share, with the yes of one; whoever voted for others said no to this one. */
function joined(shared: BallotTotals, own: BallotTotals): BallotTotals {
  const of = (measure: Measure) => {
    const { participating, abstain } = shared[measure]
    const { yes } = own[measure]
    return { ...shared[measure], yes, no: participating - abstain - yes }
  }
  return { heads: of('heads'), area: of('area') }
}

function add(
  rule: VoteRule,
  totals: BallotTotals,
  column: 'roll' | 'present' | 'participating' | 'abstain' | 'yes',
  elector: Elector,
): void {
  for (const measure of rule.measures) {
    const weight = measure === 'heads' ? BigInt(elector.heads) : elector.area
    if (weight === null) throw new RangeError(`Elector ${elector.elector} has no ${measure}`)
    totals[measure][column] += weight
  }
}

function compare(rule: VoteRule, one: BallotTotals, other: BallotTotals): number {
  for (const measure of ['heads', 'area'] as const) {
    if (!rule.measures.includes(measure)) continue
    const difference = one[measure].yes - other[measure].yes
    if (difference !== 0n) return difference > 0n ? 1 : -1
  }
  return 0
}

function listed<Item>(items: Iterable<Item>, idOf: (item: Item) => string): Map<string, Item> {
  const byId = new Map<string, Item>()
  for (const item of items) {
    if (byId.has(idOf(item))) throw new RangeError(`Elector ${idOf(item)} is listed twice`)
    byId.set(idOf(item), item)
  }
  return byId
}

function onRoll(electors: ReadonlyMap<string, Elector>, id: string): Elector {
  const elector = electors.get(id)
  if (!elector) throw new RangeError(`Elector ${id} is not on the roll`)
  return elector
}
