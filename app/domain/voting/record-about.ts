import type { AssistedTold } from './assisted-told.ts'
import type { OutcomeLabel } from './authority.ts'
import type { NamedRule } from './named-rule.ts'
import { at, isObject, type JsonObject } from './record-reader.ts'

/** Which ballot a record is of. Nothing here is counted. */
export type RecordAbout = {
  /** `room` is `owners-vote` for a vote outside a meeting. */
  meeting: { community: string; compound: string; room: string; number: number | null }
  /** `opinion-survey`: collected by a channel that the law of the place does not name. */
  label: OutcomeLabel | 'opinion-survey'
  /** The county's own rule it was counted by; missing where it was the law's. */
  named?: NamedRule
  /** ISO 8601, UTC. */
  openedAt: string
  closedAt: string
  /** The event of the meeting's log that closed the ballot, and the log's hash there. */
  log?: { seq: number; hash: string }
  /** For a vote outside a meeting: its code, the item of Art. 278, and the hash of the frozen roll. */
  vote?: {
    code: string
    art278Item: number | null
    rollHash: string | null
    /** Electors who were served, said nothing and are counted with the majority, by the owners' text named. */
    silent?: { electors: number; heads: number; area: string; basis: string }
    /** The city's own voting system that counted it, where its result is, and the hash of its document. */
    official?: { system: string; reference: string; evidence: string }
  }
  /**
   * `electors`: a line of the roll is one elector, numbered without regard to who
   * it is. `sums`: a line is all electors who chose alike, their heads and area added.
   */
  lines: 'electors' | 'sums'
  /** Of the votes, those that staff entered for somebody, with a witness; missing where none was. */
  assisted?: AssistedTold
}

/** As much as a record tells of itself; whatever is missing or of another kind is null. */
export type ToldAbout = {
  community: string | null
  room: string | null
  compound: string | null
  number: number | null
  label: string | null
  named: NamedRule | null
  openedAt: string | null
  closedAt: string | null
  logHash: string | null
  lines: RecordAbout['lines'] | null
  /** The receipts it lists; null where it has no such list. */
  receipts: readonly string[] | null
  /** How many electors are counted with the majority because they said nothing, and by which text. */
  silent: { electors: number; basis: string } | null
  assisted: AssistedTold | null
}

export function readAbout(record: JsonObject): ToldAbout {
  const inside = (key: string) => {
    const value = at(record, key)
    return isObject(value) ? value : {}
  }
  const meeting = inside('meeting')
  const lines = at(record, 'lines')
  const receipts = at(record, 'receipts')
  const assisted = at(record, 'assisted')
  return {
    community: textOf(at(meeting, 'community')),
    room: textOf(at(meeting, 'room')),
    compound: textOf(at(meeting, 'compound')),
    number: countOf(at(meeting, 'number')),
    label: textOf(at(record, 'label')),
    named: namedOf(at(record, 'named')),
    openedAt: instantOf(at(record, 'openedAt')),
    closedAt: instantOf(at(record, 'closedAt')),
    logHash: textOf(at(inside('log'), 'hash')),
    lines: lines === 'electors' || lines === 'sums' ? lines : null,
    receipts: Array.isArray(receipts) ? receipts.filter((each) => textOf(each) !== null) : null,
    silent: silentOf(at(inside('vote'), 'silent')),
    assisted: assisted === 'few' ? assisted : countOf(assisted),
  }
}

function silentOf(value: unknown): ToldAbout['silent'] {
  if (!isObject(value)) return null
  const electors = at(value, 'electors')
  const basis = textOf(at(value, 'basis'))
  return typeof electors === 'number' && Number.isSafeInteger(electors) && electors > 0 && basis
    ? { electors, basis }
    : null
}

function namedOf(value: unknown): NamedRule | null {
  const name = isObject(value) ? at(value, 'name') : null
  if (!isObject(value) || !isObject(name)) return null
  const [zh, legalBasis] = [textOf(at(name, 'zh')), textOf(at(value, 'legalBasis'))]
  return zh && legalBasis ? { name: { zh, en: textOf(at(name, 'en')) }, legalBasis } : null
}

function countOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : null
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

function instantOf(value: unknown): string | null {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? value : null
}
