import type { BallotId, ItemId, SeatId, TaskId } from '#app/domain/shared/ids.ts'
import type { Side } from '#app/domain/organisation/side.ts'
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

/** How somebody came to be marked present. */
export type CheckInBy = 'code' | 'link' | 'staff'

export type FloorEnd = 'finished' | 'time-up' | 'chair'

/** What an item came to. `none`: talked about, nothing decided. */
export type ItemOutcome = 'none' | 'consensus' | 'carried' | 'not-carried' | 'quorum-not-met'

export type TaskLead = { personId: string | null; name: string; side: Side }

/** Everything that can happen in a live meeting. `evolve` applies one, `decide` makes them. */
export type MeetingEvent =
  | {
      type: 'convened'
      room: Room
      title: string
      compoundName: string
      venue: string
      /** ms since the epoch, as every instant in the log. */
      startsAt: number
      durationMinutes: number
      agenda: AgendaItem[]
      seats: Seat[]
      chair: Officer
      recorder: Officer
      rules: SpeakingRules
    }
  /** Before the doors open: another time or place than the notice said. */
  | { type: 'moved'; startsAt: number; venue: string; reason: string }
  | { type: 'cancelled'; reason: string }
  | { type: 'seat-added'; seat: Seat }
  | { type: 'item-added'; item: AgendaItem }
  | { type: 'doors-opened' }
  | { type: 'checked-in'; seatId: SeatId; by: CheckInBy; reason: string | null }
  | { type: 'marked-absent'; seatId: SeatId; reason: string }
  | {
      type: 'opened'
      present: number
      invited: number
      missingSides: Side[]
      /** Why the chair went on without quorum or without a side; null when all were there. */
      overrideReason: string | null
    }
  | { type: 'item-started'; itemId: ItemId }
  | { type: 'item-ended'; itemId: ItemId; outcome: ItemOutcome }
  | { type: 'time-added'; itemId: ItemId; seconds: number }
  | { type: 'hand-raised'; seatId: SeatId; stance: Stance }
  | { type: 'hand-withdrawn'; seatId: SeatId }
  | { type: 'hand-moved'; seatId: SeatId; toIndex: number; reason: string | null }
  | { type: 'floor-given'; seatId: SeatId; stance: Stance }
  | { type: 'floor-taken'; seatId: SeatId; end: FloorEnd }
  | { type: 'floor-extended'; seatId: SeatId; seconds: number }
  | { type: 'point-parked'; pointId: string; text: string; itemId: ItemId | null }
  | { type: 'last-call-made'; itemId: ItemId }
  | { type: 'consensus-asked'; itemId: ItemId; proposal: string }
  | { type: 'objection-raised'; itemId: ItemId; seatId: SeatId; text: string | null }
  | { type: 'objection-withdrawn'; itemId: ItemId; seatId: SeatId }
  | { type: 'consensus-reached'; itemId: ItemId; proposal: string; label: OutcomeLabel }
  | { type: 'consensus-failed'; itemId: ItemId }
  | {
      type: 'ballot-opened'
      ballotId: BallotId
      itemId: ItemId
      title: string
      secrecy: Secrecy
      changeable: boolean
      rule: VoteRule
      label: OutcomeLabel
      /** Seats with a vote, present or not: the frozen roll. */
      roll: SeatId[]
      /** When the countdown reaches zero. It reminds; it never closes. */
      dueAt: number
    }
  | { type: 'ballot-closed'; ballotId: BallotId; verdict: Verdict }
  | { type: 'ballot-voided'; ballotId: BallotId; reason: string }
  | {
      type: 'task-assigned'
      taskId: TaskId
      itemId: ItemId
      title: string
      lead: TaskLead
      helpers: TaskLead[]
      /** YYYY-MM-DD, Asia/Shanghai. */
      dueOn: string
    }
  | { type: 'paused'; reason: string | null }
  | { type: 'resumed' }
  | { type: 'closed' }

/** An event as the log keeps it. `seq` starts at 1 and has no gaps. */
export type LoggedEvent = {
  seq: number
  /** ms since the epoch. */
  at: number
  /** Seat id, person id of an officer or of staff, or `system`. */
  actorId: string
  event: MeetingEvent
}
