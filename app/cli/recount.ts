import { readFileSync, statSync } from 'node:fs'
import type { RecordProblem } from '#app/domain/voting/record-reader.ts'
import type { SignatureCheck } from '#app/domain/voting/record-signature.ts'
import { recountFile, type RecountedFile } from '#app/domain/voting/recount-file.ts'
import type { Verdict } from '#app/domain/voting/tally.ts'
import { checkRecordSignature } from '#app/services/voting/check-record-signature.server.ts'

/**
 * `npm run --silent recount -- FILE [--key PEM]`: counts a ballot record again and
 * prints the verdict as one JSON object; with the public key of whoever published
 * it, also whether the signature is good. Exit 0: counted, and what was asked holds.
 * 1: counted, but the record claims another verdict or that key did not sign it.
 * 2: the file cannot be read as a ballot record, or the key as a key.
 */
const USAGE = 'usage: npm run --silent recount -- FILE [--key PUBLIC-KEY.pem]'

const WORDS: Record<RecordProblem, string> = {
  'not-json': 'not JSON',
  'not-an-object': 'not an object',
  'not-a-list': 'not a list',
  'not-text': 'not text',
  'not-a-flag': 'neither true nor false',
  'not-a-whole-number': 'not a whole number from 0 up',
  missing: 'missing',
  empty: 'empty',
  'key-twice': 'named twice in one object',
  'too-deep': 'lists and objects in each other, deeper than any record',
  'unknown-key': 'not part of a rule or question',
  'wrong-format': 'neither council730.ballot/1 nor council730.ballot/2',
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
  'not-a-choice': 'no answer to the question of this record',
  'not-a-method': 'no method this program counts by',
  'not-a-question': 'options that do not go with the method, or not numbered from 1',
  'open-and-secret': 'a record has votes, or turnout and papers, not both',
  'no-votes': 'neither votes nor turnout and papers',
  'secret-by-area': 'a secret ballot counts heads only',
  'secret-weight': 'each elector of a secret ballot is exactly 1 head',
  'options-by-area': 'options are chosen by heads only',
  'options-weight': 'each elector who chooses among options is exactly 1 head',
  'paper-names-elector': 'a secret paper must not name its elector',
  'papers-differ-from-turnout': 'not as many papers as electors in the turnout',
}

const SIGNATURE_WORDS: Record<Exclude<SignatureCheck, 'good'>, string> = {
  bad: 'does not fit this record: something in it was changed',
  'other-key': 'made with another key than the one given',
  unsigned: 'missing',
  'cannot-check': 'cannot be checked',
}

const UNREADABLE = {
  ENOENT: 'no such file',
  EISDIR: 'a folder, not a file',
  EACCES: 'may not be read',
  other: 'cannot be read',
} as const

/** Bytes of the largest file that is read: a record of three million electors. */
const LARGEST = 256 * 1024 * 1024

/** Characters of a complaint that a terminal shows in a few rows. */
const LONGEST = 600

process.exitCode = main(process.argv.slice(2))

function main(words: readonly string[]): 0 | 1 | 2 {
  const flag = words.indexOf('--key')
  const keyFile = flag < 0 ? undefined : words[flag + 1]
  const [file, ...more] = flag < 0 ? words : words.toSpliced(flag, 2)
  if (file === undefined || more.length > 0 || (flag >= 0 && keyFile === undefined)) {
    return complain(USAGE, 2)
  }
  return recount(file, keyFile)
}

function recount(file: string, keyFile: string | undefined): 0 | 1 | 2 {
  const { text, trouble } = textOf(file)
  if (text === null) return complain(`${file}: ${trouble}`, 2)
  const reading = recountFile(text)
  if (!reading.ok) {
    const { path, problem } = reading.refusal
    const where = problem === 'not-json' ? `${path}, ${endOfJson(text)}` : path
    return complain(`${where}: ${WORDS[problem]}`, 2)
  }
  const signature = keyFile === undefined ? undefined : signatureOf(reading.value, keyFile)
  if (signature === null) {
    return complain(`${keyFile}: cannot be read as an Ed25519 public key in PEM`, 2)
  }
  const { verdict, difference } = reading.value.recount
  process.stdout.write(`${JSON.stringify({ ...published(verdict), signature })}\n`)
  if (difference) {
    const { path, claimed, counted } = difference
    return complain(`${path}: the record claims ${claimed}, the recount gives ${counted}`, 1)
  }
  if (signature === undefined || signature === 'good') return 0
  return complain(`signature: ${SIGNATURE_WORDS[signature]}`, 1)
}

function signatureOf(file: RecountedFile, keyFile: string): SignatureCheck | null {
  try {
    return checkRecordSignature(readFileSync(keyFile, 'utf8'), file)
  } catch {
    return null
  }
}

/** What the record's readers were promised, no more, so that a verdict can grow. */
function published({ quorumMet, passed, tests, method }: Verdict) {
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
    ...(method && { method }),
  }
}

type FileText = { text: string; trouble?: never } | { text: null; trouble: string }

function textOf(file: string): FileText {
  let bytes: Uint8Array
  try {
    if (statSync(file).size > LARGEST) return { text: null, trouble: 'larger than any record' }
    bytes = readFileSync(file)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    const known = code === 'ENOENT' || code === 'EISDIR' || code === 'EACCES' ? code : 'other'
    return { text: null, trouble: UNREADABLE[known] }
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    const loose = new TextDecoder('utf-8').decode(bytes)
    return { text: null, trouble: `${placeIn(loose, loose.indexOf('\ufffd'))}: not UTF-8` }
  }
}

/**
 * Where a text stops being JSON, or the end of one that was cut off: of its beginnings the longest
 * that could go on. Of `NaN` or a comma too many the parser itself says no place.
 */
function endOfJson(text: string): string {
  let sound = 0
  let broken = text.length + 1
  while (broken - sound > 1) {
    const middle = Math.floor((sound + broken) / 2)
    if (couldGoOn(text.slice(0, middle))) sound = middle
    else broken = middle
  }
  return placeIn(text, sound)
}

function couldGoOn(beginning: string): boolean {
  try {
    JSON.parse(beginning)
    return true
  } catch (error) {
    const told = String(error)
    // What it quotes of the file stands in other sentences than these two.
    const position = / in JSON at position (\d+)(?: \(.*\))?$/.exec(told)?.[1]
    return (
      told === 'SyntaxError: Unexpected end of JSON input' ||
      Number(position) === beginning.length
    )
  }
}

function placeIn(text: string, position: number): string {
  const before = text.slice(0, position).split('\n')
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`
}

function complain<Code extends 1 | 2>(line: string, code: Code): Code {
  // One line whatever the file holds: a name in it may carry line breaks, or be endless.
  const plain = line.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
  process.stderr.write(`${plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain}\n`)
  return code
}
