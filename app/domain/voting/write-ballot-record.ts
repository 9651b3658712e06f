import { formatArea } from './area.ts'
import { BALLOT_RECORD_FORMAT } from './ballot-record.ts'
import type { Choice, Elector, Vote } from './ballot.ts'
import { countsArea, type VoteRule } from './rule.ts'
import type { Verdict } from './tally.ts'

/** A paper of a secret ballot; the receipt is a code its voter alone can recognise. */
export type Paper = { choice: Choice; receipt?: string }

export type BallotRecordSource = {
  title: string
  rule: VoteRule
  roll: Iterable<Elector>
  /** Elector ids; left out where the rule does not count attendance. */
  present?: Iterable<string>
  cast:
    | { secret: false; votes: Iterable<Vote> }
    | { secret: true; turnout: Iterable<string>; papers: Iterable<Paper> }
  verdict?: Verdict
}

/**
 * The text of a ballot record, one elector or vote a line, in pieces that can be
 * sent as they come.
 *
 * The turnout of a secret ballot is sorted by elector and its papers by choice
 * and receipt, so that no order in which they were cast or stored gets out.
 */
export function* writeBallotRecord(source: BallotRecordSource): Generator<string> {
  const { title, rule, roll, present, cast, verdict } = source
  yield `{\n"format": ${JSON.stringify(BALLOT_RECORD_FORMAT)},\n`
  yield `"title": ${JSON.stringify(title)},\n"rule": ${JSON.stringify(rule)}`
  yield* list('roll', roll, (elector) => rollLine(elector, rule))
  if (present) yield* list('present', present, (elector) => elector)
  if (cast.secret) {
    yield* list('turnout', [...cast.turnout].sort(), (elector) => elector)
    yield* list('papers', [...cast.papers].sort(byContent), paperLine)
  } else {
    yield* list('votes', cast.votes, ({ elector, choice }) => ({ elector, choice }))
  }
  if (verdict) yield `,\n"verdict": ${JSON.stringify(verdict)}`
  yield '\n}\n'
}

function* list<Item>(
  key: string,
  items: Iterable<Item>,
  line: (item: Item) => unknown,
): Generator<string> {
  yield `,\n"${key}": [`
  let separator = '\n'
  for (const item of items) {
    yield `${separator}${JSON.stringify(line(item))}`
    separator = ',\n'
  }
  yield ']'
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
