import { ok, refuse } from '#app/domain/shared/result.ts'
import type { SeatId } from '#app/domain/shared/ids.ts'
import { endTurns } from './end-running.ts'
import {
  ballotIsOpen,
  findItem,
  findSeat,
  isPresent,
  isSilenced,
  isWhole,
  observesItem,
  one,
  turnsOn,
  type Decided,
} from './find-in-meeting.ts'
import type { MeetingActor, MeetingCommand } from './meeting-command.ts'
import type { MeetingEvent } from './meeting-event.ts'
import type { MeetingRefusal } from './meeting-refusal.ts'
import type { MeetingState } from './meeting-state.ts'
import { turnEndsAt } from './turn-end.ts'

/** Longest that a turn or an item may be made longer by at once, in seconds. */
export const MAX_SECONDS = 60 * 60

export type FloorCommand = Extract<
  MeetingCommand,
  {
    type:
      | 'raise-hand'
      | 'move-hand'
      | 'give-floor'
      | 'take-floor'
      | 'extend-floor'
      | 'end-turn'
      | 'name-party'
      | 'warn'
      | 'lift-warning'
  }
>

/**
 * Who speaks, who waits to, and who is called to order.
 *
 * @param now - ms since the epoch: a turn ends by itself when its time is up, and not before.
 */
export function decideFloor(
  state: MeetingState,
  command: FloorCommand,
  actor: MeetingActor,
  now: number,
): Decided {
  const item = findItem(state, state.currentItemId)
  switch (command.type) {
    case 'raise-hand':
      return raiseHand(state, command, actor)
    case 'move-hand':
      if (!state.queue.some((hand) => hand.seatId === command.seatId)) {
        return refuse({ code: 'hand-not-raised' })
      }
      return one({
        type: 'hand-moved',
        seatId: command.seatId,
        toIndex: Math.min(Math.max(0, Math.trunc(command.toIndex)), state.queue.length - 1),
        reason: command.reason?.trim() || null,
      })
    case 'give-floor': {
      const hand = state.queue.find((each) => each.seatId === command.seatId)
      if (!item) return refuse({ code: 'no-current-item' })
      if (!hand) return refuse({ code: 'hand-not-raised' })
      // While people vote nobody talks them into it.
      if (ballotIsOpen(state)) return refuse({ code: 'ballot-open' })
      // A point of order is heard while the speaker waits; one more of them ends the first.
      const before =
        hand.kind !== 'order'
          ? endTurns(state)
          : state.floor?.kind === 'order'
            ? endTurns({ ...state, interrupted: null })
            : []
      return ok([
        ...before,
        {
          type: 'floor-given',
          seatId: hand.seatId,
          stance: hand.stance,
          ...(hand.kind === 'turn' ? {} : { kind: hand.kind }),
        },
      ])
    }
    case 'take-floor':
      if (!state.floor) return refuse({ code: 'nobody-speaking' })
      if (actor.role === 'seat' && actor.id !== state.floor.seatId) {
        return refuse({ code: 'not-yours-to-do' })
      }
      if (command.seatId !== undefined && command.seatId !== state.floor.seatId) {
        return refuse({ code: 'moved-on' })
      }
      return one({
        type: 'floor-taken',
        seatId: state.floor.seatId,
        // Who gives the floor back has finished; only the chair takes it away.
        end: actor.role === 'seat' ? 'finished' : command.end,
      })
    case 'extend-floor':
      if (!state.floor) return refuse({ code: 'nobody-speaking' })
      if (!isWhole(command.seconds, 1, MAX_SECONDS)) return refuse({ code: 'bad-duration' })
      if (command.seatId !== undefined && command.seatId !== state.floor.seatId) {
        return refuse({ code: 'moved-on' })
      }
      return one({
        type: 'floor-extended',
        seatId: state.floor.seatId,
        seconds: command.seconds,
      })
    case 'end-turn': {
      if (!state.floor) return refuse({ code: 'nobody-speaking' })
      const endsAt = turnEndsAt(state)
      if (endsAt === null) return refuse({ code: 'rule-off', rule: 'hard-stop' })
      if (now < endsAt) return refuse({ code: 'time-left' })
      return one({ type: 'floor-taken', seatId: state.floor.seatId, end: 'time-up' })
    }
    case 'name-party': {
      if (!state.rules.rightOfReply) return refuse({ code: 'rule-off', rule: 'right-of-reply' })
      const blocked = maySpeak(state, command.seatId)
      if (blocked) return refuse(blocked)
      if (!item) return refuse({ code: 'no-current-item' })
      if (state.named.includes(command.seatId)) return refuse({ code: 'already-named' })
      return one({ type: 'party-named', seatId: command.seatId, itemId: item.id })
    }
    case 'warn':
      return warn(state, command.seatId, command.reason.trim())
    case 'lift-warning': {
      const reason = command.reason.trim()
      if (!state.warnings.some((each) => each.seatId === command.seatId)) {
        return refuse({ code: 'no-such-warning' })
      }
      if (!reason) return refuse({ code: 'reason-missing' })
      return one({ type: 'warning-lifted', seatId: command.seatId, reason })
    }
  }
}

