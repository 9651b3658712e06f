import type { BallotId, ItemId, SeatId, TaskId } from '#app/domain/shared/ids.ts'
import type { Verdict } from '#app/domain/voting/tally.ts'
import type { VoteRule } from '#app/domain/voting/rule.ts'
import type { OutcomeLabel } from '#app/domain/voting/authority.ts'
import type { AgendaItem, Seat, Secrecy, Stance } from './meeting.ts'
import type { CheckInBy, FloorEnd, MeetingEvent, TaskLead } from './meeting-event.ts'

/**
 * What somebody asks a live meeting to do. New ids, verdicts and the plan
 * itself are made outside and handed in, so that `decide` stays pure.
 */
export type MeetingCommand =
  | { type: 'convene'; plan: Extract<MeetingEvent, { type: 'convened' }> }
  | { type: 'move'; startsAt: number; venue: string; reason: string }
  | { type: 'cancel'; reason: string }
  | { type: 'add-seat'; seat: Seat }
  | { type: 'add-item'; item: Omit<AgendaItem, 'inNotice' | 'method' | 'proposal'> }
  | { type: 'open-doors' }
  | { type: 'check-in'; seatId: SeatId; by: CheckInBy; reason: string | null }
  | { type: 'mark-absent'; seatId: SeatId; reason: string }
  | { type: 'open'; overrideReason: string | null }
  | { type: 'start-item'; itemId: ItemId }
  | { type: 'end-item' }
  | { type: 'add-time'; seconds: number }
  | { type: 'raise-hand'; seatId: SeatId; stance: Stance }
  | { type: 'withdraw-hand'; seatId: SeatId }
  | { type: 'move-hand'; seatId: SeatId; toIndex: number; reason: string | null }
  | { type: 'give-floor'; seatId: SeatId }
  | { type: 'take-floor'; end: FloorEnd }
  | { type: 'extend-floor'; seconds: number }
  | { type: 'park-point'; pointId: string; text: string }
  | { type: 'make-last-call' }
  | { type: 'ask-consensus' }
  | { type: 'raise-objection'; seatId: SeatId; text: string | null }
  | { type: 'withdraw-objection'; seatId: SeatId }
  | { type: 'declare-consensus'; label: OutcomeLabel }
  | { type: 'fail-consensus' }
  | {
      type: 'open-ballot'
      ballotId: BallotId
      secrecy: Secrecy
      rule: VoteRule
      label: OutcomeLabel
      /** Seconds until the countdown reaches zero. */
      seconds: number
    }
  | { type: 'close-ballot'; ballotId: BallotId; verdict: Verdict }
  | { type: 'void-ballot'; ballotId: BallotId; reason: string }
  | {
      type: 'assign-task'
      taskId: TaskId
      itemId: ItemId
      title: string
      lead: TaskLead
      helpers: TaskLead[]
      dueOn: string
    }
  | { type: 'pause'; reason: string | null }
  | { type: 'resume' }
  | { type: 'close' }

export type MeetingCommandType = MeetingCommand['type']

/**
 * Who gives the command. `convener` is staff of the community who is neither
 * chair nor recorder; they mind the door.
 */
export type MeetingActor =
  | { role: 'chair' | 'recorder' | 'convener'; id: string }
  | { role: 'seat'; id: SeatId }
  | { role: 'system'; id: 'system' }
