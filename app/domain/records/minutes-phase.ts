import { lastDayOf } from '#app/domain/calendar/deadlines.ts'
import type { LocalDate } from '#app/domain/calendar/local-date.ts'
import type { WorkCalendar } from '#app/domain/calendar/working-days.ts'
import { assertNever } from '#app/domain/shared/assert-never.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'

/**
 * `draft`: written by the log alone. `prepared`: the recorder has typed.
 * `proposals`: whoever was at the table was asked to correct it. `confirmed`:
 * sealed, only additions after it.
 */
export type MinutesPhase = 'draft' | 'prepared' | 'proposals' | 'confirmed'

/** Days in which participants may propose corrections: offered, least and most. */
export const ASKING_DAYS = { usual: 3, least: 1, most: 14 } as const
/** Unanswered proposals one person may have at once: more is no longer a correction. */
export const MOST_OPEN_PROPOSALS = 10
export const LONGEST_PROPOSAL = 1000

/** Where the minutes of one session stand, as far as it decides what may be done with them. */
export type MinutesStanding = {
  phase: MinutesPhase
  /** 0 before the first save. */
  revision: number
  meeting: 'running' | 'closed' | 'cancelled'
  /** Last day for proposals; null until participants are asked. */
  askedUntil: LocalDate | null
  /** The asking was ended before that day. */
  endedEarly: boolean
  /** Proposals that were not taken back, and those of them that have no answer. */
  proposals: number
  unanswered: number
}

export type MinutesStep =
  | { type: 'save'; revision: number }
  | { type: 'ask'; days: number }
  | { type: 'take-back-asking' }
  | { type: 'end-asking'; reason: string }
  | { type: 'propose'; text: string; openOfMine: number }
  | { type: 'withdraw-proposal'; answered: boolean }
  | { type: 'answer'; accepted: boolean; words: string }
  | { type: 'confirm'; revision: number; unasked: string }
  | { type: 'add'; reason: string; text: string }

export type MinutesStepRefusal =
  | {
      code:
        | 'meeting-not-closed'
        | 'meeting-cancelled'
        | 'minutes-confirmed'
        | 'minutes-not-confirmed'
        | 'asking-days'
        | 'already-asked'
        | 'not-asked'
        | 'asking-over'
        | 'has-proposals'
        | 'reason-missing'
        | 'proposal-empty'
        | 'proposal-too-long'
        | 'too-many-proposals'
        | 'proposal-answered'
        | 'answer-missing'
        | 'participants-not-asked'
        | 'addendum-empty'
    }
  /** Somebody saved after this page was opened. What was typed is not lost: the page still has it. */
  | { code: 'stale-minutes'; revision: number }
  | { code: 'asking-open'; until: LocalDate }
  | { code: 'proposals-unanswered'; count: number }

/**
 * Whether a step may be taken with minutes as they stand. Who may take it is
 * asked elsewhere.
 *
 * @param today - Asia/Shanghai. The last day of asking counts whole.
 */
export function decideMinutes(
  standing: MinutesStanding,
  step: MinutesStep,
  today: LocalDate,
): Result<null, MinutesStepRefusal> {
  if (step.type === 'add') return decideAddition(standing, step)
  if (standing.phase === 'confirmed') return refuse({ code: 'minutes-confirmed' })
  switch (step.type) {
    case 'save':
      return sameRevision(standing, step.revision)
    case 'ask':
      return decideAsking(standing, step.days)
    case 'take-back-asking':
      if (standing.phase !== 'proposals') return refuse({ code: 'not-asked' })
      return standing.proposals > 0 ? refuse({ code: 'has-proposals' }) : ok(null)
    case 'end-asking':
      if (!isAsking(standing, today)) return refuse({ code: 'not-asked' })
      return isBlank(step.reason) ? refuse({ code: 'reason-missing' }) : ok(null)
    case 'propose':
      return decideProposal(standing, step, today)
    case 'withdraw-proposal':
      if (standing.phase !== 'proposals') return refuse({ code: 'not-asked' })
      return step.answered ? refuse({ code: 'proposal-answered' }) : ok(null)
    case 'answer':
      if (standing.phase !== 'proposals') return refuse({ code: 'not-asked' })
      return step.accepted || !isBlank(step.words)
        ? ok(null)
        : refuse({ code: 'answer-missing' })
    case 'confirm':
      return decideSealing(standing, step, today)
    default:
      return assertNever(step)
  }
}

