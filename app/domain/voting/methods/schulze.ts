import { checkRanking, type Ranking } from './ranking.ts'

export type SchulzeResult = {
  options: string[]
  /** `preferred[a][b]`: ballots that rank option a above option b. */
  preferred: number[][]
  /** `strongest[a][b]`: the strength of the strongest path from a to b. */
  strongest: number[][]
  /** One, or several who are level. */
  winners: string[]
  winner: string | null
  /** Who beats every other option one against one; null when nobody does. */
  condorcetWinner: string | null
}

/**
 * Condorcet–Schulze: of any two options, the one that more ballots rank higher
 * beats the other; circles are undone at their weakest link. An option wins when
 * no other has a stronger path to it than it has back.
 *
 * @throws RangeError for a ballot that ranks an option twice or one not offered.
 * @see M. Schulze, "A new monotonic, clone-independent, reversal symmetric, and
 *   Condorcet-consistent single-winner election method", Social Choice and
 *   Welfare 36 (2011); path strength by winning votes.
 */
export function countSchulze(
  options: readonly string[],
  rankings: Iterable<Ranking>,
): SchulzeResult {
  const names = [...new Set(options)]
  const preferred = preferences(names, rankings)
  const strongest = strongestPaths(preferred)
  const others = (a: number) => names.flatMap((_, b) => (b === a ? [] : [b]))
  const winners = names.filter((_, a) =>
    others(a).every((b) => cell(strongest, a, b) >= cell(strongest, b, a)),
  )
  const condorcet = names.filter((_, a) =>
    others(a).every((b) => cell(preferred, a, b) > cell(preferred, b, a)),
  )
  return {
    options: names,
    preferred,
    strongest,
    winners,
    winner: winners.length === 1 ? (winners[0] ?? null) : null,
    condorcetWinner: names.length > 1 ? (condorcet[0] ?? null) : null,
  }
}

function preferences(names: readonly string[], rankings: Iterable<Ranking>): number[][] {
  const offered = new Set(names)
  const preferred = names.map(() => names.map(() => 0))
  for (const ranking of rankings) {
    checkRanking(offered, ranking)
    // Options left out rank below all that are named, and level with each other.
    const rank = names.map((name) => {
      const place = ranking.indexOf(name)
      return place === -1 ? ranking.length : place
    })
    preferred.forEach((row, a) => {
      row.forEach((count, b) => {
        if ((rank[a] ?? 0) < (rank[b] ?? 0)) row[b] = count + 1
      })
    })
  }
  return preferred
}

/** Floyd–Warshall over the weakest link of each path. */
function strongestPaths(preferred: readonly number[][]): number[][] {
  const paths = preferred.map((row, a) =>
    row.map((votes, b) => (votes > cell(preferred, b, a) ? votes : 0)),
  )
  for (const via of paths.keys()) {
    paths.forEach((row, a) => {
      row.forEach((direct, b) => {
        if (a === b || a === via || b === via) return
        row[b] = Math.max(direct, Math.min(cell(paths, a, via), cell(paths, via, b)))
      })
    })
  }
  return paths
}

function cell(table: readonly (readonly number[])[], row: number, column: number): number {
  return table[row]?.[column] ?? 0
}
