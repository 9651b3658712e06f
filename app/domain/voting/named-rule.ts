import { citation } from './citation.ts'
import type { RuleName, RuleProfile } from './rule-profiles.ts'

/** A rule of a county's own as records tell of it: what it is called, and its text as it is cited. */
export type NamedRule = { name: RuleName; legalBasis: string }

/** Null for the law's own rules: screens have words for these. */
export function namedRule({
  name,
  legalBasis,
}: Pick<RuleProfile, 'name' | 'legalBasis'>): NamedRule | null {
  return name ? { name, legalBasis: citation(legalBasis) } : null
}
