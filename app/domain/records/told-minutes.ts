import type { AgendaItemKind, Room, Secrecy, Stance } from '#app/domain/meetings/meeting.ts'
import type { ItemOutcome } from '#app/domain/meetings/meeting-event.ts'
import { SIDES, type Side } from '#app/domain/organisation/side.ts'
import type { DecidingBody, OutcomeLabel } from '#app/domain/voting/authority.ts'
import { assistedForAll, type AssistedTold } from '#app/domain/voting/assisted-told.ts'
import type { NamedRule } from '#app/domain/voting/named-rule.ts'
import type { VoteRule } from '#app/domain/voting/rule.ts'
import type { Verdict } from '#app/domain/voting/tally.ts'
import type { LocalDate } from '#app/domain/calendar/local-date.ts'
import type { Authority } from '#app/domain/voting/authority.ts'
import { maskQuestion } from './mask-question.ts'
import { maskText, type Finding, type MaskContext } from './mask.ts'
import {
  isExcused,
  type MinutesBody,
  type MinutesContent,
  type MinutesItem,
  type MinutesPerson,
  type MinutesTurn,
} from './minutes.ts'
import { toldMethod, type ToldMethod } from './told-method.ts'
import type { ResolutionTask } from './resolution.ts'
import {
  hidesSplit,
  labelOf,
  outcomeOf,
  sidesOf,
  SMALLEST_SHOWN_GROUP,
} from './resolution-from-minutes.ts'

/** How long a side or a person spoke, in seconds, in how many turns. */
type Spoken = { turns: number; seconds: number }
export type SideSpoken = Spoken & { side: Side }
/** `who` is an office, or a name where names are read; null for a resident among residents. */
export type PersonSpoken = Spoken & { side: Side; who: string | null }

export type ToldSpeech = { side: Side; who: string | null; stance: Stance; summary: string }

/** People of one side under one title. Names only where names are read. */
export type ToldGroup = { side: Side; title: string; count: number; names: string[] }

export type ToldItem = {
  itemId: string
  kind: AgendaItemKind
  title: string
  proposal: string | null
  outcome: ItemOutcome
  /** Nobody came to it; copies that were published before this was kept do not say. */
  unreached?: true
  label: OutcomeLabel
  summary: string
  points: string[]
  spoken: SideSpoken[]
  speeches: ToldSpeech[]
  dissent: { text: string; answer: string }[]
  reservations: number
  rule: VoteRule | null
  /** The county's own rule by which it was voted on; missing where it was the law's. */
  named?: NamedRule
  secrecy: Secrecy | null
  /** How many votes staff entered for somebody, with a witness; never whose. */
  assisted?: AssistedTold
  verdict: Verdict | null
  /** A ballot among options, and the last five fingers, in words. */
  told: ToldMethod | null
  fingers: ToldMethod | null
  splitHidden: boolean
  /** What was done about it besides, in sentences; copies that were published before have none. */
  facts?: string[]
  tasks: ResolutionTask[]
}

/** Minutes as a paper tells them: the words, and the facts as far as its readers may know them. */
export type ToldMinutes = {
  title: string
  room: Room
  /** As what it was convened; missing for a consultation by the law alone. */
  body?: MinutesBody
  compoundName: string
  venue: string
  openedAt: number | null
  closedAt: number | null
  chair: string
  recorder: string
  invited: number
  attended: number
  bySide: { side: Side; present: number; invited: number }[]
  present: ToldGroup[]
  visiting: ToldGroup[]
  /** Those who did not come: excused, and missing. In copies that were published before the two were told apart, all are in `away`. */
  away: ToldGroup[]
  missing?: ToldGroup[]
  overrideReason: string | null
  items: ToldItem[]
  spoken: { bySide: SideSpoken[]; byPerson: PersonSpoken[] }
  /** So few residents were there that their words and times would point at one of them. */
  fewResidents: boolean
  /** The same of the evening as a whole. */
  facts?: string[]
  parked: string[]
  other: string
}

