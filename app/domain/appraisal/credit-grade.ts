export type CreditGrade = 'AAA' | 'AA' | 'A' | 'B' | 'C' | 'C(缺失)'

/** The least score of a grade, in hundredths of a point. */
const LEAST: readonly [grade: CreditGrade, score: bigint][] = [
  ['AAA', 85_00n],
  ['AA', 80_00n],
  ['A', 70_00n],
  ['B', 60_00n],
]

const SCORE = /^(-?)([0-9]{1,6})(?:\.([0-9]{1,2}))?$/

/**
 * The credit grade of a property company as Shandong and Jinan give it: by its score, and below 60
 * by whether it has a bad record. Whoever operates without being enrolled has none of these.
 *
 * @param score - points as text, two places at most; what was taken off can make it negative.
 * @throws RangeError for a score that is none.
 * @see 山东省物业服务企业信用评价, 2022.
 */
export function creditGrade({
  score,
  hasNegative,
  enrolled,
}: {
  score: string
  hasNegative: boolean
  enrolled: boolean
}): CreditGrade {
  const [, sign, points = '', part = ''] = SCORE.exec(score) ?? []
  if (sign === undefined) throw new RangeError(`Not a score: ${score}`)
  if (!enrolled) return 'C(缺失)'
  const hundredths = BigInt(`${sign}${points}${part.padEnd(2, '0')}`)
  const reached = LEAST.find(([, least]) => hundredths >= least)
  return reached?.[0] ?? (hasNegative ? 'C' : 'B')
}
