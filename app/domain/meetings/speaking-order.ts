import type { SeatId } from '#app/domain/shared/ids.ts'
import type { Side } from '#app/domain/organisation/side.ts'
import type { Stance, TurnKind } from './meeting.ts'
import type { Hand, MeetingState } from './meeting-state.ts'
import type { SpeakingRules } from './speaking-rules.ts'

/** Why a hand stands where it stands; every row of the queue says so. */
export type QueueReason =
  | 'point-of-order'
  | 'right-of-reply'
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
  kind: TurnKind
  /** Who saw it, when staff raised the hand for somebody. */
  witness: string | null
  raisedAt: number
  reason: QueueReason
  /** Turns this person has already had on the current item. */
  turns: number
}

type Candidate = Hand & { side: Side; turns: number; sideTurns: number }

/**
 * Who speaks next, and why: points of order, then those who were named and
 * answer; then whoever has not spoken on this item; among those, a side other
 * than the one just heard, one that has not been heard at all before one that
 * has; then the other stance; then who has waited longest. A session that has
 * switched one of these off goes on to the next. Hands the chair has moved
 * stand where the chair put them.
 */
export function speakingOrder(state: MeetingState): QueueRow[] {
  const waiting = state.queue.map((hand) => candidate(state, hand))
  const pinned = waiting
    .filter((hand) => hand.pinnedIndex !== null)
    .sort((a, b) => (a.pinnedIndex ?? 0) - (b.pinnedIndex ?? 0) || a.raisedAt - b.raisedAt)
  const free = waiting.filter((hand) => hand.pinnedIndex === null && hand.kind === 'turn')
  const urgent = waiting
    .filter((hand) => hand.pinnedIndex === null && hand.kind !== 'turn')
    .sort((a, b) => URGENCY[a.kind] - URGENCY[b.kind] || a.raisedAt - b.raisedAt)

  const rows: QueueRow[] = []
  const { rules } = state
  let last = lastHeard(state)
  const take = (hand: Candidate, reason: QueueReason) => {
    rows.push({
      seatId: hand.seatId,
      stance: hand.stance,
      kind: hand.kind,
      witness: hand.witness,
      raisedAt: hand.raisedAt,
      reason,
      turns: hand.turns,
    })
    // What is said to the order of the meeting is not said for a side.
    if (hand.kind !== 'order') last = { side: hand.side, stance: hand.stance }
  }
  while (pinned.length + urgent.length + free.length > 0) {
    const placed = pinned[0]
    const rest = urgent.length + free.length
    if (placed && (rest === 0 || (placed.pinnedIndex ?? 0) <= rows.length)) {
      pinned.shift()
      take(placed, 'moved-by-chair')
      continue
    }
    const first = urgent.shift()
    if (first) {
      take(first, first.kind === 'order' ? 'point-of-order' : 'right-of-reply')
      continue
    }
    const heard = new Set(
      rows.filter(({ kind }) => kind !== 'order').map((row) => sideOf(state, row.seatId)),
    )
    const next = free.reduce((best, each) =>
      compare(each, best, last, heard, rules) < 0 ? each : best,
    )
    free.splice(free.indexOf(next), 1)
    take(next, reasonFor(next, last, heard, rules))
  }
  return rows
}

const URGENCY = { order: 0, reply: 1, turn: 2 } satisfies Record<TurnKind, number>

type Heard = { side: Side; stance: Stance } | null

function compare(
  a: Candidate,
  b: Candidate,
  last: Heard,
  queued: ReadonlySet<Side>,
  rules: SpeakingRules,
): number {
  const rank = (hand: Candidate) => [
    rules.neverSpokenFirst ? hand.turns : 0,
    rules.alternateSides && last && hand.side === last.side ? 1 : 0,
    rules.alternateSides && !isUnheard(hand, queued) ? 1 : 0,
    rules.alternateSides && last && hand.stance === last.stance ? 1 : 0,
    hand.raisedAt,
  ]
  const [left, right] = [rank(a), rank(b)]
  for (const [index, value] of left.entries()) {
    const other = right[index] ?? 0
    if (value !== other) return value - other
  }
  return a.seatId < b.seatId ? -1 : 1
}

function isUnheard(hand: Candidate, queued: ReadonlySet<Side>): boolean {
  return hand.sideTurns === 0 && !queued.has(hand.side)
}

function reasonFor(
  hand: Candidate,
  last: Heard,
  queued: ReadonlySet<Side>,
  rules: SpeakingRules,
): QueueReason {
  if (rules.neverSpokenFirst && hand.turns > 0) return 'has-spoken'
  if (rules.alternateSides) {
    if (isUnheard(hand, queued)) return 'side-not-heard'
    if (last && hand.side !== last.side) return 'other-side'
    if (last && hand.stance !== last.stance) return 'other-stance'
  }
  return rules.neverSpokenFirst && last ? 'not-spoken' : 'waited-longest'
}

function candidate(state: MeetingState, hand: Hand): Candidate {
  const side = sideOf(state, hand.seatId)
  const turns = turnsSoFar(state)
  return {
    ...hand,
    side,
    turns: turns.filter((turn) => turn.seatId === hand.seatId).length,
    sideTurns: turns.filter((turn) => sideOf(state, turn.seatId) === side).length,
  }
}

function lastHeard(state: MeetingState): Heard {
  const last = turnsSoFar(state).at(-1)
  return last ? { side: sideOf(state, last.seatId), stance: last.stance } : null
}

/** Whoever has spoken on the current item, or speaks, oldest first. A point of order is nobody's turn. */
function turnsSoFar(state: MeetingState): { seatId: SeatId; stance: Stance }[] {
  const done = state.turns.filter((turn) => turn.itemId === state.currentItemId)
  const running = [state.interrupted?.floor ?? null, state.floor].filter(
    (floor) => floor !== null,
  )
  return [...done, ...running].filter((turn) => turn.kind !== 'order')
}

function sideOf(state: MeetingState, seatId: SeatId): Side {
  return state.seats.find((seat) => seat.id === seatId)?.side ?? 'others'
}
