import { readFileSync } from 'node:fs'
import { readBallotRecord, recountBallot } from '#app/domain/voting/ballot-record.ts'
import { differenceFromClaim } from '#app/domain/voting/claimed-verdict.ts'
import type { RecordProblem } from '#app/domain/voting/record-reader.ts'
import type { Verdict } from '#app/domain/voting/tally.ts'

/**
 * `npm run --silent recount -- FILE`: counts a ballot record again and prints the
 * verdict as one JSON object. Exit 0: counted. 1: counted, but the record claims
 * another verdict. 2: the file cannot be read as a ballot record.
 */
const WORDS: Record<RecordProblem, string> = {
  'not-json': 'not JSON in UTF-8',
  'not-an-object': 'not an object',
  'not-a-list': 'not a list',
  'not-text': 'not text',
  'not-a-flag': 'neither true nor false',
  'not-a-whole-number': 'not a whole number from 0 up',
  missing: 'missing',
  empty: 'empty',
  'key-twice': 'named twice in one object',
  'unknown-key': 'not part of a rule',
  'wrong-format': 'not council730.ballot/1',
  'not-a-measure': 'neither heads nor area',
  'measure-twice': 'named twice',
  'heads-not-weighed': 'heads must be weighed',
  'not-a-base': 'none of roll, present, participating',
  'not-a-share': 'not two whole numbers',
  'share-out-of-range': 'not above 0 and up to 1',
  'can-never-be-met': 'more than all can never be met',
  'not-an-area': 'not m² as text with two decimal places',
  'no-weight': 'no heads and no area: counts for nothing',
  'listed-twice': 'listed twice',
  'not-on-roll': 'not on the roll',
  'not-present': 'not among those present',
  'not-a-choice': 'none of yes, no, abstain',
  'open-and-secret': 'a record has votes, or turnout and papers, not both',
  'no-votes': 'neither votes nor turnout and papers',
  'secret-by-area': 'a secret ballot counts heads only',
  'secret-weight': 'each elector of a secret ballot is exactly 1 head',
  'paper-names-elector': 'a secret paper must not name its elector',
  'papers-differ-from-turnout': 'not as many papers as electors in the turnout',
}

process.exitCode = recount(process.argv[2])

function recount(file: string | undefined): 0 | 1 | 2 {
  if (file === undefined) return complain('usage: npm run --silent recount -- FILE', 2)
  const text = textOf(file)
  if (text === null) return complain(`${file}: cannot be read as UTF-8 text`, 2)

  const reading = readBallotRecord(text)
  if (!reading.ok) {
    const { path, problem } = reading.refusal
    return complain(`${path}: ${WORDS[problem]}`, 2)
  }
  const verdict = recountBallot(reading.value)
  process.stdout.write(`${JSON.stringify(published(verdict))}\n`)

  const difference = differenceFromClaim(reading.value.claimed, verdict)
  if (!difference) return 0
  const { path, claimed, counted } = difference
  return complain(`${path}: the record claims ${claimed}, the recount gives ${counted}`, 1)
}

/** What the record's readers were promised, no more, so that a verdict can grow. */
function published({ quorumMet, passed, tests }: Verdict) {
  return {
    quorumMet,
    passed,
    tests: tests.map(({ test, measure, met, have, of, share }) => ({
      test,
      measure,
      met,
      have,
      of,
      share,
    })),
  }
}

function textOf(file: string): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file))
  } catch {
    return null
  }
}

function complain<Code extends 1 | 2>(line: string, code: Code): Code {
  // One line whatever the file holds: a name in it may carry line breaks.
  process.stderr.write(`${line.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')}\n`)
  return code
}
