import { describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import {
  addDays,
  localDateOf,
  localTimeOf,
  weekdayOf,
} from '#app/domain/calendar/local-date.ts'
import {
  occurrencesOf,
  repeatsOf,
  REPEATS,
  ruleOf,
  weekOfMonth,
  withSessions,
} from './recurrence.ts'

const at = (text: string) => new Date(`${text}+08:00`)

describe('[S2] a series is an RRULE on Shanghai’s clock', () => {
  test.each([
    ['once', '2026-12-03', null],
    ['weekly', '2026-12-03', 'FREQ=WEEKLY;BYDAY=TH'],
    ['fortnightly', '2026-12-06', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=SU'],
    ['monthly', '2026-12-03', 'FREQ=MONTHLY;BYDAY=1TH'],
    ['monthly', '2026-12-28', 'FREQ=MONTHLY;BYDAY=4MO'],
    ['monthly', '2026-12-31', 'FREQ=MONTHLY;BYDAY=-1TH'],
  ] as const)('%s from %s', (repeats, from, rule) => {
    expect(ruleOf(repeats, from)).toBe(rule)
    expect(repeatsOf(rule)).toBe(repeats)
  })

  test.each<[rule: string, start: string, from: string, dates: string[]]>([
    [
      'FREQ=WEEKLY;BYDAY=TH',
      '2026-12-17T19:30',
      '2026-12-17T19:30',
      ['2026-12-17', '2026-12-24', '2026-12-31', '2027-01-07'],
    ],
    [
      'FREQ=MONTHLY;BYDAY=1TH',
      '2026-12-03T19:30',
      '2026-12-03T19:31',
      ['2027-01-07', '2027-02-04', '2027-03-04', '2027-04-01'],
    ],
    [
      'FREQ=MONTHLY;BYDAY=-1TH',
      '2026-12-31T19:30',
      '2026-12-01T00:00',
      ['2026-12-31', '2027-01-28', '2027-02-25', '2027-03-25'],
    ],
  ])('%s from %s', (rule, start, from, dates) => {
    const found = occurrencesOf(rule, at(start), { from: at(from), count: 4 })
    expect(found.map(localDateOf)).toEqual(dates)
    expect(new Set(found.map(localTimeOf))).toEqual(new Set(['19:30']))
  })

  test('an early morning in Shanghai is the day before in UTC and stays on its weekday', () => {
    const start = at('2026-12-03T06:30')
    const found = occurrencesOf('FREQ=WEEKLY;BYDAY=TH', start, { from: start, count: 3 })
    expect(found).toEqual([start, at('2026-12-10T06:30'), at('2026-12-17T06:30')])
  })

  test('every repetition begins on its own first day and keeps weekday and time', () => {
    const day = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2026-01-01', days))
    const repeating = fc.constantFrom(...REPEATS.filter((each) => each !== 'once'))
    fc.assert(
      fc.property(day, repeating, (date, repeats) => {
        const start = at(`${date}T19:30`)
        const found = occurrencesOf(ruleOf(repeats, date) ?? '', start, {
          from: start,
          count: 5,
        })
        expect(found[0]).toEqual(start)
        expect(found).toHaveLength(5)
        for (const each of found) {
          expect(weekdayOf(localDateOf(each))).toBe(weekdayOf(date))
          expect(localTimeOf(each)).toBe('19:30')
          if (repeats === 'monthly' && weekOfMonth(date) > 0) {
            expect(weekOfMonth(localDateOf(each))).toBe(weekOfMonth(date))
          }
        }
      }),
      { numRuns: 40 },
    )
  })
})

test('[S3] an occurrence that was moved or called off is found by the instant the rule gave', () => {
  const [first, second] = [at('2026-12-03T19:30'), at('2026-12-10T19:30')]
  const moved = {
    id: 'm1',
    startsAt: at('2026-12-11T19:30'),
    status: 'notified',
    cancelledReason: null,
    occurrenceAt: second,
  }
  expect(withSessions([first, second], [moved])).toEqual([
    { at: first, session: null },
    {
      at: second,
      session: {
        id: 'm1',
        startsAt: moved.startsAt,
        status: 'notified',
        cancelledReason: null,
      },
    },
  ])
})
