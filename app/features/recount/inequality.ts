import { unitsOfFigure, formatArea } from '#app/domain/voting/area.ts'
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
  const product = (figure: string, factor: string) => {
    const amount = unitsOfFigure(figure) * BigInt(factor)
    return measure === 'area' ? formatArea(amount) : amount.toString()
  }
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
