import type { DecidingBody, TopicType } from './authority.ts'
import { basis, textInForce, type LegalBasis } from './laws.ts'
import type { RuleProfileId } from './rule-profile-id.ts'
import type { Measure, PassTest, QuorumTest, Share, VoteRule } from './rule.ts'

/** Which owners are asked: all, or those who share the part in question. */
export type VoteScope = 'compound' | 'building' | 'stairwell'

/** A name in plain words; English where somebody gave it. */
export type RuleName = { zh: string; en: string | null }

/** What must be true before a meeting opens, and a text may leave open. */
export type WaivableCondition = 'notice' | 'quorum' | 'sides'

/**
 * A rule with its place in time and law. A profile that was used is never
 * changed; a new text becomes a new version.
 */
export type RuleProfile = {
  id: string
  version: number
  /** What a county calls a rule of its own; those of the product are called by the words of the screens. */
  name?: RuleName
  body: DecidingBody
  topicTypes: readonly TopicType[]
  rule: VoteRule
  legalBasis: LegalBasis
  /** From this day, `YYYY-MM-DD`, until a newer version of the same region takes over. */
  effectiveFrom: string
  region: string
  /** Full days between notice and meeting; null where no law names a number. */
  noticeDays: number | null
  /** 居委会组织法 Art. 30: studied by the Party organisation before it is put to the vote. */
  needsPartyReview: boolean
  /** Each affected side must be in the room before the vote opens. */
  needsEverySide: boolean
  /** Whoever holds a vote comes themselves: nobody is seated in their place. Missing: somebody may be. */
  inPersonOnly?: true
  /** Representatives must make up at least this share of the members; null where anybody may sit. */
  repsShare: Share | null
  scopes: readonly VoteScope[]
  /** What the text leaves open, so that a meeting may go on without it and say why. Missing: nothing. */
  mayWaive?: readonly WaivableCondition[]
  /**
   * Whether the law of the place lets this system collect the votes. Missing means no: what is
   * collected is then an opinion survey (意见征询), whatever its figures. Only a local version says yes.
   */
  ownSystemLawful?: boolean
}

const atLeast = (n: number, d: number) => ({ share: [n, d], strict: false }) as const
const moreThan = (n: number, d: number) => ({ share: [n, d], strict: true }) as const

const TWO_THIRDS_PRESENT: QuorumTest = { of: 'roll', count: 'present', ...atLeast(2, 3) }
const HALF_PRESENT: QuorumTest = { of: 'roll', count: 'present', ...moreThan(1, 2) }
const TWO_THIRDS_VOTING: QuorumTest = { of: 'roll', count: 'participating', ...atLeast(2, 3) }
const HALF_OF_PRESENT: PassTest = { of: 'present', ...moreThan(1, 2) }

type ProfileText = Pick<RuleProfile, 'body' | 'legalBasis'> & {
  id: RuleProfileId
  measures?: readonly Measure[]
  quorum: QuorumTest | null
  pass: PassTest
} & Partial<
    Pick<
      RuleProfile,
      | 'version'
      | 'topicTypes'
      | 'noticeDays'
      | 'needsPartyReview'
      | 'needsEverySide'
      | 'inPersonOnly'
      | 'repsShare'
      | 'scopes'
      | 'mayWaive'
    >
  >

function profile({
  id,
  measures = ['heads'],
  quorum,
  pass,
  ...text
}: ProfileText): RuleProfile {
  return {
    id,
    version: 1,
    topicTypes: [],
    noticeDays: null,
    needsPartyReview: false,
    needsEverySide: false,
    repsShare: null,
    scopes: ['compound'],
    ...text,
    rule: { id, measures, quorum, pass },
    effectiveFrom: text.legalBasis.effectiveFrom,
    region: text.legalBasis.region,
  }
}

