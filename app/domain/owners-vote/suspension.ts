import type { RuleProfile } from '#app/domain/voting/rule-profiles.ts'

/**
 * Whether suspended votes stay out of a vote. What the owners decide together their rules may limit;
 * where every one of those concerned must consent (Art. 279) nobody's consent can be done without.
 */
export function suspends({ body }: Pick<RuleProfile, 'body'>): boolean {
  return body === 'owners'
}
