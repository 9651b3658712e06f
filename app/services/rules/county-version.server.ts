import { and, eq } from 'drizzle-orm'
import type { RuleProfile } from '#app/domain/voting/rule-profiles.ts'
import type { Database } from '#db/database.ts'
import { ruleProfiles } from '#db/schema/owners-votes.ts'

/**
 * What points at the county's own version of a rule, for the row that says who used it: as long as
 * there is one the version cannot be taken back. Null for a rule of the product, which has no row.
 */
export async function countyVersion(
  tx: Database,
  { id: profileId, region, version }: Pick<RuleProfile, 'id' | 'region' | 'version'>,
) {
  const [own] = await tx
    .select({
      profileId: ruleProfiles.profileId,
      region: ruleProfiles.region,
      version: ruleProfiles.version,
      fingerprint: ruleProfiles.fingerprint,
    })
    .from(ruleProfiles)
    .where(
      and(
        eq(ruleProfiles.profileId, profileId),
        eq(ruleProfiles.region, region),
        eq(ruleProfiles.version, version),
      ),
    )
  return own ?? null
}
