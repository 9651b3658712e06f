/** One voter's options, best first. Options left out are below all that are named. */
export type Ranking = readonly string[]

/** @throws RangeError for an option that was not offered or is ranked twice. */
export function checkRanking(options: ReadonlySet<string>, ranking: Ranking): void {
  if (new Set(ranking).size !== ranking.length) {
    throw new RangeError('A ballot ranks an option twice')
  }
  const stranger = ranking.find((option) => !options.has(option))
  if (stranger !== undefined) throw new RangeError(`Not an option: ${stranger}`)
}
