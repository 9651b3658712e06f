import { assertNever } from '#app/domain/shared/assert-never.ts'
import type { SeatId } from '#app/domain/shared/ids.ts'
import type { AgendaItem } from './meeting.ts'
import type { LoggedEvent } from './meeting-event.ts'
import type { BallotState, Clock, Hand, ItemState, MeetingState } from './meeting-state.ts'
import { speakingOrder } from './speaking-order.ts'

/** Applies one event that `decide` allowed. Replaying a log rebuilds its meeting. */
export function evolve(state: MeetingState | null, logged: LoggedEvent): MeetingState {
  const { event, at } = logged
  if (event.type === 'convened') {
    return {
      phase: 'notified',
      room: event.room,
      title: event.title,
      compoundName: event.compoundName,
      venue: event.venue,
      startsAt: event.startsAt,
      durationMinutes: event.durationMinutes,
      rules: event.rules,
      chair: event.chair,
      recorder: event.recorder,
      seats: event.seats,
      presence: {},
      agenda: event.agenda.map(waiting),
      currentItemId: null,
      itemClock: null,
      queue: [],
      floor: null,
      turns: [],
      parked: [],
      consensus: null,
      ballot: null,
      pastBallots: [],
      decisions: [],
      tasks: [],
      openedAt: null,
      overrideReason: null,
      pausedAt: null,
      pauseReason: null,
      closedAt: null,
    }
  }
  if (!state) throw new Error(`A meeting's log begins with 'convened', not '${event.type}'`)
  switch (event.type) {
    case 'moved':
      return { ...state, startsAt: event.startsAt, venue: event.venue }
    case 'cancelled':
      return { ...state, phase: 'closed', closedAt: at, cancelledReason: event.reason }
    case 'seat-added':
      return { ...state, seats: [...state.seats, event.seat] }
    case 'item-added':
      return { ...state, agenda: [...state.agenda, waiting(event.item)] }
    case 'doors-opened':
      return { ...state, phase: 'doors-open' }
    case 'checked-in':
      return { ...state, presence: { ...state.presence, [event.seatId]: at } }
    case 'marked-absent': {
      const { [event.seatId]: _gone, ...presence } = state.presence
      return {
        ...state,
        presence,
        queue: withoutHand(state, event.seatId),
      }
    }
    case 'opened':
      return {
        ...state,
        phase: 'in-session',
        openedAt: at,
        overrideReason: event.overrideReason,
      }
    case 'item-started': {
      const item = state.agenda.find((each) => each.id === event.itemId)
      return {
        ...state,
        agenda: changeItem(state.agenda, event.itemId, {
          progress: 'current',
          startedAt: item?.startedAt ?? at,
        }),
        currentItemId: event.itemId,
        itemClock: { startedAt: at, pausedMs: 0, limitMs: (item?.minutes ?? 0) * 60_000 },
        queue: [],
        consensus: null,
        ballot: null,
      }
    }
    case 'item-ended':
      return {
        ...state,
        agenda: changeItem(state.agenda, event.itemId, {
          progress: 'done',
          endedAt: at,
          outcome: event.outcome,
        }),
        currentItemId: null,
        itemClock: null,
        queue: [],
        consensus: null,
      }
    case 'time-added':
      return { ...state, itemClock: extend(state.itemClock, event.seconds) }
    case 'hand-raised':
      return {
        ...state,
        queue: [
          ...state.queue,
          { seatId: event.seatId, stance: event.stance, raisedAt: at, pinnedIndex: null },
        ],
      }
    case 'hand-withdrawn':
      return { ...state, queue: withoutHand(state, event.seatId) }
    case 'hand-moved':
      return {
        ...state,
        queue: withMovedHand(state, event.seatId, event.toIndex),
      }
    case 'floor-given':
      return {
        ...state,
        queue: withoutHand(state, event.seatId),
        floor: {
          seatId: event.seatId,
          stance: event.stance,
          clock: { startedAt: at, pausedMs: 0, limitMs: state.rules.turnSeconds * 1000 },
        },
      }
    case 'floor-taken': {
      const { floor } = state
      if (!floor || !state.currentItemId) return { ...state, floor: null }
      const turn = {
        seatId: floor.seatId,
        itemId: state.currentItemId,
        stance: floor.stance,
        startedAt: floor.clock.startedAt,
        ms: clockElapsed(floor.clock, state.pausedAt ?? at),
      }
      return { ...state, floor: null, turns: [...state.turns, turn] }
    }
    case 'floor-extended':
      return state.floor
        ? {
            ...state,
            floor: {
              ...state.floor,
              clock: {
                ...state.floor.clock,
                limitMs: state.floor.clock.limitMs + event.seconds * 1000,
              },
            },
          }
        : state
    case 'point-parked':
      return {
        ...state,
        parked: [
          ...state.parked,
          { pointId: event.pointId, text: event.text, itemId: event.itemId, at },
        ],
      }
    case 'last-call-made':
      return { ...state, agenda: changeItem(state.agenda, event.itemId, { lastCallAt: at }) }
    case 'consensus-asked':
      return {
        ...state,
        consensus: {
          itemId: event.itemId,
          proposal: event.proposal,
          askedAt: at,
          objections: [],
        },
      }
    case 'objection-raised':
      return state.consensus
        ? {
            ...state,
            consensus: {
              ...state.consensus,
              objections: [
                ...state.consensus.objections.filter((each) => each.seatId !== event.seatId),
                { seatId: event.seatId, text: event.text },
              ],
            },
          }
        : state
    case 'objection-withdrawn':
      return state.consensus
        ? {
            ...state,
            consensus: {
              ...state.consensus,
              objections: state.consensus.objections.filter(
                (each) => each.seatId !== event.seatId,
              ),
            },
          }
        : state
    case 'consensus-reached':
      return {
        ...state,
        consensus: null,
        decisions: [
          ...state.decisions,
          {
            by: 'consensus',
            itemId: event.itemId,
            proposal: event.proposal,
            label: event.label,
            decidedAt: at,
            reservations: state.consensus?.objections ?? [],
          },
        ],
      }
    case 'consensus-failed':
      return { ...state, consensus: null }
    case 'ballot-opened':
      return {
        ...state,
        consensus: null,
        ballot: {
          ballotId: event.ballotId,
          itemId: event.itemId,
          title: event.title,
          secrecy: event.secrecy,
          changeable: event.changeable,
          rule: event.rule,
          label: event.label,
          roll: event.roll,
          openedAt: at,
          dueAt: event.dueAt,
          closedAt: null,
          verdict: null,
          voidReason: null,
        },
      }
    case 'ballot-closed': {
      if (!state.ballot) return state
      const closed: BallotState = { ...state.ballot, closedAt: at, verdict: event.verdict }
      return {
        ...state,
        ballot: closed,
        pastBallots: [...state.pastBallots, closed],
        decisions: [
          ...state.decisions,
          {
            by: 'ballot',
            ballotId: closed.ballotId,
            itemId: closed.itemId,
            proposal: closed.title,
            label: closed.label,
            decidedAt: at,
            passed: event.verdict.passed,
            quorumMet: event.verdict.quorumMet,
          },
        ],
      }
    }
    case 'ballot-voided': {
      const voided = state.pastBallots.some((each) => each.ballotId === event.ballotId)
      const mark = (ballot: BallotState) =>
        ballot.ballotId === event.ballotId
          ? { ...ballot, closedAt: ballot.closedAt ?? at, voidReason: event.reason }
          : ballot
      const voidedItem =
        state.ballot?.ballotId === event.ballotId
          ? state.ballot.itemId
          : state.pastBallots.find((each) => each.ballotId === event.ballotId)?.itemId
      return {
        ...state,
        // What was ended with this ballot's result is now without one.
        agenda: state.agenda.map((item) =>
          item.id === voidedItem && item.outcome !== null ? { ...item, outcome: 'none' } : item,
        ),
        // An older ballot can be voided while another one runs.
        ballot: state.ballot?.ballotId === event.ballotId ? null : state.ballot,
        pastBallots: voided
          ? state.pastBallots.map(mark)
          : state.ballot
            ? [...state.pastBallots, mark(state.ballot)]
            : state.pastBallots,
        decisions: state.decisions.filter(
          (each) => each.by !== 'ballot' || each.ballotId !== event.ballotId,
        ),
      }
    }
    case 'task-assigned': {
      const { type: _type, ...task } = event
      return { ...state, tasks: [...state.tasks, task] }
    }
    case 'paused':
      return { ...state, phase: 'paused', pausedAt: at, pauseReason: event.reason }
    case 'resumed': {
      const pausedMs = at - (state.pausedAt ?? at)
      const resume = (clock: Clock) => ({ ...clock, pausedMs: clock.pausedMs + pausedMs })
      return {
        ...state,
        phase: 'in-session',
        pausedAt: null,
        pauseReason: null,
        itemClock: state.itemClock && resume(state.itemClock),
        floor: state.floor && { ...state.floor, clock: resume(state.floor.clock) },
      }
    }
    case 'closed':
      return {
        ...state,
        phase: 'closed',
        closedAt: at,
        pausedAt: null,
        pauseReason: null,
        currentItemId: null,
        itemClock: null,
        queue: [],
        floor: null,
        consensus: null,
      }
    default:
      return assertNever(event)
  }
}

