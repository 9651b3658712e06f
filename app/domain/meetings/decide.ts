import { assertNever } from '#app/domain/shared/assert-never.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import type { SeatId } from '#app/domain/shared/ids.ts'
import { mayCommand } from '#app/domain/permissions/may-command.ts'
import { withoutFewPapers } from '#app/domain/voting/few-secret-papers.ts'
import type { MeetingActor, MeetingCommand } from './meeting-command.ts'
import type { MeetingEvent } from './meeting-event.ts'
import type { MeetingRefusal } from './meeting-refusal.ts'
import type { ItemState, MeetingState } from './meeting-state.ts'
import { readiness, votingSeats } from './readiness.ts'

type Decided = Result<MeetingEvent[], MeetingRefusal>

/** Longest text anybody may put into the log: parked points, reasons, objections. */
export const MAX_TEXT = 500
const MAX_SECONDS = 60 * 60

/**
 * Says what a command would do to a meeting, as events, or why it may not.
 * Changes nothing and reads no clock: `now` is ms since the epoch.
 */
export function decide(
  state: MeetingState | null,
  command: MeetingCommand,
  actor: MeetingActor,
  now: number,
): Decided {
  if (!mayCommand(actor, command)) return refuse({ code: 'not-yours-to-do' })
  if (command.type === 'convene') {
    return state ? refuse({ code: 'already-convened' }) : one(command.plan)
  }
  if (!state) return refuse({ code: 'not-convened' })
  // What was agreed is often shared out after the meeting; one that was called off agreed on nothing.
  const isOver = state.cancelledReason !== undefined || command.type !== 'assign-task'
  if (state.phase === 'closed' && isOver) return refuse({ code: 'meeting-closed' })

  switch (command.type) {
    case 'move': {
      if (state.phase !== 'notified') return refuse({ code: 'already-open' })
      const reason = command.reason.trim()
      if (!reason) return refuse({ code: 'reason-missing' })
      const { startsAt, venue } = command
      return one({ type: 'moved', startsAt, venue: venue.trim() || state.venue, reason })
    }
    case 'cancel': {
      if (state.openedAt !== null) return refuse({ code: 'already-open' })
      const reason = command.reason.trim()
      if (!reason) return refuse({ code: 'reason-missing' })
      return one({ type: 'cancelled', reason })
    }
    case 'add-seat':
      return findSeat(state, command.seat.id)
        ? refuse({ code: 'seat-exists' })
        : one({ type: 'seat-added', seat: command.seat })
    case 'add-item': {
      if (!command.item.title.trim()) return refuse({ code: 'text-missing' })
      if (!isWhole(command.item.minutes, 1, 240)) return refuse({ code: 'bad-duration' })
      // What the notice did not name can be discussed, never decided.
      const item = { ...command.item, inNotice: false, method: 'none', proposal: null } as const
      return one({
        type: 'item-added',
        item: { ...item, kind: item.kind === 'decision' ? 'discussion' : item.kind },
      })
    }
    case 'open-doors':
      return state.phase === 'notified'
        ? one({ type: 'doors-opened' })
        : refuse({ code: 'already-open' })
    case 'check-in': {
      if (!findSeat(state, command.seatId)) return refuse({ code: 'no-such-seat' })
      if (state.phase === 'notified') return refuse({ code: 'doors-not-open' })
      if (Object.hasOwn(state.presence, command.seatId)) {
        return refuse({ code: 'already-present' })
      }
      const { seatId, by, reason } = command
      if (by === 'staff' && !reason?.trim()) return refuse({ code: 'reason-missing' })
      return one({ type: 'checked-in', seatId, by, reason })
    }
    case 'mark-absent': {
      if (!findSeat(state, command.seatId)) return refuse({ code: 'no-such-seat' })
      if (!command.reason.trim()) return refuse({ code: 'reason-missing' })
      if (!Object.hasOwn(state.presence, command.seatId)) {
        return refuse({ code: 'already-absent' })
      }
      const events: MeetingEvent[] = []
      if (state.floor?.seatId === command.seatId) {
        events.push({ type: 'floor-taken', seatId: command.seatId, end: 'chair' })
      }
      events.push({
        type: 'marked-absent',
        seatId: command.seatId,
        reason: command.reason.trim(),
      })
      return ok(events)
    }
    case 'open': {
      if (state.phase === 'notified') return refuse({ code: 'doors-not-open' })
      if (state.phase !== 'doors-open') return refuse({ code: 'already-open' })
      const { ready, need, present, invited, missingSides } = readiness(state)
      const reason = command.overrideReason?.trim() ?? ''
      if (!ready && !reason) return refuse({ code: 'not-ready', need, present, missingSides })
      return one({
        type: 'opened',
        present,
        invited,
        missingSides,
        overrideReason: ready ? null : reason,
      })
    }
    case 'pause':
      if (state.phase === 'paused') return refuse({ code: 'meeting-paused' })
      if (state.phase !== 'in-session') return refuse({ code: 'not-in-session' })
      if (ballotIsOpen(state)) return refuse({ code: 'ballot-open' })
      return one({ type: 'paused', reason: command.reason?.trim() || null })
    case 'resume':
      return state.phase === 'paused'
        ? one({ type: 'resumed' })
        : refuse({ code: 'not-paused' })
    case 'withdraw-hand':
      return state.queue.some((hand) => hand.seatId === command.seatId)
        ? one({ type: 'hand-withdrawn', seatId: command.seatId })
        : refuse({ code: 'hand-not-raised' })
    case 'park-point': {
      const text = command.text.trim()
      if (!text) return refuse({ code: 'text-missing' })
      return one({
        type: 'point-parked',
        pointId: command.pointId,
        text,
        itemId: state.currentItemId,
      })
    }
    case 'assign-task': {
      const item = findItem(state, command.itemId)
      if (!item) return refuse({ code: 'no-such-item' })
      if (!command.title.trim() || !command.lead.name.trim()) {
        return refuse({ code: 'text-missing' })
      }
      if (!/^\d{4}-\d{2}-\d{2}$/.test(command.dueOn)) return refuse({ code: 'bad-date' })
      const { type: _type, ...task } = command
      return one({ type: 'task-assigned', ...task })
    }
    default:
      return decideInSession(state, command, actor, now)
  }
}

