import { lastDayOf, PUBLICATION_DAYS } from '#app/domain/calendar/deadlines.ts'
import type { LocalDate } from '#app/domain/calendar/local-date.ts'
import type { WorkCalendar } from '#app/domain/calendar/working-days.ts'
import type { ItemOutcome } from '#app/domain/meetings/meeting-event.ts'
import { SIDES, type Side } from '#app/domain/organisation/side.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import {
  authorityFor,
  outcomeLabelFor,
  type Authority,
  type DecidingBody,
  type OutcomeLabel,
} from '#app/domain/voting/authority.ts'
import { assistedForAll } from '#app/domain/voting/assisted-told.ts'
import { withoutFewPapers } from '#app/domain/voting/few-secret-papers.ts'
import { citation } from '#app/domain/voting/citation.ts'
import { maskQuestion } from './mask-question.ts'
import { maskText, type Finding, type MaskContext } from './mask.ts'
import type { MinutesContent, MinutesItem } from './minutes.ts'
import { resolutionLead } from './resolution-lead.ts'
import { resolutionTitle } from './resolution-title.ts'
import { toldMethod } from './told-method.ts'
import type { ResolutionContent } from './resolution.ts'

/** Residents are private people: fewer of them than this are never shown as a group by themselves. */
export const SMALLEST_SHOWN_GROUP = 5

export type ResolutionRefusal = {
  code:
    | 'no-such-item'
    /** It was talked about and nothing was put to the room. */
    | 'nothing-decided'
    /** What two neighbours agreed on is theirs. */
    | 'not-for-the-public'
}

export type DraftResolution = {
  label: OutcomeLabel
  title: string
  content: ResolutionContent
  noticeFrom: LocalDate
  noticeUntil: LocalDate
  /** What was taken out of the recorder's words before they became public. */
  findings: Finding[]
}

/**
 * Makes the public copy of one decision: what was decided, the sum, the dissent
 * and the tasks, with no resident's name, telephone or door in it.
 *
 * The label comes from whose decision the matter is, never from the minutes.
 *
 * @param region - division code of the place, or `CN`.
 * @param today - the first day of the public notice.
 */
export function resolutionFromMinutes({
  minutes,
  itemId,
  region,
  today,
  calendar,
  logHash,
  known,
}: {
  minutes: MinutesContent
  itemId: string
  region: string
  today: LocalDate
  calendar: WorkCalendar
  logHash: string
  known: MaskContext
}): Result<DraftResolution, ResolutionRefusal> {
  const item = minutes.items.find((each) => each.itemId === itemId)
  if (!item) return refuse({ code: 'no-such-item' })
  const authority = item.topicType ? authorityFor(item.topicType, region, today) : null
  if (minutes.room === 'talkroom' || authority?.body === 'parties') {
    return refuse({ code: 'not-for-the-public' })
  }
  const outcome = item.outcome ?? outcomeOf(item)
  if (outcome === 'none') return refuse({ code: 'nothing-decided' })

  const findings: Finding[] = []
  const mask = (text: string): string => {
    const masked = maskText(text, known)
    findings.push(...masked.findings)
    return masked.text
  }
  const decidedBy = minutes.body?.body ?? 'session'
  const label = labelOf(item, authority, decidedBy)
  const isTheirs = label === 'resolution'
  const splitHidden = hidesSplit(item)
  const proposal = mask(item.decision?.proposal ?? item.proposal ?? item.title)
  const agreed = outcome === 'consensus' || outcome === 'carried'
  const question = item.ballot?.question && maskQuestion(item.ballot.question, mask)
  const told = toldMethod(question, item.verdict)
  const points =
    item.points.length > 0
      ? item.points.map(mask)
      : agreed && told
        ? [proposal, told.outcome]
        : [proposal]
  const content: ResolutionContent = {
    lead: '',
    points,
    outcome,
    room: minutes.room,
    meetingTitle: mask(minutes.title),
    compoundName: minutes.compoundName,
    heldAt: minutes.openedAt ?? 0,
    invited: minutes.invited,
    present: minutes.attended,
    presentBySide: sidesOf(minutes),
    speakingSeconds: speakingOf(minutes, item),
    rule: item.ballot?.rule ?? null,
    ...(item.ballot?.named && { named: item.ballot.named }),
    ...(question && { question }),
    verdict: splitHidden ? null : item.verdict,
    secrecy: item.ballot?.secrecy ?? null,
    ...(item.ballot?.assisted && { assisted: assistedForAll(item.ballot.assisted) }),
    splitHidden,
    body: isTheirs ? decidedBy : (authority?.body ?? 'session'),
    ...(decidedBy !== 'session' && { decidedBy }),
    reservations: item.decision?.by === 'consensus' ? item.decision.reservations.length : 0,
    dissent: item.dissent.map(({ text, answer }) => ({
      text: mask(text),
      answer: mask(answer),
    })),
    tasks: item.tasks.map((task) => ({
      taskId: task.taskId,
      title: mask(task.title),
      leadName: mask(task.lead.name),
      leadSide: task.lead.side,
      helpers: task.helpers.map((helper) => mask(helper.name)),
      dueOn: task.dueOn,
    })),
    overrideReason: overriding(minutes, item, mask),
    matterId: item.matterId,
    nextStep: !agreed
      ? null
      : isTheirs
        ? 'assign-task'
        : (authority?.nextStep ?? 'assign-task'),
    legalBasis:
      (isTheirs && (item.ballot?.named?.legalBasis ?? minutes.body?.legalBasis)) ||
      (authority ? citation(authority.legalBasis) : null),
    logHash,
  }
  return ok({
    label,
    title: resolutionTitle(mask(item.title), label, outcome),
    content: { ...content, lead: resolutionLead({ content, label, proposal, told }) },
    noticeFrom: today,
    noticeUntil: lastDayOf(today, { days: PUBLICATION_DAYS, of: 'resident' }, calendar),
    findings,
  })
}

