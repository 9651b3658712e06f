/**
 * A share as a percentage with two places, cut off and never rounded up:
 * 66.666 prints as 66.66, so that no printed figure looks met when it is not.
 * For people to read; no rule is ever decided by it. `'0.00'` of nothing.
 */
export function flooredPercent(have: bigint, of: bigint): string {
  if (of <= 0n || have <= 0n) return '0.00'
  const hundredths = (have * 10_000n) / of
  const digits = hundredths.toString().padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}
