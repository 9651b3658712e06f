import type { LocalDate } from '#app/domain/calendar/local-date.ts'
import type { Proposal } from './proposal.ts'

/** How the participants had their say before the minutes were sealed. */
export type MinutesReview =
  /** Not sealed yet. */
  | { kind: 'open' }
  | { kind: 'unasked'; reason: string }
  | { kind: 'asked'; until: LocalDate; proposals: number; accepted: number }

export function reviewOf(
  saved: {
    phase: string
    askedUntil: LocalDate | null
    unaskedReason: string | null
  } | null,
  proposals: readonly Pick<Proposal, 'state'>[],
): MinutesReview {
  if (saved?.phase !== 'confirmed') return { kind: 'open' }
  if (saved.askedUntil === null) return { kind: 'unasked', reason: saved.unaskedReason ?? '' }
  const made = proposals.filter(({ state }) => state !== 'withdrawn')
  return {
    kind: 'asked',
    until: saved.askedUntil,
    proposals: made.length,
    accepted: made.filter(({ state }) => state === 'accepted').length,
  }
}
