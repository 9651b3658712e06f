import type { MeetingState } from './meeting-state.ts'
import type { Motion, MotionEvent, MotionStatus } from './motion.ts'

export function evolveMotion(
  state: MeetingState,
  event: MotionEvent,
  at: number,
): MeetingState {
  const { motionId } = event
  const change = (make: (motion: Motion) => Partial<Motion>): MeetingState => ({
    ...state,
    motions: state.motions.map((motion) =>
      motion.motionId === motionId ? { ...motion, ...make(motion) } : motion,
    ),
  })
  switch (event.type) {
    case 'motion-made': {
      const { itemId, text, options } = event
      const made: Motion = {
        motionId,
        itemId,
        moverId: event.seatId,
        seconderId: null,
        text,
        options,
        status: 'moved',
        movedAt: at,
        edits: [],
        endedWith: null,
      }
      return { ...state, motions: [...state.motions, made] }
    }
    case 'motion-seconded':
      return change(() => ({ seconderId: event.seatId, status: 'seconded' }))
    case 'motion-edited':
      return change(({ text, options, edits }) => ({
        text: event.text,
        options: event.options,
        edits: [...edits, { at, by: event.by, why: event.why, before: { text, options } }],
      }))
    case 'motion-withdrawn':
      return change(() => ({ status: 'withdrawn', endedWith: event.reason }))
    case 'motion-referred':
      return change(() => ({ status: 'referred', endedWith: `${event.to}: ${event.reason}` }))
    case 'motion-postponed':
      return change(() => ({ status: 'postponed', endedWith: event.reason }))
  }
}

/** Freezes the words of the open motion while they are voted on. */
export function freezeMotion(motions: readonly Motion[]): Motion[] {
  return motions.map((motion) =>
    motion.status === 'seconded' ? { ...motion, status: 'frozen' } : motion,
  )
}

/** The words are before the room again, after a look that decided nothing. */
export function thawMotion(motions: readonly Motion[]): Motion[] {
  return motions.map((motion) =>
    motion.status === 'frozen' ? { ...motion, status: 'seconded' } : motion,
  )
}

/** What becomes of the open motion when its item is decided or over. */
export function endOpenMotion(
  motions: readonly Motion[],
  status: Extract<MotionStatus, 'decided' | 'lapsed'>,
  endedWith: string | null,
): Motion[] {
  return motions.map((motion) =>
    motion.status === 'moved' || motion.status === 'seconded' || motion.status === 'frozen'
      ? { ...motion, status, endedWith }
      : motion,
  )
}

/** After a void ballot its motion is before the room again, if its item still is. */
export function reviveMotion(state: MeetingState, itemId: string | undefined): Motion[] {
  const last = state.motions.findLast((each) => each.itemId === itemId)
  const revives =
    last !== undefined &&
    itemId === state.currentItemId &&
    (last.status === 'decided' || last.status === 'frozen')
  return revives
    ? state.motions.map((each) => (each === last ? { ...each, status: 'seconded' } : each))
    : state.motions
}
