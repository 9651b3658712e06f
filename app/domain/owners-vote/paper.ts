import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import type { BallotQuestion } from '#app/domain/voting/ballot-question.ts'
import { ABSTAIN, readMark, type Mark } from '#app/domain/voting/mark.ts'

/**
 * What somebody reads on a paper: a mark, or why there is none. `two-marks`: more boxes than the
 * question allows. `unsigned`: not signed by the owner, so it is nobody's vote.
 */
export type PaperMark = Mark | 'two-marks' | 'blank' | 'unsigned'

const SPOILED = ['two-marks', 'blank', 'unsigned'] as const

/** What became of a second vote or of a paper. */
export type AttemptOutcome =
  | 'counted'
  | 'replaced'
  | 'already-voted'
  | 'not-participating'
  | 'too-late'
  | 'held'
  | 'suspended'

/** How a paper with two boxes ticked counts; the owners' rules say which. */
export type SpoiledPolicy = 'not-participating' | 'abstain'

/**
 * What a paper that was read counts as; null when it is not taking part. An unsigned one never
 * is: it is not the owner's act. A blank one abstains, for the owner signed it.
 */
export function countedAs(mark: PaperMark, policy: SpoiledPolicy): Mark | null {
  switch (mark) {
    case 'unsigned':
      return null
    case 'two-marks':
      return policy === 'abstain' ? ABSTAIN : null
    case 'blank':
      return ABSTAIN
    default:
      return mark
  }
}

/** Reads what was typed for a paper. */
export function readPaperMark(
  question: BallotQuestion,
  text: string,
): Result<PaperMark, { code: 'mark-unknown' }> {
  const spoiled = SPOILED.find((each) => each === text)
  if (spoiled) return ok(spoiled)
  const mark = readMark(question, text)
  return mark.ok ? ok(mark.value) : refuse({ code: 'mark-unknown' })
}

export type PaperEntry = { slot: number; mark: PaperMark; enteredBy: string }

/** Where a paper stands: two people read it apart, and where they differ a third reading settles it. */
export type PaperStanding =
  | { at: 'waiting' }
  | { at: 'read-once' }
  | { at: 'agreed'; mark: PaperMark }
  | { at: 'differs' }

export function paperStanding(entries: readonly PaperEntry[]): PaperStanding {
  const settled = entries.find(({ slot }) => slot === 3)
  if (settled) return { at: 'agreed', mark: settled.mark }
  const [first, second] = [1, 2].map((slot) => entries.find((entry) => entry.slot === slot))
  if (!first) return { at: 'waiting' }
  if (!second) return { at: 'read-once' }
  return first.mark === second.mark ? { at: 'agreed', mark: first.mark } : { at: 'differs' }
}

/** Who is missing at a desk for papers: somebody for the second reading, or for what is read differently. */
export type HandMissing = 'second-reader' | 'third'

/** Said before any paper is printed: two people read each, and a third settles what they read differently. */
export function handMissing(people: number): HandMissing | null {
  if (people < 2) return 'second-reader'
  return people < 3 ? 'third' : null
}
