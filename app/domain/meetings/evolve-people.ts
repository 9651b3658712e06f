import { withoutHand } from './evolve-floor.ts'
import type { MeetingEvent } from './meeting-event.ts'
import type { MeetingState } from './meeting-state.ts'
import type { Seat } from './meeting.ts'

export type PeopleEvent = Extract<
  MeetingEvent,
  {
    type:
      | 'seat-added'
      | 'checked-in'
      | 'place-changed'
      | 'marked-absent'
      | 'deputy-seated'
      | 'deputy-left'
      | 'conflict-flagged'
      | 'conflict-cleared'
      | 'chair-handed-over'
  }
>

export type CheckIn = { at: number; event: Extract<MeetingEvent, { type: 'checked-in' }> }

/**
 * Some who checked in one after the other. Who is here is copied once for all of them: once for each
 * would be a hall squared, ten seconds for five thousand.
 */
export function checkIn(state: MeetingState, checkIns: readonly CheckIn[]): MeetingState {
  const presence = { ...state.presence }
  const remote = new Set(state.remote)
  for (const { at, event } of checkIns) {
    presence[event.seatId] = at
    remote.delete(event.seatId)
    if (event.where === 'remote') remote.add(event.seatId)
  }
  return { ...state, presence, remote: [...remote] }
}

export function evolvePeople(
  state: MeetingState,
  event: PeopleEvent,
  at: number,
): MeetingState {
  const elsewhere = (seatId: Seat['id'], where: 'hall' | 'remote') => {
    const others = state.remote.filter((each) => each !== seatId)
    return where === 'remote' ? [...others, seatId] : others
  }
  switch (event.type) {
    case 'seat-added':
      return { ...state, seats: [...state.seats, event.seat] }
    case 'checked-in':
      return checkIn(state, [{ at, event }])
    case 'place-changed':
      return { ...state, remote: elsewhere(event.seatId, event.where) }
    case 'marked-absent': {
      const { [event.seatId]: _gone, ...presence } = state.presence
      return {
        ...state,
        presence,
        remote: elsewhere(event.seatId, 'hall'),
        queue: withoutHand(state, event.seatId),
      }
    }
    case 'deputy-seated':
    case 'deputy-left': {
      const { name, publicName, publicNameEn } = event
      return {
        ...state,
        seats: state.seats.map(({ deputyFor, ...seat }): Seat => {
          if (seat.id !== event.seatId) {
            return deputyFor === undefined ? seat : { ...seat, deputyFor }
          }
          const renamed = { ...seat, name, publicName, publicNameEn }
          return event.type === 'deputy-left'
            ? renamed
            : { ...renamed, deputyFor: deputyFor ?? seat.name }
        }),
      }
    }
    case 'conflict-flagged': {
      const { seatId, itemId, reason } = event
      const standsBack = itemId === state.currentItemId
      return {
        ...state,
        conflicts: [...state.conflicts, { seatId, itemId, reason }],
        queue:
          standsBack && !state.rules.conflictMaySpeak
            ? withoutHand(state, seatId)
            : state.queue,
        consensus:
          standsBack && state.consensus
            ? {
                ...state.consensus,
                objections: state.consensus.objections.filter((each) => each.seatId !== seatId),
              }
            : state.consensus,
      }
    }
    case 'conflict-cleared':
      return {
        ...state,
        conflicts: state.conflicts.filter(
          (each) => each.seatId !== event.seatId || each.itemId !== event.itemId,
        ),
      }
    case 'chair-handed-over': {
      const { from, to, reason } = event
      const { seatId } = to
      return {
        ...state,
        chair: to,
        // Chair and recorder are two people: when the recorder takes the chair, the chair writes.
        recorder: state.recorder.id === to.id ? from : state.recorder,
        handovers: [...state.handovers, { from, to, reason, at }],
        queue: seatId === undefined ? state.queue : withoutHand(state, seatId),
      }
    }
  }
}
