/** Raised fingers: 5 for it gladly, 3 can live with it, 1 or 2 with reservations, 0 (a fist) cannot accept it. */
export type Fingers = 0 | 1 | 2 | 3 | 4 | 5

export type Temperature = {
  /** How many raised 0, 1, 2, 3, 4 and 5 fingers. */
  counts: [number, number, number, number, number, number]
  raised: number
  /** All fingers together; the mean is `total` by `raised`. */
  total: number
  /** Fists. */
  objections: number
  /** One or two fingers: to be asked what would have to change. */
  reservations: number
  /** Somebody raised fingers, and nobody fewer than three. */
  consensus: boolean
}

/**
 * Takes the temperature of a room. It is a way to hear who has reservations and
 * decides nothing.
 *
 * @throws RangeError for anything but 0 to 5 fingers.
 * @see "Fist of Five", Stanford Synpaedia: three fingers consent, with reservations;
 *   fewer have concerns to be heard first; a fist blocks.
 */
export function takeTemperature(hands: Iterable<number>): Temperature {
  const counts: Temperature['counts'] = [0, 0, 0, 0, 0, 0]
  for (const fingers of hands) {
    if (!isFingers(fingers)) throw new RangeError(`Not a number of fingers: ${fingers}`)
    counts[fingers] += 1
  }
  const raised = counts.reduce((sum, count) => sum + count, 0)
  const objections = counts[0]
  const reservations = counts[1] + counts[2]
  return {
    counts,
    raised,
    total: counts.reduce((sum, count, fingers) => sum + count * fingers, 0),
    objections,
    reservations,
    consensus: raised > 0 && objections + reservations === 0,
  }
}

function isFingers(value: number): value is Fingers {
  return Number.isInteger(value) && value >= 0 && value <= 5
}
