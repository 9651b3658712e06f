import type { SeatId } from '#app/domain/shared/ids.ts'
import { ballotIsOpen, findItem, findSeat, isPresent, observesItem } from './find-in-meeting.ts'
import type { MeetingRefusal } from './meeting-refusal.ts'
import type { MeetingState } from './meeting-state.ts'
import { openMotion } from './open-motion.ts'

/** Why somebody cannot make a motion now, or null. */
export function mayMakeMotion(state: MeetingState, seatId: SeatId): MeetingRefusal | null {
  const item = findItem(state, state.currentItemId)
  if (!item) return { code: 'no-current-item' }
  if (openMotion(state)) return { code: 'motion-open' }
  // A motion says what the noticed proposal is to say; it cannot bring in another.
  if (!item.inNotice) return { code: 'not-in-notice' }
  if (item.kind !== 'decision') return { code: 'not-a-decision' }
  if (state.decisions.some((each) => each.itemId === item.id)) {
    return { code: 'already-decided' }
  }
  // What people are asked about stays as it was when they were asked.
  if (state.consensus) return { code: 'consensus-open' }
  return mayMove(state, seatId)
}

/** Whether its words may still change: what people are asked about stays as it was when they were asked. */
export function isFrozen(state: MeetingState): boolean {
  return openMotion(state)?.status === 'frozen' || state.consensus !== null
}

/** Only whoever has a say in the item moves something or seconds it. */
export function mayMove(state: MeetingState, seatId: SeatId): MeetingRefusal | null {
  const seat = findSeat(state, seatId)
  if (!seat) return { code: 'no-such-seat' }
  if (!isPresent(state, seatId)) return { code: 'not-checked-in' }
  if (seat.role !== 'delegate') return { code: 'not-a-delegate' }
  if (state.chair.seatId === seatId) return { code: 'chair-is-neutral' }
  if (observesItem(state, seatId, state.currentItemId)) return { code: 'observes-item' }
  if (ballotIsOpen(state)) return { code: 'ballot-open' }
  return null
}
