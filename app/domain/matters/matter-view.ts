import type { LocalDate } from '#app/domain/calendar/local-date.ts'
import type { Side } from '#app/domain/organisation/side.ts'
import type { TopicType } from '#app/domain/voting/authority.ts'
import type { MatterCategory, MatterSource, MatterStatus, Satisfaction } from './matter.ts'
import type { MatterEventType } from './matter-event.ts'
import type { Solved, VisitMethod } from './matter-state.ts'
import type { Urgency } from './urgency.ts'

/** One line of a list or a card of the board. */
export type MatterLine = {
  id: string
  number: number
  title: string
  category: MatterCategory
  compoundName: string
  spot: string | null
  source: MatterSource
  status: MatterStatus
  urgency: Urgency
  /** The earliest day something of it is due. */
  dueOn: LocalDate | null
  lead: { name: string; side: Side } | null
  /** Whole percent over its tasks, null before there is one. */
  progress: number | null
  raisedAt: Date
  reportedDoneAt: Date | null
  closedAt: Date | null
  satisfaction: Satisfaction | null
  reopenedCount: number
  latest: Pick<MatterStep, 'type' | 'text' | 'at' | 'data'> | null
}

export type MatterStep = {
  seq: number
  type: MatterEventType
  at: Date
  /** Who: by name for staff, by body for the public; empty for the person who raised it. */
  actor: string
  side: Side | null
  isPublic: boolean
  /** What they wrote, if this viewer may read it. */
  text: string
  data: StepData
  photos: PhotoView[]
}

/** What a page words a step from. */
export type StepData = {
  source?: MatterSource
  dueOn?: LocalDate
  to?: string
  title?: string
  leadName?: string
  percent?: number
  reached?: boolean
  method?: VisitMethod
  solved?: Solved | boolean
  satisfaction?: Satisfaction
  round?: number
}

export type PhotoView = {
  id: string
  width: number
  height: number
  alt: string
  isPublic: boolean
}

export type TaskView = {
  id: string
  title: string
  lead: { name: string; side: Side; person: string | null }
  helpers: { name: string; side: Side }[]
  dueOn: LocalDate
  status: 'open' | 'reported' | 'done'
  progress: number
  meetingId: string | null
}

export type VisitView = {
  id: string
  round: number
  method: VisitMethod
  reached: boolean
  solved: Solved | null
  satisfaction: Satisfaction | null
  reason: string | null
  visitorName: string
  at: Date
}

/** What anybody may read of a matter. */
export type PublicMatter = {
  id: string
  number: number
  title: string
  category: MatterCategory
  communityName: string
  communityCode: string
  compoundName: string
  spot: string | null
  status: MatterStatus
  urgency: Urgency
  dueOn: LocalDate | null
  /** 居民 when null. */
  reporterPublicName: string | null
  raisedAt: Date
  acceptedAt: Date | null
  reportedDoneAt: Date | null
  closedAt: Date | null
  reopenedCount: number
  solved: boolean | null
  satisfaction: Satisfaction | null
  referredTo: string | null
  tasks: TaskView[]
  steps: MatterStep[]
}

/** What the desk sees besides. */
export type DeskMatter = PublicMatter & {
  communityId: string
  compoundId: string
  source: MatterSource
  /** What it is about, and so whose decision it is; null where nobody has said. */
  topicType: TopicType | null
  /** Null for whoever is not of this community's staff. */
  words: string | null
  reporter: { name: string; phone: string | null; needsCall: boolean } | null
  visits: VisitView[]
  /** Failed contacts since it was last reported done. */
  failedContacts: number
  rejectReason: string | null
  mergedInto: { id: string; number: number; title: string } | null
  mergedFrom: { id: string; number: number; title: string }[]
  meetings: { id: string; number: number | null; startsAt: Date }[]
  /** Whether this viewer may act on it. */
  mayHandle: boolean
}

/** Somebody who can be given a task. */
export type LeadChoice = {
  personId: string
  person: string
  title: string
  body: string
  side: Side
}
