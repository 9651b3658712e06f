import { ok, refuse } from '#app/domain/shared/result.ts'
import { takesDeputies } from '#app/domain/voting/convened-body.ts'
import { leaveFloor } from './decide-floor.ts'
import {
  ballotIsOpen,
  findItem,
  findSeat,
  isPresent,
  one,
  type Decided,
} from './find-in-meeting.ts'
import type { MeetingActor, MeetingCommand } from './meeting-command.ts'
import type { MeetingState } from './meeting-state.ts'

export type PeopleCommand = Extract<
  MeetingCommand,
  {
    type:
      | 'add-seat'
      | 'check-in'
      | 'mark-absent'
      | 'change-place'
      | 'seat-deputy'
      | 'flag-conflict'
      | 'clear-conflict'
  }
>

/** Who is here, from where, in whose place, and with which interest of their own. */
export function decidePeople(
  state: MeetingState,
  command: PeopleCommand,
  actor: MeetingActor,
): Decided {
  if (command.type === 'add-seat') {
    return findSeat(state, command.seat.id)
      ? refuse({ code: 'seat-exists' })
      : one({ type: 'seat-added', seat: command.seat })
  }
  const { seatId } = command
  const seat = findSeat(state, seatId)
  if (!seat) return refuse({ code: 'no-such-seat' })
  switch (command.type) {
    case 'check-in': {
      if (state.phase === 'notified') return refuse({ code: 'doors-not-open' })
      if (isPresent(state, seatId)) return refuse({ code: 'already-present' })
      const { by, reason, where } = command
      if (by === 'staff' && !reason?.trim()) return refuse({ code: 'reason-missing' })
      return one({
        type: 'checked-in',
        seatId,
        by,
        reason,
        ...(where === 'remote' ? { where } : {}),
      })
    }
    case 'mark-absent':
      if (!command.reason.trim()) return refuse({ code: 'reason-missing' })
      if (!isPresent(state, seatId)) return refuse({ code: 'already-absent' })
      return ok([
        ...leaveFloor(state, seatId),
        { type: 'marked-absent', seatId, reason: command.reason.trim() },
      ])
    case 'change-place': {
      if (!isPresent(state, seatId)) return refuse({ code: 'not-checked-in' })
      const now = state.remote.includes(seatId) ? 'remote' : 'hall'
      if (command.where === now) return refuse({ code: 'same-place' })
      return one({ type: 'place-changed', seatId, where: command.where })
    }
    case 'seat-deputy': {
      // A seat that is taken is taken; whoever sits there is sent away first, in the open.
      if (isPresent(state, seatId)) return refuse({ code: 'already-present' })
      if (ballotIsOpen(state)) return refuse({ code: 'ballot-open' })
      const { deputy, invited } = command
      if (deputy) {
        if (seat.canVote && !takesDeputies(state.body))
          return refuse({ code: 'in-person-only' })
        const name = deputy.name.trim()
        return name
          ? one({ type: 'deputy-seated', seatId, ...deputy, name })
          : refuse({ code: 'text-missing' })
      }
      if (seat.deputyFor === undefined) return refuse({ code: 'no-deputy' })
      return one({ type: 'deputy-left', seatId, name: seat.deputyFor, ...invited })
    }
    case 'flag-conflict':
    case 'clear-conflict':
      return decideConflict(state, command, actor)
  }
}

function decideConflict(
  state: MeetingState,
  command: Extract<PeopleCommand, { type: 'flag-conflict' | 'clear-conflict' }>,
  actor: MeetingActor,
): Decided {
  const { seatId, itemId } = command
  const reason = command.reason.trim()
  const item = findItem(state, itemId)
  if (!item) return refuse({ code: 'no-such-item' })
  const flagged = state.conflicts.some(
    (each) => each.seatId === seatId && each.itemId === itemId,
  )
  // The roll of a ballot that is out is frozen.
  if (ballotIsOpen(state) && state.ballot?.itemId === itemId) {
    return refuse({ code: 'ballot-open' })
  }
  if (state.decisions.some((each) => each.itemId === itemId)) {
    return refuse({ code: 'already-decided' })
  }
  if (command.type === 'clear-conflict') {
    if (!flagged) return refuse({ code: 'no-such-conflict' })
    if (!reason) return refuse({ code: 'reason-missing' })
    return one({ type: 'conflict-cleared', seatId, itemId, reason })
  }
  if (flagged) return refuse({ code: 'observes-item' })
  // Whoever steps back of their own accord need not say why; whoever is asked to is told.
  if (!reason && actor.role !== 'seat') return refuse({ code: 'reason-missing' })
  const speaksNoMore = itemId === state.currentItemId && !state.rules.conflictMaySpeak
  return ok([
    ...(speaksNoMore ? leaveFloor(state, seatId) : []),
    { type: 'conflict-flagged', seatId, itemId, reason },
  ])
}
