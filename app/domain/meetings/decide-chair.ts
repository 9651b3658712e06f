import { localDateOf } from '#app/domain/calendar/local-date.ts'
import { ok, refuse } from '#app/domain/shared/result.ts'
import { endTurns } from './end-running.ts'
import { leaveFloor } from './decide-floor.ts'
import {
  ballotIsOpen,
  findSeat,
  isPresent,
  isWhole,
  one,
  type Decided,
} from './find-in-meeting.ts'
import type { MeetingActor, MeetingCommand } from './meeting-command.ts'
import type { Officer } from './meeting.ts'
import type { MeetingState } from './meeting-state.ts'
import { mayOpen } from './opening-conditions.ts'

/** Longest break with a clock, in minutes. */
const MAX_BREAK = 120

export type ChairCommand = Extract<
  MeetingCommand,
  {
    type: 'pause' | 'resume' | 'adjourn' | 'reopen' | 'hand-over-chair' | 'take-back-chair'
  }
>

/**
 * Breaks, the end for now, and who has the chair.
 *
 * @param now - ms since the epoch: what was adjourned is reopened the same day or not at all.
 */
export function decideChair(
  state: MeetingState,
  command: ChairCommand,
  actor: MeetingActor,
  now: number,
): Decided {
  switch (command.type) {
    case 'pause': {
      if (state.phase === 'paused') return refuse({ code: 'meeting-paused' })
      if (state.phase !== 'in-session') return refuse({ code: 'not-in-session' })
      if (ballotIsOpen(state)) return refuse({ code: 'ballot-open' })
      const { minutes } = command
      if (minutes !== undefined && !isWhole(minutes, 1, MAX_BREAK)) {
        return refuse({ code: 'bad-duration' })
      }
      return one({
        type: 'paused',
        reason: command.reason?.trim() || null,
        ...(minutes === undefined ? {} : { until: now + minutes * 60_000 }),
      })
    }
    case 'resume':
      if (state.adjournedAt !== null) return refuse({ code: 'meeting-adjourned' })
      return state.phase === 'paused'
        ? one({ type: 'resumed' })
        : refuse({ code: 'not-paused' })
    case 'adjourn': {
      const reason = command.reason.trim()
      if (state.adjournedAt !== null) return refuse({ code: 'meeting-adjourned' })
      if (state.phase !== 'in-session' && state.phase !== 'paused') {
        return refuse({ code: 'not-in-session' })
      }
      if (ballotIsOpen(state)) return refuse({ code: 'ballot-open' })
      if (!reason) return refuse({ code: 'reason-missing' })
      return ok([...endTurns(state), { type: 'adjourned', reason }])
    }
    case 'reopen':
      return reopen(state, command.overrideReason, now)
    case 'hand-over-chair':
      return handOver(state, command.to, command.reason.trim())
    case 'take-back-chair': {
      const reason = command.reason.trim()
      if (actor.id !== state.appointedChair.id) return refuse({ code: 'not-yours-to-do' })
      return handOver(state, state.appointedChair, reason)
    }
  }
}

/** Whoever went home did not agree to what comes now: the room is counted again. */
function reopen(state: MeetingState, overrideReason: string | null, now: number): Decided {
  if (state.adjournedAt === null) return refuse({ code: 'not-adjourned' })
  const sameDay = localDateOf(new Date(state.adjournedAt)) === localDateOf(new Date(now))
  if (!sameDay) return refuse({ code: 'another-day' })
  const open = mayOpen(state, overrideReason)
  return open.ok ? one({ type: 'reopened', ...open.value }) : open
}

function handOver(state: MeetingState, to: Officer, reason: string): Decided {
  if (to.id === state.chair.id) return refuse({ code: 'already-chair' })
  if (ballotIsOpen(state)) return refuse({ code: 'ballot-open' })
  if (!reason) return refuse({ code: 'reason-missing' })
  const handed = { type: 'chair-handed-over', from: state.chair, to, reason } as const
  const { seatId } = to
  if (seatId === undefined) return one(handed)
  const seat = findSeat(state, seatId)
  if (!seat) return refuse({ code: 'no-such-seat' })
  if (seat.role !== 'delegate') return refuse({ code: 'not-a-delegate' })
  if (!isPresent(state, seatId)) return refuse({ code: 'not-checked-in' })
  return ok([...leaveFloor(state, seatId), handed])
}
