import { isPresent } from '#app/features/live/reading.ts'
import type { BallotState, MeetingState } from '#app/domain/meetings/meeting-state.ts'
import type { Base, VoteRule } from '#app/domain/voting/rule.ts'
import { smallestThatMeets } from '#app/domain/voting/tally.ts'

/** What a ballot needs to pass, as far as it can be said before it is counted. */
export type PassingLine = {
  base: Base
  share: `${number}/${number}`
  strict: boolean
  /** How many the share is taken of; null while that depends on who will vote. */
  of: number | null
  need: number | null
}

export function passingLine(rule: VoteRule, rollSize: number, present: number): PassingLine {
  const { of: base, share, strict } = rule.pass
  const of = base === 'roll' ? rollSize : base === 'present' ? present : null
  return {
    base,
    share: `${share[0]}/${share[1]}`,
    strict,
    of,
    need: of ? Number(smallestThatMeets(BigInt(of), share, strict)) : null,
  }
}

/** The line of an open ballot with the people who are in the room now. */
export function lineOfBallot(meeting: MeetingState, ballot: BallotState): PassingLine {
  const all = [...ballot.roll, ...(ballot.standingBack ?? [])]
  const present = all.filter((seatId) => isPresent(meeting, seatId)).length
  return passingLine(ballot.rule, all.length, present)
}
