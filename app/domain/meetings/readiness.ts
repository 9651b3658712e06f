import { SIDES, type Side } from '#app/domain/organisation/side.ts'
import type { ItemId } from '#app/domain/shared/ids.ts'
import { observesItem } from './find-in-meeting.ts'
import type { Seat } from './meeting.ts'
import type { MeetingState } from './meeting-state.ts'

export type SideCount = { side: Side; invited: number; present: number }

export type Readiness = {
  invited: number
  present: number
  /** How many delegates are enough: the smallest number that reaches the share. */
  need: number
  quorumMet: boolean
  sides: SideCount[]
  /** Sides that were invited and of which nobody is here. */
  missingSides: Side[]
  ready: boolean
}

/**
 * Whether a session may begin: enough of the invited delegates, and every
 * invited side at the table. Observers and experts do not count.
 */
export function readiness(state: MeetingState): Readiness {
  const delegates = state.seats.filter((seat) => seat.role === 'delegate')
  const isPresent = (seat: Seat) => Object.hasOwn(state.presence, seat.id)
  const sides = SIDES.map((side) => {
    const ofSide = delegates.filter((seat) => seat.side === side)
    return { side, invited: ofSide.length, present: ofSide.filter(isPresent).length }
  }).filter((count) => count.invited > 0)
  const present = delegates.filter(isPresent).length
  const [numerator, denominator] = state.rules.quorum
  const quorumMet = present * denominator >= delegates.length * numerator && present > 0
  const missingSides = sides.filter((count) => count.present === 0).map((count) => count.side)
  return {
    invited: delegates.length,
    present,
    need: Math.max(1, Math.ceil((delegates.length * numerator) / denominator)),
    quorumMet,
    sides,
    missingSides,
    ready: quorumMet && missingSides.length === 0,
  }
}

/**
 * Seats that hold a vote: the roll of a ballot. Whoever has the chair is
 * neutral meanwhile, and whoever has an interest of their own in the item
 * observes it.
 */
export function votingSeats(state: MeetingState, itemId: ItemId | null): Seat[] {
  return state.seats.filter(
    (seat) =>
      seat.canVote &&
      seat.role === 'delegate' &&
      seat.id !== state.chair.seatId &&
      !observesItem(state, seat.id, itemId),
  )
}
