import type { LocalDate } from '#app/domain/calendar/local-date.ts'
import type { Side } from '#app/domain/organisation/side.ts'
import type { DecidingBody, TopicType } from './authority.ts'
import { checkComposition, type CompositionCheck } from './composition.ts'
import { kinOf, type RuleProfileId } from './rule-profile-id.ts'
import type { Share, VoteRule } from './rule.ts'
import type { RuleProfile } from './rule-profiles.ts'

/**
 * As what a session is convened: a consultation, or the meeting of a body that
 * decides by a rule of its own. Named by the rule, because a village meeting
 * counts either its adults or its households.
 */
export const SESSION_BODIES = [
  'deliberation',
  'residents-meeting',
  'residents-reps-meeting',
  'owners-committee',
  'party-meeting',
  'village-meeting-adults',
  'village-meeting-households',
  'village-reps-meeting',
] as const satisfies readonly RuleProfileId[]
export type SessionBody = (typeof SESSION_BODIES)[number]

/** The rule a session is convened by: a body's own, or one that a county wrote beside it. */
export type ConvenedBy = SessionBody | `local-${SessionBody}-${string}`

/** Whether anybody meets by a rule. */
export function isConvenedBy(ruleId: string): ruleId is ConvenedBy {
  return SESSION_BODIES.some((body) => body === kinOf(ruleId))
}

/** As what a session meets by a rule. */
export function sessionBodyOf(ruleId: ConvenedBy): SessionBody {
  const body = SESSION_BODIES.find((each) => each === kinOf(ruleId))
  if (!body) throw new Error(`Nobody meets by the rule ${ruleId}`)
  return body
}

/** Whether a session is called after a rule of a county's own, or is a meeting with a name by law. */
export function hasOwnName(body: Pick<ConvenedBody, 'as' | 'profile'>): boolean {
  return body.as !== 'deliberation' || body.profile.name !== undefined
}

/** What the notice freezes of the body: its rule, and the rules of topics that have their own. */
export type ConvenedBody = {
  as: SessionBody
  profile: RuleProfile
  /** Of items whose topic the same body decides by another rule: an election by representatives. */
  topicRules: { topicType: TopicType; profile: RuleProfile }[]
  noticeOn: LocalDate
}

/** 居委会组织法 (2025) Art. 30: the Party organisation studies a matter before it is voted on. */
export type PartyReview = { by: string; on: LocalDate; opinion: string }

/** Whose members hold a vote; null where the convener says so for each. */
const MEMBERS: Record<SessionBody, readonly Side[] | null> = {
  deliberation: null,
  'residents-meeting': ['residents', 'committees'],
  'residents-reps-meeting': ['residents', 'committees'],
  'owners-committee': ['owners'],
  // A member of the Party may live or work on any side.
  'party-meeting': null,
  'village-meeting-adults': ['residents', 'committees'],
  'village-meeting-households': ['residents', 'committees'],
  'village-reps-meeting': ['residents', 'committees'],
}

/** Whether the Party organisation is to be heard before this session votes, on whatever item. */
export function asksPartyReview(body: ConvenedBody | undefined): boolean {
  const rules = body ? [body.profile, ...body.topicRules.map(({ profile }) => profile)] : []
  return rules.some(({ needsPartyReview }) => needsPartyReview)
}

/** Whether somebody may sit in the place of who holds a vote in this session, on whatever item. */
export function takesDeputies(body: ConvenedBody | undefined): boolean {
  const rules = body ? [body.profile, ...body.topicRules.map(({ profile }) => profile)] : []
  return !rules.some(({ inPersonOnly }) => inPersonOnly)
}

/** Sides whose people are members of a body and vote in it; null where any may be. */
export function membersOf(as: SessionBody): readonly Side[] | null {
  return MEMBERS[as]
}

/** The rule that a ballot on a topic goes by, as the notice froze it. */
export function frozenRule(body: ConvenedBody, topicType: TopicType | null): RuleProfile {
  return body.topicRules.find((each) => each.topicType === topicType)?.profile ?? body.profile
}

/**
 * The rule a session votes by. A consultation adopts its own quorum, because no
 * law sets one; it may ask for more than its county does and never for less.
 *
 * @param quorum - the share of those invited that the session adopted.
 */
export function votingRule(profile: RuleProfile, quorum: Share): VoteRule {
  const { rule, body, region } = profile
  if (body !== 'session' || !rule.quorum) return rule
  const fixed = rule.quorum.share
  const looser = quorum[0] * fixed[1] < fixed[0] * quorum[1]
  if (region !== 'CN' && looser) return rule
  return { ...rule, quorum: { ...rule.quorum, share: quorum } }
}

/** Who sits in a body with a vote: representatives are residents, the rest the committee. */
export function compositionOf(
  { repsShare }: Pick<RuleProfile, 'repsShare'>,
  voting: readonly { side: Side }[],
): CompositionCheck | null {
  if (!repsShare) return null
  const reps = voting.filter(({ side }) => side === 'residents').length
  return checkComposition({ committee: voting.length - reps, reps }, repsShare)
}

/** Whose word a session's vote is: a log without a body is a consultation. */
export function bodyOf(body: ConvenedBody | undefined): DecidingBody {
  return body?.profile.body ?? 'session'
}

/** The profile of a body with a rule of its own; null for a consultation. */
export function ownProfileOf(body: ConvenedBody | undefined): RuleProfile | null {
  return body && bodyOf(body) !== 'session' ? body.profile : null
}
