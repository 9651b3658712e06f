import type { LocalDate } from '#app/domain/calendar/local-date.ts'
import type { Side } from '#app/domain/organisation/side.ts'
import type { PlannedItem } from './session-plan.ts'
import type { SessionFacts } from './session-view.ts'

/** What the invited of one side answered. */
export type SideAnswers = { side: Side; invited: number; coming: number; answered: number }

export type NextSession = SessionFacts & {
  durationMinutes: number
  isToday: boolean
  items: PlannedItem[]
  sides: SideAnswers[]
  opened: number
  invited: number
  /** Tasks the compound's sessions before this one gave out, and how many of them are done. */
  tasks: { all: number; done: number }
}

export type WeekEntry = Pick<
  SessionFacts,
  'id' | 'room' | 'status' | 'compound' | 'compoundEn' | 'startsAt'
>

export type Overdue = {
  matterId: string
  title: string
  lead: string
  compound: string
  compoundEn: string
  /** Days past the due day; 0: due today. */
  days: number
}

export type DeskView = {
  today: LocalDate
  next: NextSession | null
  week: { monday: LocalDate; entries: WeekEntry[] }
  overdue: Overdue[]
  overdueCount: number
  toConfirm: {
    id: string
    number: number | null
    compound: string
    compoundEn: string
    startsAt: Date
  }[]
  visits: { count: number }
  screening: { count: number; oldestDays: number | null }
  notices: {
    id: string
    number: string
    title: string
    day: number
    days: number
    over: boolean
  }[]
}
