import { checkNotice } from '#app/domain/calendar/deadlines.ts'
import { addDays, daysBetween, type LocalDate } from '#app/domain/calendar/local-date.ts'
import { OVERRIDABLE, type OverridableCheck, type OwnersVote } from './owners-vote.ts'

/** A vote by ballot paper or telephone stays open from 5 to 60 days (杭州市物业管理条例). */
export const SHORTEST_WINDOW_DAYS = 5
export const LONGEST_WINDOW_DAYS = 60

export type CheckName =
  | 'roll-frozen'
  | 'roll-shown'
  | 'roll-scope'
  | 'roll-added'
  | 'announced'
  | 'notice'
  | 'notice-served'
  | 'committee-told'
  | 'party-review'
  | 'window-shortest'
  | 'window-longest'
  | 'not-before'
  | 'durable'

export type OpeningCheck = {
  check: CheckName
  met: boolean
  /** Set aside with a reason that everybody can read. */
  overridden: string | null
  /** Whether it may be set aside at all. */
  overridable: boolean
  /** Days asked for and days there are, or the day it will be met. */
  detail: { need?: number; have?: number; day?: LocalDate }
}

/**
 * Everything that must be true before a vote opens, each with its figures.
 *
 * @param durable - whether the database keeps an acknowledged vote through a power cut.
 * @see 物业管理条例 Art. 14 (15 days' notice; the residents' committee is told); 居委会组织法 (2025)
 *   Art. 30 (Party review); 业主大会和业主委员会指导规则 Art. 24-25 (the roll).
 */
export function checkOpening(
  vote: OwnersVote,
  today: LocalDate,
  { durable }: { durable: boolean },
): OpeningCheck[] {
  const { roll, profile, noticeOn, opensOn, closesOn } = vote
  const days = daysBetween(opensOn, closesOn) + 1
  const checks: OpeningCheck[] = [
    check(vote, 'roll-frozen', roll?.state === 'frozen'),
    check(vote, 'roll-shown', wasShown(vote)),
    check(
      vote,
      'roll-scope',
      roll !== null && profile.scopes.some((scope) => scope === roll.scope),
    ),
    check(vote, 'announced', vote.announcedOn !== null),
  ]
  // Who lives elsewhere is asked, and who asks is not, where everybody concerned must consent; a
  // majority is of all whose decision it is.
  if (roll && (roll.added > 0 || roll.hasApplicant)) {
    checks.push(check(vote, 'roll-added', profile.body === 'interested-owners'))
  }
  if (profile.noticeDays !== null) {
    const notice = noticeOn ? checkNotice(noticeOn, opensOn, profile.noticeDays) : null
    checks.push(
      check(vote, 'notice', notice?.met ?? false, {
        need: profile.noticeDays,
        have: Math.max(0, notice?.days ?? 0),
        ...(noticeOn && { day: addDays(noticeOn, profile.noticeDays) }),
      }),
    )
  }
  checks.push(
    check(vote, 'notice-served', Boolean(noticeOn && vote.noticeHow?.trim())),
    check(vote, 'committee-told', vote.committeeToldOn !== null),
  )
  if (profile.needsPartyReview) {
    const { partyReview } = vote
    checks.push(
      check(vote, 'party-review', partyReview !== null && partyReview.date <= opensOn),
    )
  }
  checks.push(
    check(vote, 'window-shortest', days >= SHORTEST_WINDOW_DAYS, {
      need: SHORTEST_WINDOW_DAYS,
      have: days,
    }),
    check(vote, 'window-longest', days <= LONGEST_WINDOW_DAYS, {
      need: LONGEST_WINDOW_DAYS,
      have: days,
    }),
    check(vote, 'not-before', today >= opensOn && today <= closesOn, { day: opensOn }),
  )
  // An opinion survey may be lost to a power cut; what binds may not.
  if (profile.ownSystemLawful) checks.push(check(vote, 'durable', durable))
  return checks
}

/** The conditions that keep a vote from opening. */
export function blockingOf(checks: readonly OpeningCheck[]): OpeningCheck[] {
  return checks.filter(({ met, overridden }) => !met && overridden === null)
}

function wasShown({ roll }: OwnersVote): boolean {
  if (!roll?.publishedOn || !roll.publishedUntil || !roll.frozenOn) return false
  return roll.frozenOn > roll.publishedUntil || roll.earlyReason !== null
}

function check(
  { overrides }: OwnersVote,
  name: CheckName,
  met: boolean,
  detail: OpeningCheck['detail'] = {},
): OpeningCheck {
  const reason = overrides.find((each) => each.check === name)?.reason ?? null
  return {
    check: name,
    met,
    overridden: isOverridable(name) ? reason : null,
    overridable: isOverridable(name),
    detail,
  }
}

export function isOverridable(name: string): name is OverridableCheck {
  return OVERRIDABLE.some((each) => each === name)
}
