import { addVote, noVotes, pluralityOf, type Plurality } from './option-count.ts'

/**
 * Each voter approves of as many options as they like, up to `upTo`; of none is
 * abstaining.
 *
 * @throws RangeError for a ballot with too many options, one twice, or one that
 *   was not offered: such a ballot is refused when it is cast.
 */
export function countApproval(
  options: readonly string[],
  ballots: Iterable<readonly string[]>,
  upTo: number,
): Plurality {
  const votes = noVotes(options)
  let cast = 0
  let abstained = 0
  for (const approved of ballots) {
    if (approved.length > upTo) throw new RangeError(`A ballot approves of more than ${upTo}`)
    if (new Set(approved).size !== approved.length) {
      throw new RangeError('A ballot approves of an option twice')
    }
    for (const option of approved) addVote(votes, option)
    if (approved.length > 0) cast += 1
    else abstained += 1
  }
  return pluralityOf(votes, { cast, abstained })
}
