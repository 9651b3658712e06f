import { checkRanking, type Ranking } from './ranking.ts'

export type RunoffRound = {
  /** Options still in, with the ballots that put them first among these. */
  counts: { option: string; votes: number }[]
  /** Ballots that name none of the options still in. */
  exhausted: number
  /** Who leaves after this round; empty in the last. */
  eliminated: string[]
}

export type RunoffResult = {
  rounds: RunoffRound[]
  winner: string | null
  /** Level for last, with nothing to tell them apart, and who of them leaves would decide: nobody won. */
  tied: string[]
}

/**
 * Instant runoff: whoever has more than half of the ballots that still count
 * wins; else the last leaves, and their ballots go on to the next name on them.
 *
 * Several who are last together leave together when even all their ballots could
 * not bring one of them past the next. Else who had fewer in the nearest earlier
 * round where they differed leaves. If they never differed and it comes out the same
 * whoever of them goes first, they leave together too. Else it is a tie, and no
 * lot is drawn.
 *
 * @throws RangeError for a ballot that ranks an option twice or one not offered.
 */
export function runInstantRunoff(
  options: readonly string[],
  rankings: Iterable<Ranking>,
): RunoffResult {
  const offered = new Set(options)
  const ballots: Ranking[] = []
  for (const ranking of rankings) {
    checkRanking(offered, ranking)
    ballots.push(ranking)
  }

  const rounds: RunoffRound[] = []
  let remaining = [...offered]
  while (remaining.length > 0) {
    const round = countRound(remaining, ballots)
    rounds.push(round)
    const winner = majorityOf(round)
    if (winner !== null) return { rounds, winner, tied: [] }
    const { leaving, tied } = lastOf(round, rounds)
    const alike = leavingAlike(tied, remaining, ballots)
    if (tied.length > 0 && alike === null) return { rounds, winner: null, tied }
    round.eliminated = alike ?? leaving
    remaining = without(remaining, round.eliminated)
  }
  return { rounds, winner: null, tied: [] }
}

function countRound(remaining: readonly string[], ballots: readonly Ranking[]): RunoffRound {
  const votes = new Map(remaining.map((option) => [option, 0]))
  let exhausted = 0
  for (const ranking of ballots) {
    const first = ranking.find((option) => votes.has(option))
    if (first === undefined) exhausted += 1
    else votes.set(first, (votes.get(first) ?? 0) + 1)
  }
  const counts = [...votes]
    .map(([option, count]) => ({ option, votes: count }))
    .sort((one, other) => other.votes - one.votes)
  return { counts, exhausted, eliminated: [] }
}

function majorityOf({ counts }: RunoffRound): string | null {
  const live = counts.reduce((sum, { votes }) => sum + votes, 0)
  const [first] = counts
  return first && 2 * first.votes > live ? first.option : null
}

/** Who leaves; or, when nothing tells them apart, who is level for last. */
function lastOf(
  { counts }: RunoffRound,
  rounds: readonly RunoffRound[],
): { leaving: string[]; tied: string[] } {
  const fewest = counts[counts.length - 1]?.votes ?? 0
  const last = counts.filter(({ votes }) => votes === fewest).map(({ option }) => option)
  const above = counts.filter(({ votes }) => votes > fewest).map(({ votes }) => votes)
  if (above.length > 0 && last.length * fewest < Math.min(...above)) {
    return { leaving: last, tied: [] }
  }
  const weakest = weakestEarlier(last, rounds.slice(0, -1))
  return weakest.length === 1 ? { leaving: weakest, tied: [] } : { leaving: [], tied: weakest }
}

/**
 * Those level for last who leave together because nothing depends on who of them goes first: one at
 * a time in any order, or all at once, the same option can win, or the same ones stay level. Where
 * they are all there is beside the winner, the one stays against whom it has fewest: behind it are
 * those who put it before somebody. Null where it decides who goes.
 */
function leavingAlike(
  level: readonly string[],
  remaining: readonly string[],
  ballots: readonly Ranking[],
): string[] | null {
  const [other, ...more] = without(remaining, level)
  if (level.length === 0 || other === undefined) return null
  const known = new Map<string, Set<string> | null>()
  const together =
    more.length > 0 ? [[...level]] : level.map((option) => without(level, [option]))
  const [first, ...others] = [...together, ...level.map((option) => [option])].map((leaving) =>
    possibleWinners(without(remaining, leaving), ballots, known),
  )
  if (!first || !others.every((winners) => winners && isSame(winners, first))) return null
  const left = (leaving: readonly string[]) =>
    countRound(without(remaining, leaving), ballots).counts[0]?.votes ?? 0
  return together.reduce((one, next) => (left(next) < left(one) ? next : one))
}

/** Ballots that are read again before a tie is left a tie: twenty options can leave in a million ways. */
const MOST_READ = 500_000
/** What one way costs, however few ballots there are. */
const LEAST_READ = 100

/** Who wins for one or another order of letting level ones leave; null when there is too much to read. */
function possibleWinners(
  remaining: readonly string[],
  ballots: readonly Ranking[],
  known: Map<string, Set<string> | null>,
): Set<string> | null {
  const name = JSON.stringify(remaining)
  const before = known.get(name)
  if (before !== undefined) return before
  if (known.size * Math.max(ballots.length, LEAST_READ) > MOST_READ) return null
  const round = countRound(remaining, ballots)
  const winner = majorityOf(round)
  const winners = winner === null ? afterEachLast(round) : new Set([winner])
  known.set(name, winners)
  return winners

  function afterEachLast({ counts }: RunoffRound): Set<string> | null {
    const fewest = counts[counts.length - 1]?.votes
    const all = new Set<string>()
    for (const { option, votes } of counts) {
      if (votes !== fewest) continue
      const after = possibleWinners(without(remaining, [option]), ballots, known)
      if (!after) return null
      for (const each of after) all.add(each)
    }
    return all
  }
}

function isSame(one: ReadonlySet<string>, other: ReadonlySet<string> | null | undefined) {
  return one.size === other?.size && [...one].every((each) => other.has(each))
}

function without(options: readonly string[], leaving: readonly string[]): string[] {
  return options.filter((option) => !leaving.includes(option))
}

/** Narrows the level ones down to who had the fewest in earlier rounds, the nearest first. */
function weakestEarlier(level: readonly string[], earlier: readonly RunoffRound[]): string[] {
  let weakest = [...level]
  for (const { counts } of [...earlier].reverse()) {
    const then = counts.filter(({ option }) => weakest.includes(option))
    const fewest = Math.min(...then.map(({ votes }) => votes))
    weakest = then.filter(({ votes }) => votes === fewest).map(({ option }) => option)
  }
  return weakest
}
