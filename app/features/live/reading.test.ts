import { describe, expect, test } from 'vitest'
import { CHAIR, pureRoom, DECIDE, P1, R1, R2, TALK, X1 } from '#tests/helpers/pure-room.ts'
import {
  justStopped,
  placeInQueue,
  presentVoters,
  publicNameOf,
  queueRule,
  seatOf,
} from './reading.ts'

function room() {
  const open = pureRoom()
  open.open()
  open.start(TALK)
  return open
}

test('my place counts from 1, and the wait is what the speaker has left and a turn for each before me', () => {
  const open = room()
  open.raise(R1)
  open.floor(R1)
  open.raise(P1)
  open.raise(R2, 'against')
  const state = open.state()
  // The speaker has three minutes, and so have those before me.
  const startedAt = state.floor?.clock.startedAt ?? 0
  const mine = placeInQueue(state, R2, startedAt)
  expect(mine).toMatchObject({ place: 2, minutes: 6 })
  expect(placeInQueue(state, R2, startedAt + 120_000)?.minutes).toBe(4)
  expect(placeInQueue(state, X1, startedAt)).toBeNull()
})

test('only delegates in the room are counted for the line', () => {
  const open = room()
  open.leave(R2)
  expect(presentVoters(open.state()).map((seat) => seat.id)).not.toContain(R2)
  expect(presentVoters(open.state()).map((seat) => seat.id)).not.toContain(X1)
})

test('phones and the wall call people by the name for the public', () => {
  const seat = seatOf(room().state(), R1)
  expect([publicNameOf(seat, 'zh-CN'), publicNameOf(seat, 'en')]).toEqual(['r1女士', 'Ms r1'])
})

describe('[M43] that somebody’s time was up is news', () => {
  const stopped = () => {
    const open = room()
    open.raise(R1)
    open.raise(P1)
    open.floor(R1)
    open.wait(180_000)
    return open
  }

  test.each([
    [0, R1],
    [19_999, R1],
    [20_000, null],
  ])('for twenty seconds: after %i ms it is told of %s', (ms, who) => {
    const open = stopped()
    expect(justStopped(open.state(), open.now() + ms)?.seatId ?? null).toBe(who)
  })

  test.each<[string, (open: ReturnType<typeof room>) => void]>([
    ['until somebody else speaks', (open) => open.floor(P1)],
    ['until the next item', (open) => open.start(DECIDE)],
    ['until a break', (open) => open.must(CHAIR, { type: 'pause', reason: null })],
  ])('%s', (_until, then) => {
    const open = stopped()
    then(open)
    expect(justStopped(open.state(), open.now())).toBeNull()
  })

  test('and not of whoever has finished, or was stopped by the chair', () => {
    for (const end of ['finished', 'chair'] as const) {
      const open = room()
      open.raise(R1)
      open.floor(R1)
      open.must(CHAIR, { type: 'take-floor', end })
      expect(justStopped(open.state(), open.now())).toBeNull()
    }
  })
})

test.each([
  [{}, 'both'],
  [{ alternateSides: false }, 'never-spoken'],
  [{ neverSpokenFirst: false }, 'sides'],
  [{ neverSpokenFirst: false, alternateSides: false }, 'none'],
] as const)(
  '[M29] the queue is said to be ordered by the rules adopted: %o is %s',
  (rules, says) => {
    const adopted = pureRoom(rules)
    adopted.open()
    expect(queueRule(adopted.state())).toBe(says)
  },
)
