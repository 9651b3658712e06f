import type { OwnersVote } from '#app/domain/owners-vote/owners-vote.ts'
import { YES_NO } from '#app/domain/voting/ballot-question.ts'
import { ruleProfileFor } from '#app/domain/voting/rule-profiles.ts'

/** A vote of owners that was announced on 27 November 2026 and is open from 12 to 20 December. */
export function announcedVote(
  rule: 'owners-general' | 'owners-special',
  what: Pick<OwnersVote, 'topicType' | 'art278Item'>,
): OwnersVote {
  const profile = ruleProfileFor(rule, '350524', '2026-11-26')
  if (!profile) throw new Error(`There is no ${rule}`)
  return {
    ...what,
    state: 'announced',
    profile,
    question: YES_NO,
    opensOn: '2026-12-12',
    closesOn: '2026-12-20',
    noticeOn: '2026-11-27',
    noticeHow: '逐户送达',
    committeeToldOn: '2026-11-27',
    partyReview: null,
    announcedOn: '2026-11-27',
    overrides: [],
    extensions: [],
    roll: {
      state: 'frozen',
      scope: 'compound',
      added: 0,
      hasApplicant: false,
      publishedOn: '2026-11-01',
      publishedUntil: '2026-11-16',
      frozenOn: '2026-11-17',
      earlyReason: null,
    },
    objectionsUntil: null,
    verdict: null,
  }
}
