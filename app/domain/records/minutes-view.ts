import type { LocalDate } from '#app/domain/calendar/local-date.ts'
import type { MeetingPhase } from '#app/domain/meetings/meeting-state.ts'
import type { Finding } from './mask.ts'
import type { MinutesDocument } from './minutes-document.ts'
import type { MinutesLog } from './minutes-log.ts'
import type { MinutesPhase } from './minutes-phase.ts'
import type { MinutesReview } from './minutes-review.ts'
import type { MinutesContent } from './minutes.ts'
import type { Proposal } from './proposal.ts'

export type Addendum = {
  position: number
  reason: string
  text: string
  addedBy: string
  addedAt: Date
}

/** The minutes as those who keep them see them. */
export type MinutesView = {
  meetingId: string
  content: MinutesContent
  log: MinutesLog
  /** What the public would read, and what was taken out. */
  masked: { document: MinutesDocument; findings: Finding[] }
  meetingPhase: MeetingPhase
  cancelled: boolean
  /** `draft`: nobody has typed anything yet. */
  phase: MinutesPhase
  /** 0 before the first save; a save names the revision it started from. */
  revision: number
  editedAt: Date | null
  editedBy: string | null
  asking: {
    until: LocalDate | null
    /** Whether proposals are taken today. */
    open: boolean
    endedReason: string | null
  }
  proposals: Proposal[]
  review: MinutesReview
  confirmedAt: Date | null
  confirmedBy: string | null
  contentHash: string | null
  logSeq: number
  logHash: string
  addenda: Addendum[]
  published: { itemId: string; id: string; number: string }[]
  /** The masked copy of these minutes that stands in public. */
  publishedId: string | null
  may: { edit: boolean; confirm: boolean; publish: boolean }
}

/** The minutes as somebody who sat at the table reads them: names in full, nobody's reason for staying away. */
export type TableMinutes = {
  meetingId: string
  phase: 'proposals' | 'confirmed'
  content: MinutesContent
  asking: { until: LocalDate | null; open: boolean }
  /** Everybody's at this table, oldest first; taken back ones only one's own. */
  proposals: Proposal[]
  mySeatId: string
  confirmedAt: Date | null
  contentHash: string | null
  addenda: Addendum[]
}
