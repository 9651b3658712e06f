import type { BallotId, ItemId, SeatId, TaskId } from '#app/domain/shared/ids.ts'
import type { Side } from '#app/domain/organisation/side.ts'
import type { OutcomeLabel } from '#app/domain/voting/authority.ts'
import type { ConvenedBody, PartyReview } from '#app/domain/voting/convened-body.ts'
import type { BallotQuestion } from '#app/domain/voting/ballot-question.ts'
import type { VoteRule } from '#app/domain/voting/rule.ts'
import type { Verdict } from '#app/domain/voting/tally.ts'
import type {
  AgendaItem,
  Officer,
  Room,
  Seat,
  Secrecy,
  Stance,
  TurnKind,
  Whereabouts,
} from './meeting.ts'
import type { MotionEvent } from './motion.ts'
import type { ScreenEvent } from './screen.ts'
import type { AdoptedRules } from './speaking-rules.ts'
import type { TemperatureEvent } from './temperature.ts'

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
      /** 蓝溪花园第18次 in English; an older log has none. */
      titleEn?: string
      compoundName: string
      venue: string
      /** ms since the epoch, as every instant in the log. */
      startsAt: number
      durationMinutes: number
      agenda: AgendaItem[]
      seats: Seat[]
      chair: Officer
      recorder: Officer
      rules: AdoptedRules
      /** As what it is convened; a log without it is a consultation. */
      body?: ConvenedBody
    }
  /** Before the doors open: another time or place than the notice said. */
  | { type: 'moved'; startsAt: number; venue: string; reason: string }
  | { type: 'cancelled'; reason: string }
  | { type: 'seat-added'; seat: Seat }
  | { type: 'item-added'; item: AgendaItem }
  | { type: 'item-moved'; itemId: ItemId; toIndex: number }
  | { type: 'item-skipped'; itemId: ItemId; reason: string | null }
  /** Put off to the next session of this room, which finds it on its plan. */
  | { type: 'item-carried-over'; itemId: ItemId; reason: string }
  | { type: 'doors-opened' }
  | {
      type: 'checked-in'
      seatId: SeatId
      by: CheckInBy
      reason: string | null
      /** In the hall when it is not said. */
      where?: Whereabouts
    }
  | { type: 'place-changed'; seatId: SeatId; where: Whereabouts }
  | { type: 'marked-absent'; seatId: SeatId; reason: string }
  /** Somebody comes in the seat's place, for this session only. */
  | {
      type: 'deputy-seated'
      seatId: SeatId
      name: string
      publicName: string
      publicNameEn: string
    }
  | {
      type: 'deputy-left'
      seatId: SeatId
      name: string
      publicName: string
      publicNameEn: string
    }
  /** This person has an interest of their own in the item: they observe it. */
  | { type: 'conflict-flagged'; seatId: SeatId; itemId: ItemId; reason: string }
  | { type: 'conflict-cleared'; seatId: SeatId; itemId: ItemId; reason: string }
  | {
      type: 'opened'
      present: number
      invited: number
      missingSides: Side[]
      /** Why the chair went on without quorum or without a side; null when all were there. */
      overrideReason: string | null
      /** What else the chair went on without, where the law leaves it open. */
      waived?: 'notice'[]
    }
  | ({ type: 'party-reviewed' } & PartyReview)
  | { type: 'item-started'; itemId: ItemId }
  | { type: 'item-ended'; itemId: ItemId; outcome: ItemOutcome }
  | { type: 'time-added'; itemId: ItemId; seconds: number }
  | {
      type: 'hand-raised'
      seatId: SeatId
      stance: Stance
      /** A turn when it is not said. */
      kind?: Exclude<TurnKind, 'turn'>
      /** Who saw it, when staff raised the hand for somebody. */
      witness?: string
    }
  | { type: 'hand-withdrawn'; seatId: SeatId }
  | { type: 'hand-moved'; seatId: SeatId; toIndex: number; reason: string | null }
  | { type: 'floor-given'; seatId: SeatId; stance: Stance; kind?: Exclude<TurnKind, 'turn'> }
  | { type: 'floor-taken'; seatId: SeatId; end: FloorEnd }
  | { type: 'floor-extended'; seatId: SeatId; seconds: number }
  /** Spoken about, and so free to answer at once. */
  | { type: 'party-named'; seatId: SeatId; itemId: ItemId }
  | { type: 'warned'; seatId: SeatId; itemId: ItemId | null; reason: string }
  | { type: 'warning-lifted'; seatId: SeatId; reason: string }
  | { type: 'point-parked'; pointId: string; text: string; itemId: ItemId | null }
  | { type: 'last-call-made'; itemId: ItemId }
  | { type: 'consensus-asked'; itemId: ItemId; proposal: string }
  | {
      type: 'objection-raised'
      itemId: ItemId
      seatId: SeatId
      text: string | null
      /** Left out for one that stands in the way. */
      kind?: 'reservation'
    }
  | { type: 'objection-withdrawn'; itemId: ItemId; seatId: SeatId }
  | { type: 'consensus-reached'; itemId: ItemId; proposal: string; label: OutcomeLabel }
  | { type: 'consensus-failed'; itemId: ItemId }
  | {
      type: 'ballot-opened'
      ballotId: BallotId
      itemId: ItemId
      title: string
      /** Method and numbered options; left out for a plain yes and no. */
      question?: BallotQuestion
      secrecy: Secrecy
      changeable: boolean
      rule: VoteRule
      label: OutcomeLabel
      /** Seats with a vote, present or not: the frozen roll. */
      roll: SeatId[]
      /** Members of a body who count among all of it and hold no vote on this item; left out where there are none. */
      standingBack?: SeatId[]
      /** When the countdown reaches zero. It reminds; it never closes. */
      dueAt: number
      /** What a consultation votes without, and why. */
      waived?: Lacking & { reason: string }
    }
  | {
      type: 'ballot-closed'
      ballotId: BallotId
      verdict: Verdict
      /** How many votes staff entered for somebody, with a witness; left out where none was. */
      assisted?: number
    }
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
  | {
      type: 'paused'
      reason: string | null
      /** When it is to go on, where the chair said so. A clock reminds; it resumes nothing. */
      until?: number
    }
  | { type: 'resumed' }
  /** Sent home, to be reopened the same evening or closed. */
  | { type: 'adjourned'; reason: string }
  | {
      type: 'reopened'
      present: number
      invited: number
      missingSides: Side[]
      overrideReason: string | null
      waived?: 'notice'[]
    }
  | { type: 'chair-handed-over'; from: Officer; to: Officer; reason: string }
  | { type: 'closed' }
  | MotionEvent
  | TemperatureEvent
  | ScreenEvent

/** How many are here of those a consultation asks for, and which side has sent nobody. */
export type Lacking = { present: number; missingSides: Side[] }

/** An event as the log keeps it. `seq` starts at 1 and has no gaps. */
export type LoggedEvent = {
  seq: number
  /** ms since the epoch. */
  at: number
  /** Seat id, person id of an officer or of staff, or `system`. */
  actorId: string
  event: MeetingEvent
}
