import { setTimeout as wait } from 'node:timers/promises'
import type { Logger } from 'pino'
import {
  createMeetingFeed,
  type MeetingFeed,
} from '#app/services/meetings/meeting-feed.server.ts'
import { createHallReads, type HallReads } from '#app/services/meetings/hall-reads.server.ts'
import {
  createMeetingLogs,
  type MeetingLogs,
} from '#app/services/meetings/load-meeting.server.ts'
import { createTurnoutTeller } from '#app/services/voting/turnout.server.ts'
import { createVoteWriter, type VoteWriter } from '#app/services/voting/vote-writer.server.ts'
import type { OpenDatabase } from '#db/database.ts'
import type { Metrics } from './metrics.server.ts'

/** What live meetings keep in memory: what was read, who is told, which votes wait. */
export type MeetingEngine = {
  logs: MeetingLogs
  feed: MeetingFeed
  votes: VoteWriter
  reads: HallReads
}

export function createMeetingEngine({
  database,
  now,
  randomBytes,
  secret,
  log,
  metrics,
}: {
  database: OpenDatabase
  now: () => Date
  randomBytes: (size: number) => Uint8Array
  secret: string
  log: Logger
  metrics: Metrics
}): MeetingEngine {
  const feed = createMeetingFeed()
  const pause = (ms: number) => wait(ms)
  const votes = createVoteWriter({
    database,
    onBatch: metrics.votesWritten,
    onAnswer: metrics.voteAnswered,
    now,
    elapsedMs: () => performance.now(),
    randomBytes,
    secret,
    wait: pause,
    onCommitted: createTurnoutTeller({
      query: database.query,
      feed,
      wait: pause,
      onError: (error) => log.error({ err: error }, 'turnout was not counted'),
    }),
  })
  const logs = createMeetingLogs(feed.publish)
  const reads = createHallReads({
    query: database.query,
    loadLog: (meetingId) => logs.load(database.db, meetingId),
  })
  return { logs, feed, votes, reads }
}
