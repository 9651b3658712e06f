import { describe, expect, test } from 'vitest'
import { needsScreen } from './stay-awake.ts'
import type { BallotId } from '#app/domain/shared/ids.ts'
import {
  CHAIR,
  DECIDE,
  O1,
  P1,
  pureRoom,
  R1,
  R2,
  RULE,
  TALK,
  X1,
} from '#tests/helpers/pure-room.ts'

describe('[L29] the screen stays on for whoever is about to be needed', () => {
  const talking = () => {
    const room = pureRoom()
    room.open()
    room.start(TALK)
    return room
  }

  test('not for who only listens', () => {
    expect(needsScreen(talking().state(), R1)).toBe(false)
  })

  test('for the first two in the queue, not for the third', () => {
    const room = talking()
    room.raise(R1)
    room.raise(P1)
    room.raise(O1)
    const needed = [R1, P1, O1].filter((seat) => needsScreen(room.state(), seat))
    expect(needed).toHaveLength(2)
  })

  test('for who speaks', () => {
    const room = talking()
    room.raise(R1)
    room.floor(R1)
    expect(needsScreen(room.state(), R1)).toBe(true)
  })

  test('for who may vote, and not for an expert, nor for the hall', () => {
    const room = talking()
    room.start(DECIDE)
    room.must(CHAIR, { type: 'make-last-call' })
    room.must(CHAIR, {
      type: 'open-ballot',
      ballotId: 'b1' as BallotId,
      secrecy: 'open',
      rule: RULE,
      label: 'recommendation',
      seconds: 120,
    })
    expect(needsScreen(room.state(), R2)).toBe(true)
    expect(needsScreen(room.state(), X1)).toBe(false)
    expect(needsScreen(room.state(), null)).toBe(false)
  })

  test('not while the meeting pauses', () => {
    const room = talking()
    room.raise(R1)
    room.must(CHAIR, { type: 'pause', reason: null })
    expect(needsScreen(room.state(), R1)).toBe(false)
  })
})
