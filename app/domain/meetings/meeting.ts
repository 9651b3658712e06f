import type { ItemId, SeatId } from '#app/domain/shared/ids.ts'
import type { Side } from '#app/domain/organisation/side.ts'
import type { TopicType } from '#app/domain/voting/authority.ts'

/** 730议事厅, 民情茶室, 和邻话室. */
export type Room = 'council' | 'tearoom' | 'talkroom'

/** Where a session stands, for lists. Derived from the log once there is one. */
export type MeetingStatus =
  | 'draft'
  | 'notified'
  | 'doors-open'
  | 'in-session'
  | 'paused'
  | 'closed'
  | 'minutes-confirmed'
  | 'published'
  | 'cancelled'

export type AgendaItemKind = 'report-back' | 'discussion' | 'decision' | 'open-floor'
export type DecisionMethod = 'none' | 'consensus' | 'ballot'
export type Secrecy = 'open' | 'secret'

/** `delegate` speaks and may hold a vote; the others speak and never vote. */
export type SeatRole = 'delegate' | 'expert' | 'observer' | 'supervisor'

/** `remark`: without a stance, where the session's rules do not ask for one, and on a point of order. */
export type Stance = 'for' | 'against' | 'question' | 'remark'

/** What somebody asks the floor for: a turn, an answer after being named, or that a rule is kept. */
export type TurnKind = 'turn' | 'reply' | 'order'

export const DISSENT_KINDS = ['objection', 'reservation'] as const
/** `objection`: cannot accept it. `reservation`: wants it written down, and stands in nobody's way. */
export type DissentKind = (typeof DISSENT_KINDS)[number]

/** Where somebody takes part from. */
export type Whereabouts = 'hall' | 'remote'

export type AgendaItem = {
  id: ItemId
  kind: AgendaItemKind
  title: string
  minutes: number
  matterId: string | null
  topicType: TopicType | null
  proposal: string | null
  method: DecisionMethod
  secrecy: Secrecy
  /** Only what stood in the notice can be decided; what is added later can be discussed. */
  inNotice: boolean
  /** The session that put this item off. */
  carriedFrom?: { meetingId: string; title: string; reason: string }
}

export type Seat = {
  id: SeatId
  name: string
  /** How the hall screen calls this person: 王女士. */
  publicName: string
  publicNameEn: string
  side: Side
  role: SeatRole
  title: string
  canVote: boolean
  /** Whose place this is, when somebody came as a deputy for this session. */
  deputyFor?: string
}

/** `seatId` when a delegate has taken the chair; they hold no vote meanwhile. */
export type Officer = { id: string; name: string; title: string; seatId?: SeatId }
