import { parseLocalDate } from '#app/domain/calendar/local-date.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import type { RuleProfile } from './rule-profiles.ts'
import type { PassTest, QuorumTest, Share } from './rule.ts'

/** What a county writes down of a rule of its own: a version of one that the product knows. */
export type LocalRule = {
  profileId: string
  /** The local text as it is cited, and its article. */
  title: string
  article: string
  effectiveFrom: string
  /** Null keeps the law's quorum, or that there is none. */
  quorum: { share: Share; strict: boolean } | null
  pass: { share: Share; strict: boolean }
  noticeDays: number | null
  /** That the local text lets this system collect votes that bind. */
  ownSystemLawful: boolean
}

export type LocalRuleRefusal = {
  code:
    | 'no-such-profile'
    | 'rule-source-missing'
    | 'rule-date'
    | 'rule-share'
    | 'rule-below-the-law'
    | 'rule-notice'
}

/**
 * A county's own version of a profile. It may ask more than the law and never less: a lower quorum
 * or share, or a shorter notice, would make resolutions that a court undoes. How sessions consult is
 * left open by the law, so there only the shares themselves are checked.
 *
 * @param national - the profile that holds without it.
 * @see 立法法 Art. 80 and 82: local rules may not contradict the law.
 */
export function localProfile(
  national: RuleProfile | null,
  rule: LocalRule,
  { region, version, today }: { region: string; version: number; today: string },
): Result<RuleProfile, LocalRuleRefusal> {
  if (!national) return refuse({ code: 'no-such-profile' })
  const title = rule.title.trim()
  if (!title) return refuse({ code: 'rule-source-missing' })
  if (!parseLocalDate(rule.effectiveFrom) || rule.effectiveFrom < today) {
    return refuse({ code: 'rule-date' })
  }
  const bars = [rule.pass, ...(rule.quorum ? [rule.quorum] : [])]
  if (!bars.every(isShare)) return refuse({ code: 'rule-share' })
  const { rule: known, body } = national
  if (rule.quorum && !known.quorum) return refuse({ code: 'rule-share' })
  const quorum: QuorumTest | null =
    known.quorum && rule.quorum ? { ...known.quorum, ...rule.quorum } : known.quorum
  const pass: PassTest = { ...known.pass, ...rule.pass }
  const isLower =
    asksLess(pass, known.pass) || (quorum && known.quorum && asksLess(quorum, known.quorum))
  if (isLower && body !== 'session') return refuse({ code: 'rule-below-the-law' })
  const { noticeDays } = rule
  if (
    noticeDays !== null &&
    !(Number.isInteger(noticeDays) && noticeDays > 0 && noticeDays <= 60)
  ) {
    return refuse({ code: 'rule-notice' })
  }
  if (national.noticeDays !== null && (noticeDays ?? 0) < national.noticeDays) {
    return refuse({ code: 'rule-below-the-law' })
  }
  return ok({
    ...national,
    version,
    region,
    rule: { ...known, quorum, pass },
    legalBasis: {
      law: 'local-rule',
      title,
      article: rule.article.trim() || null,
      effectiveFrom: rule.effectiveFrom,
      region,
    },
    effectiveFrom: rule.effectiveFrom,
    noticeDays,
    ownSystemLawful: rule.ownSystemLawful,
  })
}

function isShare({ share: [n, d] }: { share: Share }): boolean {
  return Number.isInteger(n) && Number.isInteger(d) && n >= 1 && d >= 1 && n <= d && d <= 1000
}

/** Whether something that does not meet the one would meet the other. */
function asksLess(
  one: { share: Share; strict: boolean },
  other: { share: Share; strict: boolean },
): boolean {
  const left = one.share[0] * other.share[1]
  const right = other.share[0] * one.share[1]
  return left < right || (left === right && other.strict && !one.strict)
}
