import { expect, test } from 'vitest'
import { bellAt } from './bell-stage.ts'

test.each([
  [30_001, null],
  [30_000, 'soon'],
  [1, 'soon'],
  [0, 'over'],
  [-1, 'over'],
])('[M30] with %i ms left of a turn and a bell at 30 s: %s', (left, stage) => {
  expect(bellAt(left, 30_000)).toBe(stage)
})
