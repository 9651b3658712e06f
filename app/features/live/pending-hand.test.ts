import { expect, test } from 'vitest'
import { DECIDE, pureRoom, R1, TALK } from '#tests/helpers/pure-room.ts'
import { fateOfHand, type PendingHand } from './pending-hand.ts'

const hand: PendingHand = {
  key: 'k'.repeat(32),
  seatId: R1,
  stance: 'for',
  itemId: TALK,
  stage: 'waiting',
}

function room() {
  const open = pureRoom()
  open.open()
  open.start(TALK)
  return open
}

test('a hand raised without a connection is kept while its item is on', () => {
  expect(fateOfHand(hand, room().state())).toBe('keep')
})

test('it is not sent for another item, and that is said', () => {
  const moved = room()
  moved.start(DECIDE)
  expect(fateOfHand(hand, moved.state())).toBe('item-over')
})

test('it is done once it stands in the queue or has the floor', () => {
  const queued = room()
  queued.raise(R1)
  expect(fateOfHand(hand, queued.state())).toBe('done')
  queued.floor(R1)
  expect(fateOfHand(hand, queued.state())).toBe('done')
})
