import type { TypedItem } from './plan-form.ts'

/** Why a step was not saved. What the live meeting can say at its convening is among them. */
export type PlanRefusalCode =
  | 'incomplete'
  | 'stale'
  | 'stale-plan'
  | 'notice-sent'
  | 'plan-incomplete'
  | 'no-compound'
  | 'not-on-roster'
  | 'no-such-officer'
  | 'no-such-matter'
  | 'no-such-session'
  | (string & {})

/** What a step's form gets back when it could not go on: the reason, and everything that was typed. */
export type PlanAnswer = {
  code: PlanRefusalCode | null
  typed: Record<string, string[]>
  items: TypedItem[] | null
}

/** The words there are for refusals; any other reads as `other`. */
const WORDED = [
  'incomplete',
  'stale',
  'notice-sent',
  'plan-incomplete',
  'no-compound',
  'not-on-roster',
  'no-such-officer',
  'no-such-matter',
] as const

/** The key of the words for a refusal. */
export function refusalWords(code: PlanRefusalCode): (typeof WORDED)[number] | 'other' {
  if (code === 'stale-plan') return 'stale'
  if (code === 'already-convened' || code === 'meeting-cancelled') return 'notice-sent'
  return WORDED.find((each) => each === code) ?? 'other'
}
