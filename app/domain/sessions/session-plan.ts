import { checkNotice } from '#app/domain/calendar/deadlines.ts'
import { localDateOf } from '#app/domain/calendar/local-date.ts'
import type {
  AgendaItem,
  AgendaItemKind,
  DecisionMethod,
  Room,
  SeatRole,
  Secrecy,
} from '#app/domain/meetings/meeting.ts'
import type { AdoptedRules } from '#app/domain/meetings/speaking-rules.ts'
import type { Side } from '#app/domain/organisation/side.ts'
import type { TopicType } from '#app/domain/voting/authority.ts'
import {
  compositionOf,
  sessionBodyOf,
  type ConvenedBy,
} from '#app/domain/voting/convened-body.ts'
import { isLocalProfileId } from '#app/domain/voting/rule-profile-id.ts'
import type { RuleProfile } from '#app/domain/voting/rule-profiles.ts'

export type PlannedItem = {
  id: string
  kind: AgendaItemKind
  title: string
  minutes: number
  matterId: string | null
  topicType: TopicType | null
  proposal: string | null
  method: DecisionMethod
  secrecy: Secrecy
  /** The session that put this item off, and why. */
  carriedFrom?: NonNullable<AgendaItem['carriedFrom']> | null
}

export type PlannedInvitee = {
  personId: string
  side: Side
  role: SeatRole
  canVote: boolean
}

/** A session as it is planned, before its notice makes a log of it. */
export type SessionPlan = {
  room: Room
  /** The rule it is convened by, and how that will be on the day; null when it does not hold then. */
  body: ConvenedBy
  profile: RuleProfile | null
  startsAt: Date
  durationMinutes: number
  venue: string
  chairId: string | null
  recorderId: string | null
  rules: AdoptedRules
  items: PlannedItem[]
  invitees: PlannedInvitee[]
}

/** The steps of planning, in order. */
export const PLAN_STEPS = ['room', 'time', 'agenda', 'invitees', 'rules', 'notice'] as const
export type PlanStep = (typeof PLAN_STEPS)[number]

export type PlanProblemCode =
  | 'venue-missing'
  | 'in-the-past'
  | 'agenda-empty'
  | 'proposal-missing'
  | 'room-decides-nothing'
  | 'nobody-invited'
  | 'nobody-votes'
  | 'chair-missing'
  | 'recorder-missing'
  | 'chair-records'
  | 'chair-invited'
  | 'recorder-invited'
  | 'room-of-body'
  | 'rule-not-in-force'
  | 'composition-not-met'
  | 'notice-too-late'

export type PlanProblem = {
  code: PlanProblemCode
  /** Where it can be put right. */
  step: PlanStep
  /** The item it is about, where it is about one. */
  itemId?: string
  /** Asked for, and there: days of notice, or representatives. */
  figures?: { need: number; have: number }
}

/** Only 730议事厅 comes to decisions; a tea room listens and a talk room is for its two parties. */
export function decidesIn(room: Room): boolean {
  return room === 'council'
}

/** Everything that keeps a notice from being sent. Empty: it can go out. */
export function planProblems(plan: SessionPlan, now: Date): PlanProblem[] {
  const problems: PlanProblem[] = []
  const add = (code: PlanProblemCode, step: PlanStep, itemId?: string) =>
    problems.push(itemId === undefined ? { code, step } : { code, step, itemId })

  if (!plan.venue.trim()) add('venue-missing', 'room')
  if (plan.startsAt <= now) add('in-the-past', 'time')
  if (plan.items.length === 0) add('agenda-empty', 'agenda')
  for (const item of plan.items) {
    if (item.kind !== 'decision') continue
    if (!decidesIn(plan.room)) add('room-decides-nothing', 'agenda', item.id)
    else if (!item.proposal?.trim()) add('proposal-missing', 'agenda', item.id)
  }

  const invited = new Set(plan.invitees.map((invitee) => invitee.personId))
  const delegates = plan.invitees.filter((invitee) => invitee.role === 'delegate')
  if (delegates.length === 0) add('nobody-invited', 'invitees')
  else if (
    plan.items.some((item) => item.kind === 'decision' && item.method !== 'none') &&
    !delegates.some((invitee) => invitee.canVote)
  ) {
    add('nobody-votes', 'invitees')
  }
  if (!plan.chairId) add('chair-missing', 'invitees')
  if (!plan.recorderId) add('recorder-missing', 'invitees')
  if (plan.chairId && plan.chairId === plan.recorderId) add('chair-records', 'invitees')
  // Whoever leads the talk has no side in it.
  if (plan.chairId && invited.has(plan.chairId)) add('chair-invited', 'invitees')
  if (plan.recorderId && invited.has(plan.recorderId)) add('recorder-invited', 'invitees')
  return [...problems, ...bodyProblems(plan, now)]
}

/** What the law of the body asks that this plan does not give, and no reason replaces. */
function bodyProblems(
  { room, body, profile, startsAt, invitees }: SessionPlan,
  now: Date,
): PlanProblem[] {
  // Not yet, or taken back since: a meeting must not go on by another rule unnoticed.
  if (!profile && isLocalProfileId(body) && decidesIn(room)) {
    return [{ code: 'rule-not-in-force', step: 'room' }]
  }
  if (sessionBodyOf(body) === 'deliberation' || !profile) return []
  // Only the council room comes to decisions, so only there a body meets.
  if (!decidesIn(room)) return [{ code: 'room-of-body', step: 'room' }]
  const problems: PlanProblem[] = []
  const voting = invitees.filter(({ role, canVote }) => role === 'delegate' && canVote)
  const composition = compositionOf(profile, voting)
  if (composition && !composition.met) {
    const { need, reps: have } = composition
    problems.push({
      code: 'composition-not-met',
      step: 'invitees',
      figures: { need, have },
    })
  }
  const days = profile.noticeDays
  if (days !== null && !profile.mayWaive?.includes('notice')) {
    const notice = checkNotice(localDateOf(now), localDateOf(startsAt), days)
    if (!notice.met) {
      const figures = { need: days, have: Math.max(0, notice.days) }
      problems.push({ code: 'notice-too-late', step: 'time', figures })
    }
  }
  return problems
}

/** Minutes the agenda takes, and what is left of the session; negative when it does not fit. */
export function agendaTime(
  items: readonly Pick<PlannedItem, 'minutes'>[],
  durationMinutes: number,
): { total: number; spare: number } {
  const total = items.reduce((sum, item) => sum + item.minutes, 0)
  return { total, spare: durationMinutes - total }
}

/** The list with one element moved a place up or down; at the end of the list it stays. */
export function moveBy<Element>(
  list: readonly Element[],
  index: number,
  by: -1 | 1,
): Element[] {
  const to = index + by
  const moved = list[index]
  const other = list[to]
  if (moved === undefined || other === undefined) return [...list]
  return list.map((element, at) => (at === index ? other : at === to ? moved : element))
}
