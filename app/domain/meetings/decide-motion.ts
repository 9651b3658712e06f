import { refuse } from '#app/domain/shared/result.ts'
import { findItem, one, type Decided } from './find-in-meeting.ts'
import { isFrozen, mayMakeMotion, mayMove } from './may-move.ts'
import type { MeetingActor, MeetingCommand } from './meeting-command.ts'
import type { MeetingRefusal } from './meeting-refusal.ts'
import type { MeetingState } from './meeting-state.ts'
import type { Motion, MotionEditor } from './motion.ts'
import { openMotion } from './open-motion.ts'

/** As many as a room can keep apart, and a phone can show. */
export const MAX_OPTIONS = 9
const MAX_OPTION = 120

export type MotionCommand = Extract<
  MeetingCommand,
  {
    type:
      | 'make-motion'
      | 'second-motion'
      | 'edit-motion'
      | 'withdraw-motion'
      | 'refer-motion'
      | 'postpone-motion'
  }
>

/** One motion at a time: moved, seconded, its words improved in the open, then decided or put aside. */
export function decideMotion(
  state: MeetingState,
  command: MotionCommand,
  actor: MeetingActor,
): Decided {
  const item = findItem(state, state.currentItemId)
  if (command.type === 'make-motion') {
    if (!item) return refuse({ code: 'no-current-item' })
    const blocked = mayMakeMotion(state, command.seatId)
    if (blocked) return refuse(blocked)
    const words = wordsOf(command)
    if ('code' in words) return refuse(words)
    const { motionId, seatId } = command
    return one({ type: 'motion-made', motionId, itemId: item.id, seatId, ...words })
  }

  const motion = openMotion(state)
  if (motion?.motionId !== command.motionId) return refuse({ code: 'no-such-motion' })
  if (isFrozen(state)) return refuse({ code: 'motion-frozen' })
  const { motionId } = motion
  switch (command.type) {
    case 'second-motion': {
      const blocked = mayMove(state, command.seatId)
      if (blocked) return refuse(blocked)
      if (command.seatId === motion.moverId) return refuse({ code: 'own-motion' })
      if (motion.seconderId) return refuse({ code: 'already-seconded' })
      return one({ type: 'motion-seconded', motionId, seatId: command.seatId })
    }
    case 'edit-motion': {
      const by = editorOf(motion, actor)
      if (!by) return refuse({ code: 'not-yours-to-do' })
      const words = wordsOf(command)
      if ('code' in words) return refuse(words)
      const why = command.why.trim()
      if (!why) return refuse({ code: 'reason-missing' })
      return one({ type: 'motion-edited', motionId, ...words, by, why })
    }
    case 'withdraw-motion': {
      const reason = command.reason?.trim() || null
      if (actor.role === 'seat' && actor.id !== motion.moverId) {
        return refuse({ code: 'not-yours-to-do' })
      }
      // Whoever moved it may take it back without a word; the chair says why.
      if (actor.role !== 'seat' && !reason) return refuse({ code: 'reason-missing' })
      return one({ type: 'motion-withdrawn', motionId, reason })
    }
    case 'refer-motion': {
      const to = command.to.trim()
      const reason = command.reason.trim()
      if (!to) return refuse({ code: 'text-missing' })
      if (!reason) return refuse({ code: 'reason-missing' })
      return one({ type: 'motion-referred', motionId, to, reason })
    }
    case 'postpone-motion': {
      const reason = command.reason.trim()
      if (!reason) return refuse({ code: 'reason-missing' })
      return one({ type: 'motion-postponed', motionId, reason })
    }
  }
}

/** Why the words before the room cannot be decided yet, or null. */
export function motionBlocks(state: MeetingState): MeetingRefusal | null {
  return openMotion(state)?.status === 'moved' ? { code: 'motion-not-seconded' } : null
}

function wordsOf(command: {
  text: string
  options: readonly string[]
}): { text: string; options: string[] } | MeetingRefusal {
  const text = command.text.trim()
  if (!text) return { code: 'text-missing' }
  const options = command.options.map((option) => option.trim())
  const countIsRight =
    options.length === 0 || (options.length >= 2 && options.length <= MAX_OPTIONS)
  const allDiffer = new Set(options).size === options.length
  const allSaySomething = options.every((option) => option && option.length <= MAX_OPTION)
  if (!countIsRight || !allDiffer || !allSaySomething) return { code: 'bad-options' }
  return { text, options }
}

function editorOf(motion: Motion, actor: MeetingActor): MotionEditor | null {
  if (actor.role === 'chair' || actor.role === 'recorder') {
    return { role: actor.role, seatId: null }
  }
  return actor.role === 'seat' && actor.id === motion.moverId
    ? { role: 'mover', seatId: motion.moverId }
    : null
}
