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

export type Stance = 'for' | 'against' | 'question'

/** The rules a session adopts; frozen with the notice. */
export type SpeakingRules = {
  version: string
  /** Seconds a turn may take. */
  turnSeconds: number
  /** Turns a person may take on one item. */
  turnsPerItem: number
  /** Seconds before the end at which the bell rings softly. */
  warnSeconds: number
  /** Share of invited delegates that must be present, as an exact fraction; reaching it is enough. */
  quorum: [numerator: number, denominator: number]
}

export const DEFAULT_SPEAKING_RULES: SpeakingRules = {
  version: '2026',
  turnSeconds: 180,
  turnsPerItem: 2,
  warnSeconds: 30,
  quorum: [2, 3],
}

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
}

export type Officer = { id: string; name: string; title: string }