type Telling = {
  /** What nobody typed for this paper: titles and offices. */
  fact: (text: string) => string
  /** The recorder's words, and others that people wrote. */
  typed: (text: string) => string
  /** How a person is called; null for somebody who is only one of their side. */
  who: (person: Pick<MinutesPerson, 'name' | 'side' | 'title'>) => string | null
  names: boolean
}

/**
 * Whose decision an item is, as it was when the minutes were sealed. Passed in,
 * since it depends on place and day.
 */
type AuthorityOf = (item: MinutesItem) => Authority | null

/**
 * The masked copy: residents by their side alone, officials by their office, no
 * telephone, no door, nobody's reason for staying away. Where fewer than five
 * residents came, nothing is told of what one of them said or how long.
 */
export function publicMinutes(
  content: MinutesContent,
  known: MaskContext,
  authorityOf: AuthorityOf,
): { told: ToldMinutes; findings: Finding[] } {
  const findings: Finding[] = []
  const fact = (text: string): string => maskText(text, known).text
  const told = tell(content, authorityOf, {
    fact,
    typed: (text) => {
      const masked = maskText(text, known)
      findings.push(...masked.findings)
      return masked.text
    },
    who: ({ side, title }) => (side === 'residents' ? null : fact(title)),
    names: false,
  })
  return { told, findings }
}

/** The copy for the archive and for those who keep it: everybody by name. */
export function fullMinutes(content: MinutesContent, authorityOf: AuthorityOf): ToldMinutes {
  const asIs = (text: string): string => text
  const who = ({ name }: { name: string }) => name
  return tell(content, authorityOf, { fact: asIs, typed: asIs, who, names: true })
}

function tell(content: MinutesContent, authorityOf: AuthorityOf, as: Telling): ToldMinutes {
  const residents = content.present.filter(({ side }) => side === 'residents').length
  const fewResidents = !as.names && residents < SMALLEST_SHOWN_GROUP
  const heard = (turn: MinutesTurn) => !(fewResidents && turn.side === 'residents')
  const turns = content.items.flatMap((item) => item.turns).filter(heard)
  const votes = (role: MinutesPerson['role']) => role === 'delegate'
  const facts = (itemId: string | null): string[] =>
    (content.chairFacts ?? [])
      .filter((each) => each.itemId === itemId && (as.names || each.open))
      .map(({ text }) => as.typed(text))
  return {
    title: as.fact(content.title),
    room: content.room,
    ...(content.body && { body: content.body }),
    compoundName: content.compoundName,
    venue: as.fact(content.venue),
    openedAt: content.openedAt,
    closedAt: content.closedAt,
    chair: as.fact(content.chair),
    recorder: as.fact(content.recorder),
    invited: content.invited,
    attended: content.attended,
    bySide: sidesOf(content),
    present: groupsOf(
      content.present.filter(({ role }) => votes(role)),
      as,
    ),
    visiting: groupsOf(
      content.present.filter(({ role }) => !votes(role)),
      as,
    ),
    away: groupsOf(content.absent.filter(isExcused), as),
    missing: groupsOf(
      content.absent.filter((each) => !isExcused(each)),
      as,
    ),
    overrideReason: content.overrideReason && as.typed(content.overrideReason),
    items: content.items.map((item) => ({
      ...toldItem(item, authorityOf(item), as, heard, content.body?.body),
      facts: facts(item.itemId),
    })),
    facts: facts(null),
    spoken: { bySide: bySide(turns), byPerson: byPerson(turns, as) },
    fewResidents,
    parked: content.parked.map(as.typed),
    other: as.typed(content.other),
  }
}

