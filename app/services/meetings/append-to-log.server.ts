import type { HallReads } from '#app/services/meetings/hall-reads.server.ts'
import { eq } from 'drizzle-orm'
import { decide } from '#app/domain/meetings/decide.ts'
import { replay } from '#app/domain/meetings/evolve.ts'
import type { MeetingActor, MeetingCommand } from '#app/domain/meetings/meeting-command.ts'
import type { LoggedEvent, MeetingEvent } from '#app/domain/meetings/meeting-event.ts'
import type { MeetingRefusal } from '#app/domain/meetings/meeting-refusal.ts'
import type { MeetingPhase, MeetingState } from '#app/domain/meetings/meeting-state.ts'
import type { MeetingStatus } from '#app/domain/meetings/meeting.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import type { Database } from '#db/database.ts'
import { meetingEvents, meetings } from '#db/schema/meetings.ts'
import { databaseCodeOf, lostRace, UNIQUE_VIOLATION } from '#db/database-errors.ts'
import { CHAIN_START, chainHashes } from './hash-chain.server.ts'
import type { LogRow, MeetingLog, MeetingLogs } from './load-meeting.server.ts'
import type { MeetingFeed } from './meeting-feed.server.ts'
import { noteTurnEnd } from './running-turns.server.ts'

/** What anything that changes a meeting is lent. */
export type LogServices = {
  db: Database
  now: () => Date
  logs: MeetingLogs
  reads: HallReads
  feed: MeetingFeed
}

/** What one attempt has added, for the rows that belong to it. */
export type Appended = {
  log: MeetingLog | null
  /** What `log` becomes with the new events. */
  state: MeetingState
  events: readonly MeetingEvent[]
  at: Date
}

export type AppendRequest<Refusal extends { code: string }> = {
  meetingId: string
  actor: MeetingActor
  /** What the sender named this command, unique for this actor; null where repeating does no harm. */
  key: string | null
  /**
   * The command, or what makes it out of rows it reads and changes first, in the
   * transaction that adds the events. A refusal undoes those changes.
   */
  decideWith:
    | MeetingCommand
    | ((tx: Database, log: MeetingLog | null) => Promise<Result<MeetingCommand, Refusal>>)
  /** Rows that stand or fall with the events. */
  alongside?: (tx: Database, appended: Appended) => Promise<void>
}

export type AppendAnswer = {
  /** Seq of the last event this command made. */
  seq: number
  /** True when the same key had been done before; then nothing was done now. */
  repeated: boolean
}

/** Lost races before we give up. Each lost one is somebody else's success. */
const ATTEMPTS = 12

const STATUS: Record<MeetingPhase, MeetingStatus> = {
  notified: 'notified',
  'doors-open': 'doors-open',
  'in-session': 'in-session',
  paused: 'paused',
  closed: 'closed',
}

const statusOf = ({ phase, cancelledReason }: MeetingState): MeetingStatus =>
  cancelledReason === undefined ? STATUS[phase] : 'cancelled'

/**
 * Decides a command against the log and adds what came of it.
 *
 * Nothing is locked: two commands that decide at the same seq write the same
 * primary key, one wins, and the other reads again and decides again. The feed
 * is told after the commit, and never of a command that was repeated.
 */
export function appendToLog<Refusal extends { code: string } = never>(
  services: LogServices,
  request: AppendRequest<Refusal>,
): Promise<Result<AppendAnswer, MeetingRefusal | { code: 'busy' } | Refusal>> {
  const { logs, feed } = services
  return logs.inTurn(request.meetingId, async () => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const log = await logs.load(services.db, request.meetingId)
      const done = request.key === null ? undefined : log?.keys.get(storedKey(request))
      if (done !== undefined) return ok({ seq: done, repeated: true })

      const tried = await attemptAppend(services, request, log)
      if (tried === 'lost-race') continue
      if (!tried.ok) return tried
      const rows = tried.value
      const seq = rows.at(-1)?.seq ?? 0
      logs.extend(request.meetingId, rows)
      feed.publishHead(request.meetingId, seq)
      return ok({ seq, repeated: false })
    }
    return refuse({ code: 'busy' })
  })
}

async function attemptAppend<Refusal extends { code: string }>(
  { db, now }: LogServices,
  request: AppendRequest<Refusal>,
  log: MeetingLog | null,
): Promise<Result<LogRow[], MeetingRefusal | Refusal> | 'lost-race'> {
  const { meetingId, actor, decideWith, alongside } = request
  // A clock that was set back does not turn the log around.
  const at = new Date(Math.max(now().getTime(), log?.events.at(-1)?.at ?? 0))
  const state = log?.state ?? null
  const decideNow = (command: MeetingCommand) => decide(state, command, actor, at.getTime())
  const commandIn = async (tx: Database): Promise<MeetingCommand> => {
    if (typeof decideWith !== 'function') return decideWith
    const made = await decideWith(tx, log)
    if (!made.ok) throw new Undo(made.refusal)
    return made.value
  }
  // What needs no rows is decided before a transaction is opened.
  const early = typeof decideWith === 'function' ? null : decideNow(decideWith)
  if (early && !early.ok) return early

  try {
    return await db.transaction(async (tx) => {
      const decided = early ?? decideNow(await commandIn(tx))
      if (!decided.ok) throw new Undo(decided.refusal)

      const rows = rowsFor(request, log, decided.value, at)
      await tx.insert(meetingEvents).values(
        rows.map((row) => ({
          meetingId,
          seq: row.seq,
          type: row.event.type,
          data: row.event,
          actorId: row.actorId,
          at,
          hash: row.hash,
          commandKey: row.commandKey,
        })),
      )
      const after = replay(rows, state)
      if (!after) throw new Error('A command that was allowed made no event')
      if (after.phase !== state?.phase) {
        await tx
          .update(meetings)
          .set({ status: statusOf(after) })
          .where(eq(meetings.id, meetingId))
      }
      await noteTurnEnd(tx, meetingId, state, after)
      await alongside?.(tx, { log, state: after, events: decided.value, at })
      return ok(rows)
    })
  } catch (error) {
    if (error instanceof Undo) return refuse(error.refusal as MeetingRefusal | Refusal)
    const code = databaseCodeOf(error)
    if (code === UNIQUE_VIOLATION || lostRace(code)) return 'lost-race'
    throw error
  }
}

/** Carries a refusal out of a transaction that has to be undone. */
class Undo extends Error {
  constructor(readonly refusal: unknown) {
    super('refused')
  }
}

function rowsFor(
  request: AppendRequest<{ code: string }>,
  log: MeetingLog | null,
  events: readonly MeetingEvent[],
  at: Date,
): LogRow[] {
  const logged: LoggedEvent[] = events.map((event, index) => ({
    seq: (log?.seq ?? 0) + index + 1,
    at: at.getTime(),
    actorId: request.actor.id,
    event,
  }))
  const hashes = chainHashes(log?.hash ?? CHAIN_START, request.meetingId, logged)
  return logged.map((each, index) => ({
    ...each,
    hash: hashes[index] ?? '',
    commandKey: request.key !== null && index === logged.length - 1 ? storedKey(request) : null,
  }))
}

/** Two people may choose the same key; it is theirs each. */
function storedKey({ actor, key }: AppendRequest<{ code: string }>): string {
  return `${actor.id}:${key}`
}
