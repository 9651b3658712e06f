import { formatArea } from './area.ts'
import { BALLOT_RECORD_FORMAT, OPTIONS_RECORD_FORMAT } from './ballot-record.ts'
import type { BallotQuestion } from './ballot-question.ts'
import type { Elector } from './ballot.ts'
import { byKey, canonicalJson } from '#app/domain/shared/canonical-json.ts'
import type { RecordAbout } from './record-about.ts'
import type { Mark } from './mark.ts'
import { countsArea, type VoteRule } from './rule.ts'
import type { MarkedVote } from './tally-question.ts'
import type { Verdict } from './tally.ts'

/** A paper of a secret ballot; the receipt is a code its voter alone can recognise. */
export type Paper = { choice: Mark; receipt?: string }

/** To be written and signed, its lists are read twice: no generators, what is iterated must begin anew. */
export type BallotRecordSource = {
  title: string
  /** Which ballot it was. Told, not counted. */
  about?: RecordAbout
  /** Left out for a plain yes and no. */
  question?: BallotQuestion
  rule: VoteRule
  roll: Iterable<Elector>
  /** Elector ids; left out where the rule does not count attendance. */
  present?: Iterable<string>
  cast:
    | { secret: false; votes: Iterable<MarkedVote> }
    | { secret: true; turnout: Iterable<string>; papers: Iterable<Paper> }
  /** Receipts of the votes that were counted, without their voters and choices. */
  receipts?: Iterable<string>
  verdict?: Verdict
}

/** One key of the record: a value, or a list that is written a line at a time. */
type Member = readonly [key: string, { value: unknown } | { list: Iterable<unknown> }]

/**
 * The text of a ballot record, one elector or vote a line, in pieces that can be
 * sent as they come.
 *
 * The turnout of a secret ballot is sorted by elector and its papers by choice
 * and receipt, so that no order in which they were cast or stored gets out.
 */
export function* writeBallotRecord(source: BallotRecordSource): Generator<string> {
  let opening = '{\n'
  for (const [key, content] of membersOf(source)) {
    yield `${opening}${JSON.stringify(key)}: `
    if ('value' in content) yield JSON.stringify(content.value)
    else yield* writeList(content.list, JSON.stringify, '\n', ',\n')
    opening = ',\n'
  }
  yield '\n}\n'
}

/** The same record in canonical JSON, which is what a signature covers: see `signedText`. */
export function* canonicalBallotRecord(source: BallotRecordSource): Generator<string> {
  let opening = '{'
  for (const [key, content] of membersOf(source).sort(byKey)) {
    yield `${opening}${JSON.stringify(key)}:`
    if ('value' in content) yield canonicalJson(content.value)
    else yield* writeList(content.list, canonicalJson, '', ',')
    opening = ','
  }
  yield '}'
}

function membersOf(source: BallotRecordSource): Member[] {
  const { title, about, question, rule, roll, present, cast, receipts, verdict } = source
  const members: Member[] = [
    ['format', { value: question ? OPTIONS_RECORD_FORMAT : BALLOT_RECORD_FORMAT }],
    ['title', { value: title }],
    ...Object.entries(about ?? {}).map(([key, value]): Member => [key, { value }]),
    ...(question ? [['question', { value: question }] satisfies Member] : []),
    ['rule', { value: rule }],
    ['roll', { list: mapped(roll, (elector) => rollLine(elector, rule)) }],
  ]
  if (present) members.push(['present', { list: present }])
  if (cast.secret) {
    members.push(['turnout', { list: [...cast.turnout].sort() }])
    members.push(['papers', { list: mapped([...cast.papers].sort(byContent), paperLine) }])
  } else {
    members.push([
      'votes',
      { list: mapped(cast.votes, ({ elector, choice }) => ({ elector, choice })) },
    ])
  }
  if (receipts) members.push(['receipts', { list: receipts }])
  if (verdict) members.push(['verdict', { value: verdict }])
  return members
}

function* writeList(
  items: Iterable<unknown>,
  write: (item: unknown) => string,
  before: string,
  between: string,
): Generator<string> {
  yield '['
  let separator = before
  for (const item of items) {
    yield `${separator}${write(item)}`
    separator = between
  }
  yield ']'
}

function* mapped<Item>(items: Iterable<Item>, line: (item: Item) => unknown) {
  for (const item of items) yield line(item)
}

function rollLine({ elector, heads, area }: Elector, rule: VoteRule) {
  if (!countsArea(rule)) return { elector, heads }
  if (area === null) throw new RangeError(`Elector ${elector} has no area to record`)
  return { elector, heads, area: formatArea(area) }
}

function paperLine({ choice, receipt }: Paper): Paper {
  return receipt === undefined ? { choice } : { choice, receipt }
}

function byContent(one: Paper, other: Paper): number {
  const a = `${one.choice} ${one.receipt ?? ''}`
  const b = `${other.choice} ${other.receipt ?? ''}`
  return a < b ? -1 : a > b ? 1 : 0
}
