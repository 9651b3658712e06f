import { desc, eq } from 'drizzle-orm'
import { appliesIn } from '#app/domain/voting/laws.ts'
import { SESSION_BODIES } from '#app/domain/voting/convened-body.ts'
import { isLocalProfileId, kinOf } from '#app/domain/voting/rule-profile-id.ts'
import { RULE_PROFILES, type RuleProfile } from '#app/domain/voting/rule-profiles.ts'
import type { Database } from '#db/database.ts'
import { places } from '#db/schema/organisation.ts'
import { ruleProfiles } from '#db/schema/owners-votes.ts'

/** The profiles that come with the product, and those a county added; of two from one day the later one counts. */
export async function allRuleProfiles(db: Database): Promise<RuleProfile[]> {
  const own = await db
    .select({ profile: ruleProfiles.profile })
    .from(ruleProfiles)
    .orderBy(desc(ruleProfiles.version))
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

/** Rules of the county's own that a session can be convened by. */
export async function localMeetingRules(
  db: Database,
): Promise<Pick<RuleProfile, 'id' | 'name'>[]> {
  const [region, profiles] = [await regionServed(db), await allRuleProfiles(db)]
  const meetings = profiles.filter(
    (each) =>
      isLocalProfileId(each.id) &&
      appliesIn(each.region, region) &&
      SESSION_BODIES.some((body) => body === kinOf(each.id)),
  )
  return meetings.flatMap(({ id, name }, index) =>
    // Each once, whatever its versions.
    meetings.findIndex((each) => each.id === id) === index
      ? [{ id, ...(name && { name }) }]
      : [],
  )
}
