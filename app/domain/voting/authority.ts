import { basis, textInForce, type LegalBasis } from './laws.ts'
import type { RuleProfileId } from './rule-profile-id.ts'

/** What a matter is about, as far as it decides whose decision it is. */
export type TopicType =
  | 'assembly-rules'
  | 'management-covenant'
  | 'owners-committee-election'
  | 'property-company-contract'
  | 'maintenance-fund-use'
  | 'maintenance-fund-raise'
  | 'rebuild-or-alter'
  | 'common-parts-use'
  | 'other-major-owners-matter'
  | 'owners-committee-mandate'
  | 'community-affairs'
  | 'residents-covenant'
  | 'community-fund-raising'
  | 'residents-committee-election'
  | 'village-affairs'
  | 'property-service'
  | 'law-enforcement'
  | 'dwelling-to-business'
  | 'neighbour-dispute'
  | 'soft-matter'

/** Who can decide. A `session` is a consultation meeting and decides for itself alone. */
export type DecidingBody =
  | 'session'
  | 'owners'
  | 'owners-committee'
  | 'interested-owners'
  | 'residents-meeting'
  | 'residents-reps-meeting'
  | 'village-meeting'
  | 'village-reps-meeting'
  | 'party-meeting'
  | 'property-company'
  | 'department'
  | 'parties'

/** What an outcome may be called. Only `resolution` is a 决议. */
export type OutcomeLabel =
  | 'resolution'
  | 'agreement'
  | 'recommendation'
  | 'work-order'
  | 'referral'
  | 'advice'
  | 'mediation'

/** What to offer when a session has dealt with the matter. */
export type NextStep =
  | 'assign-task'
  | 'prepare-owners-vote'
  | 'put-to-owners-committee'
  | 'put-to-residents-meeting'
  | 'put-to-residents-reps-meeting'
  | 'put-to-village-reps-meeting'
  | 'order-work'
  | 'refer-to-department'
  | 'ask-all-interested-owners'
  | 'invite-mediation'

export type Authority = {
  topicType: TopicType
  body: DecidingBody
  /** The rule the body decides by; null where nobody votes. */
  ruleProfileId: RuleProfileId | null
  /** Other bodies the law lets decide the same matter, each by its own rule. */
  alternatives: readonly { body: DecidingBody; ruleProfileId: RuleProfileId }[]
  /** The item of Civil Code Art. 278 (1), which an owners' vote must name. */
  art278Item: number | null
  /** What a session's own outcome on this topic is called. */
  outcomeLabel: OutcomeLabel
  legalBasis: LegalBasis
  nextStep: NextStep
}

const ownersMatter = (
  topicType: TopicType,
  art278Item: number,
  ruleProfileId: 'owners-general' | 'owners-special',
): Authority => ({
  topicType,
  body: 'owners',
  ruleProfileId,
  alternatives: [],
  art278Item,
  outcomeLabel: 'recommendation',
  legalBasis: basis('civil-code', `278(1)(${art278Item})`),
  nextStep: 'prepare-owners-vote',
})

const residentsMatter = (topicType: TopicType, article: string): Authority => ({
  topicType,
  body: 'residents-reps-meeting',
  ruleProfileId: 'residents-reps-meeting',
  alternatives: [{ body: 'residents-meeting', ruleProfileId: 'residents-meeting' }],
  art278Item: null,
  outcomeLabel: 'recommendation',
  legalBasis: basis('residents-committees-law', article),
  nextStep: 'put-to-residents-reps-meeting',
})

/**
 * Whose decision it is, one row a topic. A row holds from the day its law took
 * effect, where its region says; of several that hold, the most local and then
 * the newest wins, so a county's own row can be added without touching these.
 */
