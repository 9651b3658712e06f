/**
 * Areas are whole numbers of 0.01 m², so that no rounding can tip a result.
 * On paper and in files they are decimal strings in m² with two places.
 */

const TWO_PLACES = /^(0|[1-9][0-9]{0,14})\.([0-9]{2})$/
const MEASURED = /^(0|[1-9][0-9]{0,14})(?:\.([0-9]{1,2}))?$/

/** `'70.00'` to `7000n`; null for anything that is not m² with exactly two places. */
export function parseArea(text: string): bigint | null {
  const match = TWO_PLACES.exec(text)
  return match ? BigInt(`${match[1]}${match[2]}`) : null
}

/**
 * As registers write it: `'100'`, `'12.5'`, `'88.80'`. Null when it is anything
 * else, three places too: a figure finer than the register's is a mistake.
 */
export function parseMeasuredArea(text: string): bigint | null {
  const match = MEASURED.exec(text)
  return match ? BigInt(`${match[1]}${(match[2] ?? '').padEnd(2, '0')}`) : null
}

/**
 * A figure of a verdict in whole units, heads or what `formatArea` wrote, of whatever size: a sum can
 * be longer than any one area, and than a JavaScript number is exact.
 */
export function unitsOfFigure(figure: string): bigint {
  return BigInt(figure.replace('.', ''))
}

/** `7000n` to `'70.00'`; also for differences below zero, `-1n` to `'-0.01'`. */
export function formatArea(area: bigint): string {
  const digits = (area < 0n ? -area : area).toString().padStart(3, '0')
  return `${area < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
