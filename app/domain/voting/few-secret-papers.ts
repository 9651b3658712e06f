import type { Secrecy } from '#app/domain/meetings/meeting.ts'
import type { MethodOutcome } from './method-outcome.ts'
import type { Verdict } from './tally.ts'

/** Fewer secret papers than this are never broken down: yes and no together would say who. */
export const FEWEST_PAPERS = 5

/**
 * A verdict as it may leave the count. Of a secret ballot in which too few took
 * part only the outcome stays, with the figures that were in view anyway: who
 * was here and who voted. It goes into the log like this, so no screen, no
 * frame and no minutes can show more. The papers themselves stay in the database.
 *
 * Applying it twice changes nothing.
 */
export function withoutFewPapers(verdict: Verdict, secrecy: Secrecy): Verdict {
  if (secrecy !== 'secret' || verdict.splitWithheld) return verdict
  const papers = Number(verdict.counts.heads?.participating ?? 0)
  if (papers === 0 || papers >= FEWEST_PAPERS) return verdict
  const { method, ...plain } = verdict
  const outcome = method && withoutFigures(method)
  return {
    ...plain,
    ...(outcome && { method: outcome }),
    tests: verdict.tests.filter(({ test }) => test === 'quorum'),
    counts: {},
    splitWithheld: true,
  }
}

/** Which option came out, and not by how many; a temperature is nothing but its figures. */
function withoutFigures(outcome: MethodOutcome): MethodOutcome | null {
  switch (outcome.kind) {
    case 'single-choice':
    case 'approval':
      return { ...outcome, counts: [] }
    case 'instant-runoff':
      return { ...outcome, rounds: [] }
    case 'schulze':
      return { ...outcome, preferred: [], condorcetWinner: null }
    case 'seats':
      return { ...outcome, standing: [] }
    case 'five-fingers':
      return null
  }
}
