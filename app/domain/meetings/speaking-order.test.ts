import { describe, expect, test } from 'vitest'
import type { SeatId } from '#app/domain/shared/ids.ts'
import {
  asSeat,
  CHAIR,
  CONVENER,
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
import type { SpeakingRules } from './speaking-rules.ts'

const R3 = 'r3' as SeatId

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

describe('[M29] each rule of the order decides, and one that is switched off does not', () => {
  type Edge = {
    why: string
    rules?: Partial<SpeakingRules>
    given: (room: PureRoom) => void
    first: [SeatId, QueueReason]
  }
  const waited = (room: PureRoom) => {
    room.raise(R1)
    room.raise(R2)
  }
  const spokenWaits = (room: PureRoom) => {
    room.speak(R1)
    room.raise(R1)
    room.raise(R2)
  }
  const sameSideWaits = (room: PureRoom) => {
    room.speak(R1)
    room.speak(P1)
    room.speak(R1)
    room.raise(R2)
    room.raise(P1)
  }
  const otherStance = (room: PureRoom) => {
    room.speak(P1)
    room.speak(R1, 'for')
    room.raise(R2, 'for')
    room.raise(R3, 'against')
  }
  const order = (seatId: SeatId) => (room: PureRoom) =>
    room.must(asSeat(seatId), { type: 'raise-hand', seatId, stance: 'remark', kind: 'order' })
  const reply = (seatId: SeatId) => (room: PureRoom) => {
    room.must(CHAIR, { type: 'name-party', seatId })
    room.must(asSeat(seatId), { type: 'raise-hand', seatId, stance: 'against', kind: 'reply' })
  }
  const ALTERNATE_ONLY = { neverSpokenFirst: false }
  const NEITHER = { neverSpokenFirst: false, alternateSides: false }

  const edges: Edge[] = [
    {
      why: 'who has not spoken goes before who waited longer and has',
      given: spokenWaits,
      first: [R2, 'not-spoken'],
    },
    {
      why: 'switched off, the longer wait wins',
      rules: NEITHER,
      given: spokenWaits,
      first: [R1, 'waited-longest'],
    },
    {
      why: 'the side that was not heard last goes first',
      rules: ALTERNATE_ONLY,
      given: sameSideWaits,
      first: [P1, 'other-side'],
    },
    {
      why: 'switched off, the longer wait wins among those of the side just heard',
      rules: NEITHER,
      given: sameSideWaits,
      first: [R2, 'waited-longest'],
    },
    {
      why: 'with only that off, never having spoken still comes first',
      rules: { alternateSides: false },
      given: sameSideWaits,
      first: [R2, 'not-spoken'],
    },
    {
      why: 'of the side just heard, the other stance goes first',
      given: otherStance,
      first: [R3, 'other-stance'],
    },
    {
      why: 'switched off, stance does not matter',
      rules: { alternateSides: false },
      given: otherStance,
      first: [R2, 'not-spoken'],
    },
    {
      why: 'with nobody heard yet, a side not heard is any side: who waited longest',
      given: waited,
      first: [R1, 'side-not-heard'],
    },
    {
      why: 'a point of order comes before all',
      given: (room) => {
        waited(room)
        reply(O1)(room)
        order(P1)(room)
      },
      first: [P1, 'point-of-order'],
    },
    {
      why: 'a reply comes before every turn',
      given: (room) => {
        waited(room)
        reply(O1)(room)
      },
      first: [O1, 'right-of-reply'],
    },
    {
      why: 'of two points of order, the one that came first',
      given: (room) => {
        order(O1)(room)
        order(P1)(room)
      },
      first: [O1, 'point-of-order'],
    },
    {
      why: 'but where the chair has put somebody, they stand',
      given: (room) => {
        waited(room)
        order(P1)(room)
        move(room, R2, 0)
      },
      first: [R2, 'moved-by-chair'],
    },
    {
      why: 'whoever interrupts for the order of the meeting has not spoken',
      given: (room) => {
        order(R1)(room)
        room.floor(R1)
        room.finish()
        room.speak(P1)
        room.raise(P1)
        room.raise(R1)
      },
      first: [R1, 'side-not-heard'],
    },
    {
      why: 'whoever replied has spoken',
      given: (room) => {
        reply(R1)(room)
        room.floor(R1)
        room.finish()
        room.speak(P1)
        room.raise(R1)
        room.raise(R2)
      },
      first: [R2, 'other-side'],
    },
  ]
  test.each(edges.map((each) => [each.why, each] as const))('%s', (_why, edge) => {
    const room = pureRoom(edge.rules)
    room.convene()
    room.must(CONVENER, {
      type: 'add-seat',
      seat: { ...room.state().seats[0]!, id: R3 },
    })
    room.must(CONVENER, { type: 'open-doors' })
    room.arrive(R1, R2, R3, P1, O1, X1)
    room.must(CHAIR, { type: 'open', overrideReason: null })
    room.start(TALK)
    edge.given(room)
    const [row] = speakingOrder(room.state())
    expect([row?.seatId, row?.reason]).toEqual(edge.first)
  })
})

describe('[M30] the time of a turn', () => {
  const order = (room: PureRoom, seatId: SeatId) => {
    room.must(asSeat(seatId), { type: 'raise-hand', seatId, stance: 'remark', kind: 'order' })
    room.floor(seatId)
  }
  const begun = (rules: Partial<SpeakingRules> = {}) => {
    const room = pureRoom(rules)
    room.open()
    room.start(TALK)
    return room
  }

  test('a turn takes what the rules give, a reply or a point of order less', () => {
    const room = begun({ turnSeconds: 120, shortTurnSeconds: 30 })
    room.raise(R1)
    room.floor(R1)
    expect(room.state().floor?.clock.limitMs).toBe(120_000)
    order(room, P1)
    expect(room.state().floor?.clock.limitMs).toBe(30_000)
  })

  test('a speaker who is interrupted goes on with the time that was left', () => {
    const room = begun()
    room.raise(R1)
    room.floor(R1)
    room.pass(10_000)
    order(room, P1)
    expect(room.state().interrupted?.floor.seatId).toBe(R1)
    room.pass(20_000)
    room.finish()
    const { floor, interrupted, turns } = room.state()
    expect(interrupted).toBeNull()
    expect(floor?.seatId).toBe(R1)
    expect(turns.map((turn) => [turn.seatId, turn.kind, turn.ms])).toEqual([
      [P1, 'order', 21_000],
    ])
    room.finish()
    // A second passes with every command: two before the interruption, one after it.
    expect(room.state().turns.at(-1)).toMatchObject({ seatId: R1, ms: 13_000 })
  })

  test('a break in the middle of it counts for neither', () => {
    const room = begun()
    room.raise(R1)
    room.floor(R1)
    order(room, P1)
    room.must(CHAIR, { type: 'pause', reason: null })
    room.pass(600_000)
    room.must(CHAIR, { type: 'resume' })
    room.finish()
    room.finish()
    expect(room.state().turns.map((turn) => turn.ms)).toEqual([2000, 3000])
  })

  test('whoever leaves while they wait for the end of it does not speak on', () => {
    const room = begun()
    room.raise(R1)
    room.floor(R1)
    order(room, P1)
    room.leave(R1)
    expect(room.state()).toMatchObject({ interrupted: null, floor: { seatId: P1 } })
    room.finish()
    expect(room.state().floor).toBeNull()
    expect(room.state().turns.map((turn) => turn.seatId)).toEqual([R1, P1])
  })

  test('replies and points of order cost nobody a turn', () => {
    const room = begun({ turnsPerItem: 1 })
    order(room, R1)
    room.finish()
    room.must(CHAIR, { type: 'name-party', seatId: R1 })
    room.must(asSeat(R1), { type: 'raise-hand', seatId: R1, stance: 'for', kind: 'reply' })
    room.floor(R1)
    room.finish()
    room.speak(R1)
    expect(room.give(asSeat(R1), { type: 'raise-hand', seatId: R1, stance: 'for' })).toEqual({
      code: 'turns-used-up',
      turns: 1,
    })
  })

  test('a reply is given once for each time somebody was named', () => {
    const room = begun()
    room.must(CHAIR, { type: 'name-party', seatId: R1 })
    room.must(asSeat(R1), { type: 'raise-hand', seatId: R1, stance: 'for', kind: 'reply' })
    room.floor(R1)
    room.finish()
    const again = { type: 'raise-hand', seatId: R1, stance: 'for', kind: 'reply' } as const
    expect(room.give(asSeat(R1), again)?.code).toBe('not-named')
  })

  test('without stance first somebody may just speak', () => {
    const room = begun({ stanceFirst: false })
    room.raise(R1, 'remark')
    expect(room.state().queue[0]?.stance).toBe('remark')
  })
})