function toldItem(
  item: MinutesItem,
  authority: Authority | null,
  as: Telling,
  heard: (turn: MinutesTurn) => boolean,
  body: DecidingBody | undefined,
): ToldItem {
  const turns = item.turns.filter(heard)
  const splitHidden = hidesSplit(item)
  const assisted = item.ballot?.assisted
  return {
    itemId: item.itemId,
    kind: item.kind,
    title: as.typed(item.title),
    proposal: item.proposal && as.typed(item.proposal),
    outcome: item.outcome ?? outcomeOf(item),
    ...(item.unreached && { unreached: true as const }),
    label: labelOf(item, authority, body),
    summary: as.typed(item.summary),
    points: item.points.map(as.typed),
    spoken: bySide(turns),
    speeches: turns
      .filter(({ summary }) => summary !== '')
      .map((turn) => ({
        side: turn.side,
        who: as.who({ ...turn, title: turn.title ?? '' }),
        stance: turn.stance,
        summary: as.typed(turn.summary),
      })),
    dissent: item.dissent.map(({ text, answer }) => ({
      text: as.typed(text),
      answer: as.typed(answer),
    })),
    reservations: item.decision?.by === 'consensus' ? item.decision.reservations.length : 0,
    rule: item.ballot?.rule ?? null,
    ...(item.ballot?.named && { named: item.ballot.named }),
    secrecy: item.ballot?.secrecy ?? null,
    ...(assisted && { assisted: as.names ? assisted : assistedForAll(assisted) }),
    verdict: splitHidden ? null : item.verdict,
    told: toldMethod(
      item.ballot?.question && maskQuestion(item.ballot.question, as.typed),
      item.verdict,
    ),
    fingers: toldMethod(item.fingers?.question, item.fingers?.verdict ?? null),
    splitHidden,
    tasks: item.tasks.map(({ taskId, title, lead, helpers, dueOn }) => ({
      taskId,
      title: as.typed(title),
      leadName: as.fact(lead.name),
      leadSide: lead.side,
      helpers: helpers.map((helper) => as.fact(helper.name)),
      dueOn: dueOn satisfies LocalDate,
    })),
  }
}

function groupsOf(people: readonly MinutesPerson[], as: Telling): ToldGroup[] {
  const groups = new Map<string, ToldGroup>()
  for (const person of people.toSorted(
    (a, b) => SIDES.indexOf(a.side) - SIDES.indexOf(b.side),
  )) {
    // A resident's title may be a building's: 3 幢楼栋长 is one person.
    const title = person.side === 'residents' && !as.names ? '' : as.fact(person.title)
    const key = `${person.side} ${title}`
    const group = groups.get(key) ?? { side: person.side, title, count: 0, names: [] }
    groups.set(key, {
      ...group,
      count: group.count + 1,
      names: as.names ? [...group.names, person.name] : [],
    })
  }
  return [...groups.values()]
}

function bySide(turns: readonly MinutesTurn[]): SideSpoken[] {
  return SIDES.map((side) => {
    const ofSide = turns.filter((turn) => turn.side === side)
    return { side, turns: ofSide.length, seconds: secondsOf(ofSide) }
  }).filter((side) => side.turns > 0)
}

/** Who spoke longest stands first; a resident is told by time alone, so order says nothing more. */
function byPerson(turns: readonly MinutesTurn[], as: Telling): PersonSpoken[] {
  const people = new Map<string, MinutesTurn[]>()
  for (const turn of turns) {
    const key = turn.seatId ?? `${turn.side} ${turn.name}`
    people.set(key, [...(people.get(key) ?? []), turn])
  }
  return [...people.values()]
    .flatMap((own) => {
      const [first] = own
      return first
        ? [
            {
              side: first.side,
              who: as.who({ ...first, title: first.title ?? '' }),
              turns: own.length,
              seconds: secondsOf(own),
            },
          ]
        : []
    })
    .toSorted((one, other) => other.seconds - one.seconds)
}

function secondsOf(turns: readonly MinutesTurn[]): number {
  return turns.reduce((sum, turn) => sum + turn.seconds, 0)
}
