import { and, eq } from 'drizzle-orm'
import type { Designation, RollOwner, RollVoter } from '#app/domain/register/register.ts'
import type { Database } from '#db/database.ts'
import { rollDesignations, rollElectors } from '#db/schema/register.ts'

/** What was said after the roll was frozen; of a left join, null where nothing was. */
export const DESIGNATION = {
  ownerId: rollDesignations.ownerId,
  agentName: rollDesignations.agentName,
}

/** Whose ballot it is and who casts it, as `settledVoter` wants it. */
export type CastingElector = {
  owners: readonly RollOwner[]
  voter: RollVoter
  designation: Designation | null
}

/** Null when the roll has no such elector. */
export async function castingElector(
  db: Database,
  { rollId, electorId }: { rollId: string; electorId: string },
): Promise<CastingElector | null> {
  const [row] = await db
    .select({
      owners: rollElectors.owners,
      voter: rollElectors.voter,
      designation: DESIGNATION,
    })
    .from(rollElectors)
    .leftJoin(
      rollDesignations,
      and(
        eq(rollDesignations.rollId, rollElectors.rollId),
        eq(rollDesignations.electorId, rollElectors.electorId),
      ),
    )
    .where(and(eq(rollElectors.rollId, rollId), eq(rollElectors.electorId, electorId)))
  return row ? { ...row, designation: row.designation?.ownerId ? row.designation : null } : null
}
