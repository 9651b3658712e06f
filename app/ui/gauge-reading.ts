/** A line to cross. `strict`: exactly on the line is not enough (more than half). */
export type GaugeLine = { numerator: number; denominator: number; strict: boolean }

export type GaugeReading = {
  /** Floored to two decimals, so that 2/3 reads `66.66` and never looks like a 66.67 that was reached. */
  percent: string
  /** The line's own place on the bar, floored likewise. */
  linePercent: string
  /** The least whole number that crosses the line. */
  needed: number
  /** `numerator - needed`: 0 just makes it, negative is how many are missing. */
  margin: number
  met: boolean
}

/**
 * Reads a share of whole numbers (people, or units of 0.01 m²) against its line.
 *
 * Everything is compared by multiplying whole numbers. Of nothing, nothing is met.
 *
 * @throws RangeError if a number is not a whole number of zero or more, or a line has no
 *   denominator: a bug of the caller.
 */
export function readGauge(
  numerator: number | bigint,
  denominator: number | bigint,
  line: GaugeLine,
): GaugeReading {
  const [n, d, top, bottom] = [numerator, denominator, line.numerator, line.denominator].map(
    whole,
  )
  if (n === undefined || d === undefined || top === undefined || !bottom) {
    throw new RangeError('A line needs a denominator above zero')
  }
  const product = d * top
  const needed = line.strict ? product / bottom + 1n : (product + bottom - 1n) / bottom
  return {
    percent: floorPercent(n, d),
    linePercent: floorPercent(top, bottom),
    needed: Number(needed),
    margin: Number(n - needed),
    met: d > 0n && n >= needed,
  }
}

/** `2, 3` reads `66.66`. Of nothing: `0.00`. */
export function floorPercent(numerator: number | bigint, denominator: number | bigint): string {
  const [n, d] = [BigInt(numerator), BigInt(denominator)]
  if (d === 0n) return '0.00'
  const hundredths = (n * 10_000n) / d
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`
}

function whole(value: number | bigint): bigint {
  if (value < 0 || (typeof value === 'number' && !Number.isSafeInteger(value))) {
    throw new RangeError(`Expected a whole number of zero or more, got ${value}`)
  }
  return BigInt(value)
}
