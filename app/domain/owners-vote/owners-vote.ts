import type { LocalDate } from '#app/domain/calendar/local-date.ts'
import type { DecidingBody, OutcomeLabel, TopicType } from '#app/domain/voting/authority.ts'
import type { BallotQuestion } from '#app/domain/voting/ballot-question.ts'
import type { RuleProfile } from '#app/domain/voting/rule-profiles.ts'
import type { Verdict } from '#app/domain/voting/tally.ts'

/**
 * Where a vote outside a meeting stands. `closed`: nothing more comes in from phones, papers that
 * came in time are still being read. `tallied`: counted, not yet shown to everybody.
 */
export type OwnersVoteState =
  | 'prepared'
  | 'announced'
  | 'open'
  | 'closed'
  | 'tallied'
  | 'objection-window'
  | 'final'
  | 'void'

/** 居委会组织法 (2025) Art. 30: what the Party organisation said, before the vote. */
export type PartyReview = { body: string; date: LocalDate; opinion: string }

/** Why a vote opened without a condition that the law leaves open; everybody can read it. */
export type Override = { check: OverridableCheck; reason: string; by: string; at: string }

/** Conditions no law fixes for every place. All others cannot be set aside. */
export const OVERRIDABLE = ['committee-told', 'window-longest'] as const
export type OverridableCheck = (typeof OVERRIDABLE)[number]

export type Extension = {
  from: LocalDate
  to: LocalDate
  reason: string
  by: string
  at: string
}

/** The result of the city's own voting system, typed in from its document. */
export type OfficialResult = {
  system: string
  /** Number of the system's record, so that it can be found there. */
  reference: string
  counts: Record<'participating' | 'yes' | 'no' | 'abstain', { heads: number; area: string }>
  evidence: { fileName: string; sha256: string }
  importedBy: string
  importedAt: string
}

/** All that decides what may be done with a vote. Days are Asia/Shanghai. */
export type OwnersVote = {
  state: OwnersVoteState
  topicType: TopicType
  art278Item: number | null
  profile: RuleProfile
  question: BallotQuestion
  opensOn: LocalDate
  closesOn: LocalDate
  noticeOn: LocalDate | null
  noticeHow: string | null
  committeeToldOn: LocalDate | null
  partyReview: PartyReview | null
  announcedOn: LocalDate | null
  overrides: readonly Override[]
  extensions: readonly Extension[]
  roll: RollFacts | null
  objectionsUntil: LocalDate | null
  verdict: Verdict | null
}

export type RollFacts = {
  state: 'draft' | 'published' | 'frozen' | 'withdrawn'
  scope: 'compound' | 'building' | 'stairwell'
  /** Units that were put on it from outside its scope. */
  added: number
  /** Whether somebody who asks for consent was left off. */
  hasApplicant: boolean
  publishedOn: LocalDate | null
  publishedUntil: LocalDate | null
  frozenOn: LocalDate | null
  /** Why it was frozen before its last day. */
  earlyReason: string | null
}

/** What a vote comes out as: 意见征询 unless the law of the place lets this system collect votes. */
export type OwnersVoteLabel = OutcomeLabel | 'opinion-survey'

/**
 * What the outcome may be called if it passes. Only a channel the law of the place accepts makes a
 * resolution.
 */
export function labelOf(
  profile: Pick<RuleProfile, 'body' | 'ownSystemLawful'>,
  { official = false }: { official?: boolean } = {},
): OwnersVoteLabel {
  if (!official && !profile.ownSystemLawful) return 'opinion-survey'
  return AGREEING.has(profile.body) ? 'agreement' : 'resolution'
}

const AGREEING: ReadonlySet<DecidingBody> = new Set(['interested-owners'])

/** How a vote is called where people read of it. */
export type ToldLabel = 'survey' | 'binding' | 'consent' | 'undecided'

/** @param passed - null before it is counted: what was not carried decided nothing, whatever it was to be. */
export function toldLabel(label: OwnersVoteLabel, passed: boolean | null): ToldLabel {
  if (label === 'opinion-survey') return 'survey'
  if (passed === false) return 'undecided'
  return label === 'agreement' ? 'consent' : 'binding'
}
