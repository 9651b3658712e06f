import { ok, type Result } from '#app/domain/shared/result.ts'
import { readBallotFile, recountBallot, type RecordRefusal } from './ballot-record.ts'
import { canonicalJson } from '#app/domain/shared/canonical-json.ts'
import { differenceFromClaim, type ClaimDifference } from './claimed-verdict.ts'
import { readAbout, type ToldAbout } from './record-about.ts'
import { readSignature, type RecordSignature } from './record-signature.ts'
import type { BallotQuestion } from './ballot-question.ts'
import type { VoteRule } from './rule.ts'
import type { Verdict } from './tally.ts'

/** A recounted record, with all that a page or a terminal says of it. Plain data. */
export type Recount = {
  title: string
  about: ToldAbout
  question: BallotQuestion
  rule: VoteRule
  secret: boolean
  verdict: Verdict
  /** Whether the record says what came out. */
  claims: boolean
  difference: ClaimDifference | null
}

export type RecountedFile = {
  recount: Recount
  signature: RecordSignature | null
  /** What a signature of it would cover, made only when it is asked for. */
  canonical: () => string
}

/** Counts the record in a file by its own rule, whoever made it. */
export function recountFile(text: string): Result<RecountedFile, RecordRefusal> {
  const file = readBallotFile(text)
  if (!file.ok) return file
  const { record, counted, signature } = file.value
  const verdict = recountBallot(record)
  return ok({
    recount: {
      title: record.title,
      about: readAbout(counted),
      question: record.question,
      rule: record.rule,
      secret: record.cast.secret,
      verdict,
      claims: record.claimed !== null,
      difference: differenceFromClaim(record.claimed, verdict),
    },
    signature: readSignature(signature),
    canonical: () => canonicalJson(counted),
  })
}
