import { and, asc, eq, gt } from 'drizzle-orm'
import { loggedSeenBy, type Audience } from '#app/domain/meetings/audience.ts'
import { replay } from '#app/domain/meetings/evolve.ts'
import type { LoggedEvent } from '#app/domain/meetings/meeting-event.ts'
import type { MeetingState } from '#app/domain/meetings/meeting-state.ts'
import type { Database } from '#db/database.ts'
import { meetingEvents } from '#db/schema/meetings.ts'

/** A meeting's log up to `seq`, and what it folds to. Never changed: a longer log is a new one. */
export type MeetingLog = {
  meetingId: string
  seq: number
  /** Hash of the last event. */
  hash: string
  events: readonly LoggedEvent[]
  state: MeetingState
  /** Key of a command, as it is stored → seq of the last event it made. */
  keys: ReadonlyMap<string, number>
  /** What one audience may know, folded from what it may see. */
  stateFor: (audience: Audience) => MeetingState
}

export type LogRow = LoggedEvent & { hash: string; commandKey: string | null }

/** The logs this process has read. The database decides; this only saves reading it all again. */
export type MeetingLogs = {
  /** Reads what was added since the last time. Null when no notice was sent yet. */
  load: (db: Database, meetingId: string) => Promise<MeetingLog | null>
  /** What was known when somebody last looked: for checks that the database repeats. */
  peek: (meetingId: string) => MeetingLog | null
  /** Adds rows that this process has just committed. */
  extend: (meetingId: string, rows: readonly LogRow[]) => MeetingLog | null
  /**
   * Keeps a meeting's log for as long as somebody here looks on, so that each event that is new to
   * it is news once. @returns what ends it.
   */
  watch: (meetingId: string) => () => void
  /** The meetings somebody here looks on at. */
  watched: () => string[]
  /** Runs what changes a meeting one after another, so that a full hall does not race itself. */
  inTurn: <Value>(meetingId: string, work: () => Promise<Value>) => Promise<Value>
}

/** Logs kept that nobody here looks on at; the one looked at longest ago goes first. */
const KEPT = 200

/**
 * @param onNews - told of events that are new to a log this process knows, whoever wrote them: in
 * order, without a gap, and each once.
 */
export function createMeetingLogs(
  onNews: (meetingId: string, after: number, events: readonly LoggedEvent[]) => void = () => {},
): MeetingLogs {
  const kept = new Map<string, MeetingLog>()
  const watchers = new Map<string, number>()
  const turns = new Map<string, Promise<unknown>>()

  const touch = (log: MeetingLog) => {
    kept.delete(log.meetingId)
    kept.set(log.meetingId, log)
    if (kept.size <= KEPT + watchers.size) return
    for (const meetingId of kept.keys()) {
      if (watchers.has(meetingId)) continue
      kept.delete(meetingId)
      return
    }
  }
  const add = (meetingId: string, rows: readonly LogRow[], written: boolean) => {
    const before = kept.get(meetingId) ?? null
    const from = (before?.seq ?? 0) + 1
    const added = rows.filter((row) => row.seq >= from)
    // A row before these has not been read yet: then these are read again, with it.
    if (added.length > 0 && added[0]?.seq !== from) return before
    const log = added.length > 0 ? longer(meetingId, before, added) : before
    if (log) touch(log)
    // A log that is read for the first time is no news to anybody.
    if (log && added.length > 0 && (before !== null || written)) {
      onNews(meetingId, from - 1, log.events.slice(from - 1))
    }
    return log
  }

  return {
    peek: (meetingId) => kept.get(meetingId) ?? null,
    extend: (meetingId, rows) => add(meetingId, rows, true),
    watched: () => [...watchers.keys()],
    watch(meetingId) {
      watchers.set(meetingId, (watchers.get(meetingId) ?? 0) + 1)
      return () => {
        const left = (watchers.get(meetingId) ?? 1) - 1
        if (left > 0) watchers.set(meetingId, left)
        else watchers.delete(meetingId)
      }
    },
    async load(db, meetingId) {
      const after = kept.get(meetingId)?.seq ?? 0
      const rows = await readLog(db, meetingId, after)
      return add(meetingId, rows, false)
    },
    async inTurn(meetingId, work) {
      const before = turns.get(meetingId) ?? Promise.resolve()
      const mine = before.then(work, work)
      const settled = mine.then(
        () => undefined,
        () => undefined,
      )
      turns.set(meetingId, settled)
      try {
        return await mine
      } finally {
        if (turns.get(meetingId) === settled) turns.delete(meetingId)
      }
    },
  }
}

/** Folds a meeting from its log. Null when its notice was not sent, or it does not exist. */
export function loadMeeting(
  { db, logs }: { db: Database; logs: MeetingLogs },
  meetingId: string,
): Promise<MeetingLog | null> {
  return logs.load(db, meetingId)
}

/** Rows of a log after a seq, in order. */
export async function readLog(
  db: Database,
  meetingId: string,
  after: number,
): Promise<LogRow[]> {
  const rows = await db
    .select()
    .from(meetingEvents)
    .where(and(eq(meetingEvents.meetingId, meetingId), gt(meetingEvents.seq, after)))
    .orderBy(asc(meetingEvents.seq))
  return rows.map((row) => ({
    seq: row.seq,
    at: row.at.getTime(),
    actorId: row.actorId,
    event: row.data,
    hash: row.hash,
    commandKey: row.commandKey,
  }))
}

function longer(
  meetingId: string,
  before: MeetingLog | null,
  rows: readonly LogRow[],
): MeetingLog {
  const added = rows.map(({ seq, at, actorId, event }) => ({ seq, at, actorId, event }))
  const events = [...(before?.events ?? []), ...added]
  const last = rows.at(-1)
  const state = replay(added, before?.state ?? null)
  if (!state || !last) throw new Error(`The log of meeting ${meetingId} is empty`)
  const keys = new Map(before?.keys)
  for (const row of rows) if (row.commandKey !== null) keys.set(row.commandKey, row.seq)

  // An audience somebody asked for before is kept up to date; the others wait until they are asked for.
  const folded = new Map<Audience, MeetingState>([['staff', state]])
  for (const [audience, known] of (before && foldsOf.get(before)) ?? []) {
    if (audience !== 'staff') folded.set(audience, foldFor(audience, added, known))
  }
  const log: MeetingLog = {
    meetingId,
    seq: last.seq,
    hash: last.hash,
    events,
    state,
    keys,
    stateFor(audience) {
      const known = folded.get(audience) ?? foldFor(audience, events, null)
      folded.set(audience, known)
      return known
    },
  }
  foldsOf.set(log, folded)
  return log
}

/** What each log was folded to; apart from it, so that a log does not keep the ones before alive. */
const foldsOf = new WeakMap<MeetingLog, Map<Audience, MeetingState>>()

function foldFor(
  audience: Audience,
  events: readonly LoggedEvent[],
  from: MeetingState | null,
): MeetingState {
  const state = replay(
    events.map((logged) => loggedSeenBy(logged, audience)),
    from,
  )
  if (!state) throw new Error('A log without events folds to nothing')
  return state
}
