import { ok, refuse } from '#app/domain/shared/result.ts'
import { endItem } from './end-running.ts'
import { ballotIsOpen, findItem, isWhole, one, type Decided } from './find-in-meeting.ts'
import type { MeetingCommand } from './meeting-command.ts'
import type { MeetingState } from './meeting-state.ts'

export type AgendaCommand = Extract<
  MeetingCommand,
  { type: 'add-item' | 'move-item' | 'skip-item' | 'carry-over-item' }
>

/** Changes to what is still to come. The order is the chair's; what was put off is kept with its reason. */
export function decideAgenda(state: MeetingState, command: AgendaCommand): Decided {
  if (command.type === 'add-item') {
    if (!command.item.title.trim()) return refuse({ code: 'text-missing' })
    if (!isWhole(command.item.minutes, 1, 240)) return refuse({ code: 'bad-duration' })
    // What the notice did not name can be discussed, never decided.
    const item = { ...command.item, inNotice: false, method: 'none', proposal: null } as const
    return one({
      type: 'item-added',
      item: { ...item, kind: item.kind === 'decision' ? 'discussion' : item.kind },
    })
  }
  const item = findItem(state, command.itemId)
  if (!item) return refuse({ code: 'no-such-item' })
  switch (command.type) {
    case 'move-item': {
      if (item.progress !== 'waiting') return refuse({ code: 'item-not-waiting' })
      const last = state.agenda.length - 1
      const toIndex = Math.min(Math.max(0, Math.trunc(command.toIndex)), last)
      return one({ type: 'item-moved', itemId: item.id, toIndex })
    }
    case 'skip-item':
      if (item.progress !== 'waiting') return refuse({ code: 'item-not-waiting' })
      return one({
        type: 'item-skipped',
        itemId: item.id,
        reason: command.reason?.trim() || null,
      })
    case 'carry-over-item': {
      const reason = command.reason.trim()
      if (item.progress === 'carried-over') return refuse({ code: 'item-carried-over' })
      if (item.progress === 'done') return refuse({ code: 'item-not-waiting' })
      if (!reason) return refuse({ code: 'reason-missing' })
      if (state.decisions.some((each) => each.itemId === item.id)) {
        return refuse({ code: 'already-decided' })
      }
      const carried = { type: 'item-carried-over', itemId: item.id, reason } as const
      if (item.progress !== 'current') return one(carried)
      if (ballotIsOpen(state)) return refuse({ code: 'ballot-open' })
      return ok([...endItem(state, item), carried])
    }
  }
}