/** The rules the law and our session rules give; a county adds rows of its own beside these. */
export const RULE_PROFILES: readonly RuleProfile[] = [
  profile({
    id: 'deliberation',
    body: 'session',
    topicTypes: ['soft-matter'],
    quorum: TWO_THIRDS_PRESENT,
    pass: HALF_OF_PRESENT,
    // The law asks for consultation and leaves its quorum open: the figures are the session's own.
    legalBasis: basis('residents-committees-law', '32'),
    needsEverySide: true,
    mayWaive: ['notice', 'quorum', 'sides'],
  }),
  profile({
    id: 'residents-meeting',
    body: 'residents-meeting',
    topicTypes: ['community-affairs', 'residents-covenant', 'community-fund-raising'],
    quorum: HALF_PRESENT,
    pass: HALF_OF_PRESENT,
    legalBasis: basis('residents-committees-law', '27'),
    noticeDays: 10,
    needsPartyReview: true,
    // Art. 26: in special cases a residents' meeting may be convened at once.
    mayWaive: ['notice'],
  }),
  profile({
    id: 'residents-reps-meeting',
    body: 'residents-reps-meeting',
    topicTypes: ['community-affairs', 'residents-covenant', 'community-fund-raising'],
    quorum: TWO_THIRDS_PRESENT,
    pass: HALF_OF_PRESENT,
    legalBasis: basis('residents-committees-law', '29'),
    needsPartyReview: true,
    repsShare: [4, 5],
  }),
  profile({
    id: 'residents-committee-election-by-reps',
    body: 'residents-reps-meeting',
    topicTypes: ['residents-committee-election'],
    // 超过三分之二, unlike the 三分之二以上 of Art. 29: exactly two thirds is not enough.
    quorum: { of: 'roll', count: 'present', ...moreThan(2, 3) },
    pass: HALF_OF_PRESENT,
    legalBasis: basis('residents-committees-law', '19'),
    inPersonOnly: true,
  }),
  profile({
    id: 'owners-general',
    body: 'owners',
    topicTypes: [
      'assembly-rules',
      'management-covenant',
      'owners-committee-election',
      'property-company-contract',
      'maintenance-fund-use',
      'other-major-owners-matter',
    ],
    measures: ['heads', 'area'],
    quorum: TWO_THIRDS_VOTING,
    pass: { of: 'participating', ...moreThan(1, 2) },
    legalBasis: basis('civil-code', '278(2)'),
    noticeDays: 15,
    scopes: ['compound', 'building', 'stairwell'],
  }),
  profile({
    id: 'owners-special',
    body: 'owners',
    topicTypes: ['maintenance-fund-raise', 'rebuild-or-alter', 'common-parts-use'],
    measures: ['heads', 'area'],
    quorum: TWO_THIRDS_VOTING,
    pass: { of: 'participating', ...atLeast(3, 4) },
    legalBasis: basis('civil-code', '278(2)'),
    noticeDays: 15,
    scopes: ['compound', 'building', 'stairwell'],
  }),
  profile({
    id: 'owners-committee',
    body: 'owners-committee',
    topicTypes: ['owners-committee-mandate'],
    quorum: HALF_PRESENT,
    // Of all members, not of those in the room.
    pass: { of: 'roll', ...moreThan(1, 2) },
    legalBasis: basis('owners-assembly-guidance', null),
    // The owners elected these people. Shanghai (Art. 26) and Hangzhou (Art. 29) say it of every member.
    inPersonOnly: true,
  }),
  profile({
    id: 'owners-committee',
    body: 'owners-committee',
    topicTypes: ['owners-committee-mandate'],
    quorum: HALF_PRESENT,
    pass: { of: 'roll', ...moreThan(1, 2) },
    legalBasis: basis('shanghai-property-regulation', '26'),
    inPersonOnly: true,
  }),
  profile({
    id: 'owners-committee',
    body: 'owners-committee',
    topicTypes: ['owners-committee-mandate'],
    quorum: TWO_THIRDS_PRESENT,
    pass: { of: 'roll', ...moreThan(1, 2) },
    legalBasis: basis('shandong-property-regulation', '32'),
    inPersonOnly: true,
  }),
  profile({
    id: 'unanimous-interested',
    body: 'interested-owners',
    topicTypes: ['dwelling-to-business'],
    quorum: null,
    // Nobody is outvoted: silence is not consent, so the share is of the whole roll.
    pass: { of: 'roll', ...atLeast(1, 1) },
    legalBasis: basis('civil-code', '279'),
    scopes: ['building', 'stairwell'],
  }),
  profile({
    id: 'party-meeting',
    body: 'party-meeting',
    quorum: TWO_THIRDS_PRESENT,
    // 应到会党员半数以上: half of all members, the half included.
    pass: { of: 'roll', ...atLeast(1, 2) },
    legalBasis: basis('rural-party-organisation-rules', '19'),
    // The three days are of local sheets, not of the rules.
    noticeDays: 3,
    mayWaive: ['notice'],
  }),
  profile({
    id: 'village-meeting-adults',
    body: 'village-meeting',
    topicTypes: ['village-affairs'],
    quorum: HALF_PRESENT,
    pass: HALF_OF_PRESENT,
    legalBasis: basis('village-committees-law', '26'),
    noticeDays: 10,
    needsPartyReview: true,
  }),
  profile({
    id: 'village-meeting-households',
    body: 'village-meeting',
    topicTypes: ['village-affairs'],
    quorum: TWO_THIRDS_PRESENT,
    pass: HALF_OF_PRESENT,
    legalBasis: basis('village-committees-law', '26'),
    noticeDays: 10,
    needsPartyReview: true,
  }),
  profile({
    id: 'village-reps-meeting',
    body: 'village-reps-meeting',
    topicTypes: ['village-affairs'],
    quorum: TWO_THIRDS_PRESENT,
    pass: HALF_OF_PRESENT,
    legalBasis: basis('village-committees-law', '30'),
    needsPartyReview: true,
  }),
]

/**
 * The version of a profile that holds at a place on a day (`YYYY-MM-DD`): the
 * most local, and of those the newest. Null when none had taken effect.
 */
export function ruleProfileFor(
  id: string,
  region: string,
  onDate: string,
  profiles: readonly RuleProfile[] = RULE_PROFILES,
): RuleProfile | null {
  const versions = profiles.filter((row) => row.id === id)
  return textInForce(versions, (row) => row, region, onDate)
}
