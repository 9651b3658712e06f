import type { Measure } from './rule.ts'

export type TestName = 'quorum' | 'pass'

/**
 * One inequality, with both sides. Figures are text so that a verdict can be
 * stored and published as it is: heads `'7'`, area in m² `'70.00'`.
 */
export type TestResult = {
  test: TestName
  measure: Measure
  met: boolean
  have: string
  of: string
  share: `${number}/${number}`
  /** true: `have` must be more than the share of `of`; false: at least. */
  strict: boolean
  /** The smallest figure that would meet the test; null where there is nothing to take a share of. */
  need: string | null
  /** `have` − `need`: what there was to spare, or with a minus what was missing. */
  margin: string | null
  /** `have` of `of` in percent, two places, floored. */
  percent: string
}