export const AUTHORITIES: readonly Authority[] = [
  ownersMatter('assembly-rules', 1, 'owners-general'),
  ownersMatter('management-covenant', 2, 'owners-general'),
  ownersMatter('owners-committee-election', 3, 'owners-general'),
  ownersMatter('property-company-contract', 4, 'owners-general'),
  ownersMatter('maintenance-fund-use', 5, 'owners-general'),
  ownersMatter('maintenance-fund-raise', 6, 'owners-special'),
  ownersMatter('rebuild-or-alter', 7, 'owners-special'),
  ownersMatter('common-parts-use', 8, 'owners-special'),
  ownersMatter('other-major-owners-matter', 9, 'owners-general'),
  {
    topicType: 'owners-committee-mandate',
    body: 'owners-committee',
    ruleProfileId: 'owners-committee',
    alternatives: [{ body: 'owners', ruleProfileId: 'owners-general' }],
    art278Item: null,
    outcomeLabel: 'recommendation',
    legalBasis: basis('owners-assembly-guidance', null),
    nextStep: 'put-to-owners-committee',
  },
  residentsMatter('community-affairs', '32'),
  residentsMatter('residents-covenant', '32'),
  residentsMatter('community-fund-raising', '32'),
  {
    ...residentsMatter('residents-committee-election', '19'),
    ruleProfileId: 'residents-committee-election-by-reps',
    alternatives: [],
  },
  {
    topicType: 'village-affairs',
    body: 'village-reps-meeting',
    ruleProfileId: 'village-reps-meeting',
    alternatives: [
      { body: 'village-meeting', ruleProfileId: 'village-meeting-adults' },
      { body: 'village-meeting', ruleProfileId: 'village-meeting-households' },
    ],
    art278Item: null,
    outcomeLabel: 'recommendation',
    legalBasis: basis('village-committees-law', '30'),
    nextStep: 'put-to-village-reps-meeting',
  },
  {
    topicType: 'property-service',
    body: 'property-company',
    ruleProfileId: null,
    alternatives: [],
    art278Item: null,
    outcomeLabel: 'work-order',
    legalBasis: basis('civil-code', '942'),
    nextStep: 'order-work',
  },
  {
    topicType: 'law-enforcement',
    body: 'department',
    ruleProfileId: null,
    alternatives: [],
    art278Item: null,
    outcomeLabel: 'referral',
    legalBasis: basis('session-rules', null),
    nextStep: 'refer-to-department',
  },
  {
    topicType: 'dwelling-to-business',
    body: 'interested-owners',
    ruleProfileId: 'unanimous-interested',
    alternatives: [],
    art278Item: null,
    outcomeLabel: 'advice',
    legalBasis: basis('civil-code', '279'),
    nextStep: 'ask-all-interested-owners',
  },
  {
    topicType: 'neighbour-dispute',
    body: 'parties',
    ruleProfileId: null,
    alternatives: [],
    art278Item: null,
    outcomeLabel: 'mediation',
    legalBasis: basis('people-mediation-law', '31'),
    nextStep: 'invite-mediation',
  },
  {
    topicType: 'soft-matter',
    body: 'session',
    ruleProfileId: 'deliberation',
    alternatives: [],
    art278Item: null,
    outcomeLabel: 'agreement',
    legalBasis: basis('residents-committees-law', '32'),
    nextStep: 'assign-task',
  },
]

/** Bodies whose vote on a matter of theirs may be called a 决议. */
const RESOLVING: ReadonlySet<DecidingBody> = new Set([
  'owners',
  'owners-committee',
  'residents-meeting',
  'residents-reps-meeting',
  'village-meeting',
  'village-reps-meeting',
])

/**
 * Who decides a topic at a place on a day (`YYYY-MM-DD`); null when the law that
 * says so had not taken effect yet.
 *
 * @param region - a division code, or `CN` for what holds everywhere.
 */
export function authorityFor(
  topicType: TopicType,
  region: string,
  onDate: string,
  authorities: readonly Authority[] = AUTHORITIES,
): Authority | null {
  const onTopic = authorities.filter((row) => row.topicType === topicType)
  return textInForce(onTopic, (row) => row.legalBasis, region, onDate)
}

/** Whether a topic is this body's to decide: by law, or because the law leaves it the choice. */
export function mayDecide(authority: Authority, by: DecidingBody): boolean {
  return authority.body === by || authority.alternatives.some(({ body }) => body === by)
}

/**
 * What an outcome may be titled. Only a body that has the authority, deciding
 * by its own vote, makes a resolution; a session never does, whatever the
 * figures, and a body that is not asked gives a recommendation at most.
 */
export function outcomeLabelFor(authority: Authority, decidedBy: DecidingBody): OutcomeLabel {
  if (decidedBy === 'session') return authority.outcomeLabel
  if (!mayDecide(authority, decidedBy)) return 'recommendation'
  if (RESOLVING.has(decidedBy)) return 'resolution'
  return decidedBy === 'interested-owners' ? 'agreement' : authority.outcomeLabel
}
