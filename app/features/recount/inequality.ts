import type { TestResult } from '#app/domain/voting/test-result.ts'

/** A test as two products that anybody can multiply: `9 × 4 = 36 ≥ 12 × 3 = 36`. */
export type Inequality = {
  have: string
  of: string
  top: string
  bottom: string
  left: string
  right: string
  /** What stands between the two; where a test is not met, its opposite. */
  sign: '>' | '≥' | '<' | '≤'
}

/** `have` ÷ `of` against `share`, without dividing. Areas keep their two places. */
export function inequalityOf({
  have,
  of,
  share,
  strict,
  measure,
  met,
}: TestResult): Inequality {
  const [top = '1', bottom = '1'] = share.split('/')
  const places = measure === 'area' ? 2 : 0
  const product = (figure: string, factor: string) =>
    decimal(whole(figure, places) * BigInt(factor), places)
  return {
    have,
    of,
    top,
    bottom,
    left: product(have, bottom),
    right: product(of, top),
    sign: met ? (strict ? '>' : '≥') : strict ? '≤' : '<',
  }
}

/** `'70.00'` → 7000; what `Gauge` counts in. */
export function unitsOf(figure: string, measure: TestResult['measure']): number {
  return Number(whole(figure, measure === 'area' ? 2 : 0))
}

function whole(figure: string, places: number): bigint {
  return BigInt(places === 0 ? figure : figure.replace('.', ''))
}

function decimal(amount: bigint, places: number): string {
  if (places === 0) return amount.toString()
  const digits = amount.toString().padStart(places + 1, '0')
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`
}
