import { canonicalJson } from '#app/domain/shared/canonical-json.ts'
import { at, has, isObject } from './record-reader.ts'
import type { Verdict } from './tally.ts'

export type ClaimDifference = { path: string; claimed: string; counted: string }

/**
 * Compares what a record claims came out with what a recount gives: quorum,
 * result and, as far as the claim lists its tests, both sides of each. The first
 * difference, or null when there is none or nothing was claimed.
 */
export function differenceFromClaim(
  claimed: unknown,
  verdict: Verdict,
): ClaimDifference | null {
  if (claimed === null || claimed === undefined) return null
  if (!isObject(claimed)) return difference('verdict', claimed, 'an object')
  for (const key of ['quorumMet', 'passed'] as const) {
    if (has(claimed, key) && at(claimed, key) !== verdict[key]) {
      return difference(`verdict.${key}`, at(claimed, key), verdict[key])
    }
  }
  if (has(claimed, 'method') || verdict.method) {
    const said = at(claimed, 'method')
    const counted = verdict.method
    if (canonicalJson(said ?? null) !== canonicalJson(counted ?? null)) {
      return difference('verdict.method', said, canonicalJson(counted ?? null))
    }
  }
  return at(claimed, 'tests') === undefined
    ? null
    : differenceInTests(at(claimed, 'tests'), verdict.tests)
}

function differenceInTests(claimed: unknown, tests: Verdict['tests']): ClaimDifference | null {
  if (!Array.isArray(claimed) || claimed.length !== tests.length) {
    return difference('verdict.tests', claimed, `${tests.length} tests`)
  }
  for (const [index, test] of tests.entries()) {
    const claim: unknown = claimed[index]
    for (const key of ['test', 'measure', 'met', 'have', 'of', 'share'] as const) {
      const said = isObject(claim) ? at(claim, key) : undefined
      if (said !== test[key]) {
        return difference(`verdict.tests[${index}].${key}`, said, test[key])
      }
    }
  }
  return null
}

function difference(path: string, claimed: unknown, counted: unknown): ClaimDifference {
  return { path, claimed: JSON.stringify(claimed) ?? 'nothing', counted: String(counted) }
}
