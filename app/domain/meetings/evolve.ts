import { assertNever } from '#app/domain/shared/assert-never.ts'
import { decides, offersOptions, YES_NO } from '#app/domain/voting/ballot-question.ts'
import { chosenOptions } from '#app/domain/voting/chosen-options.ts'
import { extend, stoodStill } from './clock.ts'
import { changed, evolveAgenda, waiting } from './evolve-agenda.ts'
import { evolveFloor } from './evolve-floor.ts'
import {
  endOpenMotion,
  evolveMotion,
  freezeMotion,
  reviveMotion,
  thawMotion,
} from './evolve-motion.ts'
import { checkIn, evolvePeople, type CheckIn } from './evolve-people.ts'
import { evolveScreen } from './evolve-screen.ts'
import type { LoggedEvent, MeetingEvent } from './meeting-event.ts'
import type { BallotState, MeetingState } from './meeting-state.ts'
import { completeRules } from './speaking-rules.ts'

/** Applies one event that `decide` allowed. Replaying a log rebuilds its meeting. */
export function evolve(state: MeetingState | null, logged: LoggedEvent): MeetingState {
  const { event, at } = logged
  if (event.type === 'convened') {
    return {
      phase: 'notified',
      room: event.room,
      title: event.title,
      ...(event.titleEn && { titleEn: event.titleEn }),
      compoundName: event.compoundName,
      venue: event.venue,
      startsAt: event.startsAt,
      durationMinutes: event.durationMinutes,
      rules: completeRules(event.rules),
      ...(event.body && { body: event.body }),
      chair: event.chair,
      recorder: event.recorder,
      appointedChair: event.chair,
      handovers: [],
      seats: event.seats,
      presence: {},
      remote: [],
      agenda: event.agenda.map(waiting),
      currentItemId: null,
      itemClock: null,
      queue: [],
      floor: null,
      interrupted: null,
      named: [],
      warnings: [],
      conflicts: [],
      motions: [],
      temperature: null,
      pastTemperatures: [],
      screen: { pinned: null, message: null, readBack: null },
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
      pauseUntil: null,
      adjournedAt: null,
      closedAt: null,
    }
  }
  if (!state) throw new Error(`A meeting's log begins with 'convened', not '${event.type}'`)
  switch (event.type) {
    case 'moved':
      return { ...state, startsAt: event.startsAt, venue: event.venue }
    case 'cancelled':
      return { ...state, phase: 'closed', closedAt: at, cancelledReason: event.reason }
    case 'doors-opened':
      return { ...state, phase: 'doors-open' }
    case 'opened':
      return {
        ...state,
        phase: 'in-session',
        openedAt: at,
        overrideReason: event.overrideReason,
        ...wentOn(event),
      }
    case 'party-reviewed': {
      const { by, on, opinion } = event
      return { ...state, partyReview: { by, on, opinion } }
    }
    case 'time-added':
      return {
        ...state,
        itemClock: state.itemClock && extend(state.itemClock, event.seconds),
      }
    case 'point-parked':
      return {
        ...state,
        parked: [
          ...state.parked,
          { pointId: event.pointId, text: event.text, itemId: event.itemId, at },
        ],
      }
    case 'last-call-made':
      return changed(state, event.itemId, { lastCallAt: at })
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
                { seatId: event.seatId, text: event.text, kind: event.kind ?? 'objection' },
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
        motions: endOpenMotion(state.motions, 'decided', null),
        decisions: [
          ...state.decisions,
          {
            by: 'consensus',
            itemId: event.itemId,
            proposal: event.proposal,
            label: event.label,
            decidedAt: at,
            reservations: (state.consensus?.objections ?? []).map(({ seatId, text }) => ({
              seatId,
              text,
            })),
          },
        ],
      }
    case 'consensus-failed':
      return { ...state, consensus: null }
    case 'ballot-opened':
      return {
        ...state,
        consensus: null,
        motions: freezeMotion(state.motions),
        ballot: {
          ballotId: event.ballotId,
          itemId: event.itemId,
          title: event.title,
          question: event.question ?? YES_NO,
          secrecy: event.secrecy,
          changeable: event.changeable,
          rule: event.rule,
          label: event.label,
          roll: event.roll,
          ...(event.standingBack && { standingBack: event.standingBack }),
          openedAt: at,
          dueAt: event.dueAt,
          closedAt: null,
          verdict: null,
          voidReason: null,
          ...(event.waived && { waivedReason: event.waived.reason }),
        },
      }
    case 'ballot-closed': {
      if (!state.ballot) return state
      const closed: BallotState = {
        ...state.ballot,
        closedAt: at,
        verdict: event.verdict,
        ...(event.assisted && { assisted: event.assisted }),
      }
      const pastBallots = [...state.pastBallots, closed]
      // What decides nothing leaves the item and its motion where they were.
      if (!decides(closed.question.method)) {
        const motions = thawMotion(state.motions)
        return { ...state, ballot: closed, pastBallots, motions }
      }
      const chosen = chosenOptions(closed.question, event.verdict)
      return {
        ...state,
        ballot: closed,
        pastBallots,
        motions: endOpenMotion(state.motions, 'decided', null),
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
            ...(offersOptions(closed.question.method) && { chosen }),
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
        motions: reviveMotion(state, voidedItem),
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
      return {
        ...state,
        phase: 'paused',
        pausedAt: at,
        pauseReason: event.reason,
        pauseUntil: event.until ?? null,
      }
    case 'adjourned':
      return {
        ...state,
        phase: 'paused',
        pausedAt: state.pausedAt ?? at,
        pauseReason: event.reason,
        pauseUntil: null,
        adjournedAt: at,
      }
    case 'resumed':
      return resumed(state, at)
    case 'reopened':
      return {
        ...resumed(state, at),
        overrideReason: event.overrideReason ?? state.overrideReason,
        ...wentOn(event),
      }
    case 'closed':
      return {
        ...state,
        phase: 'closed',
        closedAt: at,
        pausedAt: null,
        pauseReason: null,
        pauseUntil: null,
        adjournedAt: null,
        currentItemId: null,
        itemClock: null,
        queue: [],
        named: [],
        floor: null,
        interrupted: null,
        consensus: null,
        temperature: null,
      }
    case 'item-added':
    case 'item-moved':
    case 'item-skipped':
    case 'item-carried-over':
    case 'item-started':
    case 'item-ended':
      return evolveAgenda(state, event, at)
    case 'seat-added':
    case 'checked-in':
    case 'place-changed':
    case 'marked-absent':
    case 'deputy-seated':
    case 'deputy-left':
    case 'conflict-flagged':
    case 'conflict-cleared':
    case 'chair-handed-over':
      return evolvePeople(state, event, at)
    case 'hand-raised':
    case 'hand-withdrawn':
    case 'hand-moved':
    case 'floor-given':
    case 'floor-taken':
    case 'floor-extended':
    case 'party-named':
    case 'warned':
    case 'warning-lifted':
      return evolveFloor(state, event, at)
    case 'motion-made':
    case 'motion-seconded':
    case 'motion-edited':
    case 'motion-withdrawn':
    case 'motion-referred':
    case 'motion-postponed':
      return evolveMotion(state, event, at)
    case 'temperature-opened':
    case 'temperature-closed':
    case 'screen-pinned':
    case 'message-shown':
    case 'message-cleared':
    case 'minutes-shown':
    case 'minutes-hidden':
      return evolveScreen(state, event, at)
    default:
      return assertNever(event)
  }
}

/** Replays a whole log, or what follows a state. */
export function replay(
  events: readonly LoggedEvent[],
  from: MeetingState | null = null,
): MeetingState | null {
  let state = from
  let checkIns: CheckIn[] = []
  for (const logged of events) {
    const { at, event } = logged
    if (state && event.type === 'checked-in') {
      checkIns.push({ at, event })
      continue
    }
    if (state && checkIns.length > 0) state = checkIn(state, checkIns)
    checkIns = []
    state = evolve(state, logged)
  }
  return state && checkIns.length > 0 ? checkIn(state, checkIns) : state
}

/** The meeting goes on; its clocks stood still meanwhile. */
function resumed(state: MeetingState, at: number): MeetingState {
  const ms = at - (state.pausedAt ?? at)
  return {
    ...state,
    phase: 'in-session',
    pausedAt: null,
    pauseReason: null,
    pauseUntil: null,
    adjournedAt: null,
    itemClock: state.itemClock && stoodStill(state.itemClock, ms),
    floor: state.floor && { ...state.floor, clock: stoodStill(state.floor.clock, ms) },
  }
}

function wentOn({
  overrideReason,
  present,
  missingSides,
}: Extract<MeetingEvent, { type: 'opened' | 'reopened' }>): Pick<
  MeetingState,
  'wentOnWithout'
> {
  return overrideReason === null ? {} : { wentOnWithout: { present, missingSides } }
}
