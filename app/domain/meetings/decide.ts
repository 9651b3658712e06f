import { localDateOf, parseLocalDate } from '#app/domain/calendar/local-date.ts'
import { assertNever } from '#app/domain/shared/assert-never.ts'
import { ok, refuse } from '#app/domain/shared/result.ts'
import { mayCommand } from '#app/domain/permissions/may-command.ts'
import { asksPartyReview } from '#app/domain/voting/convened-body.ts'
import { decideAgenda, type AgendaCommand } from './decide-agenda.ts'
import { decideBallot, mayDecide } from './decide-ballot.ts'
import { decideChair, type ChairCommand } from './decide-chair.ts'
import { decideFloor, MAX_SECONDS } from './decide-floor.ts'
import { decideMotion } from './decide-motion.ts'
import { decidePeople, type PeopleCommand } from './decide-people.ts'
import { decideScreen, type ScreenCommand } from './decide-screen.ts'
import { endItem } from './end-running.ts'
import {
  ballotIsOpen,
  findItem,
  findSeat,
  isPresent,
  isWhole,
  observesItem,
  one,
  type Decided,
} from './find-in-meeting.ts'
import type { MeetingActor, MeetingCommand } from './meeting-command.ts'
import type { MeetingState } from './meeting-state.ts'
import { wordsBeforeRoom } from './open-motion.ts'
import { mayOpen } from './opening-conditions.ts'

/** Longest text anybody may put into the log: parked points, reasons, objections. */
export const MAX_TEXT = 500

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
    case 'open-doors':
      return state.phase === 'notified'
        ? one({ type: 'doors-opened' })
        : refuse({ code: 'already-open' })
    case 'open': {
      if (state.phase === 'notified') return refuse({ code: 'doors-not-open' })
      if (state.phase !== 'doors-open') return refuse({ code: 'already-open' })
      const open = mayOpen(state, command.overrideReason)
      return open.ok ? one({ type: 'opened', ...open.value }) : open
    }
    case 'record-party-review': {
      if (!asksPartyReview(state.body)) return refuse({ code: 'no-party-review' })
      const by = command.by.trim()
      const opinion = command.opinion.trim()
      if (!by || !opinion) return refuse({ code: 'text-missing' })
      if (!parseLocalDate(command.on) || command.on > localDateOf(new Date(now))) {
        return refuse({ code: 'bad-date' })
      }
      return one({ type: 'party-reviewed', by, on: command.on, opinion })
    }
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
    case 'add-item':
    case 'move-item':
    case 'skip-item':
    case 'carry-over-item':
      return decideAgenda(state, command)
    case 'add-seat':
    case 'check-in':
    case 'mark-absent':
    case 'change-place':
    case 'seat-deputy':
    case 'flag-conflict':
    case 'clear-conflict':
      return decidePeople(state, command, actor)
    case 'pause':
    case 'resume':
    case 'adjourn':
    case 'reopen':
    case 'hand-over-chair':
    case 'take-back-chair':
      return decideChair(state, command, actor, now)
    case 'show-message':
    case 'clear-message':
    case 'pin-screen':
    case 'show-minutes':
    case 'hide-minutes':
    case 'open-temperature':
    case 'close-temperature':
      return decideScreen(state, command)
    default:
      return decideInSession(state, command, actor, now)
  }
}

