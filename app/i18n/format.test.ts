import { describe, expect, test } from 'vitest'
import {
  countdownTo,
  formatDay,
  formatDayAndTime,
  formatDuration,
  formatFullDay,
  formatNumber,
  formatShortDay,
  formatTime,
  formatTimeWithSeconds,
  formatWeekday,
  isoDay,
} from './format.ts'

// 19:30 in Anxi on the 26th; in Greenwich still before noon, in Kathmandu 17:15.
const evening = new Date('2026-11-26T11:30:05Z')
// Past midnight in Anxi, still the evening before in Greenwich.
const night = new Date('2026-12-31T16:30:00Z')

describe('a time is the time in Anxi, wherever the server and the reader are', () => {
  test('in Chinese', () => {
    expect(formatDay(evening, 'zh-CN')).toBe('11月26日 星期四')
    expect(formatShortDay(evening, 'zh-CN')).toBe('11月26日')
    expect(formatFullDay(night, 'zh-CN')).toBe('2027年1月1日')
    expect(formatWeekday(evening, 'zh-CN')).toBe('周四')
    expect(formatDayAndTime(evening, 'zh-CN')).toBe('11月26日 星期四 19:30')
  })

  test('in English', () => {
    expect(formatDay(evening, 'en')).toBe('Thursday 26 November')
    expect(formatShortDay(evening, 'en')).toBe('26 Nov')
    expect(formatFullDay(night, 'en')).toBe('1 January 2027')
    expect(formatWeekday(evening, 'en')).toBe('Thu')
    expect(formatDayAndTime(evening, 'en')).toBe('Thursday 26 November, 19:30')
  })

  test('midnight is 00:30, not 24:30', () => {
    expect(formatTime(night)).toBe('00:30')
    expect(formatTimeWithSeconds(evening)).toBe('19:30:05')
    expect(isoDay(night)).toBe('2027-01-01')
  })
})

test.each([
  ['2026-11-28T01:00:00Z', { code: 'left', days: 2 }],
  ['2026-11-26T15:59:00Z', { code: 'today', days: 0 }],
  ['2026-11-26T16:00:00Z', { code: 'left', days: 1 }],
  ['2026-11-23T00:00:00Z', { code: 'over', days: 3 }],
])('due %s is %o', (due, countdown) => {
  expect(countdownTo(new Date(due), evening)).toEqual(countdown)
})

test('numbers and durations', () => {
  expect(formatNumber(1234567, 'zh-CN')).toBe('1,234,567')
  expect(formatDuration(187)).toBe('3:07')
  expect(formatDuration(-4)).toBe('0:00')
})
