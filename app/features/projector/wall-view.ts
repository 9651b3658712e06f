import type { MeetingState } from '#app/domain/meetings/meeting-state.ts'
import { openMotion } from '#app/domain/meetings/open-motion.ts'
import type { ScreenView } from '#app/domain/meetings/screen.ts'
import type { TemperatureCheck } from '#app/domain/meetings/temperature.ts'
import { currentItem, openBallot } from '#app/features/live/reading.ts'

/** What stands on the wall. Beside what the chair can pin: short states of the room, and the end. */
export type WallView = ScreenView | 'consensus' | 'agreed' | 'between' | 'end'

/** The room's answer to a temperature check stays on the wall for so long; ms. */
const TEMPERATURE_STAYS_MS = 60_000

/**
 * What the hall's screen shows: what the chair has pinned, as long as there is
 * any of it to show, else whatever the room is doing.
 *
 * @param now - the server's time, ms since the epoch.
 */
export function wallViewOf(meeting: MeetingState, now: number): WallView {
  const { pinned } = meeting.screen
  return pinned !== null && canShow(meeting, pinned) ? pinned : followRoom(meeting, now)
}

function followRoom(meeting: MeetingState, now: number): WallView {
  if (meeting.phase === 'closed') return 'end'
  if (meeting.screen.message) return 'message'
  if (meeting.screen.readBack) return 'minutes'
  if (meeting.phase === 'notified' || meeting.phase === 'doors-open') return 'welcome'
  if (meeting.phase === 'paused') return 'break'
  if (openBallot(meeting)) return 'ballot'
  if (meeting.temperature) return 'temperature'
  if (meeting.consensus) return 'consensus'
  if (hasJustFelt(meeting, now)) return 'temperature'
  const item = currentItem(meeting)
  if (!item) return 'between'
  if (canShow(meeting, 'result')) return 'result'
  return agreedNow(meeting) ? 'agreed' : 'item'
}

/** The room's answer stays a minute, unless the room is at something else or has decided by then. */
function hasJustFelt(meeting: MeetingState, now: number): boolean {
  const last = meeting.pastTemperatures.at(-1)
  const closedAt = last?.closedAt ?? null
  if (closedAt === null || now - closedAt >= TEMPERATURE_STAYS_MS) return false
  return (
    last?.itemId === meeting.currentItemId &&
    !meeting.decisions.some(({ decidedAt }) => decidedAt >= closedAt)
  )
}

/** Whether there is anything of it: a pinned ballot that is over gives the wall back to the room. */
function canShow(meeting: MeetingState, view: ScreenView): boolean {
  switch (view) {
    case 'welcome':
    case 'break':
      return true
    case 'item':
    case 'speakers':
      return currentItem(meeting) !== null
    case 'motion':
      return openMotion(meeting) !== null
    case 'ballot':
      return openBallot(meeting) !== null
    case 'result':
      return Boolean(meeting.ballot?.verdict) && meeting.ballot?.voidReason === null
    case 'temperature':
      return shownTemperature(meeting) !== null
    case 'message':
      return meeting.screen.message !== null
    case 'minutes':
      return meeting.screen.readBack !== null
  }
}

/** What the room has just agreed on without a vote. */
export function agreedNow(meeting: MeetingState) {
  const decision = meeting.decisions.findLast((each) => each.itemId === meeting.currentItemId)
  return decision?.by === 'consensus' ? decision : null
}

/** The check that is open, else the last one. */
export function shownTemperature(meeting: MeetingState): TemperatureCheck | null {
  return meeting.temperature ?? meeting.pastTemperatures.at(-1) ?? null
}
