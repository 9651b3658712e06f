import { expect, test } from 'vitest'
import { seatsRound, type SideSeats } from './seats-round.ts'

const tonight: SideSeats[] = [
  { side: 'residents', here: 14, expected: 16 },
  { side: 'property', here: 2, expected: 2 },
  { side: 'owners', here: 3, expected: 3 },
  { side: 'committees', here: 3, expected: 3 },
  { side: 'police', here: 1, expected: 2 },
]

test('everyone expected has a seat, and whoever is away has an empty one', () => {
  const { seats, arcs } = seatsRound(tonight)
  expect(seats).toHaveLength(26)
  expect(seats.filter(({ here }) => here)).toHaveLength(23)
  expect(arcs.map(({ side }) => side)).toEqual(tonight.map(({ side }) => side))
})

test('the round of the design drawing comes out as it was drawn', () => {
  const { seats, seatRadius } = seatsRound(tonight)
  expect(seats[0]).toEqual({ side: 'residents', here: true, x: 116.5, y: 19.7 })
  expect(seats[25]).toEqual({ side: 'police', here: false, x: 83.5, y: 19.7 })
  expect(seatRadius).toBe(6.6)
})

test('an arc over more than half the table goes the long way round', () => {
  const { arcs } = seatsRound(tonight)
  expect(arcs[0]?.path).toContain('A66 66 0 1 1')
  expect(arcs[1]?.path).toContain('A66 66 0 0 1')
})

test('more came than were asked: all of them sit', () => {
  const { seats } = seatsRound([{ side: 'residents', here: 5, expected: 3 }])
  expect(seats.map(({ here }) => here)).toEqual([true, true, true, true, true])
})

test('a side with nobody takes no place', () => {
  const { seats, arcs } = seatsRound([...tonight, { side: 'others', here: 0, expected: 0 }])
  expect(seats).toEqual(seatsRound(tonight).seats)
  expect(arcs).toHaveLength(5)
})

test('no sides, no seats', () => {
  expect(seatsRound([])).toMatchObject({ seats: [], arcs: [] })
})

test.each([1, 2, 7, 26, 60, 150])('%i seats stay on the drawing and do not touch', (count) => {
  const { seats, seatRadius } = seatsRound([
    { side: 'residents', here: count, expected: count },
    { side: 'property', here: 1, expected: 1 },
  ])
  for (const [index, seat] of seats.entries()) {
    expect(Math.min(seat.x, seat.y)).toBeGreaterThanOrEqual(seatRadius)
    expect(Math.max(seat.x, seat.y)).toBeLessThanOrEqual(200 - seatRadius)
    const next = seats[(index + 1) % seats.length]!
    if (next !== seat) {
      const gap = Math.hypot(next.x - seat.x, next.y - seat.y)
      expect(gap).toBeGreaterThan(2 * seatRadius)
    }
  }
})
