import type { VoteScope } from '#app/domain/voting/rule-profiles.ts'
import type {
  CountingPolicy,
  Designation,
  ProxyEnd,
  ProxyInstruction,
  RollOwner,
  RollState,
  RollVoter,
} from './register.ts'

/** A roll without its lines; for staff. */
export type RollSummary = {
  id: string
  compoundId: string
  title: string
  scope: VoteScope
  state: RollState
  policy: CountingPolicy
  totalHeads: number
  /** Decimal string in m². */
  totalArea: string
  electors: number
  units: number
  /** Units from outside its scope. */
  added: number
  /** Whose dwelling is to become a business, masked. */
  applicant: string | null
  createdAt: Date
  publishedUntil: string | null
  frozenAt: Date | null
  frozenBy: string | null
  hash: string | null
  earlyReason: string | null
  withdrawnReason: string | null
  revision: number
}

/** One ballot of a roll, with names; for staff alone. */
export type RollElectorView = {
  electorId: string
  heads: number
  /** Decimal string in m². */
  area: string
  developer: boolean
  doors: string[]
  owners: RollOwner[]
  voter: RollVoter
  designation: Designation | null
  /** Why it is on the roll though it lies outside, as everybody may read it. */
  addedReason: string | null
}

/** A unit that was put on a roll from outside its scope; for staff. */
export type RollAdditionView = {
  id: string
  door: string
  reason: string
  /** Where what proves it is kept; empty where its paper's photo stands for it. */
  evidence: string
  hasPaper: boolean
  addedBy: string
  addedAt: Date
  ended: { by: string; reason: string } | null
}

export type RollObjectionView = {
  id: string
  electorId: string | null
  name: string
  contact: string | null
  words: string
  receivedAt: Date
  outcome: 'corrected' | 'not-upheld' | null
  answer: string | null
}

export type ProxyView = {
  id: string
  electorId: string
  holderName: string
  holderPhone: string
  instructions: ProxyInstruction[]
  signedOn: string
  ended: ProxyEnd | null
}

/** An elector whose vote is or was suspended; for staff. */
export type RollSuspensionView = {
  id: string
  electorId: string
  reason: string
  markedBy: string
  markedAt: Date
  lifted: { by: string; at: Date } | null
}

/** A roll as the desk shows it: a page of its ballots, its objections, its proxies. */
export type RollForStaff = {
  roll: RollSummary
  mayFreeze: boolean
  /** Whether owners can read it today. */
  isShown: boolean
  /** Ballots that nobody can cast yet. */
  waiting: number
  found: number
  page: number
  pages: number
  electors: RollElectorView[]
  additions: RollAdditionView[]
  suspensions: RollSuspensionView[]
  objections: RollObjectionView[]
  proxies: ProxyView[]
}

/** What everybody may read of a roll. */
export type PublicRoll = {
  id: string
  communityCode: string
  title: string
  compound: string
  compoundEn: string
  state: 'published' | 'frozen'
  isShown: boolean
  publishedUntil: string | null
  totalHeads: number
  totalArea: string
  electors: number
  units: number
  parking: CountingPolicy['parking']
  ownerMergeKey: CountingPolicy['ownerMergeKey']
  /** The owners' text that suspends votes, and how many are; null where everybody's counts. */
  suspended: { basis: string; electors: number } | null
  hash: string | null
  earlyReason: string | null
  objections: { received: number; corrected: number; open: number }
  page: number
  pages: number
  /** Units from outside its scope. */
  added: number
  /** Whose dwelling is to become a business, masked. */
  applicant: string | null
  lines: {
    electorId: string
    name: string
    doors: string
    heads: number
    area: string
    addedReason: string | null
  }[]
}

/** An owner's own line, for whoever knows its door and a name on it. */
export type MyLine = {
  electorId: string
  heads: number
  area: string
  units: { door: string; area: string; source: 'registered' | 'surveyed' | 'contract' }[]
  voter: RollVoter['as']
}
