import { expect, test } from 'vitest'
import { P1, pureRoom, R1, TALK } from '#tests/helpers/pure-room.ts'
import { timeBySide } from './speaking-time.tsx'

test('time by side has finished turns and the running one, and names who was not heard', () => {
  const room = pureRoom()
  room.open()
  room.start(TALK)
  room.raise(R1)
  room.floor(R1)
  room.pass(59_000)
  room.finish()
  room.raise(P1)
  room.floor(P1)
  const rows = timeBySide(room.state(), room.now() + 30_000)
  expect(rows).toEqual([
    { side: 'residents', ms: 60_000, turns: 1 },
    { side: 'property', ms: 30_000, turns: 1 },
    { side: 'owners', ms: 0, turns: 0 },
  ])
})
