import type { BallotId, ItemId, SeatId, TaskId } from '#app/domain/shared/ids.ts'
import type { BallotMethod } from '#app/domain/voting/ballot-question.ts'
import type { Verdict } from '#app/domain/voting/tally.ts'
import type { VoteRule } from '#app/domain/voting/rule.ts'
import type { OutcomeLabel } from '#app/domain/voting/authority.ts'
import type {
  AgendaItem,
  DissentKind,
  Officer,
  Seat,
  Secrecy,
  Stance,
  TurnKind,
  Whereabouts,
} from './meeting.ts'
import type { CheckInBy, FloorEnd, MeetingEvent, TaskLead } from './meeting-event.ts'
import type { ScreenView } from './screen.ts'
import type { Colour } from './temperature.ts'

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
  | { type: 'move-item'; itemId: ItemId; toIndex: number }
  | { type: 'skip-item'; itemId: ItemId; reason: string | null }
  | { type: 'carry-over-item'; itemId: ItemId; reason: string }
  | { type: 'open-doors' }
  | {
      type: 'check-in'
      seatId: SeatId
      by: CheckInBy
      reason: string | null
      where?: Whereabouts | undefined
    }
  | { type: 'change-place'; seatId: SeatId; where: Whereabouts }
  | { type: 'mark-absent'; seatId: SeatId; reason: string }
  /** `deputy` null: the person who was invited comes after all. */
  | {
      type: 'seat-deputy'
      seatId: SeatId
      deputy: { name: string; publicName: string; publicNameEn: string } | null
      /** How the person invited is called, for when they take their place again. */
      invited: { publicName: string; publicNameEn: string }
    }
  | { type: 'flag-conflict'; seatId: SeatId; itemId: ItemId; reason: string }
  | { type: 'clear-conflict'; seatId: SeatId; itemId: ItemId; reason: string }
  | { type: 'open'; overrideReason: string | null }
  /** What the Party organisation said before the vote; `on` is `YYYY-MM-DD`. */
  | { type: 'record-party-review'; by: string; on: string; opinion: string }
  | { type: 'start-item'; itemId: ItemId }
  /** With an item: only if it is still the current one. */
  | { type: 'end-item'; itemId?: ItemId | undefined }
  | { type: 'add-time'; seconds: number }
  | {
      type: 'raise-hand'
      seatId: SeatId
      stance: Stance
      kind?: TurnKind | undefined
      /** Who saw it, when staff raise it for somebody. */
      witness?: string | undefined
    }
  | { type: 'withdraw-hand'; seatId: SeatId }
  | { type: 'move-hand'; seatId: SeatId; toIndex: number; reason: string | null }
  | { type: 'give-floor'; seatId: SeatId }
  /** With a seat: only from that one. */
  | { type: 'take-floor'; end: FloorEnd; seatId?: SeatId | undefined }
  | { type: 'extend-floor'; seconds: number; seatId?: SeatId | undefined }
  /** The server's own: whoever's time is up stops. */
  | { type: 'end-turn' }
  | { type: 'name-party'; seatId: SeatId }
  | { type: 'warn'; seatId: SeatId; reason: string }
  | { type: 'lift-warning'; seatId: SeatId; reason: string }
  | { type: 'park-point'; pointId: string; text: string }
  | { type: 'make-last-call' }
  | { type: 'ask-consensus' }
  | {
      type: 'raise-objection'
      seatId: SeatId
      text: string | null
      kind?: DissentKind | undefined
    }
  | { type: 'withdraw-objection'; seatId: SeatId }
  | { type: 'declare-consensus'; label: OutcomeLabel }
  | { type: 'fail-consensus' }
  | {
      type: 'open-ballot'
      ballotId: BallotId
      secrecy: Secrecy
      rule: VoteRule
      label: OutcomeLabel
      /** Yes and no when it is not said. */
      method?: BallotMethod | undefined
      /** The options as the chair sees them; those of a motion must still be its own. */
      options?: readonly string[] | undefined
      /** Seconds until the countdown reaches zero. */
      seconds: number
      /** Why a consultation votes though not everybody is there. */
      overrideReason?: string | null | undefined
    }
  | { type: 'close-ballot'; ballotId: BallotId; verdict: Verdict; assisted?: number }
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
  | { type: 'make-motion'; motionId: string; seatId: SeatId; text: string; options: string[] }
  | { type: 'second-motion'; motionId: string; seatId: SeatId }
  | { type: 'edit-motion'; motionId: string; text: string; options: string[]; why: string }
  | { type: 'withdraw-motion'; motionId: string; reason: string | null }
  | { type: 'refer-motion'; motionId: string; to: string; reason: string }
  | { type: 'postpone-motion'; motionId: string; reason: string }
  | { type: 'open-temperature'; checkId: string; question: string }
  | {
      type: 'close-temperature'
      checkId: string
      /** Counted where the answers lie, which is not the log. */
      counts: Record<Colour, number>
    }
  | { type: 'show-message'; text: string }
  | { type: 'clear-message' }
  | { type: 'pin-screen'; view: ScreenView | null }
  | { type: 'show-minutes'; itemId: ItemId; text: string }
  | { type: 'hide-minutes' }
  | { type: 'pause'; reason: string | null; minutes?: number | undefined }
  | { type: 'resume' }
  | { type: 'adjourn'; reason: string }
  | { type: 'reopen'; overrideReason: string | null }
  | { type: 'hand-over-chair'; to: Officer; reason: string }
  | { type: 'take-back-chair'; reason: string }
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
