import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NOTICE_CASES, PERIOD_CASES } from '#tests/golden/deadline-cases.ts'
import { checkNotice, daysOverdue, lastDayOf, PUBLICATION_DAYS } from './deadlines.ts'
import { addDays } from './local-date.ts'
import { PLAIN_WEEKS, type WorkCalendar } from './working-days.ts'

/** A Friday to Sunday off, and the Saturday after worked in exchange. */
const JUNE: WorkCalendar = {
  daysOff: new Set(['2026-06-19', '2026-06-20', '2026-06-21']),
  workedWeekends: new Set(['2026-06-27']),
}

test.each(NOTICE_CASES)('[K1] $id $title', ({ notice, meeting, minDays, met }) => {
  expect(checkNotice(notice, meeting, minDays).met).toBe(met)
})

describe('[K1] the day of the notice is not counted', () => {
  test('G20 fourteen days are not fifteen', () => {
    expect(checkNotice('2026-06-02', '2026-06-16', 15)).toEqual({
      met: false,
      days: 14,
      earliestMeeting: '2026-06-17',
      latestNotice: '2026-06-01',
    })
  })

  test('a notice after the meeting is none', () => {
    expect(checkNotice('2026-06-17', '2026-06-16', 0)).toMatchObject({ met: false, days: -1 })
  })

  test('the earliest meeting and the latest notice are just enough, a day less is not', () => {
    const day = fc.integer({ min: 0, max: 3000 }).map((n) => addDays('2024-01-01', n))
    fc.assert(
      fc.property(day, fc.nat(60), (notice, minDays) => {
        const { earliestMeeting } = checkNotice(notice, notice, minDays)
        expect(checkNotice(notice, earliestMeeting, minDays)).toMatchObject({
          met: true,
          latestNotice: notice,
        })
        expect(checkNotice(notice, addDays(earliestMeeting, -1), minDays).met).toBe(false)
      }),
    )
  })
})

test.each(PERIOD_CASES)('[K2] $id $title', ({ start, days, of, lastDay }) => {
  expect(lastDayOf(start, { days, of }, PLAIN_WEEKS)).toBe(lastDay)
})

describe('[K3] a holiday at the end helps the resident and never the office', () => {
  test('what a resident may do until a day on holiday, they may do on the next working day', () => {
    expect(lastDayOf('2026-06-16', { days: 3, of: 'resident' }, JUNE)).toBe('2026-06-22')
  })

  test('D07 what is owed within three days is owed on the third, holiday or not', () => {
    expect(lastDayOf('2026-06-16', { days: 3, of: 'office' }, JUNE)).toBe('2026-06-19')
  })

  test('a Saturday that is worked is not a holiday', () => {
    expect(lastDayOf('2026-06-24', { days: 3, of: 'resident' }, JUNE)).toBe('2026-06-27')
    expect(lastDayOf('2026-06-24', { days: 3, of: 'resident' }, PLAIN_WEEKS)).toBe('2026-06-29')
  })

  test('a publication is never shorter than its days', () => {
    const start = fc.integer({ min: 0, max: 400 }).map((n) => addDays('2026-01-01', n))
    fc.assert(
      fc.property(start, (day) => {
        const last = lastDayOf(day, { days: PUBLICATION_DAYS, of: 'resident' }, JUNE)
        expect(last >= addDays(day, 15)).toBe(true)
      }),
    )
  })
})

describe('[K4] working days', () => {
  test.each<[start: string, workingDays: number, lastDay: string]>([
    ['2026-06-16', 2, '2026-06-18'],
    ['2026-06-16', 3, '2026-06-22'],
    ['2026-06-19', 1, '2026-06-22'],
    ['2026-06-22', 5, '2026-06-27'],
    ['2026-06-22', 6, '2026-06-29'],
    ['2026-06-20', 0, '2026-06-20'],
  ])('%s and %s more end with %s', (start, workingDays, lastDay) => {
    expect(lastDayOf(start, { workingDays }, JUNE)).toBe(lastDay)
  })

  test.each([-1, 1.5])('%s is no period', (n) => {
    expect(() => lastDayOf('2026-06-16', { workingDays: n }, JUNE)).toThrow(RangeError)
    expect(() => lastDayOf('2026-06-16', { days: n, of: 'office' }, JUNE)).toThrow(RangeError)
  })
})

test('[K5] the last day still has its whole day: overdue begins with the next', () => {
  expect(daysOverdue('2026-06-19', '2026-06-19')).toBe(0)
  expect(daysOverdue('2026-06-19', '2026-06-20')).toBe(1)
  expect(daysOverdue('2026-06-19', '2026-06-01')).toBe(0)
})
