import type { ItemId } from '#app/domain/shared/ids.ts'
import type { MeetingState } from './meeting-state.ts'
import type { Motion, MotionStatus } from './motion.ts'

/** The motion before the room, or null. There is one at most. */
export function openMotion(state: MeetingState): Motion | null {
  return state.motions.find((each) => OPEN.has(each.status)) ?? null
}

const OPEN: ReadonlySet<MotionStatus> = new Set(['moved', 'seconded', 'frozen'])

/** The words that would be decided on an item now: its motion's, else those of the notice. */
export function wordsBeforeRoom(
  state: MeetingState,
  item: { id: ItemId; proposal: string | null },
): string | null {
  const motion = openMotion(state)
  return motion?.itemId === item.id ? motion.text : item.proposal
}

/** The numbered options of the motion on an item; none where it names none. */
export function optionsBeforeRoom(
  state: MeetingState,
  item: { id: ItemId },
): readonly string[] {
  const motion = openMotion(state)
  return motion?.itemId === item.id ? motion.options : []
}
