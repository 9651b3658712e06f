import { refuse, type Result } from '#app/domain/shared/result.ts'
import { AUTHORITIES, type TopicType } from './authority.ts'
import { membersOf, SESSION_BODIES, type SessionBody } from './convened-body.ts'
import {
  canBeMet,
  localProfile,
  type LocalRuleRefusal,
  type LocalText,
} from './local-profile.ts'
import { kinOf, localProfileId, type RuleProfileId } from './rule-profile-id.ts'
import { RULE_PROFILES, type RuleProfile, type VoteScope } from './rule-profiles.ts'
import type { Base, Share } from './rule.ts'

/** A rule of a county's own beside one that the product knows: the same body, other matters or more asked. */
export type NewLocalRule = LocalText & {
  kin: RuleProfileId
  name: { zh: string; en: string }
  /** For which topics it is used; none for whatever a meeting convened by it votes on. */
  topicTypes: readonly TopicType[]
  passOf: Base
  needsPartyReview: boolean
  needsEverySide: boolean
  repsShare: Share | null
  scopes: readonly VoteScope[]
}

export type NewLocalRuleRefusal =
  | LocalRuleRefusal
  | {
      code:
        | 'rule-name'
        /** A consultation makes no 决议, so it is not called after one. */
        | 'rule-name-resolves'
        | 'rule-topic'
        | 'rule-topics-missing'
        /** Another rule of the county's has that topic; that one is to get a new version. */
        | 'rule-topic-taken'
        /** Sides and representatives are asked for at a meeting, and of a body that has them. */
        | 'rule-sides-or-reps'
        | 'rule-scope'
    }

/** What is left to choose for a rule beside one that the product knows. */
export type LocalChoices = {
  topicTypes: readonly TopicType[]
  /** Nobody meets by it, so only a topic brings it into use. */
  needsTopics: boolean
  /** Of whom the share that must say yes may be taken. */
  passBases: readonly Base[]
  mayAskSides: boolean
  mayAskReps: boolean
  scopes: readonly VoteScope[]
}

export const LONGEST_RULE_NAME = 24

export function localChoices(kin: RuleProfileId): LocalChoices | null {
  const national = RULE_PROFILES.find(({ id, region }) => id === kin && region === 'CN')
  if (!national) return null
  const meets = isSessionBody(kin)
  return {
    topicTypes: topicsOf(kin),
    needsTopics: !meets,
    // Who owns is asked by letter and phone: nobody is present, so no share is taken of those present.
    passBases:
      national.rule.quorum?.count === 'present'
        ? ['present', 'participating', 'roll']
        : ['participating', 'roll'],
    mayAskSides: meets,
    mayAskReps: meets && (membersOf(kin)?.includes('committees') ?? false),
    scopes: national.scopes,
  }
}

/**
 * A rule of a county's own. Of a body whose way of deciding is the law's it may ask more and never
 * less; how a consultation decides is open. What is weighed follows the body: no law leaves it to choose.
 *
 * @param national - the profile of that kind that holds without any text of the county's.
 * @param others - the county's rules there are.
 * @param letters - what tells its id from others beside the same rule.
 */
export function newLocalProfile(
  rule: NewLocalRule,
  national: RuleProfile | null,
  {
    region,
    today,
    letters,
    others,
  }: { region: string; today: string; letters: string; others: readonly RuleProfile[] },
): Result<RuleProfile, NewLocalRuleRefusal> {
  const { kin, topicTypes, repsShare, scopes } = rule
  const choices = localChoices(kin)
  if (!national || !choices) return refuse({ code: 'no-such-profile' })
  const name = { zh: rule.name.zh.trim(), en: rule.name.en.trim() || null }
  if (!name.zh || name.zh.length > LONGEST_RULE_NAME || (name.en?.length ?? 0) > 60) {
    return refuse({ code: 'rule-name' })
  }
  if (national.body === 'session' && /决议|resolution/i.test(`${name.zh} ${name.en ?? ''}`)) {
    return refuse({ code: 'rule-name-resolves' })
  }
  if (topicTypes.some((topic) => !choices.topicTypes.includes(topic))) {
    return refuse({ code: 'rule-topic' })
  }
  if (topicTypes.length === 0 && choices.needsTopics) {
    return refuse({ code: 'rule-topics-missing' })
  }
  const taken = others.flatMap((other) => (kinOf(other.id) === kin ? other.topicTypes : []))
  if (topicTypes.some((topic) => taken.includes(topic))) {
    return refuse({ code: 'rule-topic-taken' })
  }
  if ((repsShare && !choices.mayAskReps) || (rule.needsEverySide && !choices.mayAskSides)) {
    return refuse({ code: 'rule-sides-or-reps' })
  }
  if (scopes.length === 0 || scopes.some((scope) => !choices.scopes.includes(scope))) {
    return refuse({ code: 'rule-scope' })
  }
  if (!choices.passBases.includes(rule.passOf) || (repsShare && !canBeMet(repsShare))) {
    return refuse({ code: 'rule-share' })
  }
  const id = localProfileId(kin, letters)
  const { rule: known } = national
  const base: RuleProfile = {
    ...national,
    id,
    name,
    topicTypes: [...new Set(topicTypes)],
    rule: { ...known, id, pass: { ...known.pass, of: rule.passOf } },
    needsPartyReview: rule.needsPartyReview,
    needsEverySide: rule.needsEverySide,
    repsShare,
    scopes: [...new Set(scopes)],
  }
  return localProfile(base, national, rule, { region, version: 1, today })
}

function isSessionBody(kin: RuleProfileId): kin is SessionBody {
  return SESSION_BODIES.some((each) => each === kin)
}

/** What a body may be asked by this rule. A consultation may talk about anything but a quarrel of two. */
function topicsOf(kin: RuleProfileId): TopicType[] {
  const topics = AUTHORITIES.filter(({ body, ruleProfileId, alternatives }) =>
    kin === 'deliberation'
      ? body !== 'parties'
      : ruleProfileId === kin ||
        (isSessionBody(kin) &&
          alternatives.some((alternative) => alternative.ruleProfileId === kin)),
  ).map(({ topicType }) => topicType)
  return [...new Set(topics)]
}
