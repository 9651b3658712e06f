import type { MeetingStatus, Room, SeatRole } from '#app/domain/meetings/meeting.ts'
import type { Side } from '#app/domain/organisation/side.ts'
import type { ConvenedBy } from '#app/domain/voting/convened-body.ts'
import type { RuleName } from '#app/domain/voting/rule-profiles.ts'
import type { Occurrence, Repeats } from './recurrence.ts'
import type { PlannedItem } from './session-plan.ts'

/** Somebody asked to a session, as the convener sees them. */
export type InvitedPerson = {
  seatId: string
  name: string
  side: Side
  role: SeatRole
  title: string
  canVote: boolean
  needsCall: boolean
  rsvp: 'yes' | 'no' | 'deputy' | null
  rsvpNote: string | null
  deputyName: string | null
  opened: boolean
  /** What follows `/i/` in this person's own address. */
  token: string
}

/** What every list and page says of a session. */
export type SessionFacts = {
  id: string
  room: Room
  status: MeetingStatus
  number: number | null
  compound: string
  compoundEn: string
  venue: string
  startsAt: Date
}

/** One session as the desk shows it. */
export type SessionView = SessionFacts & {
  /** By which it was or will be convened, with the name of a county's own. */
  rule: { id: ConvenedBy; name?: RuleName }
  communityId: string
  community: string
  communityEn: string
  hotline: string | null
  durationMinutes: number
  chair: string | null
  recorder: string | null
  revision: number
  noticeSentAt: Date | null
  cancelledReason: string | null
  repeats: Repeats
  occurrences: Occurrence[]
  items: PlannedItem[]
  invited: InvitedPerson[]
  /** What follows `?k=` in the address of the hall's screen; null for a talk room. */
  screenToken: string | null
  may: { move: boolean; cancel: boolean; openConsole: boolean }
}

/** A session in a list. */
export type SessionLine = SessionFacts & {
  invited: number
  coming: number
}

export type SessionLists = {
  drafts: SessionLine[]
  /** Announced and not over: the one that runs first, then by day. */
  coming: SessionLine[]
  /** The latest first. */
  past: SessionLine[]
}
