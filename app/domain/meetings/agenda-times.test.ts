import { expect, test } from 'vitest'
import { CHAIR, DECIDE, LATER, PLAN, pureRoom, TALK } from '#tests/helpers/pure-room.ts'
import { agendaTimes } from './agenda-times.ts'

const MINUTE = 60_000

test('[M26] times are kept beside what the plan said, also after the order has changed', () => {
  const room = pureRoom()
  room.open()
  room.pass(5 * MINUTE)
  room.start(TALK)
  expect(
    agendaTimes(room.state()).map(({ itemId, planned, driftMinutes }) => [
      itemId,
      (planned - PLAN.startsAt) / MINUTE,
      driftMinutes,
    ]),
  ).toEqual([
    [TALK, 0, 5],
    [DECIDE, 20, null],
    [LATER, 40, null],
  ])
  room.must(CHAIR, { type: 'carry-over-item', itemId: DECIDE, reason: '缺报价' })
  room.must(CHAIR, { type: 'start-item', itemId: LATER })
  const [, , later] = agendaTimes(room.state())
  expect(later).toMatchObject({ planned: PLAN.startsAt + 20 * MINUTE, driftMinutes: -15 })
})
