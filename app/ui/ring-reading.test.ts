import { expect, test } from 'vitest'
import { readRing } from './ring-reading.ts'

const MINUTE = 60_000

test.each([
  ['full at the start', 3 * MINUTE, 3 * MINUTE, 1, '3:00', false],
  ['seconds round up while time is left', 1, 3 * MINUTE, expect.closeTo(0), '0:01', false],
  ['up', 0, 3 * MINUTE, 0, '0:00', false],
  ['not a second over yet', -999, 3 * MINUTE, 0, '0:00', true],
  ['over counts up again', -12_000, 3 * MINUTE, 0, '0:12', true],
  ['given extra time, the ring is full and no more', 4 * MINUTE, 3 * MINUTE, 1, '4:00', false],
  ['hours', 61 * MINUTE, 90 * MINUTE, expect.closeTo(0.678, 3), '1:01:00', false],
  ['a timer of no length', 0, 0, 0, '0:00', false],
])('%s', (_why, remaining, total, part, text, over) => {
  expect(readRing(remaining, total)).toEqual({ part, text, over })
})
