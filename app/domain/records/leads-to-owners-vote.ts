import type { ResolutionLine } from './resolution-view.ts'

/**
 * Whether the owners are the ones to decide what a session recommended: the next step is a vote of
 * theirs. What was not carried, or was taken back, recommends nothing.
 */
export function leadsToOwnersVote({
  label,
  body,
  outcome,
  withdrawn,
}: Pick<ResolutionLine, 'label' | 'body' | 'outcome' | 'withdrawn'>): boolean {
  return (
    label === 'recommendation' &&
    body === 'owners' &&
    (outcome === 'carried' || outcome === 'consensus') &&
    !withdrawn
  )
}
