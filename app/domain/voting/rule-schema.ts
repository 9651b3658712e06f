import { z } from 'zod'
import { readRule } from './read-rule.ts'
import { MalformedRecord } from './record-reader.ts'
import type { VoteRule } from './rule.ts'

/** The rule of a form or a stored row, read as strictly as the rule of a ballot record. */
export const voteRuleSchema = z.unknown().transform((value, context): VoteRule => {
  try {
    return readRule(value)
  } catch (error) {
    if (!(error instanceof MalformedRecord)) throw error
    context.addIssue({ code: 'custom', message: error.problem, params: { at: error.path } })
    return z.NEVER
  }
})
