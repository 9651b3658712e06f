import { and, eq, isNull } from 'drizzle-orm'
import type { CastingElector } from '#app/domain/register/may-cast.ts'
import type { Database } from '#db/database.ts'
import { proxies, rollDesignations, rollElectors } from '#db/schema/register.ts'

/** What was said after the roll was frozen; of a left join, null where nothing was. */
export const DESIGNATION = {
  ownerId: rollDesignations.ownerId,
  agentName: rollDesignations.agentName,
}

/**
 * An elector as `mayCast` wants it, apart from the ballot that may be there already, which the
 * caller knows. Null when the roll has no such elector.
 */
export async function castingElector(
  db: Database,
  { rollId, electorId }: { rollId: string; electorId: string },
): Promise<Omit<CastingElector, 'cast'> | null> {
  const [row] = await db
    .select({
      owners: rollElectors.owners,
      voter: rollElectors.voter,
      designation: DESIGNATION,
      proxyId: proxies.id,
      instructions: proxies.instructions,
    })
    .from(rollElectors)
    .leftJoin(
      rollDesignations,
      and(
        eq(rollDesignations.rollId, rollElectors.rollId),
        eq(rollDesignations.electorId, rollElectors.electorId),
      ),
    )
    .leftJoin(
      proxies,
      and(
        eq(proxies.rollId, rollElectors.rollId),
        eq(proxies.electorId, rollElectors.electorId),
        isNull(proxies.endedAt),
      ),
    )
    .where(and(eq(rollElectors.rollId, rollId), eq(rollElectors.electorId, electorId)))
  if (!row) return null
  const { owners, voter, designation, proxyId, instructions } = row
  return {
    owners,
    voter,
    designation: designation?.ownerId ? designation : null,
    proxy: proxyId === null ? null : { id: proxyId, instructions: instructions ?? [] },
  }
}
