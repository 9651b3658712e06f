import type { OwnerMergeKey } from '#app/domain/voting/owner-merge.ts'
import type { ParkingPolicy } from '#app/domain/voting/roll.ts'

/**
 * Who an owner is, as far as it decides who may act: a grown person for
 * themselves, a ward (未成年人, 无民事行为能力人) through the guardian, an
 * organisation through its legal representative.
 */
export type OwnerKind = 'person' | 'ward' | 'organisation'

/** In whose name somebody acts for an owner who cannot act alone. */
export type AgentKind = 'guardian' | 'legal-representative'

/** Two valid ballots of one elector: which of them counts. Announced before the vote. */
export type DuplicateBallot = 'first-stands' | 'last-before-close' | 'paper-first'

/** Two boxes ticked on one paper. */
export type InvalidMark = 'not-participating' | 'abstain'

/** What an owner who was served and said nothing counts as. */
export type SilencePolicy = 'ignore' | 'follow-majority'

/** Whether owners who owe fees vote; contested in law, so only the owners' own rules suspend them. */
export type DebtorsVote = 'count' | 'suspend'

/** Through whose system owners vote electronically. */
export type ElectronicChannel = 'official' | 'app' | 'mixed'

/** How a compound counts, as its owners' rules say. Frozen into every roll made by it. */
export type CountingPolicy = {
  /** Null until somebody has chosen: there is no lawful default. */
  parking: ParkingPolicy | null
  ownerMergeKey: OwnerMergeKey
  /** How many owners one holder may vote for; null where the owners' rules set no limit. */
  proxyCap: number | null
  duplicateBallot: DuplicateBallot
  invalidMark: InvalidMark
  silence: SilencePolicy
  /** The owners' own text that lets silence follow the majority; rolls of before know none. */
  silenceBasis?: string | null
  /** Rolls of before know none: everybody's vote counts. */
  debtorsVote?: DebtorsVote
  /** The owners' own text that suspends votes; nobody's is without one. */
  debtorsBasis?: string | null
  electronicChannel: ElectronicChannel
  /** Full days the roll is shown to the owners before it is frozen. */
  publicationDays: number
}

export type RollState = 'draft' | 'published' | 'frozen' | 'withdrawn'

/** One unit as it stood when the roll was made. Areas are decimal strings in m². */
export type RollUnit = {
  unitId: string
  building: string
  stairwell: string
  room: string
  kind: string
  area: string
  source: 'registered' | 'surveyed' | 'contract'
}

/** One owner of an elector as they stood when the roll was made; for staff, never public. */
export type RollOwner = {
  ownerId: string
  name: string
  kind: OwnerKind
  /** Who acts for a ward or an organisation, when the register says. */
  agent: { kind: AgentKind; name: string } | null
}

/**
 * Who casts an elector's one ballot, settled when the roll is made. `undesignated`: co-owners who
 * have not said which of them; their ballot is held until they do (业主大会和业主委员会指导规则 Art. 25).
 */
export type RollVoter =
  | { as: 'owner'; ownerId: string }
  | { as: 'designated-co-owner'; ownerId: string }
  | { as: AgentKind; ownerId: string; name: string }
  | { as: 'developer' }
  | { as: 'undesignated' }
  | { as: 'agent-missing'; ownerId: string }

/** Who casts, as it was said after the roll was frozen. */
export type Designation = {
  ownerId: string
  /** The guardian or legal representative of an owner who cannot act alone, where the roll has none. */
  agentName: string | null
}

/** What a proxy was told to answer to one item. */
export type ProxyInstruction = {
  /** The item's words on the paper. */
  item: string
  choice: 'yes' | 'no' | 'abstain' | 'named' | 'as-the-holder-sees-fit'
  /** With `named`: the candidates or options, in the words of the paper and their order there. */
  names?: string[]
}

/** `appeared`: the owner came or voted themselves, which ends the proxy. */
export type ProxyEnd = 'appeared' | 'withdrawn' | 'recorded-wrongly'

export type ImportState = 'reading' | 'checked' | 'applied' | 'discarded'

/** Which units a roll is made of. */
export type RollScope =
  | { kind: 'compound' }
  | { kind: 'building'; buildingId: string }
  | { kind: 'stairwell'; buildingId: string; stairwell: string }
