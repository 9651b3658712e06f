import { and, eq } from 'drizzle-orm'
import type { Secrecy } from '#app/domain/meetings/meeting.ts'
import {
  DEFAULT_SPEAKING_RULES,
  type SpeakingRules,
} from '#app/domain/meetings/speaking-rules.ts'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import { ok } from '#app/domain/shared/result.ts'
import type { Database } from '#db/database.ts'
import { agendaItems } from '#db/schema/meetings.ts'
import { holdDraft, saveDraft, type Saved } from './hold-draft.server.ts'

/** The rules this session speaks and votes by; whether a ballot is secret is said item by item. */
export async function saveRules(
  { db }: { db: Database },
  viewer: StaffViewer,
  {
    meetingId,
    revision,
    rules,
    secrecy,
  }: {
    meetingId: string
    revision: number
    rules: Omit<SpeakingRules, 'version'>
    secrecy: readonly { itemId: string; secrecy: Secrecy }[]
  },
): Promise<Saved> {
  return db.transaction(async (tx) => {
    const held = await holdDraft(tx, viewer, { meetingId, revision })
    if (!held.ok) return held
    for (const each of secrecy) {
      await tx
        .update(agendaItems)
        .set({ secrecy: each.secrecy })
        .where(and(eq(agendaItems.id, each.itemId), eq(agendaItems.meetingId, meetingId)))
    }
    // Every switch of the newest set was before whoever saved it.
    const { version } = DEFAULT_SPEAKING_RULES
    return ok({
      revision: await saveDraft(tx, held.value, { rules: { version, ...rules } }),
    })
  })
}
