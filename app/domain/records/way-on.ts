import type { SessionBody } from '#app/domain/voting/convened-body.ts'
import type { NextStep } from '#app/domain/voting/authority.ts'
import type { ResolutionLine } from './resolution-view.ts'

/** Where what a session recommended goes on: to those whose decision or work it is. */
export type WayOn =
  | { to: 'owners-vote' }
  | { to: 'session'; body: SessionBody }
  /** A department, or whoever does the work, by way of the matter it came from. */
  | { to: 'refer' | 'assign'; matterId: string }
  /** The same where the item had no matter: one is made of it first. */
  | { to: 'register'; then: 'refer' | 'assign' }

const BODIES: Partial<Record<NextStep, SessionBody>> = {
  'put-to-owners-committee': 'owners-committee',
  'put-to-residents-meeting': 'residents-meeting',
  'put-to-residents-reps-meeting': 'residents-reps-meeting',
  'put-to-village-reps-meeting': 'village-reps-meeting',
}

const ON_MATTER: Partial<Record<NextStep, 'refer' | 'assign'>> = {
  'refer-to-department': 'refer',
  'order-work': 'assign',
}

/**
 * What the desk can do next with what a session agreed on and could not decide. Null where it
 * decided by itself, where nothing was agreed or it was taken back, and where the next step is
 * nobody's at this desk.
 */
export function wayOn({
  label,
  nextStep,
  outcome,
  withdrawn,
  matterId,
}: Pick<
  ResolutionLine,
  'label' | 'nextStep' | 'outcome' | 'withdrawn' | 'matterId'
>): WayOn | null {
  const agreed = outcome === 'carried' || outcome === 'consensus'
  if (!nextStep || !agreed || withdrawn || label === 'resolution') return null
  if (nextStep === 'prepare-owners-vote' || nextStep === 'ask-all-interested-owners') {
    return { to: 'owners-vote' }
  }
  const body = BODIES[nextStep]
  if (body) return { to: 'session', body }
  const step = ON_MATTER[nextStep]
  if (!step) return null
  return matterId === null ? { to: 'register', then: step } : { to: step, matterId }
}
