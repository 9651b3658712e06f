import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import {
  at,
  MalformedRecord,
  readFlag,
  readList,
  readObject,
  readText,
  type JsonObject,
  type RecordProblem,
} from './record-reader.ts'
import type { Base, Measure, PassTest, QuorumTest, Share, VoteRule } from './rule.ts'

export type RuleRefusal = {
  code: 'vote-rule-malformed'
  /** Where: `rule.pass.share`. */
  path: string
  problem: RecordProblem
}

/** The rule of a form or a stored row, read as strictly as the rule of a ballot record. */
export function parseVoteRule(value: unknown): Result<VoteRule, RuleRefusal> {
  try {
    return ok(readRule(value))
  } catch (error) {
    if (!(error instanceof MalformedRecord)) throw error
    return refuse({ code: 'vote-rule-malformed', path: error.path, problem: error.problem })
  }
}

/**
 * Reads a rule and refuses whatever it does not wholly understand, unknown keys
 * too: a condition that were skipped would change who has won.
 *
 * @throws MalformedRecord with the path of what is wrong.
 */
export function readRule(value: unknown, path = 'rule'): VoteRule {
  const rule = readObject(value, path)
  onlyKeys(rule, ['id', 'measures', 'quorum', 'pass'], path)
  return {
    id: readText(at(rule, 'id'), `${path}.id`),
    measures: readMeasures(at(rule, 'measures'), `${path}.measures`),
    quorum:
      at(rule, 'quorum') === null ? null : readQuorum(at(rule, 'quorum'), `${path}.quorum`),
    pass: readPass(at(rule, 'pass'), `${path}.pass`),
  }
}

function readMeasures(value: unknown, path: string): Measure[] {
  const measures: Measure[] = []
  readList(value, path).forEach((measure, index) => {
    if (measure !== 'heads' && measure !== 'area') {
      throw new MalformedRecord(`${path}[${index}]`, 'not-a-measure')
    }
    if (measures.includes(measure)) {
      throw new MalformedRecord(`${path}[${index}]`, 'measure-twice')
    }
    measures.push(measure)
  })
  // No body here decides by area alone.
  if (!measures.includes('heads')) throw new MalformedRecord(path, 'heads-not-weighed')
  return measures
}

function readQuorum(value: unknown, path: string): QuorumTest {
  const test = readObject(value, path)
  onlyKeys(test, ['of', 'count', 'share', 'strict'], path)
  return {
    of: readBase(at(test, 'of'), `${path}.of`),
    count: readBase(at(test, 'count'), `${path}.count`),
    ...readFraction(test, path),
  }
}

function readPass(value: unknown, path: string): PassTest {
  const test = readObject(value, path)
  onlyKeys(test, ['of', 'share', 'strict'], path)
  return { of: readBase(at(test, 'of'), `${path}.of`), ...readFraction(test, path) }
}

function readFraction(test: JsonObject, path: string): { share: Share; strict: boolean } {
  const share = readShare(at(test, 'share'), `${path}.share`)
  const strict = readFlag(at(test, 'strict'), `${path}.strict`)
  if (strict && share[0] === share[1]) throw new MalformedRecord(path, 'can-never-be-met')
  return { share, strict }
}

function readShare(value: unknown, path: string): Share {
  const [n, d, ...rest] = readList(value, path)
  if (!isWhole(n) || !isWhole(d) || rest.length > 0) {
    throw new MalformedRecord(path, 'not-a-share')
  }
  // Above nothing, up to everything. A share of nothing would pass with nobody's yes.
  if (n < 1 || d < 1 || n > d) throw new MalformedRecord(path, 'share-out-of-range')
  return [n, d]
}

function readBase(value: unknown, path: string): Base {
  if (value === undefined) throw new MalformedRecord(path, 'missing')
  if (value !== 'roll' && value !== 'present' && value !== 'participating') {
    throw new MalformedRecord(path, 'not-a-base')
  }
  return value
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value)
}

function onlyKeys(object: JsonObject, known: readonly string[], path: string): void {
  const stranger = Object.keys(object).find((key) => !known.includes(key))
  if (stranger !== undefined) {
    throw new MalformedRecord(`${path}.${stranger}`, 'unknown-key')
  }
}
