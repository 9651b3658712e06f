import type { LocalDate } from '#app/domain/calendar/local-date.ts'
import { authorityFor, type TopicType } from './authority.ts'
import { textInForce } from './laws.ts'
import { isLocalProfileId, kinOf, type RuleProfileId } from './rule-profile-id.ts'
import { RULE_PROFILES, ruleProfileFor, type RuleProfile } from './rule-profiles.ts'

type PlaceAndDay = { region: string; on: LocalDate }

/**
 * The rule of a body for a topic: the county's own for that very topic; else its own, unless the
 * authority router gives this very body another one. A topic that is somebody else's to decide is
 * voted on by the body's own rule and stays a recommendation.
 *
 * @param convenedAs - the profile it is convened by, the product's or a county's own.
 * @returns null when no text was in force at the place on the day.
 */
export function ruleOfBody(
  convenedAs: string,
  topicType: TopicType | null,
  at: PlaceAndDay,
  profiles: readonly RuleProfile[] = RULE_PROFILES,
): RuleProfile | null {
  const own = ruleProfileFor(convenedAs, at.region, at.on, profiles)
  const kin = kinOf(convenedAs)
  if (!own || !kin || !topicType) return own
  // Convened by a rule that names the topic, it goes by that one.
  if (isLocalProfileId(own.id) && own.topicTypes.includes(topicType)) return own
  const authority = authorityFor(topicType, at.region, at.on)
  const asked = (authority?.body === own.body && authority.ruleProfileId) || kin
  const ofTopic = localRuleFor(asked, topicType, at, profiles)
  if (ofTopic || asked === kin) return ofTopic ?? own
  return ruleProfileFor(asked, at.region, at.on, profiles) ?? own
}

/** The rule by which a topic is decided: a county's own for that topic, else the one the law names. */
export function ruleOfTopic(
  named: RuleProfileId,
  topicType: TopicType,
  at: PlaceAndDay,
  profiles: readonly RuleProfile[] = RULE_PROFILES,
): RuleProfile | null {
  return (
    localRuleFor(named, topicType, at, profiles) ??
    ruleProfileFor(named, at.region, at.on, profiles)
  )
}

function localRuleFor(
  kin: RuleProfileId,
  topicType: TopicType,
  { region, on }: PlaceAndDay,
  profiles: readonly RuleProfile[],
): RuleProfile | null {
  const forTopic = profiles.filter(
    ({ id, topicTypes }) =>
      isLocalProfileId(id) && kinOf(id) === kin && topicTypes.includes(topicType),
  )
  return textInForce(forTopic, (row) => row, region, on)
}
