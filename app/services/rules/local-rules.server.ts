import { and, asc, eq } from 'drizzle-orm'
import { localDateOf } from '#app/domain/calendar/local-date.ts'
import { can } from '#app/domain/permissions/can.ts'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import { localProfile, type LocalRule } from '#app/domain/voting/local-profile.ts'
import {
  newLocalProfile,
  type NewLocalRule,
  type NewLocalRuleRefusal,
} from '#app/domain/voting/new-local-profile.ts'
import { isLocalProfileId, kinOf } from '#app/domain/voting/rule-profile-id.ts'
import {
  RULE_PROFILES,
  ruleProfileFor,
  type RuleProfile,
} from '#app/domain/voting/rule-profiles.ts'
import { databaseCodeOf, STILL_REFERRED_TO, UNIQUE_VIOLATION } from '#db/database-errors.ts'
import type { Database } from '#db/database.ts'
import { places } from '#db/schema/organisation.ts'
import { ruleProfiles, ruleProfileUses, sessionRuleUses } from '#db/schema/owners-votes.ts'
import { regionServed } from './rules-in-force.server.ts'

type Lent = { db: Database; now: () => Date }

export type LocalRulesRefusal =
  | NewLocalRuleRefusal
  | { code: 'no-such-rule' | 'rule-in-use' | 'rule-twice' | 'no-county-code' }

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
  // Of two from the same day the later one holds.
  const own = rows.map(({ profile }) => profile).toReversed()
  const profiles = [...RULE_PROFILES, ...own]
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
  services: Lent,
  viewer: StaffViewer,
  rule: LocalRule,
): Promise<Result<null, LocalRulesRefusal>> {
  return writeDown(services, viewer, ({ region, today, own }) => {
    const kin = kinOf(rule.profileId)
    const standing = kin && ruleProfileFor(kin, region, today)
    const versions = own.filter(({ id }) => id === rule.profileId)
    const newest = Math.max(0, ...versions.map(({ version }) => version))
    const base = isLocalProfileId(rule.profileId)
      ? (versions.find(({ version }) => version === newest) ?? null)
      : standing
    return localProfile(base, standing, rule, { region, version: newest + 1, today })
  })
}

/** Writes down a rule of its own beside one that the law or the product names. */
export async function addNewLocalRule(
  services: Lent & { newId: () => string },
  viewer: StaffViewer,
  rule: NewLocalRule,
): Promise<Result<null, LocalRulesRefusal>> {
  return writeDown(services, viewer, ({ region, today, own }) =>
    newLocalProfile(rule, ruleProfileFor(rule.kin, region, today), {
      ...{ region, today, others: own },
      letters: services.newId().replaceAll('-', '').slice(-8).toLowerCase(),
    }),
  )
}

type Standing = { region: string; today: string; own: readonly RuleProfile[] }

async function writeDown(
  { db, now }: Lent,
  viewer: StaffViewer,
  make: (standing: Standing) => Result<RuleProfile, NewLocalRuleRefusal>,
): Promise<Result<null, LocalRulesRefusal>> {
  if (!can(viewer, 'add-rules', { scopeId: viewer.scopeId })) {
    return refuse({ code: 'no-such-rule' })
  }
  const today = localDateOf(now())
  const adding = db.transaction<Result<null, LocalRulesRefusal>>(async (tx) => {
    // One after the other: of two rules for one topic the second is to see the first.
    await tx
      .select({ id: places.id })
      .from(places)
      .where(eq(places.kind, 'county'))
      .for('update')
    const region = await regionServed(tx)
    const rows = await tx
      .select({ profile: ruleProfiles.profile })
      .from(ruleProfiles)
      .where(eq(ruleProfiles.region, region))
    const made = make({ region, today, own: rows.map(({ profile }) => profile) })
    if (!made.ok) return made
    // Where nobody has said which county this is, its rule would hold everywhere.
    if (region === 'CN') return refuse({ code: 'no-county-code' })
    const { id: profileId, version } = made.value
    await tx.insert(ruleProfiles).values({
      ...{ profileId, region, version },
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
    if (databaseCodeOf(error) === STILL_REFERRED_TO) return refuse({ code: 'rule-in-use' })
    throw error
  }
}
