import type { BallotId, ItemId, SeatId } from '#app/domain/shared/ids.ts'
import { ok, type Result } from '#app/domain/shared/result.ts'
import type { Seat } from './meeting.ts'
import type { MeetingEvent } from './meeting-event.ts'
import type { MeetingRefusal } from './meeting-refusal.ts'
import type { BallotState, ItemState, MeetingState } from './meeting-state.ts'

/** What a command comes to: events, or why not. */
export type Decided = Result<MeetingEvent[], MeetingRefusal>

export const one = (event: MeetingEvent): Decided => ok([event])

export const isWhole = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most

export function findSeat(state: MeetingState, id: SeatId): Seat | undefined {
  return state.seats.find((seat) => seat.id === id)
}

export function findItem(state: MeetingState, id: string | null): ItemState | undefined {
  return state.agenda.find((item) => item.id === id)
}

/** One ballot of this meeting, whether it runs now or is past. */
export function findBallot(
  { ballot, pastBallots }: Pick<MeetingState, 'ballot' | 'pastBallots'>,
  id: BallotId,
): BallotState | undefined {
  return ballot?.ballotId === id ? ballot : pastBallots.find((each) => each.ballotId === id)
}

export function isPresent(state: MeetingState, id: SeatId): boolean {
  return Object.hasOwn(state.presence, id)
}

/** Whether a ballot is running in this meeting. */
export function ballotIsOpen(state: MeetingState): boolean {
  return state.ballot !== null && state.ballot.closedAt === null
}

/** Whether somebody has an interest of their own in an item, and observes it. */
export function observesItem(
  state: MeetingState,
  seatId: SeatId,
  itemId: ItemId | null,
): boolean {
  return state.conflicts.some((each) => each.seatId === seatId && each.itemId === itemId)
}

/** Whether somebody was warned as often as the rules allow, and speaks no more this evening. */
export function isSilenced(state: MeetingState, seatId: SeatId): boolean {
  const { warnings } = state.rules
  return warnings > 0 && warningsOf(state, seatId) >= warnings
}

export function warningsOf(state: MeetingState, seatId: SeatId): number {
  return state.warnings.filter((each) => each.seatId === seatId).length
}

/** Turns somebody has had on an item; replies and points of order are none. */
export function turnsOn(state: MeetingState, itemId: ItemId | null, seatId: SeatId): number {
  return state.turns.filter(
    (turn) => turn.itemId === itemId && turn.seatId === seatId && turn.kind === 'turn',
  ).length
}
