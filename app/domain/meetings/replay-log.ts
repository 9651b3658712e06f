import { evolve } from './evolve.ts'
import type { LoggedEvent } from './meeting-event.ts'
import type { MeetingState } from './meeting-state.ts'

/** A whole log that can be looked at as it stood after any of its events. */
export type ReplayedLog = {
  /** The last position there is; 0 is before the first event. */
  length: number
  stateAt: (position: number) => MeetingState | null
}

/** Events between two states that are kept: a jump folds no more than these. */
const CHECKPOINT_EVERY = 100

/**
 * Folds a log once as far as somebody looks, and keeps a state now and then on
 * the way, so that a slider can be drawn back and forth over thousands of
 * events.
 */
export function replayLog(
  events: readonly LoggedEvent[],
  every = CHECKPOINT_EVERY,
): ReplayedLog {
  const checkpoints: (MeetingState | null)[] = [null]
  const fold = (from: MeetingState | null, start: number, end: number) => {
    let state = from
    for (const logged of events.slice(start, end)) state = evolve(state, logged)
    return state
  }
  let last: { position: number; state: MeetingState | null } = { position: 0, state: null }
  return {
    length: events.length,
    stateAt(asked) {
      const position = Math.max(0, Math.min(events.length, Math.trunc(asked)))
      const wanted = Math.floor(position / every)
      while (checkpoints.length <= wanted) {
        const at = checkpoints.length
        checkpoints.push(fold(checkpoints[at - 1] ?? null, (at - 1) * every, at * every))
      }
      const near =
        last.position <= position && last.position >= wanted * every
          ? last
          : { position: wanted * every, state: checkpoints[wanted] ?? null }
      last = { position, state: fold(near.state, near.position, position) }
      return last.state
    },
  }
}

/**
 * When each event is shown, in ms from the start of the replay at its own
 * speed. Nothing happens for days between a notice and an evening: a gap is
 * shown for no longer than `longestGapMs`.
 */
export function playTimes(events: readonly LoggedEvent[], longestGapMs: number): number[] {
  let shown = 0
  return events.map(({ at }, index) => {
    const before = events[index - 1]?.at ?? at
    shown += Math.min(longestGapMs, Math.max(0, at - before))
    return shown
  })
}

/** How many events have been shown by then. */
export function positionAt(times: readonly number[], playedMs: number): number {
  let [low, high] = [0, times.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((times[middle] ?? 0) <= playedMs) low = middle + 1
    else high = middle
  }
  return low
}
