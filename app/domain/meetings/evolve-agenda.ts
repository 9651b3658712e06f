import type { AgendaItem } from './meeting.ts'
import type { MeetingEvent } from './meeting-event.ts'
import type { ItemState, MeetingState } from './meeting-state.ts'
import { endOpenMotion } from './evolve-motion.ts'

export type AgendaEvent = Extract<
  MeetingEvent,
  {
    type:
      | 'item-added'
      | 'item-moved'
      | 'item-skipped'
      | 'item-carried-over'
      | 'item-started'
      | 'item-ended'
  }
>

export function evolveAgenda(
  state: MeetingState,
  event: AgendaEvent,
  at: number,
): MeetingState {
  switch (event.type) {
    case 'item-added':
      return { ...state, agenda: [...state.agenda, waiting(event.item)] }
    case 'item-moved': {
      const moved = state.agenda.find((item) => item.id === event.itemId)
      if (!moved) return state
      const others = state.agenda.filter((item) => item !== moved)
      return { ...state, agenda: others.toSpliced(event.toIndex, 0, moved) }
    }
    case 'item-skipped':
      return changed(state, event.itemId, { progress: 'skipped', asideReason: event.reason })
    case 'item-carried-over':
      return changed(state, event.itemId, {
        progress: 'carried-over',
        asideReason: event.reason,
      })
    case 'item-started': {
      const item = state.agenda.find((each) => each.id === event.itemId)
      return {
        ...changed(state, event.itemId, {
          progress: 'current',
          startedAt: item?.startedAt ?? at,
          asideReason: null,
        }),
        currentItemId: event.itemId,
        itemClock: { startedAt: at, pausedMs: 0, limitMs: (item?.minutes ?? 0) * 60_000 },
        queue: [],
        named: [],
        consensus: null,
        ballot: null,
      }
    }
    case 'item-ended':
      return {
        ...changed(state, event.itemId, {
          progress: 'done',
          endedAt: at,
          outcome: event.outcome,
        }),
        currentItemId: null,
        itemClock: null,
        queue: [],
        named: [],
        consensus: null,
        motions: endOpenMotion(state.motions, 'lapsed', null),
      }
  }
}

export function waiting(item: AgendaItem): ItemState {
  return {
    ...item,
    progress: 'waiting',
    startedAt: null,
    endedAt: null,
    outcome: null,
    lastCallAt: null,
    asideReason: null,
  }
}

export function changed(
  state: MeetingState,
  itemId: string,
  change: Partial<ItemState>,
): MeetingState {
  return {
    ...state,
    agenda: state.agenda.map((item) => (item.id === itemId ? { ...item, ...change } : item)),
  }
}
