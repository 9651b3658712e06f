import type { LocalDate } from '#app/domain/calendar/local-date.ts'
import { authorityFor, type TopicType } from './authority.ts'
import type { SessionBody } from './convened-body.ts'
import { RULE_PROFILES, ruleProfileFor, type RuleProfile } from './rule-profiles.ts'

/**
 * The rule of a body for a topic: its own, unless the authority router gives
 * this very body another one. A topic that is somebody else's to decide is
 * voted on by the body's own rule and stays a recommendation.
 *
 * @returns null when no text was in force at the place on the day.
 */
export function ruleOfBody(
  as: SessionBody,
  topicType: TopicType | null,
  { region, on }: { region: string; on: LocalDate },
  profiles: readonly RuleProfile[] = RULE_PROFILES,
): RuleProfile | null {
  const own = ruleProfileFor(as, region, on, profiles)
  const authority = topicType && authorityFor(topicType, region, on)
  if (!own || !authority?.ruleProfileId || authority.body !== own.body) return own
  return ruleProfileFor(authority.ruleProfileId, region, on, profiles) ?? own
}
