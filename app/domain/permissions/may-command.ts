import type {
  MeetingActor,
  MeetingCommand,
  MeetingCommandType,
} from '#app/domain/meetings/meeting-command.ts'

type Role = MeetingActor['role']

/**
 * Who may give which command. A command nobody is named for is a no. Seats may
 * only act for themselves; that is checked on the command's own seat.
 */
const MAY: Record<MeetingCommandType, readonly Role[]> = {
  convene: ['chair', 'recorder', 'convener'],
  move: ['chair', 'recorder', 'convener'],
  cancel: ['chair', 'convener'],
  'add-seat': ['chair', 'recorder', 'convener'],
  'add-item': ['chair'],
  'open-doors': ['chair', 'recorder', 'convener'],
  'check-in': ['chair', 'recorder', 'convener', 'seat'],
  'mark-absent': ['chair', 'recorder', 'convener'],
  open: ['chair'],
  'start-item': ['chair'],
  'end-item': ['chair'],
  'add-time': ['chair'],
  'raise-hand': ['chair', 'recorder', 'convener', 'seat'],
  'withdraw-hand': ['chair', 'recorder', 'convener', 'seat'],
  'move-hand': ['chair'],
  'give-floor': ['chair'],
  'take-floor': ['chair', 'seat'],
  'extend-floor': ['chair'],
  'park-point': ['chair', 'recorder'],
  'make-last-call': ['chair'],
  'ask-consensus': ['chair'],
  'raise-objection': ['seat'],
  'withdraw-objection': ['seat'],
  'declare-consensus': ['chair'],
  'fail-consensus': ['chair'],
  'open-ballot': ['chair'],
  'close-ballot': ['chair'],
  'void-ballot': ['chair'],
  'assign-task': ['chair', 'recorder'],
  pause: ['chair'],
  resume: ['chair'],
  close: ['chair'],
}

export function mayCommand(
  actor: MeetingActor,
  command: MeetingCommand | { type: 'close-ballot' },
): boolean {
  if (actor.role === 'system') return false
  if (!MAY[command.type].includes(actor.role)) return false
  if (actor.role !== 'seat') return true
  if (command.type === 'check-in') {
    return command.seatId === actor.id && command.by !== 'staff'
  }
  return !('seatId' in command) || command.seatId === actor.id
}
