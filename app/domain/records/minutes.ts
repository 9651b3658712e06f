import type { MeetingEvent } from '#app/domain/meetings/meeting-event.ts'
import type { Room, Stance } from '#app/domain/meetings/meeting.ts'
import type { Decision, AssignedTask } from '#app/domain/meetings/meeting-state.ts'
import type { Side } from '#app/domain/organisation/side.ts'
import type { Verdict } from '#app/domain/voting/tally.ts'

export type MinutesPerson = { name: string; side: Side; title: string }

/** One person's words on one item. Order and time come from the log; the summary is the recorder's. */
export type MinutesTurn = {
  /** The log event that ended this turn. */
  seq: number
  name: string
  side: Side
  stance: Stance
  seconds: number
  summary: string
}

export type MinutesItem = {
  itemId: string
  title: string
  proposal: string | null
  inNotice: boolean
  outcome: Extract<MeetingEvent, { type: 'item-ended' }>['outcome'] | null
  turns: MinutesTurn[]
  decision: Decision | null
  verdict: Verdict | null
  tasks: AssignedTask[]
  /** The recorder's words: what was said, what was agreed. */
  summary: string
}

/**
 * What the recorder edits. Facts come from the log and are written again from
 * it on every save; only `summary`, `other` and absences' reasons are typed.
 */
export type MinutesContent = {
  title: string
  room: Room
  compoundName: string
  venue: string
  openedAt: number | null
  closedAt: number | null
  chair: string
  recorder: string
  invited: number
  present: MinutesPerson[]
  absent: MinutesPerson[]
  overrideReason: string | null
  items: MinutesItem[]
  parked: string[]
  other: string
}
