import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  daysBetween,
  endOfDay,
  instantAt,
  localDateOf,
  localTimeOf,
  parseLocalDate,
  weekdayOf,
} from './local-date.ts'

const day = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('2000-01-01', n))

describe('[K6] days and times are those of Shanghai, wherever the program runs', () => {
  test.each<[instant: string, date: string, time: string]>([
    ['2026-11-23T11:30:00Z', '2026-11-23', '19:30'],
    ['2026-11-23T15:59:59.999Z', '2026-11-23', '23:59'],
    ['2026-11-23T16:00:00Z', '2026-11-24', '00:00'],
    ['2025-12-31T16:00:00Z', '2026-01-01', '00:00'],
  ])('%s is %s %s', (instant, date, time) => {
    expect(localDateOf(new Date(instant))).toBe(date)
    expect(localTimeOf(new Date(instant))).toBe(time)
  })

  test('half past seven in the evening is one instant', () => {
    expect(instantAt('2026-11-23', '19:30').toISOString()).toBe('2026-11-23T11:30:00.000Z')
    expect(endOfDay('2026-11-23').toISOString()).toBe('2026-11-23T16:00:00.000Z')
  })

  test('an instant made from a day and a time is that day and time', () => {
    const time = fc
      .tuple(fc.nat(23), fc.nat(59))
      .map((parts) => parts.map((part) => `${part}`.padStart(2, '0')).join(':'))
    fc.assert(
      fc.property(day, time, (date, at) => {
        expect(localDateOf(instantAt(date, at))).toBe(date)
        expect(localTimeOf(instantAt(date, at))).toBe(at)
      }),
    )
  })
})

test.each([
  '2026-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-1-1',
  '26-01-01',
  '2026-01-01T00:00',
  '',
])('[K6] %j is not a day', (text) => {
  expect(parseLocalDate(text)).toBeNull()
  expect(() => addDays(text, 1)).toThrow(RangeError)
})

test.each(['24:00', '7:30', '19:60', ''])('[K6] %j is not a time of day', (time) => {
  expect(() => instantAt('2026-01-01', time)).toThrow(RangeError)
})

test('[K6] the leap day is a day', () => {
  expect(parseLocalDate('2028-02-29')).toBe('2028-02-29')
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
  expect(addDays('2026-02-28', 1)).toBe('2026-03-01')
})

test('[K6] going forward and counting back agree, and days sort as text', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 4000 }), (date, days) => {
      const later = addDays(date, days)
      expect(daysBetween(date, later)).toBe(days)
      expect(addDays(later, -days)).toBe(date)
      expect(later >= date).toBe(true)
    }),
  )
})

test('[K6] weekdays from Monday 1 to Sunday 7', () => {
  expect(['2026-11-23', '2026-11-28', '2026-11-29'].map(weekdayOf)).toEqual([1, 6, 7])
})
