import { and, eq, inArray, ne } from 'drizzle-orm'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import type { PlannedItem } from '#app/domain/sessions/session-plan.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import { visibleMatters } from '#app/services/matters/visible-matters.server.ts'
import type { Database } from '#db/database.ts'
import { matters } from '#db/schema/matters.ts'
import { agendaItems } from '#db/schema/meetings.ts'
import { holdDraft, saveDraft, type DraftRefusal } from './hold-draft.server.ts'

export type SaveAgendaRefusal = DraftRefusal | { code: 'no-such-matter' }

/** An item as the form sends it; a new one has no id yet. */
export type AgendaDraft = Omit<PlannedItem, 'id' | 'secrecy' | 'carriedFrom'> & {
  id: string | null
}

/** The agenda in the order given. What is not in it any more is gone; who keeps an id keeps their secrecy, and where they were carried over from. */
export async function saveAgenda(
  { db, newId }: { db: Database; newId: () => string },
  viewer: StaffViewer,
  {
    meetingId,
    revision,
    items,
  }: { meetingId: string; revision: number; items: readonly AgendaDraft[] },
): Promise<Result<{ revision: number }, SaveAgendaRefusal>> {
  return db.transaction(async (tx) => {
    const held = await holdDraft(tx, viewer, { meetingId, revision })
    if (!held.ok) return held
    const row = held.value
    const before = await tx
      .select({
        id: agendaItems.id,
        matterId: agendaItems.matterId,
        secrecy: agendaItems.secrecy,
        carriedFrom: agendaItems.carriedFrom,
      })
      .from(agendaItems)
      .where(eq(agendaItems.meetingId, meetingId))
    const stands = new Set(before.map(({ matterId }) => matterId))
    const added = items.flatMap(({ matterId }) =>
      matterId === null || stands.has(matterId) ? [] : [matterId],
    )
    const wanted = [...new Set(added)]
    if (wanted.length > 0) {
      const known = await tx
        .select({ id: matters.id })
        .from(matters)
        .where(
          and(
            visibleMatters(viewer),
            inArray(matters.id, wanted),
            eq(matters.communityId, row.communityId),
            ne(matters.category, 'NEIGH'),
          ),
        )
      if (known.length < wanted.length) return refuse({ code: 'no-such-matter' })
    }
    await tx.delete(agendaItems).where(eq(agendaItems.meetingId, meetingId))
    if (items.length > 0) {
      await tx.insert(agendaItems).values(
        items.map((item, position) => {
          const known = before.find((each) => each.id === item.id)
          return {
            ...item,
            ...(item.kind === 'decision' ? {} : { method: 'none' as const }),
            id: known?.id ?? newId(),
            secrecy: known?.secrecy ?? 'open',
            carriedFrom: known?.carriedFrom ?? null,
            meetingId,
            position,
          }
        }),
      )
    }
    return ok({ revision: await saveDraft(tx, row, {}) })
  })
}
