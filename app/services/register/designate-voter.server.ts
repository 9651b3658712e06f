import { and, eq } from 'drizzle-orm'
import { isHeld, settledVoter } from '#app/domain/register/settled-voter.ts'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import type { Database } from '#db/database.ts'
import { rollDesignations, rollElectors } from '#db/schema/register.ts'
import { holdRoll } from './roll-rows.server.ts'

export type DesignateRefusal = {
  code:
    | 'no-such-roll'
    | 'roll-not-frozen'
    | 'no-such-elector'
    | 'not-a-co-owner'
    | 'already-designated'
    | 'agent-missing'
}

/**
 * Co-owners say after the roll was frozen which of them votes, and a ward or a firm who acts for
 * it. Heads and area stay as they were.
 * It is said once: whoever was designated may have voted already.
 */
export async function designateVoter(
  { db, now }: { db: Database; now: () => Date },
  viewer: StaffViewer,
  {
    rollId,
    electorId,
    ownerId,
    agentName = '',
  }: { rollId: string; electorId: string; ownerId: string; agentName?: string },
): Promise<Result<null, DesignateRefusal>> {
  return db.transaction(async (tx) => {
    const roll = await holdRoll(tx, viewer, rollId, 'keep-register')
    if (!roll) return refuse({ code: 'no-such-roll' })
    if (roll.state !== 'frozen') return refuse({ code: 'roll-not-frozen' })
    const [elector] = await tx
      .select({ owners: rollElectors.owners, voter: rollElectors.voter })
      .from(rollElectors)
      .where(and(eq(rollElectors.rollId, rollId), eq(rollElectors.electorId, electorId)))
    if (!elector) return refuse({ code: 'no-such-elector' })
    const { voter, owners } = elector
    if (!isHeld(voter)) return refuse({ code: 'already-designated' })
    const isTheirs = owners.some((owner) => owner.ownerId === ownerId)
    if (!isTheirs || ('ownerId' in voter && voter.ownerId !== ownerId)) {
      return refuse({ code: 'not-a-co-owner' })
    }
    const designation = { ownerId, agentName: agentName.trim() || null }
    if (isHeld(settledVoter(voter, owners, designation))) {
      return refuse({ code: 'agent-missing' })
    }
    const [named] = await tx
      .insert(rollDesignations)
      .values({
        ...{ rollId, electorId, ...designation },
        ...{ recordedBy: viewer.name, recordedAt: now() },
      })
      .onConflictDoNothing()
      .returning({ ownerId: rollDesignations.ownerId })
    return named ? ok(null) : refuse({ code: 'already-designated' })
  })
}
