import { localDateOf } from '#app/domain/calendar/local-date.ts'
import { decideMatter } from '#app/domain/matters/decide-matter.ts'
import type { Database } from '#db/database.ts'
import { appendToMatter, type Lent } from './append-to-matter.server.ts'
import { communityActor } from './matter-actor.server.ts'
import { holdMatter } from './matter-rows.server.ts'

/**
 * Notes on a matter that a session will talk about it (`schedule`, when the notice is sent) or
 * has (`record-deliberation`, when its item ends), inside the session's own transaction.
 *
 * @returns whether it was noted: work under way stays under way, and a matter of another
 *   community is left alone.
 */
export async function noteSessionOnMatter(
  tx: Database,
  lent: Lent,
  {
    matterId,
    communityId,
    meetingId,
    actorName,
    step,
  }: {
    matterId: string
    communityId: string
    meetingId: string
    actorName: string
    step: 'schedule' | 'record-deliberation'
  },
): Promise<boolean> {
  const held = await holdMatter(tx, matterId)
  if (held?.row.communityId !== communityId) return false
  const decided = decideMatter(held.state, { type: step, meetingId }, localDateOf(lent.now()))
  if (!decided.ok) return false
  const actor = await communityActor(tx, communityId, actorName)
  await appendToMatter(tx, lent, held, decided.value, actor)
  return true
}
