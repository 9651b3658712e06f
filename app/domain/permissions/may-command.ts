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
  'move-item': ['chair'],
  'skip-item': ['chair'],
  'carry-over-item': ['chair'],
  'open-doors': ['chair', 'recorder', 'convener'],
  'check-in': ['chair', 'recorder', 'convener', 'seat'],
  'mark-absent': ['chair', 'recorder', 'convener'],
  'change-place': ['chair', 'recorder', 'convener', 'seat'],
  'seat-deputy': ['chair', 'recorder', 'convener'],
  'flag-conflict': ['chair', 'recorder', 'seat'],
  'clear-conflict': ['chair'],
  open: ['chair'],
  'record-party-review': ['chair', 'recorder'],
  'start-item': ['chair'],
  'end-item': ['chair'],
  'add-time': ['chair'],
  'raise-hand': ['chair', 'recorder', 'convener', 'seat'],
  'withdraw-hand': ['chair', 'recorder', 'convener', 'seat'],
  'move-hand': ['chair'],
  'give-floor': ['chair'],
  'take-floor': ['chair', 'seat'],
  'extend-floor': ['chair'],
  'end-turn': ['system'],
  'name-party': ['chair'],
  warn: ['chair'],
  'lift-warning': ['chair'],
  'make-motion': ['chair', 'recorder', 'seat'],
  'second-motion': ['chair', 'recorder', 'seat'],
  'edit-motion': ['chair', 'recorder', 'seat'],
  'withdraw-motion': ['chair', 'seat'],
  'refer-motion': ['chair'],
  'postpone-motion': ['chair'],
  'open-temperature': ['chair'],
  'close-temperature': ['chair'],
  'show-message': ['chair', 'recorder'],
  'clear-message': ['chair', 'recorder'],
  'pin-screen': ['chair', 'recorder'],
  'show-minutes': ['chair', 'recorder'],
  'hide-minutes': ['chair', 'recorder'],
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
  adjourn: ['chair'],
  reopen: ['chair'],
  'hand-over-chair': ['chair'],
  // Of those who have not got it, the one the notice named; `decide` looks at who that is.
  'take-back-chair': ['recorder', 'convener'],
  close: ['chair'],
}

export function mayCommand(
  actor: MeetingActor,
  command:
    | MeetingCommand
    // Asked before what they need of rows is known.
    | { type: 'close-ballot' | 'close-temperature' | 'seat-deputy' | 'hand-over-chair' },
): boolean {
  if (!MAY[command.type].includes(actor.role)) return false
  if (actor.role !== 'seat') return true
  if (command.type === 'check-in') {
    return command.seatId === actor.id && command.by !== 'staff'
  }
  return !('seatId' in command) || command.seatId === actor.id
}