function raiseHand(
  state: MeetingState,
  command: Extract<MeetingCommand, { type: 'raise-hand' }>,
  actor: MeetingActor,
): Decided {
  const { seatId, stance, kind = 'turn' } = command
  const blocked = maySpeak(state, seatId)
  if (blocked) return refuse(blocked)
  if (!state.currentItemId) return refuse({ code: 'no-current-item' })
  if (state.floor?.seatId === seatId || state.interrupted?.floor.seatId === seatId) {
    return refuse({ code: 'already-speaking' })
  }
  if (state.queue.some((hand) => hand.seatId === seatId)) {
    return refuse({ code: 'hand-already-raised' })
  }
  const { rules } = state
  switch (kind) {
    case 'turn': {
      const turns = turnsOn(state, state.currentItemId, seatId)
      if (turns >= rules.turnsPerItem) return refuse({ code: 'turns-used-up', turns })
      if (rules.stanceFirst && stance === 'remark') return refuse({ code: 'stance-missing' })
      break
    }
    case 'reply':
      if (!rules.rightOfReply) return refuse({ code: 'rule-off', rule: 'right-of-reply' })
      if (!state.named.includes(seatId)) return refuse({ code: 'not-named' })
      break
    case 'order':
      if (!rules.pointOfOrder) return refuse({ code: 'rule-off', rule: 'point-of-order' })
      break
  }
  const witness = actor.role === 'seat' ? '' : (command.witness?.trim() ?? '')
  if (command.witness !== undefined && actor.role !== 'seat' && !witness) {
    return refuse({ code: 'witness-missing' })
  }
  return one({
    type: 'hand-raised',
    seatId,
    stance,
    ...(kind === 'turn' ? {} : { kind }),
    ...(witness ? { witness } : {}),
  })
}

/** Why somebody may not speak now, or null. */
function maySpeak(state: MeetingState, seatId: SeatId): MeetingRefusal | null {
  if (!findSeat(state, seatId)) return { code: 'no-such-seat' }
  if (!isPresent(state, seatId)) return { code: 'not-checked-in' }
  if (state.chair.seatId === seatId) return { code: 'chair-is-neutral' }
  if (isSilenced(state, seatId)) return { code: 'silenced', warnings: state.rules.warnings }
  if (!state.rules.conflictMaySpeak && observesItem(state, seatId, state.currentItemId)) {
    return { code: 'observes-item' }
  }
  return null
}

function warn(state: MeetingState, seatId: SeatId, reason: string): Decided {
  if (state.rules.warnings === 0) return refuse({ code: 'rule-off', rule: 'warnings' })
  if (!findSeat(state, seatId)) return refuse({ code: 'no-such-seat' })
  if (!isPresent(state, seatId)) return refuse({ code: 'not-checked-in' })
  if (isSilenced(state, seatId)) {
    return refuse({ code: 'silenced', warnings: state.rules.warnings })
  }
  if (!reason) return refuse({ code: 'reason-missing' })
  const warned: MeetingEvent = { type: 'warned', seatId, itemId: state.currentItemId, reason }
  const after = { ...state, warnings: [...state.warnings, { ...warned, at: 0 }] }
  if (!isSilenced(after, seatId)) return one(warned)
  return ok([...leaveFloor(state, seatId), warned])
}

/** What ends when one person speaks no more. Their place in the queue goes with the event itself. */
export function leaveFloor(state: MeetingState, seatId: SeatId): MeetingEvent[] {
  const speaks = state.floor?.seatId === seatId || state.interrupted?.floor.seatId === seatId
  return speaks ? [{ type: 'floor-taken', seatId, end: 'chair' }] : []
}
