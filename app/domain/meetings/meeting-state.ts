import type { BallotId, ItemId, SeatId, TaskId } from '#app/domain/shared/ids.ts'
import type { OutcomeLabel } from '#app/domain/voting/authority.ts'
import type { BallotOption, BallotQuestion } from '#app/domain/voting/ballot-question.ts'
import type { ConvenedBody, PartyReview } from '#app/domain/voting/convened-body.ts'
import type { VoteRule } from '#app/domain/voting/rule.ts'
import type { Verdict } from '#app/domain/voting/tally.ts'
import type {
  AgendaItem,
  DissentKind,
  Officer,
  Room,
  Seat,
  Secrecy,
  Stance,
  TurnKind,
} from './meeting.ts'
import type { FloorEnd, ItemOutcome, Lacking, TaskLead } from './meeting-event.ts'
import type { Motion } from './motion.ts'
import type { Screen } from './screen.ts'
import type { SpeakingRules } from './speaking-rules.ts'
import type { TemperatureCheck } from './temperature.ts'

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
  kind: TurnKind
  /** Who saw it, when staff raised the hand for somebody. */
  witness: string | null
  raisedAt: number
  /** Where the chair put this hand, or null while the rules decide. */
  pinnedIndex: number | null
}

export type Turn = {
  seatId: SeatId
  itemId: ItemId
  stance: Stance
  kind: TurnKind
  startedAt: number
  /** Without breaks and interruptions. */
  ms: number
  endedAt: number
  end: FloorEnd
}

export type Floor = { seatId: SeatId; stance: Stance; kind: TurnKind; clock: Clock }

export type ItemState = AgendaItem & {
  /** `skipped` may still be taken up tonight; `carried-over` goes to the next session. */
  progress: 'waiting' | 'current' | 'done' | 'skipped' | 'carried-over'
  startedAt: number | null
  endedAt: number | null
  outcome: ItemOutcome | null
  lastCallAt: number | null
  /** Why it was skipped or put off. */
  asideReason: string | null
}

export type Consensus = {
  itemId: ItemId
  proposal: string
  askedAt: number
  /** Of everybody the last word; a reservation goes into the minutes and stands in nobody's way. */
  objections: { seatId: SeatId; text: string | null; kind: DissentKind }[]
}

export type BallotState = {
  ballotId: BallotId
  itemId: ItemId
  title: string
  question: BallotQuestion
  secrecy: Secrecy
  changeable: boolean
  rule: VoteRule
  label: OutcomeLabel
  roll: SeatId[]
  /** Members who count among all and hold no vote on it: whoever has the chair, or an interest. */
  standingBack?: SeatId[]
  openedAt: number
  dueAt: number
  closedAt: number | null
  verdict: Verdict | null
  voidReason: string | null
  /** Why it was voted on though not everybody was there. */
  waivedReason?: string
  /** How many of its votes staff entered for somebody, with a witness; missing where none was. */
  assisted?: number
}

export type Decision = {
  itemId: ItemId
  proposal: string
  label: OutcomeLabel
  decidedAt: number
} & (
  | { by: 'consensus'; reservations: { seatId: SeatId; text: string | null }[] }
  | {
      by: 'ballot'
      ballotId: BallotId
      passed: boolean
      quorumMet: boolean
      /** The options that were chosen, where it was among options. */
      chosen?: BallotOption[]
    }
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
  titleEn?: string
  compoundName: string
  venue: string
  startsAt: number
  durationMinutes: number
  rules: SpeakingRules
  /** As what it is convened; without it, a consultation. */
  body?: ConvenedBody
  /** What the Party organisation said, where the rule asks for it; the last that was written down. */
  partyReview?: PartyReview
  /** Who has the chair now. */
  chair: Officer
  recorder: Officer
  /** Whom the notice named; they can always take the chair back. */
  appointedChair: Officer
  /** How the chair went round, oldest first. */
  handovers: { from: Officer; to: Officer; reason: string; at: number }[]
  seats: Seat[]
  /** Seat id → when this person came. Who is not in it is not here. */
  presence: Record<string, number>
  /** Of those present, who takes part from elsewhere. */
  remote: SeatId[]
  agenda: ItemState[]
  currentItemId: ItemId | null
  itemClock: Clock | null
  queue: Hand[]
  floor: Floor | null
  /** Whose turn waits while a point of order is heard, and since when. */
  interrupted: { floor: Floor; at: number } | null
  /** Who may answer at once on the current item, having been named. */
  named: SeatId[]
  warnings: { seatId: SeatId; itemId: ItemId | null; reason: string; at: number }[]
  conflicts: { seatId: SeatId; itemId: ItemId; reason: string }[]
  /** Every motion that was made, oldest first. */
  motions: Motion[]
  temperature: TemperatureCheck | null
  pastTemperatures: TemperatureCheck[]
  screen: Screen
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
  /** What that reason was given for; it is not asked for again as long as no more is missing. */
  wentOnWithout?: Lacking
  pausedAt: number | null
  pauseReason: string | null
  /** When a break is to end. */
  pauseUntil: number | null
  /** Since when everybody has been sent home; the phase is `paused` meanwhile. */
  adjournedAt: number | null
  closedAt: number | null
  /** Why it was called off before it began, when it was; its phase is `closed`. */
  cancelledReason?: string
}
