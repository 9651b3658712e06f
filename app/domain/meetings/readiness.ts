import { SIDES, type Side } from '#app/domain/organisation/side.ts'
import type { ItemId } from '#app/domain/shared/ids.ts'
import { observesItem } from './find-in-meeting.ts'
import { ownProfileOf, votingRule } from '#app/domain/voting/convened-body.ts'
import type { QuorumTest } from '#app/domain/voting/rule.ts'
import type { Seat } from './meeting.ts'
import type { MeetingState } from './meeting-state.ts'

export type SideCount = { side: Side; invited: number; present: number }

export type Readiness = {
  invited: number
  present: number
  /** Of those who are present, how many take part from elsewhere. */
  remote: number
  /** How many delegates are enough: the smallest number that reaches the share. */
  need: number
  quorumMet: boolean
  sides: SideCount[]
  /** Sides that were invited and have to be at the table, and of which nobody is. */
  missingSides: Side[]
  /** Whether this session has to have every side at the table. */
  asksSides: boolean
  ready: boolean
}

/**
 * Whether a session may begin: enough of the invited delegates, and every
 * invited side at the table. Observers and experts do not count. Of a body with
 * a rule of its own its members count, and its rule says how many are enough.
 */
export function readiness(state: MeetingState): Readiness {
  const lawful = ownProfileOf(state.body)
  const delegates = lawful
    ? allMembers(state)
    : state.seats.filter(({ role }) => role === 'delegate')
  const isPresent = (seat: Seat) => Object.hasOwn(state.presence, seat.id)
  const sides = SIDES.map((side) => {
    const ofSide = delegates.filter((seat) => seat.side === side)
    return { side, invited: ofSide.length, present: ofSide.filter(isPresent).length }
  }).filter((count) => count.invited > 0)
  const present = delegates.filter(isPresent).length
  const need = Math.max(1, votesNeeded(delegates.length, quorumOf(state)))
  const quorumMet = present >= need
  const asksSides = state.body?.profile.needsEverySide ?? true
  const missingSides = asksSides
    ? sides.filter((count) => count.present === 0).map((count) => count.side)
    : []
  return {
    invited: delegates.length,
    present,
    remote: delegates.filter(({ id }) => state.remote.includes(id)).length,
    need,
    quorumMet,
    sides,
    missingSides,
    asksSides,
    ready: quorumMet && missingSides.length === 0,
  }
}

/** What a consultation adopted, and no less than its county asks; of a body, what its rule says. */
function quorumOf({ body, rules }: MeetingState): Pick<QuorumTest, 'share' | 'strict'> {
  const asked = body && votingRule(body.profile, rules.quorum).quorum
  return asked ?? { share: rules.quorum, strict: false }
}

/** The smallest number of a whole that reaches a share of it. */
export function votesNeeded(
  whole: number,
  { share: [numerator, denominator], strict }: Pick<QuorumTest, 'share' | 'strict'>,
): number {
  const part = whole * numerator
  return strict ? Math.floor(part / denominator) + 1 : Math.ceil(part / denominator)
}

/**
 * Seats that hold a vote: the roll of a ballot. Whoever has the chair is
 * neutral meanwhile, and whoever has an interest of their own in the item
 * observes it.
 */
export function votingSeats(state: MeetingState, itemId: ItemId | null): Seat[] {
  return allMembers(state).filter(
    ({ id }) => id !== state.chair.seatId && !observesItem(state, id, itemId),
  )
}

/** Everybody who holds a vote, those too who have the chair or stand back from an item: all of a body. */
export function allMembers(state: MeetingState): Seat[] {
  return state.seats.filter(({ canVote, role }) => canVote && role === 'delegate')
}

/**
 * Members of a body who hold no vote on an item and count among all of it all the same, so that
 * more than half of all members stays that when one of them has the chair or an interest of their
 * own. A consultation is of those who vote in it.
 */
export function standingBack(state: MeetingState, itemId: ItemId): Seat[] {
  if (!ownProfileOf(state.body)) return []
  const voting = new Set(votingSeats(state, itemId).map(({ id }) => id))
  return allMembers(state).filter(({ id }) => !voting.has(id))
}
