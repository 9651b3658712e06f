import { eq } from 'drizzle-orm'
import { RULE_PROFILES, type RuleProfile } from '#app/domain/voting/rule-profiles.ts'
import type { Database } from '#db/database.ts'
import { places } from '#db/schema/organisation.ts'
import { ruleProfiles } from '#db/schema/owners-votes.ts'

/** The profiles that come with the product, and those a county added. */
export async function allRuleProfiles(db: Database): Promise<RuleProfile[]> {
  const own = await db.select({ profile: ruleProfiles.profile }).from(ruleProfiles)
  return [...RULE_PROFILES, ...own.map(({ profile }) => profile)]
}

/**
 * Division code of the county that is served, six digits; a more local rule than the country's wins.
 * `CN` where nobody has said it: then what holds everywhere holds.
 */
export async function regionServed(db: Database): Promise<string> {
  const [county] = await db
    .select({ code: places.code })
    .from(places)
    .where(eq(places.kind, 'county'))
    .limit(1)
  return county && /^\d{6}$/.test(county.code) ? county.code : 'CN'
}
