import { describe, expect, test } from 'vitest'
import type {
  MeetingCommand,
  MeetingCommandType,
} from '#app/domain/meetings/meeting-command.ts'
import { asSeat, CHAIR, CONVENER, R1, R2, RECORDER, SYSTEM } from '#tests/helpers/pure-room.ts'
import { mayCommand } from './may-command.ts'

/** C chair, R recorder, D at the door, S seat for itself; a dot is a no. */
const GRID: Record<MeetingCommandType, string> = {
  convene: 'CRD.',
  move: 'CRD.',
  cancel: 'C.D.',
  'add-seat': 'CRD.',
  'add-item': 'C...',
  'move-item': 'C...',
  'skip-item': 'C...',
  'carry-over-item': 'C...',
  'open-doors': 'CRD.',
  'check-in': 'CRDS',
  'mark-absent': 'CRD.',
  'change-place': 'CRDS',
  'seat-deputy': 'CRD.',
  'flag-conflict': 'CR.S',
  'clear-conflict': 'C...',
  open: 'C...',
  'record-party-review': 'CR..',
  'start-item': 'C...',
  'end-item': 'C...',
  'add-time': 'C...',
  'raise-hand': 'CRDS',
  'withdraw-hand': 'CRDS',
  'move-hand': 'C...',
  'give-floor': 'C...',
  'take-floor': 'C..S',
  'extend-floor': 'C...',
  'end-turn': '....',
  'name-party': 'C...',
  warn: 'C...',
  'lift-warning': 'C...',
  'make-motion': 'CR.S',
  'second-motion': 'CR.S',
  'edit-motion': 'CR.S',
  'withdraw-motion': 'C..S',
  'refer-motion': 'C...',
  'postpone-motion': 'C...',
  'open-temperature': 'C...',
  'close-temperature': 'C...',
  'show-message': 'CR..',
  'clear-message': 'CR..',
  'pin-screen': 'CR..',
  'show-minutes': 'CR..',
  'hide-minutes': 'CR..',
  'park-point': 'CR..',
  'make-last-call': 'C...',
  'ask-consensus': 'C...',
  'raise-objection': '...S',
  'withdraw-objection': '...S',
  'declare-consensus': 'C...',
  'fail-consensus': 'C...',
  'open-ballot': 'C...',
  'close-ballot': 'C...',
  'void-ballot': 'C...',
  'assign-task': 'CR..',
  pause: 'C...',
  resume: 'C...',
  adjourn: 'C...',
  reopen: 'C...',
  'hand-over-chair': 'C...',
  'take-back-chair': '.RD.',
  close: 'C...',
}

const OF_A_SEAT = new Set([
  'check-in',
  'mark-absent',
  'change-place',
  'seat-deputy',
  'flag-conflict',
  'clear-conflict',
  'name-party',
  'warn',
  'lift-warning',
  'make-motion',
  'second-motion',
  'raise-hand',
  'withdraw-hand',
  'move-hand',
  'give-floor',
  'raise-objection',
  'withdraw-objection',
])

/** Only what is looked at: the kind of command, and whose seat it is about. */
const about = (type: string, seatId = R1) =>
  (OF_A_SEAT.has(type) ? { type, seatId, by: 'code' } : { type }) as MeetingCommand

describe('[M25] who may give which command', () => {
  test.each(Object.entries(GRID))('%s: %s', (type, row) => {
    const asked = [
      [CHAIR, 'C'],
      [RECORDER, 'R'],
      [CONVENER, 'D'],
      [asSeat(R1), 'S'],
    ] as const
    expect(
      asked.map(([who, letter]) => (mayCommand(who, about(type)) ? letter : '.')).join(''),
    ).toBe(row)
    // Only the clock of a turn runs without anybody.
    expect(mayCommand(SYSTEM, about(type))).toBe(type === 'end-turn')
    if (OF_A_SEAT.has(type)) expect(mayCommand(asSeat(R1), about(type, R2))).toBe(false)
  })

  test('nobody marks themselves present by hand', () => {
    const command = { type: 'check-in', seatId: R1, by: 'staff', reason: '我来了' } as const
    expect(mayCommand(asSeat(R1), command)).toBe(false)
    expect(mayCommand(CONVENER, command)).toBe(true)
  })
})
