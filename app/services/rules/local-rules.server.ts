import { and, asc, eq } from 'drizzle-orm'
import { localDateOf } from '#app/domain/calendar/local-date.ts'
import { can } from '#app/domain/permissions/can.ts'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import {
  localProfile,
  type LocalRule,
  type LocalRuleRefusal,
} from '#app/domain/voting/local-profile.ts'
import { RULE_PROFILES, ruleProfileFor } from '#app/domain/voting/rule-profiles.ts'
import {
  databaseCodeOf,
  UNIQUE_VIOLATION,
} from '#app/services/meetings/database-errors.server.ts'
import type { Database } from '#db/database.ts'
import { ruleProfiles, ruleProfileUses, sessionRuleUses } from '#db/schema/owners-votes.ts'
import { regionServed } from './rules-in-force.server.ts'

type Lent = { db: Database; now: () => Date }

export type LocalRulesRefusal =
  LocalRuleRefusal | { code: 'no-such-rule' | 'rule-in-use' | 'rule-twice' | 'no-county-code' }

/** The profiles of the law and those of the county, with which of them were used; null for anybody else. */
export async function listRules({ db, now }: Lent, viewer: StaffViewer) {
  if (!can(viewer, 'add-rules', { scopeId: viewer.scopeId })) return null
  const rows = await db
    .selectDistinct({
      profileId: ruleProfiles.profileId,
      region: ruleProfiles.region,
      version: ruleProfiles.version,
      profile: ruleProfiles.profile,
      createdBy: ruleProfiles.createdBy,
      usedByVote: ruleProfileUses.profileId,
      usedBySession: sessionRuleUses.profileId,
    })
    .from(ruleProfiles)
    .leftJoin(
      ruleProfileUses,
      and(
        eq(ruleProfileUses.profileId, ruleProfiles.profileId),
        eq(ruleProfileUses.region, ruleProfiles.region),
        eq(ruleProfileUses.version, ruleProfiles.version),
      ),
    )
    .leftJoin(
      sessionRuleUses,
      and(
        eq(sessionRuleUses.profileId, ruleProfiles.profileId),
        eq(sessionRuleUses.region, ruleProfiles.region),
        eq(sessionRuleUses.version, ruleProfiles.version),
      ),
    )
    .orderBy(asc(ruleProfiles.profileId), asc(ruleProfiles.version))
  const today = localDateOf(now())
  const profiles = [...RULE_PROFILES, ...rows.map(({ profile }) => profile)]
  const region = await regionServed(db)
  const inForce = (id: string) => ruleProfileFor(id, region, today, profiles)
  return {
    today,
    national: RULE_PROFILES.filter(({ region }) => region === 'CN').map((profile) => ({
      profile,
      inForce: inForce(profile.id)?.region === profile.region,
    })),
    local: rows.map(({ profile, createdBy, usedByVote, usedBySession }) => ({
      profile,
      createdBy,
      used: usedByVote !== null || usedBySession !== null,
      inForce:
        inForce(profile.id)?.region === profile.region &&
        inForce(profile.id)?.version === profile.version,
    })),
  }
}

/** Writes down a version of the county's own. It holds for votes that open from its day on. */
export async function addLocalRule(
  { db, now }: Lent,
  viewer: StaffViewer,
  rule: LocalRule,
): Promise<Result<null, LocalRulesRefusal>> {
  if (!can(viewer, 'add-rules', { scopeId: viewer.scopeId })) {
    return refuse({ code: 'no-such-rule' })
  }
  const today = localDateOf(now())
  const adding = db.transaction<Result<null, LocalRulesRefusal>>(async (tx) => {
    const region = await regionServed(tx)
    const earlier = await tx
      .select({ version: ruleProfiles.version })
      .from(ruleProfiles)
      .where(and(eq(ruleProfiles.profileId, rule.profileId), eq(ruleProfiles.region, region)))
    const made = localProfile(ruleProfileFor(rule.profileId, 'CN', today), rule, {
      region,
      version: Math.max(0, ...earlier.map(({ version }) => version)) + 1,
      today,
    })
    if (!made.ok) return made
    // Where nobody has said which county this is, its rule would hold everywhere.
    if (region === 'CN') return refuse({ code: 'no-county-code' })
    // Two at once take the same number, and the primary key lets one of them have it.
    await tx.insert(ruleProfiles).values({
      ...{ profileId: made.value.id, region, version: made.value.version },
      ...{ profile: made.value, createdBy: viewer.name, createdAt: now() },
    })
    return ok(null)
  })
  return adding.catch((error: unknown) => {
    if (databaseCodeOf(error) === UNIQUE_VIOLATION) return refuse({ code: 'rule-twice' })
    throw error
  })
}

/** Takes back a version that no vote has used; the database says whether one has. */
export async function removeLocalRule(
  { db }: Lent,
  viewer: StaffViewer,
  { profileId, version }: { profileId: string; version: number },
): Promise<Result<null, LocalRulesRefusal>> {
  if (!can(viewer, 'add-rules', { scopeId: viewer.scopeId })) {
    return refuse({ code: 'no-such-rule' })
  }
  try {
    const gone = await db
      .delete(ruleProfiles)
      .where(
        and(
          eq(ruleProfiles.profileId, profileId),
          eq(ruleProfiles.region, await regionServed(db)),
          eq(ruleProfiles.version, version),
        ),
      )
      .returning({ version: ruleProfiles.version })
    return gone.length > 0 ? ok(null) : refuse({ code: 'no-such-rule' })
  } catch (error) {
    if (databaseCodeOf(error) === '23503') return refuse({ code: 'rule-in-use' })
    throw error
  }
}
