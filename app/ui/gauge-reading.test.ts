import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { floorPercent, readGauge } from './gauge-reading.ts'

const THREE_QUARTERS = { numerator: 3, denominator: 4, strict: false }
const TWO_THIRDS = { numerator: 2, denominator: 3, strict: false }
const MORE_THAN_HALF = { numerator: 1, denominator: 2, strict: true }

describe('a percentage is floored, never rounded up', () => {
  test.each([
    ['two thirds do not look like 66.67', 2, 3, '66.66'],
    ['one short of all is not 100', 9999, 10_000, '99.99'],
    ['a hair short of all is not 100', 999_999, 1_000_000, '99.99'],
    ['hundredths keep their zero', 1, 20, '5.00'],
    ['less than a hundredth is nothing', 1, 100_000, '0.00'],
    ['of nothing', 0, 0, '0.00'],
    ['all', 7, 7, '100.00'],
    [
      'an area too large for floating point',
      9_007_199_254_740_990,
      9_007_199_254_740_991,
      '99.99',
    ],
  ])('%s', (_why, numerator, denominator, percent) => {
    expect(floorPercent(numerator, denominator)).toBe(percent)
  })
})

describe('the margin counts from the least number that crosses the line', () => {
  test.each([
    ['exactly three quarters is enough', 9, 12, THREE_QUARTERS, 9, 0],
    [
      'the area in the design: 88.26 over',
      1_690_233,
      2_241_876,
      THREE_QUARTERS,
      1_681_407,
      8826,
    ],
    ['two thirds of 1000 is 667 people', 666, 1000, TWO_THIRDS, 667, -1],
    ['exactly half is not more than half', 4, 8, MORE_THAN_HALF, 5, -1],
    ['more than half of an odd number', 4, 7, MORE_THAN_HALF, 4, 0],
  ])('%s', (_why, numerator, denominator, line, needed, margin) => {
    const reading = readGauge(numerator, denominator, line)
    expect(reading).toMatchObject({ needed, margin, met: margin >= 0 })
  })

  test('of nobody, no line is met', () => {
    expect(readGauge(0, 0, TWO_THIRDS)).toMatchObject({ met: false, percent: '0.00' })
  })
})

test.each([
  ['a fraction of a person', 1.5, 3],
  ['a negative number', -1, 3],
])('%s is refused', (_why, numerator, denominator) => {
  expect(() => readGauge(numerator, denominator, TWO_THIRDS)).toThrow(RangeError)
})

test('met is the same as multiplying across', () => {
  const count = fc.integer({ min: 0, max: 100_000 })
  const line = fc.record({
    numerator: fc.integer({ min: 1, max: 9 }),
    denominator: fc.integer({ min: 1, max: 9 }),
    strict: fc.boolean(),
  })
  fc.assert(
    fc.property(count, fc.integer({ min: 1, max: 100_000 }), line, (n, d, of) => {
      const [left, right] = [n * of.denominator, d * of.numerator]
      expect(readGauge(n, d, of).met).toBe(of.strict ? left > right : left >= right)
    }),
  )
})
