import { setTimeout as wait } from 'node:timers/promises'
import { createAdapter } from '@socket.io/redis-streams-adapter'
import type { Server, Socket } from 'socket.io'
import type { MeetingId } from '#app/domain/shared/ids.ts'
import type { Turnout } from '#app/domain/voting/vote-receipt.ts'
import type { Services } from '#app/runtime/services.server.ts'
import { createLogFollower } from '#app/services/meetings/follow-logs.server.ts'
import type { FeedNotice } from '#app/services/meetings/meeting-feed.server.ts'
import { countTurnout } from '#app/services/voting/turnout.server.ts'
import type { ClientToServer, ServerToClient } from './contract.ts'
import { createWaitingLine } from './waiting-line.ts'

/**
 * What one process tells the others. Numbers and ids alone: what happened is
 * read from the log, by whoever has somebody in the room, so that neither a
 * name nor a word of a meeting passes through Redis or stays there.
 */
type BetweenProcesses = {
  head: (meetingId: string, seq: number) => void
  turnout: (meetingId: string, turnout: Turnout) => void
  removed: (meetingId: string, seatId: string) => void
  'screens-removed': (meetingId: string) => void
  /** Whose phones are connected to each of the others. */
  'phones-online': (meetingId: string, reply: (seatIds: string[]) => void) => void
}

export type LiveIo = Server<ClientToServer, ServerToClient, BetweenProcesses>
export type LiveSocket = Socket<ClientToServer, ServerToClient, BetweenProcesses>
/** What a socket speaks over: one line, from the first request on. */
export type Line = LiveSocket['conn']

/** While the others cannot be heard, each process looks for itself so often; ms. */
const LOOK_ALONE_EVERY_MS = 1000
/** While they can, only one look in five is made: it finds what got lost on the way. */
const LOOKS_APART = 5

/**
 * Looks in the database for what no other process told us: every five seconds, every second while
 * they cannot be heard, and at once when they can be again. Never two looks at a time.
 *
 * @returns what ends it.
 */
export function lookAround(
  { redis, log }: Pick<Services, 'redis' | 'log'>,
  look: (alone: boolean) => Promise<void>,
): () => void {
  let looking = false
  let wasAlone = false
  let turns = 0
  const looks = setInterval(() => {
    const alone = redis?.isHere() === false
    turns += 1
    if (looking || !(alone || wasAlone || turns % LOOKS_APART === 0)) return
    looking = true
    look(alone)
      // What was said while it was away was said to nobody, so only a look after that ends it.
      .then(() => void (wasAlone = alone))
      .catch((error: unknown) => log.error({ err: error }, 'the database was not looked at'))
      .finally(() => (looking = false))
  }, LOOK_ALONE_EVERY_MS)
  looks.unref()
  return () => clearInterval(looks)
}

/**
 * Joins this process to the others over Redis. What they did reaches `tell` as
 * if it had happened here; what happened here is sent on with `tellOthers`.
 */
export function joinOtherProcesses(
  io: LiveIo,
  services: Services,
  tell: (notice: FeedNotice) => void,
  seatsHere: (meetingId: string) => string[],
): {
  tellOthers: (notice: FeedNotice) => void
  /** Seats whose phones are connected to the others; of one that has died none. */
  seatsThere: (meetingId: string) => Promise<string[]>
  leave: () => void
} {
  const { redis, logs, log, database } = services
  if (!redis) {
    return { tellOthers: () => {}, seatsThere: () => Promise.resolve([]), leave: () => {} }
  }
  const follower = createLogFollower(services)

  io.adapter(
    createAdapter(redis.client, { streamName: redis.prefix, channelPrefix: redis.prefix }),
  )
  io.on('head', (meetingId, seq) => {
    follower.heard(meetingId, seq).catch((error: unknown) => {
      log.error({ err: error }, 'another process was not followed')
    })
  })
  io.on('turnout', (meetingId, turnout) => tell({ type: 'turnout', meetingId, turnout }))
  io.on('removed', (meetingId, seatId) => tell({ type: 'removed', meetingId, seatId }))
  io.on('screens-removed', (meetingId) => tell({ type: 'screens-removed', meetingId }))
  io.on('phones-online', (meetingId, reply) => reply(seatsHere(meetingId)))

  /** Votes that were cast elsewhere while nobody could tell us. */
  const countAlone = async () => {
    for (const meetingId of logs.watched()) {
      const ballot = logs.peek(meetingId)?.state.ballot
      if (!ballot || ballot.closedAt !== null) continue
      const counted = await countTurnout(database.query, ballot.ballotId)
      if (counted) tell({ type: 'turnout', ...counted })
    }
  }
  const leave = lookAround(services, async (alone) => {
    await follower.look()
    if (alone) await countAlone()
  })

  return {
    tellOthers(notice) {
      // What is sent while Redis is away would wait in memory; the others look for themselves.
      if (!redis.isHere()) return
      switch (notice.type) {
        case 'head':
          io.serverSideEmit('head', notice.meetingId, notice.seq)
          return
        case 'turnout':
          io.serverSideEmit('turnout', notice.meetingId, notice.turnout)
          return
        case 'removed':
          io.serverSideEmit('removed', notice.meetingId, notice.seatId)
          return
        case 'screens-removed':
          io.serverSideEmit('screens-removed', notice.meetingId)
          return
        case 'events':
      }
    },
    async seatsThere(meetingId) {
      if (!redis.isHere()) return []
      try {
        return (await io.serverSideEmitWithAck('phones-online', meetingId)).flat()
      } catch (error) {
        // One has just died, and was waited for; the others have answered.
        return (error as { responses?: string[][] }).responses?.flat() ?? []
      }
    },
    leave,
  }
}

/** Turnouts of one meeting are at least so far apart, whatever number of processes count; ms. */
const TURNOUT_EVERY_MS = 200
/**
 * Lets a meeting's turnouts through at most five a second, the newest last, and none that is old news.
 *
 * @param toldPerMs - pages that may be told in one ms; with more than that at once each meeting hears
 * a little less often, and votes go first.
 * @param send - tells a meeting's rooms, and says how many pages that were.
 */
export function paceTurnout(
  toldPerMs: number,
  send: (meetingId: MeetingId, turnout: Turnout) => number,
): (meetingId: MeetingId, turnout: Turnout) => void {
  const inLine = createWaitingLine(1)
  const pacing = new Map<MeetingId, { last: Turnout | null; next: Turnout | null }>()
  const letNextThrough = (meetingId: MeetingId) => {
    const pace = pacing.get(meetingId)
    if (!pace?.next) return void pacing.delete(meetingId)
    void inLine(async () => {
      // What came while it waited is newer.
      const turnout = pace.next
      if (!turnout) return
      pace.last = turnout
      pace.next = null
      const told = send(meetingId, turnout)
      setTimeout(letNextThrough, TURNOUT_EVERY_MS, meetingId)
      await wait(told / toldPerMs)
    })
  }
  return (meetingId, turnout) => {
    const pace = pacing.get(meetingId)
    if (!pace) {
      pacing.set(meetingId, { last: null, next: turnout })
      letNextThrough(meetingId)
      return
    }
    const newest = pace.next ?? pace.last
    const old = newest?.ballotId === turnout.ballotId && newest.version >= turnout.version
    if (!old) pace.next = turnout
  }
}
