import { expect, test } from 'vitest'
import { RULE } from '#tests/helpers/pure-room.ts'
import { passingLine } from './passing-line.ts'

test('more than half of those present: 10 of 19, 11 of 20', () => {
  expect(passingLine(RULE, 26, 19)).toMatchObject({
    base: 'present',
    of: 19,
    need: 10,
    strict: true,
  })
  expect(passingLine(RULE, 26, 20).need).toBe(11)
})

test('a share of those who will vote cannot be told before', () => {
  const rule = { ...RULE, pass: { of: 'participating', share: [1, 2], strict: true } } as const
  expect(passingLine(rule, 26, 19)).toMatchObject({ of: null, need: null })
})
