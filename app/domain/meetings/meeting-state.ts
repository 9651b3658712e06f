import type { BallotId, ItemId, SeatId, TaskId } from '#app/domain/shared/ids.ts'
import type { OutcomeLabel } from '#app/domain/voting/authority.ts'
import type { VoteRule } from '#app/domain/voting/rule.ts'
import type { Verdict } from '#app/domain/voting/tally.ts'
import type {
  AgendaItem,
  Officer,
  Room,
  Seat,
  Secrecy,
  SpeakingRules,
  Stance,
} from './meeting.ts'
import type { ItemOutcome, TaskLead } from './meeting-event.ts'

export type MeetingPhase = 'notified' | 'doors-open' | 'in-session' | 'paused' | 'closed'

/** A stretch of time that stops while the meeting pauses. All figures in ms. */
export type Clock = {
  startedAt: number
  /** Time that passed while the meeting was paused, up to the last resume. */
  pausedMs: number
  limitMs: number
}

export type Hand = {
  seatId: SeatId
  stance: Stance
  raisedAt: number
  /** Where the chair put this hand, or null while the rules decide. */
  pinnedIndex: number | null
}

export type Turn = {
  seatId: SeatId
  itemId: ItemId
  stance: Stance
  startedAt: number
  ms: number
}

export type ItemState = AgendaItem & {
  progress: 'waiting' | 'current' | 'done'
  startedAt: number | null
  endedAt: number | null
  outcome: ItemOutcome | null
  lastCallAt: number | null
}

export type Consensus = {
  itemId: ItemId
  proposal: string
  askedAt: number
  objections: { seatId: SeatId; text: string | null }[]
}

export type BallotState = {
  ballotId: BallotId
  itemId: ItemId
  title: string
  secrecy: Secrecy
  changeable: boolean
  rule: VoteRule
  label: OutcomeLabel
  roll: SeatId[]
  openedAt: number
  dueAt: number
  closedAt: number | null
  verdict: Verdict | null
  voidReason: string | null
}

export type Decision = {
  itemId: ItemId
  proposal: string
  label: OutcomeLabel
  decidedAt: number
} & (
  | { by: 'consensus'; reservations: { seatId: SeatId; text: string | null }[] }
  | { by: 'ballot'; ballotId: BallotId; passed: boolean; quorumMet: boolean }
)

export type AssignedTask = {
  taskId: TaskId
  itemId: ItemId
  title: string
  lead: TaskLead
  helpers: TaskLead[]
  dueOn: string
}

/**
 * A live meeting, folded from its log. Plain data, so that it can cross the
 * wire as it is and be folded further in the browser.
 */
export type MeetingState = {
  phase: MeetingPhase
  room: Room
  title: string
  compoundName: string
  venue: string
  startsAt: number
  durationMinutes: number
  rules: SpeakingRules
  chair: Officer
  recorder: Officer
  seats: Seat[]
  /** Seat id → when this person came. Who is not in it is not here. */
  presence: Record<string, number>
  agenda: ItemState[]
  currentItemId: ItemId | null
  itemClock: Clock | null
  queue: Hand[]
  floor: { seatId: SeatId; stance: Stance; clock: Clock } | null
  /** Finished turns, oldest first. */
  turns: Turn[]
  parked: { pointId: string; text: string; itemId: ItemId | null; at: number }[]
  consensus: Consensus | null
  /** The ballot that is open now, or the last one, until the next item starts. */
  ballot: BallotState | null
  /** Every ballot that was closed or voided, oldest first. */
  pastBallots: BallotState[]
  decisions: Decision[]
  tasks: AssignedTask[]
  openedAt: number | null
  overrideReason: string | null
  pausedAt: number | null
  pauseReason: string | null
  closedAt: number | null
  /** Why it was called off before it began, when it was; its phase is `closed`. */
  cancelledReason?: string
}
