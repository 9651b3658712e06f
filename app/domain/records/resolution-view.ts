import type { MatterEventType } from '#app/domain/matters/matter-event.ts'
import type { ItemOutcome } from '#app/domain/meetings/meeting-event.ts'
import type { DecidingBody, NextStep, OutcomeLabel } from '#app/domain/voting/authority.ts'
import type { NoticeState } from './notice-state.ts'
import type { ResolutionContent } from './resolution.ts'

export type ResolutionTaskNow = ResolutionContent['tasks'][number] & {
  status: 'open' | 'reported' | 'done'
  progress: number
  /** Days until it is due; below zero it is late. */
  daysLeft: number
}

export type FollowUp = {
  seq: number
  type: MatterEventType
  at: Date
  who: string
  text: string
}

/** A resolution as anybody may read it, with how far its tasks have come. */
export type ResolutionView = {
  id: string
  number: string
  label: OutcomeLabel
  title: string
  content: ResolutionContent
  contentHash: string
  publishedAt: Date
  notice: NoticeState
  withdrawn: { at: Date; reason: string } | null
  community: { name: string; nameEn: string; code: string; hotline: string | null }
  compound: { name: string; nameEn: string }
  meetingNumber: number | null
  tasks: ResolutionTaskNow[]
  followUps: FollowUp[]
  matter: { id: string; number: number; title: string } | null
  /** The ballot that decided it, whose record anybody may count again. */
  ballot: { id: string; title: string } | null
  /** The masked minutes of the session, when they stand in public. */
  minutesId: string | null
}

export type ResolutionLine = {
  id: string
  meetingId: string
  number: string
  label: OutcomeLabel
  title: string
  outcome: ItemOutcome
  body: DecidingBody
  nextStep: NextStep | null
  matterId: string | null
  compound: string
  compoundEn: string
  publishedAt: Date
  notice: NoticeState
  withdrawn: boolean
  /** Those who said yes, of how many; null after a consensus. */
  yes: { count: string; of: string } | null
  tasks: { done: number; of: number }
}

export type ResolutionPage = {
  lines: ResolutionLine[]
  total: number
  page: number
  pages: number
  /** In their public notice today. */
  onNotice: number
}
