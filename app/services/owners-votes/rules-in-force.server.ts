import { RULE_PROFILES, type RuleProfile } from '#app/domain/voting/rule-profiles.ts'
import type { Database } from '#db/database.ts'
import { ruleProfiles } from '#db/schema/owners-votes.ts'

/** Division code of the county this deployment serves; a more local rule than the country's wins. */
export const REGION = '350524'

/** The profiles that come with the product, and those a county added. */
export async function allRuleProfiles(db: Database): Promise<RuleProfile[]> {
  const own = await db.select({ profile: ruleProfiles.profile }).from(ruleProfiles)
  return [...RULE_PROFILES, ...own.map(({ profile }) => profile)]
}
