import { checkNotice } from '#app/domain/calendar/deadlines.ts'
import { localDateOf } from '#app/domain/calendar/local-date.ts'
import type { Side } from '#app/domain/organisation/side.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import { compositionOf, frozenRule, ownProfileOf } from '#app/domain/voting/convened-body.ts'
import type { RuleProfile, WaivableCondition } from '#app/domain/voting/rule-profiles.ts'
import type { ConditionName, MeetingRefusal } from './meeting-refusal.ts'
import type { ItemState, MeetingState } from './meeting-state.ts'
import type { Lacking } from './meeting-event.ts'
import { allMembers, readiness, votesNeeded } from './readiness.ts'
import { isPresent } from './find-in-meeting.ts'

/** One thing that must be true before a session opens, with both of its figures. */
export type OpeningCondition = {
  name: ConditionName
  met: boolean
  /** Whether the law leaves it open, so that the chair may go on and say why. */
  mayWaive: boolean
  /** Days, representatives or people asked for and there; sides: how many are missing. */
  need: number
  have: number
}

/** How a consultation is opened is its own to say; what a text asks of a body is not. */
const OF_A_SESSION: readonly WaivableCondition[] = ['notice', 'quorum', 'sides']

/** Everything the rule of this session asks before it opens. */
export function openingConditions(state: MeetingState): OpeningCondition[] {
  const { body } = state
  const { need, present, quorumMet, missingSides, asksSides } = readiness(state)
  const own = ownProfileOf(body)
  const waivable = own ? (own.mayWaive ?? []) : OF_A_SESSION
  const condition = (
    name: ConditionName,
    met: boolean,
    figures: { need: number; have: number },
  ): OpeningCondition => ({
    name,
    met,
    mayWaive: waivable.some((each) => each === name),
    ...figures,
  })
  const conditions: OpeningCondition[] = []
  const days = body?.profile.noticeDays
  if (body && days) {
    const notice = checkNotice(body.noticeOn, localDateOf(new Date(state.startsAt)), days)
    conditions.push(
      condition('notice', notice.met, { need: days, have: Math.max(0, notice.days) }),
    )
  }
  const composition = body && compositionOf(body.profile, allMembers(state))
  if (composition) {
    const { met, need: reps, reps: have } = composition
    conditions.push(condition('composition', met, { need: reps, have }))
  }
  conditions.push(condition('quorum', quorumMet, { need, have: present }))
  if (asksSides) {
    const missing = missingSides.length
    conditions.push(condition('sides', missing === 0, { need: 0, have: missing }))
  }
  return conditions
}

export type MayOpen = {
  present: number
  invited: number
  missingSides: Side[]
  /** Why the chair goes on without something; null when nothing is missing. */
  overrideReason: string | null
  /** What is gone on without, beside people and sides. */
  waived?: 'notice'[]
}

/** Whether a session may open now; with a reason, without what its law leaves open. */
export function mayOpen(
  state: MeetingState,
  overrideReason: string | null,
): Result<MayOpen, MeetingRefusal> {
  const { present, invited, missingSides, need } = readiness(state)
  const unmet = openingConditions(state).filter(({ met }) => !met)
  const fixed = unmet.find(({ mayWaive }) => !mayWaive)
  if (fixed) {
    const { name: condition, need: asked, have } = fixed
    return refuse({ code: 'law-not-met', condition, need: asked, have })
  }
  const reason = overrideReason?.trim() ?? ''
  const notice = unmet.find(({ name }) => name === 'notice')
  if (unmet.length > 0 && !reason) {
    return refuse({
      code: 'not-ready',
      ...{ need, present, missingSides },
      ...(notice && { noticeNeed: notice.need, noticeHave: notice.have }),
    })
  }
  return ok({
    ...{ present, invited, missingSides },
    overrideReason: unmet.length > 0 ? reason : null,
    ...(notice && { waived: ['notice'] }),
  })
}

/**
 * Who is missing for a consultation to vote: too few of those invited, or a
 * whole side. What the chair gave the reason for when the session opened is not
 * missing again, unless somebody has left since. Null when nothing is.
 */
export function lacksForVote(state: MeetingState): (Lacking & { need: number }) | null {
  if (ownProfileOf(state.body)) return null
  const { need, present, quorumMet, missingSides } = readiness(state)
  const known = state.wentOnWithout
  const enough = quorumMet || (known !== undefined && present >= known.present)
  const missing = missingSides.filter((side) => !known?.missingSides.includes(side))
  return enough && missing.length === 0 ? null : { need, present, missingSides: missing }
}

/**
 * What keeps a vote on an item from opening now and cannot be waived: of a body
 * other than a consultation not enough members here, or too few representatives
 * among them; of any that asks for it nothing written down of what the Party
 * organisation said.
 */
export function bodyBlocks(state: MeetingState, item: ItemState): MeetingRefusal | null {
  const { body } = state
  if (!body) return null
  const profile = frozenRule(body, item.topicType)
  const lacks = ownProfileOf(body) && membersLacking(state, profile)
  if (lacks) return lacks
  if (profile.needsPartyReview && !state.partyReview) return { code: 'party-review-missing' }
  return null
}

function membersLacking(state: MeetingState, profile: RuleProfile): MeetingRefusal | null {
  const members = allMembers(state)
  const composition = compositionOf(profile, members)
  if (composition && !composition.met) {
    const { need, reps: have } = composition
    return { code: 'law-not-met', condition: 'composition', need, have }
  }
  const { quorum } = profile.rule
  const have = members.filter((seat) => isPresent(state, seat.id)).length
  const need = quorum ? votesNeeded(members.length, quorum) : 0
  return have < need ? { code: 'law-not-met', condition: 'quorum', need, have } : null
}
