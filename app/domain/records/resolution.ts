import type { Room, Secrecy } from '#app/domain/meetings/meeting.ts'
import type { Side } from '#app/domain/organisation/side.ts'
import type { ItemOutcome } from '#app/domain/meetings/meeting-event.ts'
import type { DecidingBody, NextStep } from '#app/domain/voting/authority.ts'
import type { AssistedTold } from '#app/domain/voting/assisted-told.ts'
import type { BallotQuestion } from '#app/domain/voting/ballot-question.ts'
import type { NamedRule } from '#app/domain/voting/named-rule.ts'
import type { VoteRule } from '#app/domain/voting/rule.ts'
import type { Verdict } from '#app/domain/voting/tally.ts'

export type ResolutionTask = {
  taskId: string
  title: string
  leadName: string
  leadSide: Side
  helpers: string[]
  /** YYYY-MM-DD, Asia/Shanghai. */
  dueOn: string
}

/** The masked copy the public reads: counts, roles and bodies; no resident's name. */
export type ResolutionContent = {
  /** One sentence that says what was decided. */
  lead: string
  /** What was decided, point by point. */
  points: string[]
  outcome: ItemOutcome
  room: Room
  meetingTitle: string
  compoundName: string
  heldAt: number
  invited: number
  present: number
  presentBySide: { side: Side; present: number; invited: number }[]
  speakingSeconds: { side: Side; seconds: number; turns: number }[]
  rule: VoteRule | null
  /** The county's own rule by which it was voted on; missing where it was the law's. */
  named?: NamedRule
  /** Method and options; missing for a plain yes and no. */
  question?: BallotQuestion
  verdict: Verdict | null
  secrecy: Secrecy | null
  /** How many of the votes staff entered for somebody, with a witness; missing where none was. */
  assisted?: AssistedTold
  /** So few voted in secret that the figures would say who chose what: they are left out. */
  splitHidden: boolean
  /** Whose decision the matter is. */
  body: DecidingBody
  /** Which body met and voted; missing for a consultation. */
  decidedBy?: DecidingBody
  reservations: number
  /** Dissent as the recorder summed it up, with the answer given. */
  dissent: { text: string; answer: string }[]
  tasks: ResolutionTask[]
  overrideReason: string | null
  matterId: string | null
  /** Code of the next step when the body that decides is another one. */
  nextStep: NextStep | null
  legalBasis: string | null
  /** The last hash of the meeting's log, which the record can be checked against. */
  logHash: string
}

/** Whether this settles the matter, or another body still has to decide it. */
export function settlesIt({
  body,
  decidedBy = 'session',
}: Pick<ResolutionContent, 'body' | 'decidedBy'>): boolean {
  return body === decidedBy
}
