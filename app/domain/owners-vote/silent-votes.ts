import { addDays, type LocalDate } from '#app/domain/calendar/local-date.ts'
import type { CountingPolicy } from '#app/domain/register/register.ts'
import { unitsOfFigure } from '#app/domain/voting/area.ts'
import type { BallotQuestion } from '#app/domain/voting/ballot-question.ts'
import type { RuleProfile } from '#app/domain/voting/rule-profiles.ts'
import type { Verdict } from '#app/domain/voting/tally.ts'
import { SHORTEST_WINDOW_DAYS } from './opening-checks.ts'
import type { ContactWay } from './elector-contact.ts'

/** What came of the clause that those who were served and said nothing go with the majority. */
export type SilentVotes = {
  /** What they count as; null where no side has the majority by every measure, so that nobody’s silence counts. */
  choice: 'yes' | 'no' | null
  electors: number
  heads: number
  /** Decimal string in m². */
  area: string
  /** The owners' text that says so. */
  basis: string
  /** How it would have come out by the ballots that were cast, alone. */
  without: Pick<Verdict, 'quorumMet' | 'passed'>
}

/** Ways in which the matter came into somebody’s hands. What was only put up has reached nobody for certain. */
export const SERVED_WAYS: readonly ContactWay[] = ['handed', 'message', 'post']

/**
 * The owners' text by which silence follows the majority in a vote; null where it does not.
 *
 * The law leaves this to the covenant or the rules of the assembly, for what the owners decide
 * together. Where every one of them must consent nobody consents by silence, and an election has
 * no majority to follow.
 *
 * @see 业主大会和业主委员会指导规则 Art. 26; (2022)沪02民初16号: adopted validly, served, and the
 *   consequence announced beforehand.
 */
export function silenceBasis(
  policy: Pick<CountingPolicy, 'silence' | 'silenceBasis'>,
  profile: Pick<RuleProfile, 'body'>,
  { method }: Pick<BallotQuestion, 'method'>,
): string | null {
  const follows = policy.silence === 'follow-majority'
  if (!follows || profile.body !== 'owners' || method.kind !== 'yes-no') return null
  return policy.silenceBasis?.trim() || null
}

/**
 * The side that more than half of those who voted took, by every measure. Where heads and area
 * differ, or abstentions leave neither side a majority, there is none to follow.
 */
export function majorityOf({ counts }: Pick<Verdict, 'counts'>): 'yes' | 'no' | null {
  const measures = (['heads', 'area'] as const).filter((measure) => counts[measure])
  const leads = (choice: 'yes' | 'no') =>
    measures.every((measure) => {
      const of = counts[measure]
      return of && 2n * unitsOfFigure(of[choice]) > unitsOfFigure(of.participating)
    })
  return leads('yes') ? 'yes' : leads('no') ? 'no' : null
}

/** The last day on which somebody can have been served to have had the time to answer. */
export function servedUntil(closesOn: LocalDate): LocalDate {
  return addDays(closesOn, -SHORTEST_WINDOW_DAYS)
}
