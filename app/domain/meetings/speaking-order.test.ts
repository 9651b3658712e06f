import { describe, expect, test } from 'vitest'
import type { SeatId } from '#app/domain/shared/ids.ts'
import {
  CHAIR,
  O1,
  P1,
  pureRoom,
  R1,
  R2,
  TALK,
  X1,
  type PureRoom,
} from '#tests/helpers/pure-room.ts'
import { speakingOrder, type QueueReason } from './speaking-order.ts'

const talking = () => {
  const room = pureRoom()
  room.open()
  room.start(TALK)
  return room
}
const move = (room: PureRoom, seatId: SeatId, toIndex: number) =>
  room.must(CHAIR, { type: 'move-hand', seatId, toIndex, reason: null })
const queue = (room: PureRoom) => speakingOrder(room.state()).map((row) => row.seatId)

describe('[M24] who speaks next, and why', () => {
  type Case = [why: string, (room: PureRoom) => void, [SeatId, QueueReason][]]
  test.each<Case>([
    ['nobody waits', () => {}, []],
    [
      'sides take turns before one speaks twice',
      (room) => [R1, R2, P1].forEach((id) => room.raise(id)),
      [
        [R1, 'side-not-heard'],
        [P1, 'side-not-heard'],
        [R2, 'other-side'],
      ],
    ],
    [
      'who has spoken waits for all who have not',
      (room) => {
        room.speak(R1)
        room.raise(R1)
        room.raise(R2)
      },
      [
        [R2, 'not-spoken'],
        [R1, 'has-spoken'],
      ],
    ],
    [
      'a side not heard at all comes before one that is merely not the last',
      (room) => {
        room.speak(P1)
        room.speak(R1)
        room.raise(R2)
        room.raise(O1)
      },
      [
        [O1, 'side-not-heard'],
        [R2, 'other-side'],
      ],
    ],
    [
      'of one side, who waited longest',
      (room) => {
        room.speak(P1)
        room.speak(X1)
        room.raise(R2)
        room.raise(R1)
      },
      [
        [R2, 'side-not-heard'],
        [R1, 'not-spoken'],
      ],
    ],
  ])('%s', (_why, given, expected) => {
    const room = talking()
    given(room)
    expect(speakingOrder(room.state()).map((row) => [row.seatId, row.reason])).toEqual(expected)
  })

  test('of two of the side that spoke last, the other stance comes first', () => {
    const room = talking()
    room.raise(P1)
    room.floor(P1)
    room.finish()
    room.raise(R1, 'for')
    room.raise(R2, 'against')
    // R1 goes first, for having waited; after a word in favour R2 speaks against.
    expect(speakingOrder(room.state()).map((row) => row.reason)).toEqual([
      'side-not-heard',
      'other-stance',
    ])
  })

  test('a hand the chair has moved stands there, and the others keep their order', () => {
    const room = talking()
    for (const id of [R1, P1, O1]) room.raise(id)
    move(room, O1, 0)
    expect(queue(room)).toEqual([O1, R1, P1])
    expect(speakingOrder(room.state())[0]?.reason).toBe('moved-by-chair')
  })

  test('of two moved to the same place the later one stands there', () => {
    const room = talking()
    for (const id of [R1, P1, O1]) room.raise(id)
    move(room, P1, 0)
    move(room, O1, 0)
    expect(queue(room)).toEqual([O1, P1, R1])
  })

  test('places move up when somebody before them is gone, and not when somebody behind is', () => {
    const room = talking()
    for (const id of [R1, P1, O1, X1]) room.raise(id)
    move(room, X1, 2)
    room.floor(queue(room)[0]!)
    expect(queue(room).indexOf(X1)).toBe(1)
    room.leave(queue(room)[2]!)
    expect(queue(room).indexOf(X1)).toBe(1)
  })
})
