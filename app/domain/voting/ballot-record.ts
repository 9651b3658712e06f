import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import { parseArea } from './area.ts'
import { addsUpWeights, YES_NO, type BallotQuestion } from './ballot-question.ts'
import type { Elector } from './ballot.ts'
import { jsonFlaw } from './json-flaw.ts'
import { readMark, type Mark } from './mark.ts'
import { readQuestion } from './read-question.ts'
import { readRule } from './read-rule.ts'
import {
  at,
  has,
  MalformedRecord,
  readList,
  readObject,
  readText,
  readWhole,
  type JsonObject,
  type RecordProblem,
} from './record-reader.ts'
import { countsArea, countsAttendance, type VoteRule } from './rule.ts'
import { tallyQuestion, type MarkedVote } from './tally-question.ts'
import type { Verdict } from './tally.ts'

export const BALLOT_RECORD_FORMAT = 'council730.ballot/1'
/** The same, with the `question` that the votes answer: options, and the method they are counted by. */
export const OPTIONS_RECORD_FORMAT = 'council730.ballot/2'

export type BallotRecord = {
  title: string
  question: BallotQuestion
  rule: VoteRule
  roll: Elector[]
  /** Elector ids; null where the record lists nobody as present. */
  present: string[] | null
  cast: CastVotes
  /** What the record says came out, unread: `differenceFromClaim` compares it. */
  claimed: unknown
}

/** An open ballot knows who chose what; a secret one knows who came, and apart from it what was chosen. */
export type CastVotes =
  { secret: false; votes: MarkedVote[] } | { secret: true; turnout: string[]; papers: Mark[] }

export type RecordRefusal = {
  code: 'ballot-record-malformed'
  /** Where: `votes[3].elector`; `record` for the whole file. */
  path: string
  problem: RecordProblem
}

/**
 * Reads the text of a ballot record (`council730.ballot/1` or `/2`), or says the first
 * thing that is wrong and where. A record inside an envelope (`{ "record": … }`,
 * as signed downloads have) is taken out of it.
 *
 * Refused is whatever could be counted in two ways: an elector listed twice or
 * not on the roll, a weight that is missing or not exact, a voter who was not in
 * the room when the rule counts the room, papers that do not match the turnout.
 * Keys it does not know are left alone, except in the rule.
 */
export function readBallotRecord(text: string): Result<BallotRecord, RecordRefusal> {
  const file = readBallotFile(text)
  return file.ok ? ok(file.value.record) : file
}

export type BallotFile = {
  record: BallotRecord
  /** The object of the file that was counted. */
  counted: JsonObject
  /** What the file says signs it, unread; undefined where nothing does. */
  signature: unknown
}

/** Reads a record as `readBallotRecord` does, and what it came in. */
export function readBallotFile(text: string): Result<BallotFile, RecordRefusal> {
  let json: unknown
  const bare = text.startsWith('\uFEFF') ? text.slice(1) : text
  try {
    json = JSON.parse(bare)
  } catch {
    return refuse({ code: 'ballot-record-malformed', path: 'record', problem: 'not-json' })
  }
  const flaw = jsonFlaw(bare)
  if (flaw) return refuse({ code: 'ballot-record-malformed', ...flaw })
  try {
    return ok(readFile(json))
  } catch (error) {
    if (!(error instanceof MalformedRecord)) throw error
    const { path, problem } = error
    return refuse({ code: 'ballot-record-malformed', path, problem })
  }
}

/** Counts a record by its own rule. */
export function recountBallot({ question, rule, roll, present, cast }: BallotRecord): Verdict {
  return tallyQuestion({
    question,
    rule,
    roll,
    present: present ?? [],
    votes: cast.secret ? pairedPapers(cast.turnout, cast.papers) : cast.votes,
  })
}

/**
 * Lays one paper to each elector who came, in whatever order they lie. Every
 * elector of a secret ballot weighs one head, so the sums do not depend on it.
 */
function* pairedPapers(
  turnout: readonly string[],
  papers: readonly Mark[],
): Iterable<MarkedVote> {
  for (const [index, elector] of turnout.entries()) {
    const choice = papers[index]
    if (choice !== undefined) yield { elector, choice }
  }
}

function readFile(json: unknown): BallotFile {
  const file = readObject(json, 'record')
  if (has(file, 'format') || !has(file, 'record')) {
    return { record: readBareRecord(file), counted: file, signature: undefined }
  }
  const inside = readObject(at(file, 'record'), 'record')
  const record = readBareRecord(inside)
  return {
    // A verdict that stands beside its record is a claim of it like one inside.
    record: { ...record, claimed: record.claimed ?? at(file, 'verdict') ?? null },
    counted: inside,
    signature: at(file, 'signature'),
  }
}

function readBareRecord(record: JsonObject): BallotRecord {
  const format = readText(at(record, 'format'), 'format')
  if (format !== BALLOT_RECORD_FORMAT && format !== OPTIONS_RECORD_FORMAT) {
    throw new MalformedRecord('format', 'wrong-format')
  }
  const title = readTitle(at(record, 'title'))
  const question =
    format === OPTIONS_RECORD_FORMAT ? readQuestion(at(record, 'question')) : YES_NO
  const rule = readRule(at(record, 'rule'))
  const secret = isSecret(record)
  const papers = secret ? 'secret' : addsUpWeights(question.method) ? null : 'options'
  if (papers && countsArea(rule)) {
    throw new MalformedRecord('rule.measures', `${papers}-by-area`)
  }
  const roll = readRoll(at(record, 'roll'), rule, papers)
  const entitled = new Set(roll.map(({ elector }) => elector))
  const present = readPresent(record, rule, entitled)
  const voters = {
    question,
    entitled,
    inRoom: countsAttendance(rule) ? new Set(present) : entitled,
  }
  return {
    title,
    question,
    rule,
    roll,
    present,
    cast: secret ? readSecretVotes(record, voters) : readOpenVotes(record, voters),
    claimed: at(record, 'verdict') ?? null,
  }
}

