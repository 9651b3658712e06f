import type { LocalDate } from '#app/domain/calendar/local-date.ts'
import type { TopicType } from '#app/domain/voting/authority.ts'
import type { MatterStatus } from './matter.ts'
import type { NewTask, Visit } from './matter-state.ts'

export type MatterCommand =
  | { type: 'start-screening' }
  /** `topicType`: what it is about, and so who can decide it; left out where nobody has said. */
  | { type: 'accept'; dueOn: LocalDate | null; topicType?: TopicType }
  | { type: 'merge'; ownId: string; intoId: string }
  | { type: 'refer'; to: string }
  | { type: 'reject'; reason: string }
  | { type: 'schedule'; meetingId: string }
  | { type: 'record-deliberation'; meetingId: string }
  /** A session may commit to anything it likes; a desk only to what was accepted. */
  | { type: 'assign-task'; task: NewTask; by: 'desk' | 'session' }
  | { type: 'report-progress'; taskId: string; percent: number; text: string }
  | { type: 'report-done'; taskId: string; text: string }
  | { type: 'record-visit'; visit: Visit }
  | { type: 'close-unreached'; reason: string }
  | { type: 'reopen'; reason: string; dueOn: LocalDate }
  | { type: 'add-note'; text: string }

/** What the staff of a community do at the desk. Reports come with photos, sessions by themselves. */
export type DeskCommand = Exclude<
  MatterCommand,
  { type: 'report-progress' | 'report-done' | 'schedule' | 'record-deliberation' }
>

export type MatterRefusal =
  /** Screened before, or finished. */
  | { code: 'already-screened'; status: MatterStatus }
  | { code: 'not-accepted'; status: MatterStatus }
  | { code: 'already-finished'; status: MatterStatus }
  | { code: 'reason-needed' }
  | { code: 'words-needed' }
  | { code: 'merge-into-itself' }
  | { code: 'day-in-past' }
  | { code: 'no-such-task' }
  | { code: 'task-already-reported' }
  | { code: 'percent-out-of-range' }
  | { code: 'not-reported-done'; status: MatterStatus }
  | { code: 'too-few-contacts'; made: number; needed: number }
  | { code: 'not-closed'; status: MatterStatus }
