import type { SeatId } from '#app/domain/shared/ids.ts'
import type { Side } from '#app/domain/organisation/side.ts'
import type { Stance } from './meeting.ts'
import type { Hand, MeetingState } from './meeting-state.ts'

/** Why a hand stands where it stands; every row of the queue says so. */
export type QueueReason =
  | 'moved-by-chair'
  | 'side-not-heard'
  | 'not-spoken'
  | 'other-side'
  | 'other-stance'
  | 'waited-longest'
  | 'has-spoken'

export type QueueRow = {
  seatId: SeatId
  stance: Stance
  raisedAt: number
  reason: QueueReason
  /** Turns this person has already had on the current item. */
  turns: number
}

type Candidate = Hand & { side: Side; turns: number; sideTurns: number }

/**
 * Who speaks next, and why: whoever has not spoken on this item comes first;
 * among those, a side other than the one just heard, one that has not been
 * heard at all before one that has; then the other stance; then who has waited
 * longest. Hands the chair has moved stand where the chair put them.
 */
export function speakingOrder(state: MeetingState): QueueRow[] {
  const waiting = state.queue.map((hand) => candidate(state, hand))
  const pinned = waiting
    .filter((hand) => hand.pinnedIndex !== null)
    .sort((a, b) => (a.pinnedIndex ?? 0) - (b.pinnedIndex ?? 0) || a.raisedAt - b.raisedAt)
  const free = waiting.filter((hand) => hand.pinnedIndex === null)

  const rows: QueueRow[] = []
  let last = lastHeard(state)
  const take = (hand: Candidate, reason: QueueReason) => {
    rows.push({
      seatId: hand.seatId,
      stance: hand.stance,
      raisedAt: hand.raisedAt,
      reason,
      turns: hand.turns,
    })
    last = { side: hand.side, stance: hand.stance }
  }
  while (pinned.length + free.length > 0) {
    const placed = pinned[0]
    if (placed && (free.length === 0 || (placed.pinnedIndex ?? 0) <= rows.length)) {
      pinned.shift()
      take(placed, 'moved-by-chair')
      continue
    }
    const heard = new Set(rows.map((row) => sideOf(state, row.seatId)))
    const next = free.reduce((best, each) =>
      compare(each, best, last, heard) < 0 ? each : best,
    )
    free.splice(free.indexOf(next), 1)
    take(next, reasonFor(next, last, heard))
  }
  return rows
}

type Heard = { side: Side; stance: Stance } | null

function compare(a: Candidate, b: Candidate, last: Heard, queued: ReadonlySet<Side>): number {
  const rank = (hand: Candidate) => [
    hand.turns,
    last && hand.side === last.side ? 1 : 0,
    hand.sideTurns === 0 && !queued.has(hand.side) ? 0 : 1,
    last && hand.stance === last.stance ? 1 : 0,
    hand.raisedAt,
  ]
  const left = rank(a)
  const right = rank(b)
  for (const [index, value] of left.entries()) {
    const difference = value - (right[index] ?? 0)
    if (difference !== 0) return difference
  }
  return a.seatId < b.seatId ? -1 : 1
}

function reasonFor(hand: Candidate, last: Heard, queued: ReadonlySet<Side>): QueueReason {
  if (hand.turns > 0) return 'has-spoken'
  if (hand.sideTurns === 0 && !queued.has(hand.side)) return 'side-not-heard'
  if (last && hand.side !== last.side) return 'other-side'
  if (last && hand.stance !== last.stance) return 'other-stance'
  return last ? 'not-spoken' : 'waited-longest'
}

function candidate(state: MeetingState, hand: Hand): Candidate {
  const side = sideOf(state, hand.seatId)
  const onItem = state.turns.filter((turn) => turn.itemId === state.currentItemId)
  const speaking = state.floor?.seatId
  return {
    ...hand,
    side,
    turns:
      onItem.filter((turn) => turn.seatId === hand.seatId).length +
      (speaking === hand.seatId ? 1 : 0),
    sideTurns:
      onItem.filter((turn) => sideOf(state, turn.seatId) === side).length +
      (speaking && sideOf(state, speaking) === side ? 1 : 0),
  }
}

function lastHeard(state: MeetingState): Heard {
  if (state.floor) {
    return { side: sideOf(state, state.floor.seatId), stance: state.floor.stance }
  }
  const last = state.turns.findLast((turn) => turn.itemId === state.currentItemId)
  return last ? { side: sideOf(state, last.seatId), stance: last.stance } : null
}

function sideOf(state: MeetingState, seatId: SeatId): Side {
  return state.seats.find((seat) => seat.id === seatId)?.side ?? 'others'
}
