import { and, eq } from 'drizzle-orm'
import { localDateOf } from '#app/domain/calendar/local-date.ts'
import { decideMatter } from '#app/domain/matters/decide-matter.ts'
import type { DeskCommand, MatterRefusal } from '#app/domain/matters/matter-command.ts'
import { can, type Action } from '#app/domain/permissions/can.ts'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import { maskText } from '#app/domain/records/mask.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import { knownNames } from '#app/services/records/known-names.server.ts'
import type { Database } from '#db/database.ts'
import { matters } from '#db/schema/matters.ts'
import { appendToMatter, type Lent } from './append-to-matter.server.ts'
import { communityActor } from './matter-actor.server.ts'
import { holdMatter, stepMadeBy } from './matter-rows.server.ts'
import { visibleMatters } from './visible-matters.server.ts'

export type { DeskCommand }

export type ActOnMatterRefusal =
  MatterRefusal | { code: 'no-such-matter' | 'not-allowed' | 'no-such-merge-target' }

const NEEDS: Record<
  DeskCommand['type'],
  Action & ('screen-matters' | 'assign-task' | 'record-visit')
> = {
  'start-screening': 'screen-matters',
  accept: 'screen-matters',
  merge: 'screen-matters',
  refer: 'screen-matters',
  reject: 'screen-matters',
  'assign-task': 'assign-task',
  'record-visit': 'record-visit',
  'close-unreached': 'record-visit',
  reopen: 'record-visit',
  'add-note': 'assign-task',
}

/**
 * One step that the desk takes on a matter.
 *
 * @param key - what the form was given; the same key again is answered as the first time.
 * @param isPublic - whether the public may read the words of a note; names, telephones and rooms in
 *   them are covered then.
 */
export async function actOnMatter(
  { db, ...lent }: Lent & { db: Database },
  viewer: StaffViewer,
  {
    matterId,
    key,
    command,
    isPublic = false,
  }: { matterId: string; key: string; command: DeskCommand; isPublic?: boolean },
): Promise<Result<{ seq: number; repeated: boolean }, ActOnMatterRefusal>> {
  return db.transaction(async (tx) => {
    if (!(await seesMatter(tx, viewer, matterId))) return refuse({ code: 'no-such-matter' })
    const held = await holdMatter(tx, matterId)
    if (!held) return refuse({ code: 'no-such-matter' })
    const { communityId } = held.row
    if (!can(viewer, NEEDS[command.type], { communityId }))
      return refuse({ code: 'not-allowed' })
    const made = await stepMadeBy(tx, matterId, key)
    if (made !== null) return ok({ seq: made, repeated: true })

    if (
      command.type === 'merge' &&
      !(await mayTakeIn(tx, viewer, communityId, command.intoId))
    ) {
      return refuse({ code: 'no-such-merge-target' })
    }
    const decided = decideMatter(held.state, command, localDateOf(lent.now()))
    if (!decided.ok) return decided
    const actor = await communityActor(tx, communityId, viewer.name)
    const typed = command.type === 'add-note' ? command.text.trim() : null
    const text =
      typed !== null && isPublic
        ? maskText(typed, await knownNames({ db: tx }, communityId, null)).text
        : typed
    const seq = await appendToMatter(tx, lent, held, decided.value, actor, {
      text,
      isPublic,
      key,
    })
    return ok({ seq, repeated: false })
  })
}

async function seesMatter(
  tx: Database,
  viewer: StaffViewer,
  matterId: string,
): Promise<boolean> {
  const [row] = await tx
    .select({ id: matters.id })
    .from(matters)
    .where(and(eq(matters.id, matterId), visibleMatters(viewer)))
  return row !== undefined
}

/** Another matter of the same community that was not itself merged, so that following a merge ends. */
async function mayTakeIn(
  tx: Database,
  viewer: StaffViewer,
  communityId: string,
  intoId: string,
): Promise<boolean> {
  const [row] = await tx
    .select({ status: matters.status })
    .from(matters)
    .where(
      and(eq(matters.id, intoId), eq(matters.communityId, communityId), visibleMatters(viewer)),
    )
  return row !== undefined && row.status !== 'merged'
}
