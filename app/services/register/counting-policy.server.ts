import { and, eq } from 'drizzle-orm'
import { can } from '#app/domain/permissions/can.ts'
import type { StaffViewer, Viewer } from '#app/domain/permissions/viewer.ts'
import { UNCHOSEN_POLICY } from '#app/domain/register/counting-policy.ts'
import type { CountingPolicy } from '#app/domain/register/register.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import type { Database } from '#db/database.ts'
import { places } from '#db/schema/organisation.ts'
import { registerSettings } from '#db/schema/register.ts'

/** How a compound counts; what nobody has chosen yet is as the rules leave it. */
export async function countingPolicyOf(
  db: Database,
  compoundId: string,
): Promise<CountingPolicy & { revision: number }> {
  const [row] = await db
    .select()
    .from(registerSettings)
    .where(eq(registerSettings.compoundId, compoundId))
  if (!row) return { ...UNCHOSEN_POLICY, revision: 0 }
  const { communityId: _c, compoundId: _id, updatedBy: _by, updatedAt: _at, ...policy } = row
  return policy
}

export type PolicyRefusal = {
  code:
    | 'no-such-compound'
    | 'policy-changed-meanwhile'
    | 'silence-basis-missing'
    | 'debtors-basis-missing'
}

/**
 * Says how a compound counts from now on. Rolls that were made before keep what they were made by.
 * Silence follows a majority, and votes are suspended, by the owners' own text alone, and that has to
 * be named.
 */
export async function choosePolicy(
  { db, now }: { db: Database; now: () => Date },
  viewer: StaffViewer,
  {
    compoundId,
    revision,
    policy,
  }: { compoundId: string; revision: number; policy: CountingPolicy },
): Promise<Result<{ revision: number }, PolicyRefusal>> {
  const communityId = await communityOfCompound(db, viewer, compoundId)
  if (communityId === null) return refuse({ code: 'no-such-compound' })
  const silenceBasis = policy.silenceBasis?.trim() || null
  if (policy.silence === 'follow-majority' && silenceBasis === null) {
    return refuse({ code: 'silence-basis-missing' })
  }
  const debtorsBasis = policy.debtorsBasis?.trim() || null
  if (policy.debtorsVote === 'suspend' && debtorsBasis === null) {
    return refuse({ code: 'debtors-basis-missing' })
  }
  const said = {
    ...policy,
    silenceBasis,
    debtorsBasis,
    updatedBy: viewer.name,
    updatedAt: now(),
  }
  const [saved] =
    revision === 0
      ? await db
          .insert(registerSettings)
          .values({ compoundId, communityId, ...said })
          .onConflictDoNothing()
          .returning({ revision: registerSettings.revision })
      : await db
          .update(registerSettings)
          .set({ ...said, revision: revision + 1 })
          .where(
            and(
              eq(registerSettings.compoundId, compoundId),
              eq(registerSettings.revision, revision),
            ),
          )
          .returning({ revision: registerSettings.revision })
  return saved ? ok(saved) : refuse({ code: 'policy-changed-meanwhile' })
}

/** The community of a compound whose register this viewer keeps, or null. */
export async function communityOfCompound(
  db: Database,
  viewer: Viewer,
  compoundId: string,
): Promise<string | null> {
  const [compound] = await db
    .select({ communityId: places.communityId })
    .from(places)
    .where(and(eq(places.id, compoundId), eq(places.kind, 'compound')))
  const communityId = compound?.communityId ?? null
  return communityId !== null && can(viewer, 'keep-register', { communityId })
    ? communityId
    : null
}
