import type { MeetingState } from './meeting-state.ts'

/**
 * When the turn that is running ends by itself, in ms since the epoch: what the rules give, what
 * the chair added, and the breaks in between.
 *
 * @returns null while nothing does: nobody speaks, the meeting pauses, or the session did not adopt it.
 */
export function turnEndsAt({ rules, floor, phase }: MeetingState): number | null {
  if (!rules.hardStop || !floor || phase !== 'in-session') return null
  const { startedAt, pausedMs, limitMs } = floor.clock
  return startedAt + pausedMs + limitMs
}
