import type { SeatId } from '#app/domain/shared/ids.ts'
import { clockElapsed, extend, stoodStill } from './clock.ts'
import { isSilenced } from './find-in-meeting.ts'
import type { FloorEnd, MeetingEvent } from './meeting-event.ts'
import type { Floor, Hand, MeetingState, Turn } from './meeting-state.ts'
import { speakingOrder } from './speaking-order.ts'

export type FloorEvent = Extract<
  MeetingEvent,
  {
    type:
      | 'hand-raised'
      | 'hand-withdrawn'
      | 'hand-moved'
      | 'floor-given'
      | 'floor-taken'
      | 'floor-extended'
      | 'party-named'
      | 'warned'
      | 'warning-lifted'
  }
>

export function evolveFloor(state: MeetingState, event: FloorEvent, at: number): MeetingState {
  switch (event.type) {
    case 'hand-raised': {
      const { seatId, stance, kind = 'turn', witness = null } = event
      const hand: Hand = { seatId, stance, kind, witness, raisedAt: at, pinnedIndex: null }
      return { ...state, queue: [...state.queue, hand] }
    }
    case 'hand-withdrawn':
      return { ...state, queue: withoutHand(state, event.seatId) }
    case 'hand-moved':
      return { ...state, queue: withMovedHand(state, event.seatId, event.toIndex) }
    case 'floor-given':
      return giveFloor(state, event, at)
    case 'floor-taken':
      return takeFloor(state, event, at)
    case 'floor-extended':
      return state.floor
        ? {
            ...state,
            floor: { ...state.floor, clock: extend(state.floor.clock, event.seconds) },
          }
        : state
    case 'party-named':
      return { ...state, named: [...state.named, event.seatId] }
    case 'warned': {
      const { seatId, itemId, reason } = event
      const next = { ...state, warnings: [...state.warnings, { seatId, itemId, reason, at }] }
      return isSilenced(next, seatId) ? { ...next, queue: withoutHand(state, seatId) } : next
    }
    case 'warning-lifted': {
      const last = state.warnings.findLastIndex((each) => each.seatId === event.seatId)
      return { ...state, warnings: state.warnings.filter((_, index) => index !== last) }
    }
  }
}

function giveFloor(
  state: MeetingState,
  event: Extract<FloorEvent, { type: 'floor-given' }>,
  at: number,
): MeetingState {
  const { seatId, stance, kind = 'turn' } = event
  const { turnSeconds, shortTurnSeconds } = state.rules
  const limitMs = (kind === 'turn' ? turnSeconds : shortTurnSeconds) * 1000
  return {
    ...state,
    queue: withoutHand(state, seatId),
    // An answer is given once for each time somebody was named.
    named: kind === 'reply' ? state.named.filter((each) => each !== seatId) : state.named,
    interrupted: state.floor ? { floor: state.floor, at } : state.interrupted,
    floor: { seatId, stance, kind, clock: { startedAt: at, pausedMs: 0, limitMs } },
  }
}

function takeFloor(
  state: MeetingState,
  { seatId, end }: Extract<FloorEvent, { type: 'floor-taken' }>,
  at: number,
): MeetingState {
  const until = state.pausedAt ?? at
  const { interrupted } = state
  if (interrupted?.floor.seatId === seatId && state.floor?.seatId !== seatId) {
    // Whoever waited for the end of a point of order does not speak on.
    const turns = withTurn(state, interrupted.floor, interrupted.at, { at, end })
    return { ...state, interrupted: null, turns }
  }
  const turns = withTurn(state, state.floor, until, { at, end })
  if (!interrupted) return { ...state, floor: null, turns }
  const clock = stoodStill(interrupted.floor.clock, until - interrupted.at)
  return { ...state, turns, interrupted: null, floor: { ...interrupted.floor, clock } }
}

/** @param until - up to when they have spoken; while the meeting pauses that is before it ended. */
function withTurn(
  state: MeetingState,
  floor: Floor | null,
  until: number,
  ended: { at: number; end: FloorEnd },
): Turn[] {
  if (!floor || !state.currentItemId) return state.turns
  const { seatId, stance, kind, clock } = floor
  return [
    ...state.turns,
    {
      seatId,
      itemId: state.currentItemId,
      stance,
      kind,
      startedAt: clock.startedAt,
      ms: clockElapsed(clock, until),
      endedAt: ended.at,
      end: ended.end,
    },
  ]
}

/** Takes a hand out of the queue; places the chair gave behind it move up. */
export function withoutHand(state: MeetingState, seatId: SeatId): Hand[] {
  const gone = state.queue.find((hand) => hand.seatId === seatId)
  if (!gone) return state.queue
  const place = speakingOrder(state).findIndex((row) => row.seatId === seatId)
  const from = gone.pinnedIndex ?? place
  return state.queue
    .filter((hand) => hand !== gone)
    .map((hand) =>
      hand.pinnedIndex !== null && hand.pinnedIndex > from
        ? { ...hand, pinnedIndex: hand.pinnedIndex - 1 }
        : hand,
    )
}

/** Puts a hand where the chair wants it; those it comes in front of stand one further back. */
function withMovedHand(state: MeetingState, seatId: SeatId, toIndex: number): Hand[] {
  const moved = state.queue.find((hand) => hand.seatId === seatId)
  if (!moved) return state.queue
  const shift = (pinned: number | null) => {
    if (pinned === null) return null
    const closed =
      moved.pinnedIndex !== null && pinned > moved.pinnedIndex ? pinned - 1 : pinned
    return closed >= toIndex ? closed + 1 : closed
  }
  return state.queue.map((hand) => ({
    ...hand,
    pinnedIndex: hand === moved ? toIndex : shift(hand.pinnedIndex),
  }))
}
