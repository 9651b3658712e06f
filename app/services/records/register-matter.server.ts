import { and, eq, inArray, or } from 'drizzle-orm'
import { localDateOf } from '#app/domain/calendar/local-date.ts'
import { decideMatter } from '#app/domain/matters/decide-matter.ts'
import { can } from '#app/domain/permissions/can.ts'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import { wayOn, type WayOn } from '#app/domain/records/way-on.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import { appendToMatter, type Lent } from '#app/services/matters/append-to-matter.server.ts'
import { insertMatter } from '#app/services/matters/insert-matter.server.ts'
import { communityActor } from '#app/services/matters/matter-actor.server.ts'
import { noteSessionOnMatter } from '#app/services/matters/note-session-on-matter.server.ts'
import type { Database } from '#db/database.ts'
import { matters, tasks } from '#db/schema/matters.ts'
import { places } from '#db/schema/organisation.ts'
import { resolutions } from '#db/schema/records.ts'
import { noteDecisionOnMatter } from './note-decision-on-matter.server.ts'
import { recommendedItem } from './recommended-item.server.ts'

export type RegisterMatterRefusal = { code: 'no-such-resolution' | 'no-way-on' }

type OnMatter = Extract<WayOn, { to: 'refer' | 'assign' }>

/**
 * Makes a matter of an item that had none, so that what a session asked of a department or of
 * whoever does the work can go on: accepted, talked about there, with what was decided. An item
 * that has one by now, of a task or of this button, keeps it.
 */
export async function registerMatter(
  services: Lent & { db: Database },
  viewer: StaffViewer,
  resolutionId: string,
): Promise<Result<OnMatter, RegisterMatterRefusal>> {
  const { db, now } = services
  return db.transaction(async (tx) => {
    const [row] = await tx.select().from(resolutions).where(eq(resolutions.id, resolutionId))
    if (!row || !can(viewer, 'screen-matters', row)) {
      return refuse({ code: 'no-such-resolution' })
    }
    const { communityId, meetingId, itemId, label, content } = row
    // Held, so that the button pressed twice at once finds the matter of the first.
    await tx
      .select({ id: places.id })
      .from(places)
      .where(eq(places.id, communityId))
      .for('no key update')
    const known = content.matterId ?? (await mattersOfItems(tx, [row])).get(itemId) ?? null
    const way = wayOn({
      ...{ ...content, label, withdrawn: row.withdrawnAt !== null },
      matterId: known,
    })
    if (way?.to === 'refer' || way?.to === 'assign') return ok(way)
    const item = await recommendedItem(tx, { resolutionId, communityId })
    if (way?.to !== 'register' || !item) return refuse({ code: 'no-way-on' })

    const matterId = matterIdOfItem(itemId)
    const actor = await communityActor(tx, communityId, viewer.name)
    const held = await insertMatter(tx, services, {
      id: matterId,
      communityId,
      compoundId: row.compoundId,
      category: way.then === 'assign' ? 'PROP' : 'PUBLIC',
      title: item.title,
      words: item.proposal ?? item.title,
      spot: null,
      source: 'meeting',
      topicType: item.topicType,
      reporterId: null,
      reporterPublicName: null,
      actor,
      key: null,
    })
    const accepted = decideMatter(
      held.state,
      { type: 'accept', dueOn: null, ...(item.topicType && { topicType: item.topicType }) },
      localDateOf(now()),
    )
    if (!accepted.ok) throw new Error(`A new matter was refused: ${accepted.refusal.code}`)
    await appendToMatter(tx, services, held, accepted.value, actor)
    const about = { matterId, communityId, actorName: viewer.name }
    await noteSessionOnMatter(tx, services, {
      ...about,
      ...{ meetingId, step: 'record-deliberation' },
    })
    await noteDecisionOnMatter(tx, services, {
      ...about,
      resolution: { id: row.id, number: row.number, title: row.title },
    })
    return ok({ to: way.then, matterId })
  })
}

type OfItem = { meetingId: string; itemId: string }

/** Matters that were made of items after the notice: by a task given there, or by the desk. */
export async function mattersOfItems(
  db: Database,
  items: readonly OfItem[],
): Promise<Map<string, string>> {
  if (items.length === 0) return new Map()
  const ofTasks = await db
    .select({ itemId: tasks.itemId, matterId: tasks.matterId })
    .from(tasks)
    .where(
      or(
        ...items.map(({ meetingId, itemId }) =>
          and(eq(tasks.meetingId, meetingId), eq(tasks.itemId, itemId)),
        ),
      ),
    )
  const made = await db
    .select({ id: matters.id })
    .from(matters)
    .where(
      inArray(
        matters.id,
        items.map(({ itemId }) => matterIdOfItem(itemId)),
      ),
    )
  const isMade = new Set(made.map(({ id }) => id))
  return new Map([
    ...items.flatMap(({ itemId }): [string, string][] =>
      isMade.has(matterIdOfItem(itemId)) ? [[itemId, matterIdOfItem(itemId)]] : [],
    ),
    ...ofTasks.flatMap(({ itemId, matterId }): [string, string][] =>
      itemId === null ? [] : [[itemId, matterId]],
    ),
  ])
}

/** One item makes one matter, however often somebody asks. */
function matterIdOfItem(itemId: string): string {
  return `i-${itemId}`
}
