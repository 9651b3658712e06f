import { addVote, noVotes, pluralityOf, type Plurality } from './option-count.ts'

/**
 * One option each; null abstains. A tie has no winner: it is shown, and settled
 * by a further vote or talk, never by the order of the list.
 *
 * @throws RangeError for an option that was not offered.
 */
export function countSingleChoice(
  options: readonly string[],
  choices: Iterable<string | null>,
): Plurality {
  const votes = noVotes(options)
  let cast = 0
  let abstained = 0
  for (const choice of choices) {
    if (choice === null) {
      abstained += 1
      continue
    }
    addVote(votes, choice)
    cast += 1
  }
  return pluralityOf(votes, { cast, abstained })
}
