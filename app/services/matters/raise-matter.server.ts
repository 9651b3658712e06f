import { and, eq } from 'drizzle-orm'
import type { MatterCategory, MatterSource } from '#app/domain/matters/matter.ts'
import { publicNameOf } from '#app/domain/organisation/surname.ts'
import { can } from '#app/domain/permissions/can.ts'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import type { Database } from '#db/database.ts'
import { matters } from '#db/schema/matters.ts'
import { people, places } from '#db/schema/organisation.ts'
import type { Lent } from './append-to-matter.server.ts'
import { insertMatter } from './insert-matter.server.ts'
import { communityActor } from './matter-actor.server.ts'

export type MatterToRaise = {
  /** A UUID the form was given: the same form twice is one matter. */
  key: string
  compoundId: string
  category: MatterCategory
  title: string
  words: string
  spot: string | null
  source: MatterSource
  /** Somebody on the community's books, or a new name and telephone, or nobody. */
  reporter:
    { personId: string } | { name: string; honorific: 'mr' | 'ms'; phone: string | null } | null
  /** How the public may call them; null for 居民, or for what `showSurname` says. */
  reporterPublicName: string | null
  /** They agreed to be called 张女士 in public. */
  showSurname?: boolean
}

export type RaiseMatterRefusal = { code: 'not-allowed' | 'no-such-compound' | 'no-such-person' }

/** Writes down what somebody told the community, in their words, with the next number. */
export async function raiseMatter(
  { db, ...lent }: Lent & { db: Database },
  viewer: StaffViewer,
  { key, reporter, showSurname = false, ...matter }: MatterToRaise,
): Promise<Result<{ matterId: string }, RaiseMatterRefusal>> {
  return db.transaction(async (tx) => {
    const [compound] = await tx
      .select({ communityId: places.communityId })
      .from(places)
      .where(and(eq(places.id, matter.compoundId), eq(places.kind, 'compound')))
    const communityId = compound?.communityId
    if (!communityId || !viewer.communityIds.includes(communityId)) {
      return refuse({ code: 'no-such-compound' })
    }
    if (!can(viewer, 'screen-matters', { communityId })) return refuse({ code: 'not-allowed' })

    // Held until the end, so the same form sent twice at once waits here and then finds itself done.
    await tx
      .select({ id: places.id })
      .from(places)
      .where(eq(places.id, communityId))
      .for('no key update')
    const [known] = await tx
      .select({ communityId: matters.communityId })
      .from(matters)
      .where(eq(matters.id, key))
    if (known) {
      return known.communityId === communityId
        ? ok({ matterId: key })
        : refuse({ code: 'not-allowed' })
    }

    const reporterId = await personOf(tx, lent, communityId, reporter)
    if (reporterId === undefined) return refuse({ code: 'no-such-person' })
    const actor = await communityActor(tx, communityId, viewer.name)
    await insertMatter(tx, lent, {
      ...matter,
      reporterPublicName:
        matter.reporterPublicName ?? (showSurname ? await surnameFor(tx, reporterId) : null),
      id: key,
      communityId,
      topicType: null,
      reporterId,
      actor,
      key,
    })
    return ok({ matterId: key })
  })
}

/** The id of the person, null for nobody, undefined for somebody this community does not know. */
async function personOf(
  tx: Database,
  { newId }: Lent,
  communityId: string,
  reporter: MatterToRaise['reporter'],
): Promise<string | null | undefined> {
  if (reporter === null) return null
  if ('personId' in reporter) {
    const [person] = await tx
      .select({ id: people.id })
      .from(people)
      .where(and(eq(people.id, reporter.personId), eq(people.communityId, communityId)))
    return person?.id
  }
  const id = newId()
  await tx.insert(people).values({ id, communityId, ...reporter })
  return id
}

async function surnameFor(tx: Database, personId: string | null): Promise<string | null> {
  if (personId === null) return null
  const [person] = await tx
    .select({ name: people.name, honorific: people.honorific })
    .from(people)
    .where(eq(people.id, personId))
  return person ? publicNameOf(person.name, person.honorific).zh : null
}
