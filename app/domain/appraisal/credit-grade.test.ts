import { expect, test } from 'vitest'
import { creditGrade } from './credit-grade.ts'

/** The worked cases and the other side of each of their edges. */
test.each([
  ['85', false, true, 'AAA'],
  ['84.99', false, true, 'AA'],
  ['80', false, true, 'AA'],
  ['79.99', false, true, 'A'],
  ['70', true, true, 'A'],
  ['69.99', true, true, 'B'],
  ['60', true, true, 'B'],
  ['59.99', false, true, 'B'],
  ['59.99', true, true, 'C'],
  ['-3.5', true, true, 'C'],
  ['90', false, false, 'C(缺失)'],
] as const)('[A1] %s points, bad record %s, enrolled %s: %s', (score, bad, enrolled, grade) => {
  expect(creditGrade({ score, hasNegative: bad, enrolled })).toBe(grade)
})

test.each(['', '85.001', '８５', '1e2', 'NaN'])('[A1] %j is no score', (score) => {
  expect(() => creditGrade({ score, hasNegative: false, enrolled: true })).toThrow(RangeError)
})
