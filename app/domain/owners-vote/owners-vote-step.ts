import { lastDayOf } from '#app/domain/calendar/deadlines.ts'
import { daysBetween, type LocalDate } from '#app/domain/calendar/local-date.ts'
import type { WorkCalendar } from '#app/domain/calendar/working-days.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import {
  blockingOf,
  checkOpening,
  LONGEST_WINDOW_DAYS,
  type CheckName,
} from './opening-checks.ts'
import type { OwnersVote, OwnersVoteState } from './owners-vote.ts'

/** What may be done with a vote, one step at a time. */
export type VoteCommand =
  | { type: 'announce' | 'open' | 'close' | 'publish' | 'finish' }
  /** `papersOut`: so many papers have not come back, as whoever counts was told and accepts; else none. */
  | { type: 'tally'; papersOut?: number }
  | { type: 'extend'; closesOn: LocalDate; reason: string }
  | { type: 'void'; reason: string }

/** What a step depends on beside the vote itself. */
export type StepFacts = {
  today: LocalDate
  /** Whether the database keeps an acknowledged vote through a power cut. */
  durable: boolean
  quorumReached: boolean
  /** Papers somebody has begun to read and that are not settled. */
  papersOpen: number
  /** Papers printed for electors who have not voted, and read by nobody. */
  papersOut: number
  objectionsOpen: number
}

export type StepRefusal =
  | { code: 'wrong-state'; state: OwnersVoteState }
  | { code: 'not-ready'; missing: CheckName[] }
  | { code: 'roll-not-frozen' }
  | { code: 'reason-missing' }
  | { code: 'still-open'; closesOn: LocalDate }
  | { code: 'extended-already' }
  | { code: 'quorum-reached' }
  | { code: 'window-too-long'; days: number }
  | { code: 'not-longer' }
  | { code: 'papers-open' | 'papers-out'; count: number }
  | { code: 'objection-window-open'; until: LocalDate }
  | { code: 'objections-unanswered'; count: number }

export type StepRefusalCode = StepRefusal['code']

/** Days in which anybody may object to a published result (Art. 34 居委会组织法: at least 15). */
export const OBJECTION_DAYS = 15

/**
 * The state a step leads to, or why it may not be taken.
 *
 * A vote is extended once, only while too few have taken part, never beyond the longest window:
 * a window that moves at will lets whoever runs it wait for the result they like.
 */
export function decideStep(
  vote: OwnersVote,
  command: VoteCommand,
  facts: StepFacts,
): Result<OwnersVoteState, StepRefusal> {
  const { state } = vote
  const { today } = facts
  const only = (
    from: OwnersVoteState,
    then: () => Result<OwnersVoteState, StepRefusal>,
  ): Result<OwnersVoteState, StepRefusal> =>
    state === from ? then() : refuse({ code: 'wrong-state', state })

  switch (command.type) {
    case 'announce':
      return only('prepared', () =>
        vote.roll?.state === 'frozen' ? ok('announced') : refuse({ code: 'roll-not-frozen' }),
      )
    case 'open':
      return only('announced', () => {
        const missing = blockingOf(checkOpening(vote, today, facts)).map(({ check }) => check)
        return missing.length === 0 ? ok('open') : refuse({ code: 'not-ready', missing })
      })
    case 'extend':
      return only('open', () => mayExtend(vote, command, facts))
    case 'close':
      return only('open', () =>
        today > vote.closesOn
          ? ok('closed')
          : refuse({ code: 'still-open', closesOn: vote.closesOn }),
      )
    case 'tally':
      return only('closed', () => {
        if (facts.papersOpen > 0) {
          return refuse({ code: 'papers-open', count: facts.papersOpen })
        }
        // A paper still on somebody's desk would be lost in silence: the count is asked for knowing it.
        return facts.papersOut === (command.papersOut ?? 0)
          ? ok('tallied')
          : refuse({ code: 'papers-out', count: facts.papersOut })
      })
    case 'publish':
      return only('tallied', () => ok('objection-window'))
    case 'finish':
      return only('objection-window', () => {
        if (vote.objectionsUntil !== null && today <= vote.objectionsUntil) {
          return refuse({ code: 'objection-window-open', until: vote.objectionsUntil })
        }
        return facts.objectionsOpen === 0
          ? ok('final')
          : refuse({ code: 'objections-unanswered', count: facts.objectionsOpen })
      })
    case 'void':
      if (state === 'void' || state === 'final') return refuse({ code: 'wrong-state', state })
      return command.reason.trim() ? ok('void') : refuse({ code: 'reason-missing' })
  }
}

function mayExtend(
  vote: OwnersVote,
  { closesOn, reason }: Extract<VoteCommand, { type: 'extend' }>,
  { today, quorumReached }: StepFacts,
): Result<OwnersVoteState, StepRefusal> {
  if (!reason.trim()) return refuse({ code: 'reason-missing' })
  if (vote.extensions.length > 0) return refuse({ code: 'extended-already' })
  if (today > vote.closesOn || closesOn <= vote.closesOn) return refuse({ code: 'not-longer' })
  if (quorumReached) return refuse({ code: 'quorum-reached' })
  const days = daysBetween(vote.opensOn, closesOn) + 1
  return days <= LONGEST_WINDOW_DAYS ? ok('open') : refuse({ code: 'window-too-long', days })
}

/** Days in which a counted result is to be announced (Beijing Art. 37, Shanghai Art. 26, Shandong Art. 32). */
const ANNOUNCE_DAYS = 3

/** The last day to announce a result that was counted on a day; what an office owes waits for no holiday. */
export function announceBy(talliedOn: LocalDate, calendar: WorkCalendar): LocalDate {
  return lastDayOf(talliedOn, { days: ANNOUNCE_DAYS, of: 'office' }, calendar)
}

/** The last day to object to a result that is shown from `today` on; one on a day off moves on. */
export function objectionsUntil(today: LocalDate, calendar: WorkCalendar): LocalDate {
  return lastDayOf(today, { days: OBJECTION_DAYS, of: 'resident' }, calendar)
}
