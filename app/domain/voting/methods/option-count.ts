export type OptionCount = { option: string; votes: number }

/** What came out among several options: a winner, or those who lead level. */
export type Plurality = {
  /** Every option, most votes first, then in the order they were offered. */
  counts: OptionCount[]
  /** Ballots that chose something. */
  cast: number
  abstained: number
  /** Those with the most votes; empty when nothing was chosen. */
  leaders: string[]
  /** The one leader; null in a tie or when nothing was chosen. */
  winner: string | null
  /** Whether the winner has more than half of all who took part, those who abstained too. */
  byMajority: boolean
}

/** @throws RangeError when an option is offered twice. */
export function noVotes(options: readonly string[]): Map<string, number> {
  const counts = new Map(options.map((option) => [option, 0]))
  if (counts.size !== options.length) throw new RangeError('An option is offered twice')
  return counts
}

/** @throws RangeError for an option that was not offered. */
export function addVote(counts: Map<string, number>, option: string): void {
  const votes = counts.get(option)
  if (votes === undefined) throw new RangeError(`Not an option: ${option}`)
  counts.set(option, votes + 1)
}

export function pluralityOf(
  votes: ReadonlyMap<string, number>,
  { cast, abstained }: { cast: number; abstained: number },
): Plurality {
  const counts = [...votes]
    .map(([option, count]) => ({ option, votes: count }))
    .sort((one, other) => other.votes - one.votes)
  const most = counts[0]?.votes ?? 0
  const leaders =
    most === 0 ? [] : counts.filter((row) => row.votes === most).map((row) => row.option)
  const winner = leaders.length === 1 ? (leaders[0] ?? null) : null
  return {
    counts,
    cast,
    abstained,
    leaders,
    winner,
    byMajority: winner !== null && 2 * most > cast + abstained,
  }
}
