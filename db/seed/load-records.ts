import { NO_EDITS } from '#app/domain/records/edit-minutes.ts'
import { confirmMinutes } from '#app/services/records/confirm-minutes.server.ts'
import { publishMinutes } from '#app/services/records/publish-minutes.server.ts'
import { publishResolution } from '#app/services/records/publish-resolution.server.ts'
import { saveMinutes } from '#app/services/records/save-minutes.server.ts'
import { later, type Played } from './load-sessions.ts'
import { must } from './must.ts'
import type { SeedSession } from './sessions.ts'
import type { SeedStep, Timeline } from './timeline.ts'

/** What happens after the evening: the recorder writes, the chair confirms, the community publishes. */
export function recordSteps(
  { services, setClock }: Timeline,
  session: SeedSession,
  closedAt: Date,
  played: () => Played,
): SeedStep[] {
  const what = session.key
  const steps: SeedStep[] = []
  if (session.ends === 'closed') return steps

  steps.push({
    at: later(closedAt, 15 * 3600),
    what,
    run: async () => {
      const { meetingId, recorder, itemIds } = played()
      const saved = await saveMinutes(services, recorder, {
        meetingId,
        revision: 0,
        edits: {
          ...NO_EDITS,
          items: session.items.map((item, index) => ({
            itemId: must(itemIds[index], 'item'),
            summary: item.summary,
            dissent: [...(item.dissent ?? [])],
          })),
        },
      })
      if (!saved.ok) throw new Error(`${what}: minutes were refused: ${saved.refusal.code}`)
    },
  })
  if (session.ends === 'prepared') return steps

  steps.push({
    at: later(closedAt, 39 * 3600),
    what,
    run: async () => {
      const { meetingId, chair, itemIds } = played()
      const sealed = await confirmMinutes(services, chair, {
        meetingId,
        revision: 1,
        unasked: '散会前已当场宣读，到会的人没有意见',
      })
      if (!sealed.ok) throw new Error(`${what}: not confirmed: ${sealed.refusal.code}`)
      if (session.ends !== 'published') return
      setClock(later(closedAt, 40 * 3600))
      for (const [index, item] of session.items.entries()) {
        if (!item.decided) continue
        const itemId = must(itemIds[index], 'item')
        const published = await publishResolution(services, chair, { meetingId, itemId })
        if (!published.ok) {
          throw new Error(`${item.title}: not published: ${published.refusal.code}`)
        }
      }
      const minutes = await publishMinutes(services, chair, { meetingId })
      if (!minutes.ok)
        throw new Error(`${what}: minutes not published: ${minutes.refusal.code}`)
    },
  })
  return steps
}
