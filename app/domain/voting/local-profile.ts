import { parseLocalDate } from '#app/domain/calendar/local-date.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import type { RuleProfile } from './rule-profiles.ts'
import type { Base, PassTest, QuorumTest, Share } from './rule.ts'

/** A bar somebody writes down: a share, and whether it must be exceeded or only reached. */
export type Bar = { share: Share; strict: boolean }

/** What a county writes down of a rule of its own, whatever the rule. */
export type LocalText = {
  /** The local text as it is cited, and its article. */
  title: string
  article: string
  effectiveFrom: string
  /** Null keeps what the rule asks anyway: its quorum or that there is none, its share, its days. */
  quorum: Bar | null
  pass: Bar | null
  noticeDays: number | null
  /** That the local text lets this system collect votes that bind. */
  ownSystemLawful: boolean
}

/** A new version of a rule: one that the product knows, or one of the county's own. */
export type LocalRule = LocalText & { profileId: string }

export type LocalRuleRefusal = {
  code:
    | 'no-such-profile'
    | 'rule-source-missing'
    | 'rule-date'
    | 'rule-share'
    | 'rule-below-the-law'
    | 'rule-notice'
}

type Issue = { region: string; version: number; today: string }

/**
 * A county's own version of a profile. It may ask more than the law and never less: a lower quorum
 * or share, or a shorter notice, would make resolutions that a court undoes. How sessions consult is
 * left open by the law, so there only the shares themselves are checked.
 *
 * @param base - what the version is a version of.
 * @param national - the profile that holds without any text of the county's.
 * @see 立法法 Art. 80 and 82: local rules may not contradict the law.
 */
export function localProfile(
  base: RuleProfile | null,
  national: RuleProfile | null,
  text: LocalText,
  { region, version, today }: Issue,
): Result<RuleProfile, LocalRuleRefusal> {
  if (!base || !national) return refuse({ code: 'no-such-profile' })
  const title = text.title.trim()
  if (!title) return refuse({ code: 'rule-source-missing' })
  if (!parseLocalDate(text.effectiveFrom) || text.effectiveFrom < today) {
    return refuse({ code: 'rule-date' })
  }
  const { rule } = base
  if (text.quorum && !rule.quorum) return refuse({ code: 'rule-share' })
  const quorum: QuorumTest | null = rule.quorum && { ...rule.quorum, ...text.quorum }
  const pass: PassTest = { ...rule.pass, ...text.pass }
  const bars = [pass, ...(quorum ? [quorum] : [])]
  if (!bars.every(({ share, strict }) => canBeMet(share, strict))) {
    return refuse({ code: 'rule-share' })
  }
  const noticeDays = text.noticeDays ?? base.noticeDays
  if (
    noticeDays !== null &&
    !(Number.isInteger(noticeDays) && noticeDays > 0 && noticeDays <= 60)
  ) {
    return refuse({ code: 'rule-notice' })
  }
  const made: RuleProfile = {
    ...base,
    version,
    region,
    rule: { ...rule, quorum, pass },
    legalBasis: {
      law: 'local-rule',
      title,
      article: text.article.trim() || null,
      effectiveFrom: text.effectiveFrom,
      region,
    },
    effectiveFrom: text.effectiveFrom,
    noticeDays,
    ownSystemLawful: text.ownSystemLawful,
  }
  return asksLess(made, national) ? refuse({ code: 'rule-below-the-law' }) : ok(made)
}

/** Whether a county's rule would let through what the law does not. */
function asksLess(made: RuleProfile, national: RuleProfile): boolean {
  if (national.noticeDays !== null && (made.noticeDays ?? 0) < national.noticeDays) return true
  if (national.body === 'session') return false
  const { quorum, pass } = national.rule
  return (
    isLower(made.rule.pass, pass) ||
    (quorum !== null && (made.rule.quorum === null || isLower(made.rule.quorum, quorum))) ||
    (national.needsPartyReview && !made.needsPartyReview) ||
    (national.needsEverySide && !made.needsEverySide) ||
    (national.repsShare !== null &&
      (made.repsShare === null || isSmaller(made.repsShare, national.repsShare)))
  )
}

/** Whether it is a share of something, and one that can be reached. */
export function canBeMet([n, d]: Share, strict = false): boolean {
  const isShare =
    Number.isInteger(n) && Number.isInteger(d) && n >= 1 && d >= 1 && n <= d && d <= 1000
  return isShare && !(strict && n === d)
}

/** Each circle holds the ones before it: the same share of a wider one is more. */
const WIDENING: readonly Base[] = ['participating', 'present', 'roll']

type Test = Bar & { of: Base }

/** Whether something that does not meet the one would meet the other. */
function isLower(one: Test, other: Test): boolean {
  return (
    isSmaller(one.share, other.share) ||
    (!isSmaller(other.share, one.share) && other.strict && !one.strict) ||
    WIDENING.indexOf(one.of) < WIDENING.indexOf(other.of)
  )
}

function isSmaller(one: Share, other: Share): boolean {
  return one[0] * other[1] < other[0] * one[1]
}
