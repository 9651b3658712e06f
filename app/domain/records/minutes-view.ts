import type { MeetingPhase } from '#app/domain/meetings/meeting-state.ts'
import type { Finding } from './mask.ts'
import type { MinutesContent } from './minutes.ts'

/** The minutes as those who keep them see them. */
export type MinutesView = {
  meetingId: string
  content: MinutesContent
  /** What of it may be read outside, and what was taken out. */
  masked: { content: MinutesContent; findings: Finding[] }
  meetingPhase: MeetingPhase
  cancelled: boolean
  /** `draft`: nobody has typed anything yet. */
  phase: 'draft' | 'prepared' | 'confirmed'
  /** 0 before the first save; a save names the revision it started from. */
  revision: number
  editedAt: Date | null
  editedBy: string | null
  confirmedAt: Date | null
  confirmedBy: string | null
  contentHash: string | null
  logSeq: number
  logHash: string
  addenda: { position: number; reason: string; text: string; addedBy: string; addedAt: Date }[]
  published: { itemId: string; id: string; number: string }[]
  may: { edit: boolean; confirm: boolean; publish: boolean }
}
