import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatArea, parseArea, parseMeasuredArea } from './area.ts'
import { flooredPercent } from './percent.ts'

describe('[V3] figures are cut off and never rounded up', () => {
  test.each<[have: bigint, of: bigint, percent: string]>([
    [2n, 3n, '66.66'],
    [199_999n, 300_000n, '66.66'],
    [1n, 2n, '50.00'],
    [49_999n, 100_000n, '49.99'],
    [1n, 100_000n, '0.00'],
    [3n, 3n, '100.00'],
    [7n, 100n, '7.00'],
    [0n, 0n, '0.00'],
    [1n, 0n, '0.00'],
  ])('%s of %s is %s', (have, of, percent) => {
    expect(flooredPercent(have, of)).toBe(percent)
  })
})

describe('[V2] areas are whole numbers of 0.01 m²', () => {
  test('what is written is read as the same area', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 17n - 1n }), (area) => {
        expect(parseArea(formatArea(area))).toBe(area)
      }),
    )
  })

  test.each<[text: string, area: bigint | null]>([
    ['100', 10_000n],
    ['12.5', 1_250n],
    ['88.80', 8_880n],
    ['0.1', 10n],
    ['100.125', null],
    ['-1', null],
    ['.5', null],
    ['12,5', null],
    ['', null],
  ])('a register’s %j is %s', (text, area) => {
    expect(parseMeasuredArea(text)).toBe(area)
  })

  test('differences keep their sign', () => {
    expect([-1n, -250n, 0n].map(formatArea)).toEqual(['-0.01', '-2.50', '0.00'])
  })
})
