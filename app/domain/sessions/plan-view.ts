import type { MatterCategory } from '#app/domain/matters/matter.ts'
import type { MeetingStatus, Room, SeatRole } from '#app/domain/meetings/meeting.ts'
import type { SpeakingRules } from '#app/domain/meetings/speaking-rules.ts'
import type { Community } from '#app/domain/organisation/community.ts'
import type { RosterEntry } from '#app/domain/organisation/roster.ts'
import type { Side } from '#app/domain/organisation/side.ts'
import type { TopicType } from '#app/domain/voting/authority.ts'
import type { ConvenedBy } from '#app/domain/voting/convened-body.ts'
import type { RuleProfile } from '#app/domain/voting/rule-profiles.ts'
import type { Repeats } from './recurrence.ts'
import type { PlannedItem, PlanProblem } from './session-plan.ts'

/** A session's plan with all that its steps offer to choose from. */
export type PlanView = {
  id: string
  communityId: string
  revision: number
  status: MeetingStatus
  room: Room
  /** The rule it is convened by. */
  body: ConvenedBy
  /** The rule it will vote by on the day; null in a room that comes to no decision. */
  profile: RuleProfile | null
  /** Rules of the county’s own that a session can be convened by. */
  localRules: Pick<RuleProfile, 'id' | 'name'>[]
  compoundId: string
  venue: string
  startsAt: Date
  durationMinutes: number
  /** The series this belongs to; `first` when the series begins with this session. */
  series: { rrule: string; startsAt: Date; first: boolean } | null
  repeats: Repeats
  chairId: string | null
  recorderId: string | null
  rules: SpeakingRules
  /** What number this session will have in its compound and room. */
  number: number
  community: Community
  /** Division code of the county, or `CN`: which law holds here. */
  region: string
  items: PlannedItem[]
  invitees: {
    id: string
    personId: string
    name: string
    side: Side
    role: SeatRole
    canVote: boolean
    title: string
    needsCall: boolean
  }[]
  roster: RosterEntry[]
  /** Who can lead or record: staff of the community. */
  officers: { personId: string; name: string; title: string }[]
  bookings: Booking[]
  /** Accepted and not on an agenda yet. */
  matters: ReadyMatter[]
  problems: PlanProblem[]
}

export type Booking = {
  id: string
  startsAt: Date
  durationMinutes: number
  room: Room
  compound: string
  compoundEn: string
}

export type ReadyMatter = {
  id: string
  number: number
  title: string
  category: MatterCategory
  topicType: TopicType | null
  acceptedAt: Date | null
}
