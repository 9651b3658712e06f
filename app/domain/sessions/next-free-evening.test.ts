import { describe, expect, test } from 'vitest'
import { findClash, nextFreeEvening } from './next-free-evening.ts'

const at = (text: string) => new Date(`${text}+08:00`)
const booking = (text: string, durationMinutes = 90) => ({
  startsAt: at(text),
  durationMinutes,
})

describe('[S1] the next free 19:30 is offered, three days’ notice included', () => {
  type Case = [why: string, now: string, booked: [string, number][], offered: string]
  test.each<Case>([
    ['nothing booked', '2026-11-26T10:00', [], '2026-11-29T19:30'],
    [
      'late in the evening it is still today in Shanghai',
      '2026-11-26T23:59',
      [],
      '2026-11-29T19:30',
    ],
    ['a minute later it is not', '2026-11-27T00:00', [], '2026-11-30T19:30'],
    [
      'that evening is taken',
      '2026-11-26T10:00',
      [['2026-11-29T19:30', 90]],
      '2026-11-30T19:30',
    ],
    [
      'an afternoon that runs into the evening takes it',
      '2026-11-26T10:00',
      [['2026-11-29T18:00', 91]],
      '2026-11-30T19:30',
    ],
    [
      'one that ends at 19:30 does not',
      '2026-11-26T10:00',
      [['2026-11-29T18:00', 90]],
      '2026-11-29T19:30',
    ],
    ['the year turns', '2026-12-30T10:00', [], '2027-01-02T19:30'],
  ])('%s', (_why, now, booked, offered) => {
    const bookings = booked.map(([start, minutes]) => booking(start, minutes))
    expect(nextFreeEvening(at(now), bookings)).toEqual(at(offered))
  })

  test('where every evening for months is taken, nothing is offered', () => {
    const always = { startsAt: at('2026-01-01T00:00'), durationMinutes: 2 * 365 * 24 * 60 }
    expect(nextFreeEvening(at('2026-11-26T10:00'), [always])).toBeNull()
  })
})

test('a clash names the booking it is with', () => {
  const tea = booking('2026-11-29T19:00')
  expect(findClash(booking('2026-11-29T19:30'), [booking('2026-11-28T19:30'), tea])).toBe(tea)
  expect(findClash(booking('2026-11-29T20:30'), [tea])).toBeNull()
})
