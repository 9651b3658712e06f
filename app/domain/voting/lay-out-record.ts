import { CHOICES, isChoice, type Elector } from './ballot.ts'
import {
  again,
  dealt,
  summed,
  weighAlike,
  type ElectorGroup,
  type ElectorLine,
} from './elector-group.ts'
import { FEWEST_PAPERS } from './few-secret-papers.ts'
import type { Mark } from './mark.ts'
import type { RecordAbout } from './record-about.ts'
import { countsAttendance, type VoteRule } from './rule.ts'
import type { MarkedVote } from './tally-question.ts'
import type { BallotRecordSource } from './write-ballot-record.ts'

type LaidOut = Pick<BallotRecordSource, 'roll' | 'present' | 'cast'> & {
  lines: RecordAbout['lines']
}

/** How many papers say the same. */
export type MarkCount = { choice: Mark; papers: number }

/**
 * Lays the sums of an open ballot out as a record that counts to the same verdict.
 *
 * Where everybody weighs one head, the lines are dealt out from the sums: first
 * those who said yes, then no, and so on. No elector was looked at to number
 * them, so not even we can say afterwards who e7 was. Where weights differ, a
 * line of one's own would name its elector to whoever knows the flat's area, and
 * all who chose alike become one line.
 */
export function layOutOpenBallot(rule: VoteRule, groups: readonly ElectorGroup[]): LaidOut {
  const sorted = [...groups].sort(byChoice)
  const alike = weighAlike(rule, sorted)
  const lines = alike ? dealt(sorted) : summed(sorted)
  return {
    lines: alike ? 'electors' : 'sums',
    roll: again(function* () {
      for (const { elector, heads, area } of lines) yield { elector, heads, area }
    }),
    ...(countsAttendance(rule) && { present: named(lines, ({ present }) => present) }),
    cast: {
      secret: false,
      votes: again(function* (): Generator<MarkedVote> {
        for (const { elector, choice } of lines) if (choice) yield { elector, choice }
      }),
    },
  }
}

/**
 * The same for a secret ballot, from how many came and what the papers say.
 *
 * @param present - how many were in the room, those who voted among them.
 * @returns null where so few voted that the papers would show who chose what.
 */
export function layOutSecretBallot(
  rule: VoteRule,
  { roll, present, papers }: { roll: number; present: number; papers: readonly MarkCount[] },
): LaidOut | null {
  const turnout = papers.reduce((sum, { papers: count }) => sum + count, 0)
  if (turnout > 0 && turnout < FEWEST_PAPERS) return null
  const electors = (count: number) =>
    again(function* () {
      for (let index = 1; index <= count; index += 1) yield `e${index}`
    })
  return {
    lines: 'electors',
    roll: again(function* (): Generator<Elector> {
      for (const elector of electors(roll)) yield { elector, heads: 1, area: null }
    }),
    ...(countsAttendance(rule) && { present: electors(present) }),
    cast: {
      secret: true,
      turnout: electors(turnout),
      papers: again(function* () {
        for (const { choice, papers: count } of papers) {
          for (let index = 0; index < count; index += 1) yield { choice }
        }
      }),
    },
  }
}

function named(
  lines: Iterable<ElectorLine>,
  which: (line: ElectorLine) => boolean,
): Iterable<string> {
  return again(function* () {
    for (const line of lines) if (which(line)) yield line.elector
  })
}

function byChoice(one: ElectorGroup, other: ElectorGroup): number {
  return rank(one) - rank(other) || ((one.choice ?? '') < (other.choice ?? '') ? -1 : 1)
}

function rank({ choice, present }: ElectorGroup): number {
  // Options after yes, no and abstain, those who did not vote last.
  const place = choice === null ? CHOICES.length + 1 : CHOICES.length
  return (isChoice(choice) ? CHOICES.indexOf(choice) : place) * 2 + (present ? 0 : 1)
}