type InSession = Exclude<
  MeetingCommand,
  {
    type:
      | 'convene'
      | 'move'
      | 'cancel'
      | 'add-seat'
      | 'add-item'
      | 'open-doors'
      | 'check-in'
      | 'mark-absent'
      | 'open'
      | 'pause'
      | 'resume'
      | 'withdraw-hand'
      | 'park-point'
      | 'assign-task'
  }
>

/** Commands that need the meeting to be running. Closing ends a pause as well. */
function decideInSession(
  state: MeetingState,
  command: InSession,
  actor: MeetingActor,
  now: number,
): Decided {
  if (state.phase === 'paused' && command.type !== 'close') {
    return refuse({ code: 'meeting-paused' })
  }
  if (state.phase !== 'in-session' && state.phase !== 'paused') {
    return refuse({ code: 'not-in-session' })
  }
  const item = state.currentItemId ? findItem(state, state.currentItemId) : undefined

  switch (command.type) {
    case 'start-item': {
      const next = findItem(state, command.itemId)
      if (!next) return refuse({ code: 'no-such-item' })
      if (next.progress === 'current') return refuse({ code: 'item-current' })
      if (ballotIsOpen(state)) return refuse({ code: 'ballot-open' })
      return ok([...endItem(state, item), { type: 'item-started', itemId: next.id }])
    }
    case 'end-item':
      if (!item) return refuse({ code: 'no-current-item' })
      if (ballotIsOpen(state)) return refuse({ code: 'ballot-open' })
      return ok(endItem(state, item))
    case 'add-time':
      if (!item) return refuse({ code: 'no-current-item' })
      if (!isWhole(command.seconds, 1, MAX_SECONDS)) return refuse({ code: 'bad-duration' })
      return one({ type: 'time-added', itemId: item.id, seconds: command.seconds })
    case 'raise-hand': {
      const { seatId, stance } = command
      if (!findSeat(state, seatId)) return refuse({ code: 'no-such-seat' })
      if (!Object.hasOwn(state.presence, seatId)) return refuse({ code: 'not-checked-in' })
      if (!item) return refuse({ code: 'no-current-item' })
      if (state.floor?.seatId === seatId) return refuse({ code: 'already-speaking' })
      if (state.queue.some((hand) => hand.seatId === seatId)) {
        return refuse({ code: 'hand-already-raised' })
      }
      const turns = state.turns.filter(
        (turn) => turn.itemId === item.id && turn.seatId === seatId,
      ).length
      if (turns >= state.rules.turnsPerItem) return refuse({ code: 'turns-used-up', turns })
      return one({ type: 'hand-raised', seatId, stance })
    }
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
      return ok([
        ...endTurn(state),
        { type: 'floor-given', seatId: hand.seatId, stance: hand.stance },
      ])
    }
    case 'take-floor':
      if (!state.floor) return refuse({ code: 'nobody-speaking' })
      if (actor.role === 'seat' && actor.id !== state.floor.seatId) {
        return refuse({ code: 'not-yours-to-do' })
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
      return one({
        type: 'floor-extended',
        seatId: state.floor.seatId,
        seconds: command.seconds,
      })
    case 'make-last-call':
      if (!item) return refuse({ code: 'no-current-item' })
      return one({ type: 'last-call-made', itemId: item.id })
    case 'ask-consensus': {
      const blocked = mayDecide(state, item)
      if (blocked) return refuse(blocked)
      if (state.consensus) return refuse({ code: 'consensus-open' })
      if (!item?.proposal) return refuse({ code: 'not-a-decision' })
      return one({ type: 'consensus-asked', itemId: item.id, proposal: item.proposal })
    }
    case 'raise-objection': {
      if (!state.consensus) return refuse({ code: 'consensus-not-open' })
      const seat = findSeat(state, command.seatId)
      if (!seat) return refuse({ code: 'no-such-seat' })
      if (seat.role !== 'delegate') return refuse({ code: 'not-yours-to-do' })
      if (!Object.hasOwn(state.presence, command.seatId)) {
        return refuse({ code: 'not-checked-in' })
      }
      return one({
        type: 'objection-raised',
        itemId: state.consensus.itemId,
        seatId: command.seatId,
        text: command.text?.trim() || null,
      })
    }
    case 'withdraw-objection':
      if (!state.consensus) return refuse({ code: 'consensus-not-open' })
      if (!state.consensus.objections.some((each) => each.seatId === command.seatId)) {
        return refuse({ code: 'no-such-objection' })
      }
      return one({
        type: 'objection-withdrawn',
        itemId: state.consensus.itemId,
        seatId: command.seatId,
      })
    case 'declare-consensus':
      if (!state.consensus) return refuse({ code: 'consensus-not-open' })
      if (state.consensus.objections.length > 0) return refuse({ code: 'objection-standing' })
      return one({
        type: 'consensus-reached',
        itemId: state.consensus.itemId,
        proposal: state.consensus.proposal,
        label: command.label,
      })
    case 'fail-consensus':
      if (!state.consensus) return refuse({ code: 'consensus-not-open' })
      return one({ type: 'consensus-failed', itemId: state.consensus.itemId })
    case 'open-ballot': {
      const blocked = mayDecide(state, item)
      if (blocked) return refuse(blocked)
      if (!item?.proposal) return refuse({ code: 'not-a-decision' })
      if (!isWhole(command.seconds, 10, MAX_SECONDS)) return refuse({ code: 'bad-duration' })
      if (item.lastCallAt === null) return refuse({ code: 'last-call-missing' })
      const roll = votingSeats(state)
      if (!roll.some((seat) => Object.hasOwn(state.presence, seat.id))) {
        return refuse({ code: 'nobody-can-vote' })
      }
      return ok([
        ...(state.consensus
          ? [{ type: 'consensus-failed' as const, itemId: state.consensus.itemId }]
          : []),
        ...endTurn(state),
        {
          type: 'ballot-opened',
          ballotId: command.ballotId,
          itemId: item.id,
          title: item.proposal,
          secrecy: command.secrecy,
          changeable: command.secrecy === 'open',
          rule: command.rule,
          label: command.label,
          roll: roll.map((seat) => seat.id),
          dueAt: now + command.seconds * 1000,
        },
      ])
    }
    case 'close-ballot':
      if (!state.ballot || state.ballot.ballotId !== command.ballotId) {
        return refuse({ code: 'no-such-ballot' })
      }
      if (!ballotIsOpen(state)) return refuse({ code: 'ballot-not-open' })
      return one({
        type: 'ballot-closed',
        ballotId: command.ballotId,
        verdict: withoutFewPapers(command.verdict, state.ballot.secrecy),
      })
    case 'void-ballot': {
      if (!command.reason.trim()) return refuse({ code: 'reason-missing' })
      const known =
        state.ballot?.ballotId === command.ballotId ||
        state.pastBallots.some((each) => each.ballotId === command.ballotId)
      if (!known) return refuse({ code: 'no-such-ballot' })
      const past = state.pastBallots.find((each) => each.ballotId === command.ballotId)
      if (past && past.voidReason !== null) return refuse({ code: 'ballot-not-open' })
      return one({
        type: 'ballot-voided',
        ballotId: command.ballotId,
        reason: command.reason.trim(),
      })
    }
    case 'close':
      if (ballotIsOpen(state)) return refuse({ code: 'ballot-open' })
      return ok([...endItem(state, item), { type: 'closed' }])
    default:
      return assertNever(command)
  }
}

