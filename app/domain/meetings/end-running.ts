import type { MeetingEvent } from './meeting-event.ts'
import type { ItemState, MeetingState } from './meeting-state.ts'

/** Ends whatever turn is running, also the one that a point of order interrupted. */
export function endTurns(state: MeetingState): MeetingEvent[] {
  const { floor, interrupted } = state
  return [floor, interrupted?.floor ?? null].flatMap((each) =>
    each
      ? [{ type: 'floor-taken' as const, seatId: each.seatId, end: 'finished' as const }]
      : [],
  )
}

/** Ends an item with what it came to. */
export function endItem(state: MeetingState, item: ItemState | undefined): MeetingEvent[] {
  if (!item) return endTurns(state)
  const decision = state.decisions.findLast((each) => each.itemId === item.id)
  const outcome = !decision
    ? 'none'
    : decision.by === 'consensus'
      ? 'consensus'
      : !decision.quorumMet
        ? 'quorum-not-met'
        : decision.passed
          ? 'carried'
          : 'not-carried'
  return [...endTurns(state), { type: 'item-ended', itemId: item.id, outcome }]
}
