import type { Side } from './side.ts'

/** How many of a side are here, of how many expected. More may come than were asked. */
export type SideSeats = { side: Side; here: number; expected: number }

export type Seat = { side: Side; here: boolean; x: number; y: number }
export type SideArc = { side: Side; path: string }
export type SeatsRound = { seats: Seat[]; arcs: SideArc[]; seatRadius: number }

const CENTRE = 100
const SEAT_CIRCLE = 82
const ARC_CIRCLE = 66
const LARGEST_SEAT = 6.6

/**
 * Places seats clockwise from the top on a 200 × 200 drawing, one empty place between sides, and
 * draws an arc before each side. Coordinates are rounded to a tenth, so that server and browser
 * write the same numbers.
 */
export function seatsRound(sides: readonly SideSeats[]): SeatsRound {
  const present = sides
    .map((side) => ({ ...side, count: Math.max(side.here, side.expected) }))
    .filter(({ count }) => count > 0)
  const places = present.reduce((sum, { count }) => sum + count + 1, 0)
  if (places === 0) return { seats: [], arcs: [], seatRadius: LARGEST_SEAT }

  const step = (2 * Math.PI) / places
  const seats: Seat[] = []
  const arcs: SideArc[] = []
  let place = 1
  for (const { side, here, count } of present) {
    const first = place
    for (let index = 0; index < count; index++) {
      seats.push({ side, here: index < here, ...pointAt((first + index) * step, SEAT_CIRCLE) })
    }
    arcs.push({ side, path: arcFrom((first - 0.42) * step, (first + count - 0.58) * step) })
    place += count + 1
  }
  const chord = 2 * SEAT_CIRCLE * Math.sin(step / 2)
  return { seats, arcs, seatRadius: tenth(Math.min(LARGEST_SEAT, 0.4 * chord)) }
}

function arcFrom(from: number, to: number): string {
  const [a, b] = [pointAt(from, ARC_CIRCLE), pointAt(to, ARC_CIRCLE)]
  const large = to - from > Math.PI ? 1 : 0
  return `M${a.x} ${a.y}A${ARC_CIRCLE} ${ARC_CIRCLE} 0 ${large} 1 ${b.x} ${b.y}`
}

/** @param angle - in radians, clockwise from the top. */
function pointAt(angle: number, radius: number) {
  return {
    x: tenth(CENTRE + radius * Math.sin(angle)),
    y: tenth(CENTRE - radius * Math.cos(angle)),
  }
}

const tenth = (value: number) => Math.round(value * 10) / 10
