import type {
  AgendaItemKind,
  Room,
  SeatRole,
  Secrecy,
  Stance,
} from '#app/domain/meetings/meeting.ts'
import type { ItemOutcome } from '#app/domain/meetings/meeting-event.ts'
import type { Decision, AssignedTask } from '#app/domain/meetings/meeting-state.ts'
import type { Side } from '#app/domain/organisation/side.ts'
import type { DecidingBody, TopicType } from '#app/domain/voting/authority.ts'
import type { AssistedTold } from '#app/domain/voting/assisted-told.ts'
import type { BallotQuestion } from '#app/domain/voting/ballot-question.ts'
import type { SessionBody } from '#app/domain/voting/convened-body.ts'
import type { NamedRule } from '#app/domain/voting/named-rule.ts'
import type { RuleName } from '#app/domain/voting/rule-profiles.ts'
import type { VoteRule } from '#app/domain/voting/rule.ts'
import type { Verdict } from '#app/domain/voting/tally.ts'
import type { ChairFact } from './chair-facts.ts'

export type MinutesPerson = {
  seatId: string
  name: string
  side: Side
  role: SeatRole
  title: string
}

/** Somebody who came. Instants in ms since the epoch. */
export type MinutesPresent = MinutesPerson & {
  cameAt: number
  /** When they were marked away after the meeting had begun; null when they stayed. */
  leftAt: number | null
}

/** Somebody who was invited and did not come. The reason is typed by the recorder. */
export type MinutesAbsent = MinutesPerson & {
  reason: string
  /** They had answered the invitation with a no. */
  saidNo?: true
}

/** Asked to be excused, rather than merely missing: they said no, or somebody knows why. */
export function isExcused({ reason, saidNo }: MinutesAbsent): boolean {
  return saidNo === true || reason !== ''
}

/** One person's words on one item. Order and time come from the log; the summary is the recorder's. */
export type MinutesTurn = {
  /** The log event that ended this turn. */
  seq: number
  /** Whose turn, and as what; minutes that were sealed before this was kept have neither. */
  seatId?: string
  title?: string
  name: string
  side: Side
  stance: Stance
  seconds: number
  summary: string
}

/** An objection as the recorder summed it up, with the answer that was given. */
export type MinutesDissent = { text: string; answer: string }

export type MinutesItem = {
  itemId: string
  kind: AgendaItemKind
  title: string
  matterId: string | null
  topicType: TopicType | null
  proposal: string | null
  inNotice: boolean
  outcome: ItemOutcome | null
  /** Nobody came to it that evening. Minutes that were sealed before this was kept do not say. */
  unreached?: true
  turns: MinutesTurn[]
  decision: Decision | null
  /** The rule the verdict was reached by, when there was a ballot. */
  ballot: {
    rule: VoteRule
    secrecy: Secrecy
    question?: BallotQuestion
    /** The county's own rule by which it was voted on; missing where it was the law's. */
    named?: NamedRule
    /** Why it was voted on though not everybody was there. */
    waivedReason?: string
    /** How many of the votes staff entered for somebody, with a witness. */
    assisted?: AssistedTold
  } | null
  verdict: Verdict | null
  /** The last five fingers on it: how the room felt, which decided nothing. */
  fingers?: { question: BallotQuestion; verdict: Verdict }
  tasks: AssignedTask[]
  /** The recorder's words: what was said, what was agreed. */
  summary: string
  /** What was decided, point by point, as the recorder wrote it; the proposal alone when empty. */
  points: string[]
  dissent: MinutesDissent[]
}

/** Whose meeting it was, and the law it was held by, as it is cited; what a county calls its own rule. */
export type MinutesBody = {
  as: SessionBody
  body: DecidingBody
  legalBasis: string
  name?: RuleName
}

/**
 * What the recorder edits. Facts come from the log and are written again from
 * it on every save; only summaries, points, dissent, `other` and the reasons
 * of those who stayed away are typed.
 */
export type MinutesContent = {
  title: string
  room: Room
  /** As what it was convened; minutes of a consultation by the law alone have none. */
  body?: MinutesBody
  compoundName: string
  venue: string
  openedAt: number | null
  closedAt: number | null
  chair: string
  recorder: string
  /** Delegates asked, and those of them who came; experts and observers are listed and not counted. */
  invited: number
  attended: number
  present: MinutesPresent[]
  absent: MinutesAbsent[]
  overrideReason: string | null
  items: MinutesItem[]
  /** What was done about the meeting itself; minutes that were sealed before this was kept have none. */
  chairFacts?: ChairFact[]
  parked: string[]
  other: string
}
