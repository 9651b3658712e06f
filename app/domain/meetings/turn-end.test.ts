import { describe, expect, test } from 'vitest'
import type { SeatId } from '#app/domain/shared/ids.ts'
import {
  asSeat,
  CHAIR,
  P1,
  PLAN,
  pureRoom,
  R1,
  R2,
  SYSTEM,
  TALK,
  type PureRoom,
} from '#tests/helpers/pure-room.ts'
import { replay } from './evolve.ts'
import { speakingOrder } from './speaking-order.ts'
import { SPEAKING_RULES_2026_2, type SpeakingRules } from './speaking-rules.ts'
import { turnEndsAt } from './turn-end.ts'

const TURN_MS = 180_000
const SHORT_MS = 60_000

/** R1 has just been given the floor; R2 and P1 wait. */
function speaking(rules: Partial<SpeakingRules> = {}): PureRoom {
  const room = pureRoom(rules)
  room.open()
  room.start(TALK)
  for (const seatId of [R1, R2, P1]) room.raise(seatId)
  room.floor(R1)
  return room
}
const order = (room: PureRoom, seatId: SeatId) => {
  room.must(asSeat(seatId), { type: 'withdraw-hand', seatId })
  room.must(asSeat(seatId), { type: 'raise-hand', seatId, stance: 'remark', kind: 'order' })
  room.floor(seatId)
}
/** What the server is answered so long after an instant. */
const endAt = (room: PureRoom, at: number) => {
  // A second passes with the command itself.
  room.pass(at - room.now() - 1000)
  return room.give(SYSTEM, { type: 'end-turn' })?.code ?? 'over'
}

describe('[M43] a turn whose time is up is over by itself', () => {
  /** What happens in the turn, and how long after the floor was given it ends. */
  type Case = [why: string, (room: PureRoom) => void, endsAfterMs: number]
  const cases: Case[] = [
    ['three minutes', () => {}, TURN_MS],
    [
      'half a minute more than that where the chair added one',
      (room) => room.must(CHAIR, { type: 'extend-floor', seconds: 30 }),
      TURN_MS + 30_000,
    ],
    [
      'twice half a minute where the chair added two',
      (room) => {
        room.must(CHAIR, { type: 'extend-floor', seconds: 30 })
        room.must(CHAIR, { type: 'extend-floor', seconds: 30 })
      },
      TURN_MS + 60_000,
    ],
    [
      'a break counts for nothing',
      (room) => {
        room.pass(20_000)
        room.must(CHAIR, { type: 'pause', reason: null })
        room.pass(599_000)
        room.must(CHAIR, { type: 'resume' })
      },
      TURN_MS + 600_000,
    ],
    [
      'nor does a point of order in the middle of it',
      (room) => {
        order(room, P1)
        room.pass(39_000)
        room.finish()
      },
      TURN_MS + 40_000,
    ],
  ]
  for (const [why, given, endsAfterMs] of cases) {
    test.each([
      [endsAfterMs - 1, 'time-left'],
      [endsAfterMs, 'over'],
      [endsAfterMs + 1, 'over'],
    ])(`${why}: %i ms after the floor was given it is %s`, (ms, answer) => {
      const room = speaking()
      const from = room.now()
      given(room)
      expect(endAt(room, from + ms)).toBe(answer)
    })
  }

  test.each([
    [SHORT_MS - 1, 'time-left'],
    [SHORT_MS, 'over'],
  ])('a point of order has a minute: after %i ms it is %s', (ms, answer) => {
    const room = speaking()
    order(room, P1)
    expect(endAt(room, room.now() + ms)).toBe(answer)
  })

  test('whoever was interrupted goes on with what was left, and stops when that is up', () => {
    const room = speaking()
    room.pass(10_000)
    order(room, P1)
    const left = TURN_MS - (room.now() - (room.state().interrupted?.floor.clock.startedAt ?? 0))
    expect(endAt(room, room.now() + SHORT_MS)).toBe('over')
    expect(room.state().floor?.seatId).toBe(R1)
    const from = room.now()
    expect(endAt(room, from + left - 1)).toBe('time-left')
    expect(endAt(room, from + left)).toBe('over')
    expect(room.state().floor).toBeNull()
  })

  test('while the meeting pauses nobody is stopped, however long that takes', () => {
    const room = speaking()
    room.must(CHAIR, { type: 'pause', reason: null })
    expect(turnEndsAt(room.state())).toBeNull()
    expect(endAt(room, room.now() + 2 * TURN_MS)).toBe('meeting-paused')
  })

  test('it is written down as that, by nobody in the room, and counts as a turn', () => {
    const room = speaking()
    const from = room.now()
    room.wait(10 * TURN_MS)
    expect(room.events.at(-1)).toMatchObject({
      at: from + TURN_MS,
      actorId: 'system',
      event: { type: 'floor-taken', seatId: R1, end: 'time-up' },
    })
    expect(room.state().turns).toEqual([
      {
        seatId: R1,
        itemId: TALK,
        stance: 'for',
        kind: 'turn',
        startedAt: from,
        ms: TURN_MS,
        endedAt: from + TURN_MS,
        end: 'time-up',
      },
    ])
  })

  test('the next in line is offered to the chair and not called', () => {
    const room = speaking()
    const before = speakingOrder(room.state()).map((row) => row.seatId)
    room.wait(TURN_MS)
    expect(room.state().floor).toBeNull()
    expect(speakingOrder(room.state()).map((row) => row.seatId)).toEqual(before)
    expect(turnEndsAt(room.state())).toBeNull()
  })

  test('the server does not stop whoever was called meanwhile', () => {
    const room = speaking()
    room.pass(TURN_MS - 2000)
    room.floor(R2)
    room.pass(1000)
    expect(room.give(SYSTEM, { type: 'end-turn' })).toEqual({ code: 'time-left' })
    expect(room.state().floor?.seatId).toBe(R2)
  })

  test('nobody in the room can say that it is', () => {
    for (const actor of [CHAIR, asSeat(R1)]) {
      const room = speaking()
      room.pass(TURN_MS)
      expect(room.give(actor, { type: 'end-turn' })).toEqual({ code: 'not-yours-to-do' })
    }
  })

  test.each<[string, Partial<SpeakingRules>]>([
    ['a session that switched it off', { hardStop: false }],
    ['a session of the set before', SPEAKING_RULES_2026_2],
  ])('%s rings, and leaves it to the chair', (_why, rules) => {
    const room = speaking(rules)
    expect(turnEndsAt(room.state())).toBeNull()
    room.wait(10 * TURN_MS)
    expect(room.state().floor?.seatId).toBe(R1)
    room.must(CHAIR, { type: 'take-floor', end: 'time-up', seatId: R1 })
    expect(room.state().floor).toBeNull()
  })

  test('a session that adopted its rules before there was such a switch goes on as it was', () => {
    const { hardStop: _hardStop, ...rules } = SPEAKING_RULES_2026_2
    const state = replay([{ seq: 1, at: 0, actorId: 'lin', event: { ...PLAN, rules } }])
    expect(state?.rules).toMatchObject({ version: '2026.2', hardStop: false })
  })
})