/** Replays a whole log, or what follows a state. */
export function replay(
  events: readonly LoggedEvent[],
  from: MeetingState | null = null,
): MeetingState | null {
  return events.reduce<MeetingState | null>(evolve, from)
}

/** Time used on a clock at an instant, in ms, pauses left out. */
export function clockElapsed(clock: Clock, at: number): number {
  return Math.max(0, at - clock.startedAt - clock.pausedMs)
}

/** Time left on a clock, in ms; negative when it has run over. Stands still while paused. */
export function clockLeft(clock: Clock, pausedAt: number | null, now: number): number {
  return clock.limitMs - clockElapsed(clock, pausedAt ?? now)
}

function waiting(item: AgendaItem): ItemState {
  return {
    ...item,
    progress: 'waiting',
    startedAt: null,
    endedAt: null,
    outcome: null,
    lastCallAt: null,
  }
}

/** Takes a hand out of the queue; places the chair gave behind it move up. */
function withoutHand(state: MeetingState, seatId: SeatId): Hand[] {
  const gone = state.queue.find((hand) => hand.seatId === seatId)
  if (!gone) return state.queue
  const place = speakingOrder(state).findIndex((row) => row.seatId === seatId)
  const from = gone.pinnedIndex ?? place
  return state.queue
    .filter((hand) => hand !== gone)
    .map((hand) =>
      hand.pinnedIndex !== null && hand.pinnedIndex > from
        ? { ...hand, pinnedIndex: hand.pinnedIndex - 1 }
        : hand,
    )
}

/** Puts a hand where the chair wants it; those it comes in front of stand one further back. */
function withMovedHand(state: MeetingState, seatId: SeatId, toIndex: number): Hand[] {
  const moved = state.queue.find((hand) => hand.seatId === seatId)
  if (!moved) return state.queue
  const shift = (pinned: number | null) => {
    if (pinned === null) return null
    const closed =
      moved.pinnedIndex !== null && pinned > moved.pinnedIndex ? pinned - 1 : pinned
    return closed >= toIndex ? closed + 1 : closed
  }
  return state.queue.map((hand) => ({
    ...hand,
    pinnedIndex: hand === moved ? toIndex : shift(hand.pinnedIndex),
  }))
}

function changeItem(
  agenda: readonly ItemState[],
  itemId: string,
  change: Partial<ItemState>,
): ItemState[] {
  return agenda.map((item) => (item.id === itemId ? { ...item, ...change } : item))
}

function extend(clock: Clock | null, seconds: number): Clock | null {
  return clock && { ...clock, limitMs: clock.limitMs + seconds * 1000 }
}
