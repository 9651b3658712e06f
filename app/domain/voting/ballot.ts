/** What an elector can answer. Abstaining is taking part, and is not saying yes. */
export type Choice = 'yes' | 'no' | 'abstain'

export const CHOICES = ['yes', 'no', 'abstain'] as const satisfies readonly Choice[]

/**
 * How a vote reached the ballot. Whatever the origin, one elector has one vote.
 * `proxy`: as the elector instructed in writing, where they did not vote themselves. `silence`: they
 * were served and did not vote, and the owners' rules say that they go with the majority.
 */
export type VoteOrigin = 'phone' | 'assisted' | 'paper' | 'proxy' | 'silence'

/** One line of a frozen roll. */
export type Elector = {
  elector: string
  /** How many people this elector counts as: 1, or 0 where only their area counts. */
  heads: number
  /** In units of 0.01 m²; null where heads alone count. */
  area: bigint | null
}

export type Vote = { elector: string; choice: Choice }

/** A mark of a plain ballot as a choice; null for any other. */
export function choiceOf(mark: string | null | undefined): Choice | null {
  return isChoice(mark) ? mark : null
}

export function isChoice(value: unknown): value is Choice {
  return value === 'yes' || value === 'no' || value === 'abstain'
}
