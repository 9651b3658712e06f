import { smallestThatMeets } from './tally.ts'
import type { Share } from './rule.ts'

export type CompositionCheck = {
  met: boolean
  reps: number
  members: number
  /** The fewest representatives a body of this size may have. */
  need: number
}

/**
 * Whether representatives make up their share of a body: at least four fifths
 * of a residents' representatives' meeting, the rest being the committee.
 *
 * @throws RangeError for counts that are not whole numbers from 0 up.
 * @see 居委会组织法 (2025) Art. 28.
 */
export function checkComposition(
  { committee, reps }: { committee: number; reps: number },
  share: Share,
): CompositionCheck {
  for (const count of [committee, reps]) {
    if (!Number.isSafeInteger(count) || count < 0) {
      throw new RangeError(`A number of members must be a whole number, got ${count}`)
    }
  }
  const members = committee + reps
  const need = Number(smallestThatMeets(BigInt(members), share, false))
  return { met: members > 0 && reps >= need, reps, members, need }
}