function readTitle(value: unknown): string {
  if (value === undefined) throw new MalformedRecord('title', 'missing')
  if (typeof value !== 'string') throw new MalformedRecord('title', 'not-text')
  return value
}

function isSecret(record: JsonObject): boolean {
  const secret = has(record, 'turnout') || has(record, 'papers')
  if (secret && has(record, 'votes')) throw new MalformedRecord('votes', 'open-and-secret')
  if (!secret && !has(record, 'votes')) throw new MalformedRecord('votes', 'no-votes')
  return secret
}

/**
 * @param papers - why papers are counted one by one, so that none weighs more than another: they
 *   carry no name, or a method reads each. Null where weights are added up.
 */
function readRoll(
  value: unknown,
  rule: VoteRule,
  papers: 'secret' | 'options' | null,
): Elector[] {
  const listed = new Set<string>()
  return readList(value, 'roll').map((line, index) => {
    const path = `roll[${index}]`
    const row = readObject(line, path)
    const elector = readText(at(row, 'elector'), `${path}.elector`)
    if (listed.has(elector)) throw new MalformedRecord(`${path}.elector`, 'listed-twice')
    listed.add(elector)

    const heads = readWhole(at(row, 'heads'), `${path}.heads`)
    const area = readArea(row, rule, path)
    if (papers && heads !== 1) throw new MalformedRecord(`${path}.heads`, `${papers}-weight`)
    // Zero heads is someone whose parking space counts by area alone; with no area, nobody.
    if (heads === 0 && !area) throw new MalformedRecord(`${path}.heads`, 'no-weight')
    return { elector, heads, area }
  })
}

/** The area where it is weighed; elsewhere it must still be an area if it is there, and is not counted. */
function readArea(row: JsonObject, rule: VoteRule, path: string): bigint | null {
  const weighed = countsArea(rule)
  if (!weighed && !has(row, 'area')) return null
  const text = at(row, 'area')
  if (text === undefined) throw new MalformedRecord(`${path}.area`, 'missing')
  const area = typeof text === 'string' ? parseArea(text) : null
  if (area === null) throw new MalformedRecord(`${path}.area`, 'not-an-area')
  return weighed ? area : null
}

type Voters = {
  question: BallotQuestion
  entitled: ReadonlySet<string>
  inRoom: ReadonlySet<string>
}
type Listed = Omit<Voters, 'question'>

function readPresent(
  record: JsonObject,
  rule: VoteRule,
  entitled: ReadonlySet<string>,
): string[] | null {
  if (!has(record, 'present')) {
    if (countsAttendance(rule)) throw new MalformedRecord('present', 'missing')
    return null
  }
  return readElectors(at(record, 'present'), 'present', { entitled, inRoom: entitled })
}

function readOpenVotes(record: JsonObject, voters: Voters): CastVotes {
  const voted = new Set<string>()
  const votes = readList(at(record, 'votes'), 'votes').map((line, index) => {
    const path = `votes[${index}]`
    const vote = readObject(line, path)
    const elector = readVoter(at(vote, 'elector'), `${path}.elector`, voters, voted)
    return {
      elector,
      choice: readChoice(at(vote, 'choice'), `${path}.choice`, voters.question),
    }
  })
  return { secret: false, votes }
}

function readSecretVotes(record: JsonObject, voters: Voters): CastVotes {
  const turnout = readElectors(at(record, 'turnout'), 'turnout', voters)
  const papers = readList(at(record, 'papers'), 'papers').map((line, index) => {
    const path = `papers[${index}]`
    const paper = readObject(line, path)
    if (has(paper, 'elector')) {
      throw new MalformedRecord(`${path}.elector`, 'paper-names-elector')
    }
    return readChoice(at(paper, 'choice'), `${path}.choice`, voters.question)
  })
  if (papers.length !== turnout.length) {
    throw new MalformedRecord('papers', 'papers-differ-from-turnout')
  }
  return { secret: true, turnout, papers }
}

function readElectors(value: unknown, path: string, voters: Listed): string[] {
  const seen = new Set<string>()
  return readList(value, path).map((id, index) =>
    readVoter(id, `${path}[${index}]`, voters, seen),
  )
}

function readVoter(value: unknown, path: string, voters: Listed, seen: Set<string>): string {
  const elector = readText(value, path)
  if (!voters.entitled.has(elector)) throw new MalformedRecord(path, 'not-on-roll')
  if (seen.has(elector)) throw new MalformedRecord(path, 'listed-twice')
  if (!voters.inRoom.has(elector)) throw new MalformedRecord(path, 'not-present')
  seen.add(elector)
  return elector
}

/** In the canonical form alone: one answer is one text. */
function readChoice(value: unknown, path: string, question: BallotQuestion): Mark {
  if (value === undefined) throw new MalformedRecord(path, 'missing')
  const mark = typeof value === 'string' ? readMark(question, value) : null
  if (!mark?.ok || mark.value !== value) throw new MalformedRecord(path, 'not-a-choice')
  return mark.value
}
