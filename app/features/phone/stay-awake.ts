import type { MeetingState } from '#app/domain/meetings/meeting-state.ts'
import { speakingOrder } from '#app/domain/meetings/speaking-order.ts'
import type { SeatId } from '#app/domain/shared/ids.ts'
import { isPresent, openBallot } from '#app/features/live/reading.ts'

/** The screen stays on from this place in the queue: whoever looks up then is not late. */
const NEAR = 2

/** Whether this person is about to be needed: a ballot is theirs, or their turn is near. */
export function needsScreen(meeting: MeetingState, seatId: SeatId | null): boolean {
  if (seatId === null || !isPresent(meeting, seatId) || meeting.phase !== 'in-session') {
    return false
  }
  if (meeting.floor?.seatId === seatId) return true
  if (openBallot(meeting)?.roll.includes(seatId)) return true
  return speakingOrder(meeting)
    .slice(0, NEAR)
    .some((row) => row.seatId === seatId)
}
