import type { MeetingState } from '#app/domain/meetings/meeting-state.ts'
import type { Stance, TurnKind } from '#app/domain/meetings/meeting.ts'
import type { ItemId, SeatId } from '#app/domain/shared/ids.ts'

/** A hand that was raised without a connection. It goes once, with its key, when the connection is back. */
export type PendingHand = {
  key: string
  seatId: SeatId
  stance: Stance
  /** A turn when it is not said. */
  kind?: TurnKind | undefined
  /** What was being talked about when the hand went up. */
  itemId: ItemId
  stage: 'sending' | 'waiting'
}

/** What to do with it in the meeting as it is now. */
export type HandFate = 'keep' | 'done' | 'item-over'

/**
 * A hand is meant for the item it was raised on. Once that is over it is not
 * sent any more, and the page says so; once it stands in the queue it is done.
 */
export function fateOfHand(hand: PendingHand, meeting: MeetingState): HandFate {
  const here = meeting.queue.some((each) => each.seatId === hand.seatId)
  const speaks = meeting.floor?.seatId === hand.seatId
  if (here || speaks) return 'done'
  return meeting.currentItemId === hand.itemId ? 'keep' : 'item-over'
}