/** Why the session went on, and why this was voted on, though not everybody was there. */
function overriding(
  { overrideReason }: MinutesContent,
  { ballot }: MinutesItem,
  mask: (text: string) => string,
): string | null {
  const reasons = [overrideReason, ballot?.waivedReason].filter((each) => each)
  return reasons.length === 0 ? null : mask([...new Set(reasons)].join('；'))
}

export function outcomeOf({ decision, verdict }: MinutesItem): ItemOutcome {
  if (!decision) return 'none'
  if (decision.by === 'consensus') return 'consensus'
  if (verdict ? !verdict.quorumMet : !decision.quorumMet) return 'quorum-not-met'
  return decision.passed ? 'carried' : 'not-carried'
}

/**
 * A consultation never makes a 决议, whatever its log says; a body that has the
 * authority does, by its own vote, and not by nobody objecting.
 */
export function labelOf(
  item: MinutesItem,
  authority: Authority | null,
  body: DecidingBody = 'session',
): OutcomeLabel {
  const decidedBy = item.decision?.by === 'ballot' ? body : 'session'
  if (authority) return outcomeLabelFor(authority, decidedBy)
  const said = item.decision?.label ?? 'agreement'
  return said === 'resolution' ? 'recommendation' : said
}

/** In secret and among few, yes and no together say who. */
export function hidesSplit({ ballot, verdict }: MinutesItem): boolean {
  if (!ballot || !verdict) return false
  return withoutFewPapers(verdict, ballot.secrecy).splitWithheld === true
}

export function sidesOf({
  present,
  absent,
}: MinutesContent): ResolutionContent['presentBySide'] {
  const count = (people: readonly { side: Side; role: string }[], side: Side) =>
    people.filter((each) => each.side === side && each.role === 'delegate').length
  return SIDES.map((side) => {
    const came = count(present, side)
    return { side, present: came, invited: came + count(absent, side) }
  }).filter(({ invited }) => invited > 0)
}

function speakingOf(
  minutes: MinutesContent,
  item: MinutesItem,
): ResolutionContent['speakingSeconds'] {
  const residents = minutes.present.filter(({ side }) => side === 'residents').length
  return SIDES.filter((side) => side !== 'residents' || residents >= SMALLEST_SHOWN_GROUP)
    .map((side) => {
      const turns = item.turns.filter((turn) => turn.side === side)
      const seconds = turns.reduce((sum, turn) => sum + turn.seconds, 0)
      return { side, seconds, turns: turns.length }
    })
    .filter(({ turns }) => turns > 0)
}
