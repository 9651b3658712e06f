import { findBallot } from '#app/domain/meetings/find-in-meeting.ts'
import { evolve } from '#app/domain/meetings/evolve.ts'
import type {
  FloorEnd,
  ItemOutcome,
  LoggedEvent,
  MeetingEvent,
} from '#app/domain/meetings/meeting-event.ts'
import type { MeetingState } from '#app/domain/meetings/meeting-state.ts'
import type { Stance } from '#app/domain/meetings/meeting.ts'
import type { Colour } from '#app/domain/meetings/temperature.ts'

/** One event of the log as a line that people read. Codes such as a stance are words only on the page. */
export type LogLine = {
  seq: number
  /** ms since the epoch. */
  at: number
  type: MeetingEvent['type']
  /** The item that was current, or that it is about; null before, between and after items. */
  itemId: string | null
  /** Who did it, by name; null for what the system did. */
  actor: string | null
  /** Whom it is about. */
  who: string | null
  /** Title of the item or ballot it is about. */
  about: string | null
  /** Words that stand in the event itself. */
  text: string | null
  reason: string | null
  /** Who saw it, where staff did it for somebody. */
  witness: string | null
  /** What a look at the room came to, where that may be said. */
  colours: Record<Colour, number> | null
  stance: Stance | null
  outcome: ItemOutcome | null
  /** Why a turn ended. */
  end: FloorEnd | null
  seconds: number | null
  /** How many said yes, no and abstained, where that may be said. */
  votes: { yes: string; no: string; abstain: string } | null
  passed: boolean | null
  day: string | null
  lead: string | null
}

/** The log as lines, and for each fact of the minutes the events it rests on. */
export type MinutesLog = { lines: LogLine[]; sources: FactSources }

/**
 * Which events a fact rests on, by the fact's name: `opened`, `closed`,
 * `seat:<id>`, `outcome:<item>`, `verdict:<item>`, `turn:<seq>`, `task:<id>`.
 */
export type FactSources = Readonly<Record<string, readonly number[]>>

export function minutesLog(events: readonly LoggedEvent[]): MinutesLog {
  const lines: LogLine[] = []
  const sources: Record<string, number[]> = {}
  const ballotItems = new Map<string, string>()
  let state: MeetingState | null = null
  for (const logged of events) {
    const before: MeetingState | null = state
    state = evolve(state, logged)
    const { event, seq } = logged
    const itemId = itemOf(event, before, state)
    lines.push(lineOf(logged, state, itemId))
    if (event.type === 'ballot-opened') ballotItems.set(event.ballotId, event.itemId)
    for (const fact of factsOf(event, ballotItems)) (sources[fact] ??= []).push(seq)
    if (state.turns.length > (before?.turns.length ?? 0)) sources[`turn:${seq}`] = [seq]
  }
  return { lines, sources }
}

function lineOf(
  { seq, at, actorId, event }: LoggedEvent,
  state: MeetingState,
  itemId: string | null,
): LogLine {
  const text = (name: string): string | null => {
    const value = (event as Record<string, unknown>)[name]
    return typeof value === 'string' && value !== '' ? value : null
  }
  const ballot = 'ballotId' in event ? findBallot(state, event.ballotId) : null
  const heads = event.type === 'ballot-closed' ? event.verdict.counts.heads : undefined
  // Of a ballot among options these would be the leader's, not yes and no.
  const among = event.type === 'ballot-closed' && event.verdict.method !== undefined
  return {
    seq,
    at,
    type: event.type,
    itemId,
    actor: nameOf(state, actorId),
    who:
      'seatId' in event
        ? nameOf(state, event.seatId)
        : event.type === 'seat-added'
          ? event.seat.name
          : null,
    about: ballot?.title ?? titleOf(event, state),
    text: text('text') ?? text('proposal') ?? text('title'),
    reason:
      text('reason') ??
      text('overrideReason') ??
      text('why') ??
      (event.type === 'ballot-opened' ? (event.waived?.reason ?? null) : null),
    witness: text('witness'),
    colours: event.type === 'temperature-closed' ? event.counts : null,
    stance: 'stance' in event ? event.stance : null,
    outcome: event.type === 'item-ended' ? event.outcome : null,
    end: event.type === 'floor-taken' ? event.end : null,
    seconds: 'seconds' in event && typeof event.seconds === 'number' ? event.seconds : null,
    votes: heads && !among ? { yes: heads.yes, no: heads.no, abstain: heads.abstain } : null,
    passed: event.type === 'ballot-closed' ? event.verdict.passed : null,
    day: text('dueOn'),
    lead: event.type === 'task-assigned' ? event.lead.name : null,
  }
}

function titleOf(event: MeetingEvent, state: MeetingState): string | null {
  if (event.type === 'item-added') return event.item.title
  if (!('itemId' in event)) return null
  return state.agenda.find((item) => item.id === event.itemId)?.title ?? null
}

function itemOf(
  event: MeetingEvent,
  before: MeetingState | null,
  after: MeetingState,
): string | null {
  if ('itemId' in event && event.itemId !== null) return event.itemId
  if ('ballotId' in event) return findBallot(after, event.ballotId)?.itemId ?? null
  return after.currentItemId ?? before?.currentItemId ?? null
}

function nameOf(state: MeetingState, id: string): string | null {
  const officer = [state.chair, state.recorder].find((each) => each.id === id)
  return officer?.name ?? state.seats.find((seat) => seat.id === id)?.name ?? null
}

function factsOf(event: MeetingEvent, ballotItems: ReadonlyMap<string, string>): string[] {
  switch (event.type) {
    case 'opened':
    case 'closed':
      return [event.type]
    case 'checked-in':
    case 'marked-absent':
      return [`seat:${event.seatId}`]
    case 'item-ended':
    case 'consensus-reached':
      return [`outcome:${event.itemId}`]
    case 'ballot-opened':
      return [`verdict:${event.itemId}`]
    case 'ballot-closed':
    case 'ballot-voided':
      return [`verdict:${ballotItems.get(event.ballotId) ?? ''}`]
    case 'task-assigned':
      return [`task:${event.taskId}`]
    default:
      return []
  }
}
