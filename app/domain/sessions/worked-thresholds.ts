import type { QuorumTest, VoteRule } from '#app/domain/voting/rule.ts'
import { smallestThatMeets } from '#app/domain/voting/tally.ts'

export type WorkedThresholds = {
  invited: number
  /** How many of the invited must be there. */
  presentNeeded: number
  voters: number
  /** For so many voters in the room, so many must say yes. */
  rows: { present: number; yesNeeded: number }[]
}

/**
 * What a session's rules come to in people, worked out before anybody sits
 * down: the smallest attendance, and the smallest number of yes votes for that
 * attendance of voters, one more, and all of them.
 */
export function workedThresholds({
  invited,
  voters,
  quorum,
  pass,
}: {
  invited: number
  voters: number
  /** Share of the invited that must be present. */
  quorum: Pick<QuorumTest, 'share' | 'strict'>
  pass: VoteRule['pass']
}): WorkedThresholds {
  const least = (of: number, share: readonly [number, number], strict: boolean) =>
    of === 0 ? 0 : Number(smallestThatMeets(BigInt(of), share, strict))
  const leastVoters = Math.max(1, least(voters, quorum.share, quorum.strict))
  const attendances = voters === 0 ? [] : [leastVoters, leastVoters + 1, voters]
  return {
    invited,
    presentNeeded: Math.max(1, least(invited, quorum.share, quorum.strict)),
    voters,
    rows: [...new Set(attendances)]
      .filter((present) => present <= voters)
      .map((present) => ({
        present,
        yesNeeded: least(pass.of === 'roll' ? voters : present, pass.share, pass.strict),
      })),
  }
}
