import type { OpeningCheck } from '#app/domain/owners-vote/opening-checks.ts'
import type {
  Extension,
  OfficialResult,
  Override,
  OwnersVoteLabel,
  OwnersVoteState,
  PartyReview,
} from '#app/domain/owners-vote/owners-vote.ts'
import type { AttemptOutcome, HandMissing } from '#app/domain/owners-vote/paper.ts'
import type { SilentVotes } from '#app/domain/owners-vote/silent-votes.ts'
import type { VotePlan } from '#app/domain/owners-vote/vote-plan.ts'
import type { VoteOrigin } from '#app/domain/voting/ballot.ts'
import type { RuleProfile } from '#app/domain/voting/rule-profiles.ts'
import type { Verdict } from '#app/domain/voting/tally.ts'

/** A vote as the desk's page wants it; instants have crossed the wire as Dates. */
export type DeskVote = VotePlan & {
  id: string
  code: string
  state: OwnersVoteState
  label: OwnersVoteLabel
  compound: string
  compoundEn: string
  art278Item: number | null
  profile: RuleProfile
  noticeOn: string | null
  noticeHow: string | null
  committeeToldOn: string | null
  partyReview: PartyReview | null
  overrides: Override[]
  extensions: Extension[]
  voidReason: string | null
  objectionsUntil: string | null
  officialResult: OfficialResult | null
  verdict: Verdict | null
  roll: { title: string; heads: number; area: string } | null
  checks: OpeningCheck[]
  turnout: {
    electors: number
    heads: number
    area: string
    byOrigin: Partial<Record<VoteOrigin, number>>
  }
  papers: {
    listed: {
      electorId: string
      doors: string
      readings: number
      differs: boolean
      settledAt: Date | null
      outcome: AttemptOutcome | null
    }[]
    /** How many there are; the page lists the first of them. */
    total: number
    /** The number that was looked for. */
    sought: string | null
  }
  /** Printed for electors who have not voted, and read by nobody. */
  papersOut: number
  /** Written proxies of those who have not voted, by whether they say what to answer here. */
  proxies: { answered: number; unanswered: number }
  /** Who is missing at the desk for reading papers. */
  handMissing: HandMissing | null
  attempts: {
    id: string
    electorId: string
    origin: VoteOrigin
    outcome: AttemptOutcome
    at: Date
  }[]
  objections: {
    id: string
    name: string
    contact: string | null
    words: string
    receivedAt: Date
    answer: string | null
  }[]
  /** What the count made of those who said nothing; null before it, or where the rules make nothing of it. */
  silent: SilentVotes | null
  silenceBasis: string | null
  /** Whether owners may vote on their phones here. */
  byPhone: boolean
  /** Whether another system's result may be taken over. */
  mayTakeOver: boolean
  /** The last day to announce what was counted; null before the count and after. */
  announceBy: string | null
  mayRun: boolean
  today: string
}