/** The last day for proposals when participants are asked today. */
export function askingUntil(today: LocalDate, days: number, calendar: WorkCalendar): LocalDate {
  return lastDayOf(today, { days, of: 'resident' }, calendar)
}

/** Whether proposals are taken today. */
export function isAsking(
  {
    phase,
    askedUntil,
    endedEarly,
  }: Pick<MinutesStanding, 'phase' | 'askedUntil' | 'endedEarly'>,
  today: LocalDate,
): boolean {
  return phase === 'proposals' && askedUntil !== null && !endedEarly && today <= askedUntil
}

function decideAsking(
  { phase, meeting }: MinutesStanding,
  days: number,
): Result<null, MinutesStepRefusal> {
  if (meeting !== 'closed') return notOver(meeting)
  if (phase === 'proposals') return refuse({ code: 'already-asked' })
  const fits = Number.isInteger(days) && days >= ASKING_DAYS.least && days <= ASKING_DAYS.most
  return fits ? ok(null) : refuse({ code: 'asking-days' })
}

function decideProposal(
  standing: MinutesStanding,
  { text, openOfMine }: Extract<MinutesStep, { type: 'propose' }>,
  today: LocalDate,
): Result<null, MinutesStepRefusal> {
  if (standing.phase !== 'proposals') return refuse({ code: 'not-asked' })
  if (!isAsking(standing, today)) return refuse({ code: 'asking-over' })
  if (isBlank(text)) return refuse({ code: 'proposal-empty' })
  if (text.trim().length > LONGEST_PROPOSAL) return refuse({ code: 'proposal-too-long' })
  return openOfMine >= MOST_OPEN_PROPOSALS ? refuse({ code: 'too-many-proposals' }) : ok(null)
}

function decideSealing(
  standing: MinutesStanding,
  { revision, unasked }: Extract<MinutesStep, { type: 'confirm' }>,
  today: LocalDate,
): Result<null, MinutesStepRefusal> {
  if (standing.meeting !== 'closed') return notOver(standing.meeting)
  const fresh = sameRevision(standing, revision)
  if (!fresh.ok) return fresh
  if (standing.askedUntil === null) {
    return isBlank(unasked) ? refuse({ code: 'participants-not-asked' }) : ok(null)
  }
  if (isAsking(standing, today)) {
    return refuse({ code: 'asking-open', until: standing.askedUntil })
  }
  return standing.unanswered > 0
    ? refuse({ code: 'proposals-unanswered', count: standing.unanswered })
    : ok(null)
}

function decideAddition(
  { phase }: MinutesStanding,
  { reason, text }: Extract<MinutesStep, { type: 'add' }>,
): Result<null, MinutesStepRefusal> {
  if (phase !== 'confirmed') return refuse({ code: 'minutes-not-confirmed' })
  if (isBlank(text)) return refuse({ code: 'addendum-empty' })
  return isBlank(reason) ? refuse({ code: 'reason-missing' }) : ok(null)
}

function sameRevision(
  { revision }: MinutesStanding,
  started: number,
): Result<null, MinutesStepRefusal> {
  return revision === started ? ok(null) : refuse({ code: 'stale-minutes', revision })
}

function notOver(
  meeting: Exclude<MinutesStanding['meeting'], 'closed'>,
): Result<null, MinutesStepRefusal> {
  return refuse({ code: meeting === 'cancelled' ? 'meeting-cancelled' : 'meeting-not-closed' })
}

function isBlank(text: string): boolean {
  return text.trim() === ''
}
