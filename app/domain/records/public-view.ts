import type {
  MatterCategory,
  MatterSource,
  MatterStatus,
  Satisfaction,
} from '#app/domain/matters/matter.ts'
import type { MatterFigures, Share } from '#app/domain/matters/public-figures.ts'
import type { ItemOutcome } from '#app/domain/meetings/meeting-event.ts'
import type { SessionFacts } from '#app/domain/sessions/session-view.ts'
import type { OutcomeLabel } from '#app/domain/voting/authority.ts'
import type { ResolutionLine } from './resolution-view.ts'

/** A place as the public pages name it, in both languages. */
export type PublicPlace = { name: string; nameEn: string }

/** What the head and foot of every public page show. */
export type PublicFrameView = {
  community: PublicPlace & {
    id: string
    code: string
    town: string
    townEn: string
    hotline: string | null
  }
  county: PublicPlace
  /** Every community of the deployment, for the switcher. */
  communities: (PublicPlace & { code: string; town: string; townEn: string })[]
}

export type PublicSession = SessionFacts & {
  durationMinutes: number
  cancelledReason: string | null
  /** Titles of what is on its agenda, without the report back and the open floor. */
  items: { title: string; kind: 'discussion' | 'decision' }[]
  /** What was published of it. */
  outcomes: { id: string; title: string; label: OutcomeLabel; outcome: ItemOutcome }[]
}

export type PublicSessionPage = {
  sessions: PublicSession[]
  total: number
  page: number
  pages: number
}

/** A community's numbers. A share of fewer than 5 people or matters would point at them: null. */
export type PublicNumbers = Omit<MatterFigures, 'onTime' | 'satisfied'> & {
  onTime: Share | null
  satisfied: Share | null
  /** On 1 January of this year they begin. */
  year: number
}

/** What somebody said, what came of it, and whether they are content. */
export type Echo = {
  matterId: string
  title: string
  category: MatterCategory
  source: MatterSource
  status: MatterStatus
  raisedAt: Date
  /** What was done, in the words of whoever did it; empty before they told. */
  result: string
  satisfaction: Satisfaction | null
  /** Days from raised to closed; null while it is open. */
  days: number | null
}

export type PublicHomeView = {
  next: PublicSession | null
  coming: PublicSession[]
  resolutions: ResolutionLine[]
  resolutionCount: number
  onNotice: number
  numbers: PublicNumbers
  echoes: Echo[]
}
