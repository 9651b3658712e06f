import type { Clock } from './meeting-state.ts'

/** Time used on a clock at an instant, in ms, pauses left out. */
export function clockElapsed(clock: Clock, at: number): number {
  return Math.max(0, at - clock.startedAt - clock.pausedMs)
}

/** Time left on a clock, in ms; negative when it has run over. Stands still while paused. */
export function clockLeft(clock: Clock, pausedAt: number | null, now: number): number {
  return clock.limitMs - clockElapsed(clock, pausedAt ?? now)
}

/** A clock that stood still for a while. */
export function stoodStill(clock: Clock, ms: number): Clock {
  return { ...clock, pausedMs: clock.pausedMs + ms }
}

export function extend(clock: Clock, seconds: number): Clock {
  return { ...clock, limitMs: clock.limitMs + seconds * 1000 }
}
