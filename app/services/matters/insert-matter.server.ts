import { eq, sql } from 'drizzle-orm'
import type { MatterCategory, MatterSource } from '#app/domain/matters/matter.ts'
import { SUBMITTED } from '#app/domain/matters/matter-state.ts'
import type { TopicType } from '#app/domain/voting/authority.ts'
import type { Database } from '#db/database.ts'
import { matterEvents, matters } from '#db/schema/matters.ts'
import { places } from '#db/schema/organisation.ts'
import type { Lent, MatterActor } from './append-to-matter.server.ts'
import type { HeldMatter } from './matter-rows.server.ts'

export type MatterToInsert = {
  id: string
  communityId: string
  compoundId: string
  category: MatterCategory
  title: string
  words: string
  spot: string | null
  source: MatterSource
  topicType: TopicType | null
  reporterId: string | null
  reporterPublicName: string | null
  actor: MatterActor
  key: string | null
}

/**
 * Writes a new matter with the community's next number and its first step.
 * The community's row is held meanwhile, so that two new matters cannot take
 * the same number.
 */
export async function insertMatter(
  tx: Database,
  { now }: Lent,
  { actor, key, ...matter }: MatterToInsert,
): Promise<HeldMatter> {
  const at = now()
  await tx
    .select({ id: places.id })
    .from(places)
    .where(eq(places.id, matter.communityId))
    .for('no key update')
  const [last] = await tx
    .select({ number: sql<number>`coalesce(max(${matters.number}), 0)::int` })
    .from(matters)
    .where(eq(matters.communityId, matter.communityId))
  const [row] = await tx
    .insert(matters)
    .values({ ...matter, number: (last?.number ?? 0) + 1, status: 'submitted', raisedAt: at })
    .returning()
  if (!row) throw new Error('A new matter was not written')
  await tx.insert(matterEvents).values({
    matterId: row.id,
    seq: 1,
    type: 'submitted',
    at,
    actorName: actor.name,
    actorPublic: actor.publicName,
    side: actor.side,
    publicText: '',
    internalText: '',
    data: { source: row.source, ...(key ? { key } : {}) },
  })
  return { row, state: SUBMITTED, seq: 1 }
}
