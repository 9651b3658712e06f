import { eq } from 'drizzle-orm'
import { communityActor } from '#app/services/matters/matter-actor.server.ts'
import { holdMatter } from '#app/services/matters/matter-rows.server.ts'
import type { Database } from '#db/database.ts'
import { matterEvents, matters } from '#db/schema/matters.ts'

/**
 * Writes on a matter's timeline that a decision on it was published, inside the
 * publication's own transaction. Its status follows from its tasks, not from this.
 */
export async function noteDecisionOnMatter(
  tx: Database,
  { now }: { now: () => Date },
  {
    matterId,
    communityId,
    actorName,
    resolution,
  }: {
    matterId: string
    communityId: string
    actorName: string
    resolution: { id: string; number: string; title: string }
  },
): Promise<void> {
  const held = await holdMatter(tx, matterId)
  if (held?.row.communityId !== communityId) return
  const actor = await communityActor(tx, communityId, actorName)
  await tx.insert(matterEvents).values({
    matterId,
    seq: held.seq + 1,
    type: 'decided',
    at: now(),
    actorName: actor.name,
    actorPublic: actor.publicName,
    side: actor.side,
    publicText: resolution.title,
    internalText: '',
    data: {
      resolutionId: resolution.id,
      number: resolution.number,
      title: resolution.title,
    },
  })
  await tx
    .update(matters)
    .set({ revision: held.seq + 1 })
    .where(eq(matters.id, matterId))
}
