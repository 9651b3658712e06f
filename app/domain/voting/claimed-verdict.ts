import { canonicalJson } from '#app/domain/shared/canonical-json.ts'
import { at, has, isObject } from './record-reader.ts'
import type { Verdict } from './tally.ts'

export type ClaimDifference = { path: string; claimed: string; counted: string }

/**
 * Compares what a record claims came out with what a recount gives: quorum, result,
 * and as far as the claim goes into it the outcome among options, what failed by name,
 * every count and both sides of each test. The first difference, or null when there is
 * none or nothing was claimed. What a recount does not work out is left alone.
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
  if (has(claimed, 'method')) {
    const said = at(claimed, 'method')
    const counted = verdict.method
    if (canonicalJson(said ?? null) !== canonicalJson(counted ?? null)) {
      return difference('verdict.method', said, canonicalJson(counted ?? null))
    }
  }
  return (
    differenceInTests(at(claimed, 'tests'), verdict.tests) ??
    differenceInCounts(at(claimed, 'counts'), verdict.counts) ??
    differenceInFailed(at(claimed, 'failed'), verdict.failed)
  )
}

/** Only what is claimed is compared: a claim may leave out the area of whoever abstained. */
function differenceInCounts(
  claimed: unknown,
  counts: Verdict['counts'],
): ClaimDifference | null {
  if (claimed === undefined) return null
  if (!isObject(claimed)) return difference('verdict.counts', claimed, canonicalJson(counts))
  for (const [measure, said] of Object.entries(claimed)) {
    const path = `verdict.counts.${measure}`
    const counted: unknown = at(counts, measure)
    if (!isObject(counted) || !isObject(said)) {
      return difference(path, said, canonicalJson(counted ?? null))
    }
    for (const [column, figure] of Object.entries(said)) {
      if (figure !== at(counted, column)) {
        return difference(`${path}.${column}`, figure, at(counted, column))
      }
    }
  }
  return null
}

function differenceInFailed(
  claimed: unknown,
  failed: Verdict['failed'],
): ClaimDifference | null {
  if (claimed === undefined || canonicalJson(claimed) === canonicalJson(failed)) return null
  return difference('verdict.failed', claimed, canonicalJson(failed))
}

/** What the page of a result promises of each test; the rest of one is compared where it is claimed. */
const OF_EVERY_TEST = ['test', 'measure', 'met', 'have', 'of', 'share'] as const
const OF_SOME_TESTS = ['strict', 'need', 'margin', 'percent'] as const

function differenceInTests(claimed: unknown, tests: Verdict['tests']): ClaimDifference | null {
  if (claimed === undefined) return null
  if (!Array.isArray(claimed) || claimed.length !== tests.length) {
    return difference('verdict.tests', claimed, `${tests.length} tests`)
  }
  for (const [index, test] of tests.entries()) {
    const claim: unknown = claimed[index]
    const told = isObject(claim) ? claim : {}
    const asked = [...OF_EVERY_TEST, ...OF_SOME_TESTS.filter((key) => has(told, key))]
    for (const key of asked) {
      if (at(told, key) !== test[key]) {
        return difference(`verdict.tests[${index}].${key}`, at(told, key), test[key])
      }
    }
  }
  return null
}

function difference(path: string, claimed: unknown, counted: unknown): ClaimDifference {
  return { path, claimed: JSON.stringify(claimed) ?? 'nothing', counted: String(counted) }
}