type InSession = Exclude<
  MeetingCommand,
  | AgendaCommand
  | PeopleCommand
  | ChairCommand
  | ScreenCommand
  | {
      type:
        | 'convene'
        | 'move'
        | 'cancel'
        | 'open-doors'
        | 'open'
        | 'withdraw-hand'
        | 'park-point'
        | 'assign-task'
        | 'record-party-review'
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
    return refuse({ code: state.adjournedAt === null ? 'meeting-paused' : 'meeting-adjourned' })
  }
  if (state.phase !== 'in-session' && state.phase !== 'paused') {
    return refuse({ code: 'not-in-session' })
  }
  const item = findItem(state, state.currentItemId)

  switch (command.type) {
    case 'start-item': {
      const next = findItem(state, command.itemId)
      if (!next) return refuse({ code: 'no-such-item' })
      if (next.progress === 'current') return refuse({ code: 'item-current' })
      if (next.progress === 'carried-over') return refuse({ code: 'item-carried-over' })
      if (ballotIsOpen(state)) return refuse({ code: 'ballot-open' })
      return ok([...endItem(state, item), { type: 'item-started', itemId: next.id }])
    }
    case 'end-item':
      if (!item) return refuse({ code: 'no-current-item' })
      if (command.itemId !== undefined && command.itemId !== item.id) {
        return refuse({ code: 'moved-on' })
      }
      if (ballotIsOpen(state)) return refuse({ code: 'ballot-open' })
      return ok(endItem(state, item))
    case 'add-time':
      if (!item) return refuse({ code: 'no-current-item' })
      if (!isWhole(command.seconds, 1, MAX_SECONDS)) return refuse({ code: 'bad-duration' })
      return one({ type: 'time-added', itemId: item.id, seconds: command.seconds })
    case 'raise-hand':
    case 'move-hand':
    case 'give-floor':
    case 'take-floor':
    case 'extend-floor':
    case 'end-turn':
    case 'name-party':
    case 'warn':
    case 'lift-warning':
      return decideFloor(state, command, actor, now)
    case 'make-motion':
    case 'second-motion':
    case 'edit-motion':
    case 'withdraw-motion':
    case 'refer-motion':
    case 'postpone-motion':
      return decideMotion(state, command, actor)
    case 'make-last-call':
      if (!item) return refuse({ code: 'no-current-item' })
      return one({ type: 'last-call-made', itemId: item.id })
    case 'ask-consensus': {
      const blocked = mayDecide(state, item)
      if (blocked) return refuse(blocked)
      if (state.consensus) return refuse({ code: 'consensus-open' })
      const proposal = item && wordsBeforeRoom(state, item)
      if (!item || !proposal) return refuse({ code: 'not-a-decision' })
      return one({ type: 'consensus-asked', itemId: item.id, proposal })
    }
    case 'raise-objection': {
      if (!state.consensus) return refuse({ code: 'consensus-not-open' })
      const seat = findSeat(state, command.seatId)
      if (!seat) return refuse({ code: 'no-such-seat' })
      if (seat.role !== 'delegate') return refuse({ code: 'not-yours-to-do' })
      if (!isPresent(state, seat.id)) return refuse({ code: 'not-checked-in' })
      if (state.chair.seatId === seat.id) return refuse({ code: 'chair-is-neutral' })
      if (observesItem(state, seat.id, state.consensus.itemId)) {
        return refuse({ code: 'observes-item' })
      }
      return one({
        type: 'objection-raised',
        itemId: state.consensus.itemId,
        seatId: command.seatId,
        text: command.text?.trim() || null,
        ...(command.kind === 'reservation' && { kind: command.kind }),
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
      if (state.consensus.objections.some(({ kind }) => kind === 'objection')) {
        return refuse({ code: 'objection-standing' })
      }
      return one({
        type: 'consensus-reached',
        itemId: state.consensus.itemId,
        proposal: state.consensus.proposal,
        label: command.label,
      })
    case 'fail-consensus':
      if (!state.consensus) return refuse({ code: 'consensus-not-open' })
      return one({ type: 'consensus-failed', itemId: state.consensus.itemId })
    case 'open-ballot':
    case 'close-ballot':
    case 'void-ballot':
      return decideBallot(state, command, now)
    case 'close':
      if (ballotIsOpen(state)) return refuse({ code: 'ballot-open' })
      return ok([...endItem(state, item), { type: 'closed' }])
    default:
      return assertNever(command)
  }
}