/** Whether a ballot is running in this meeting. */
export function ballotIsOpen(state: MeetingState): boolean {
  return state.ballot !== null && state.ballot.closedAt === null
}

/** Why the current item cannot be decided now, or null. */
function mayDecide(state: MeetingState, item: ItemState | undefined): MeetingRefusal | null {
  if (!item) return { code: 'no-current-item' }
  if (ballotIsOpen(state)) return { code: 'ballot-open' }
  if (!item.inNotice) return { code: 'not-in-notice' }
  if (item.kind !== 'decision') return { code: 'not-a-decision' }
  if (state.decisions.some((each) => each.itemId === item.id)) {
    return { code: 'already-decided' }
  }
  return null
}

function endTurn(state: MeetingState): MeetingEvent[] {
  return state.floor
    ? [{ type: 'floor-taken', seatId: state.floor.seatId, end: 'finished' }]
    : []
}

function endItem(state: MeetingState, item: ItemState | undefined): MeetingEvent[] {
  if (!item) return endTurn(state)
  const decision = state.decisions.findLast((each) => each.itemId === item.id)
  const outcome = !decision
    ? 'none'
    : decision.by === 'consensus'
      ? 'consensus'
      : !decision.quorumMet
        ? 'quorum-not-met'
        : decision.passed
          ? 'carried'
          : 'not-carried'
  return [...endTurn(state), { type: 'item-ended', itemId: item.id, outcome }]
}

const one = (event: MeetingEvent): Decided => ok([event])

const isWhole = (value: number, least: number, most: number) =>
  Number.isInteger(value) && value >= least && value <= most

const findSeat = (state: MeetingState, id: SeatId) => state.seats.find((seat) => seat.id === id)
const findItem = (state: MeetingState, id: string) =>
  state.agenda.find((item) => item.id === id)
