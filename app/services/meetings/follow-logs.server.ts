import type { Database, Query } from '#db/database.ts'
import type { MeetingLogs } from './load-meeting.server.ts'

export type FollowServices = { db: Database; database: { query: Query }; logs: MeetingLogs }

/**
 * Reads on where another process has written, so that the rooms of this one hear of it. A hint may
 * be late, double or lost: what counts is what the log holds.
 */
export type LogFollower = {
  /** Another process says that this meeting is at `seq`. */
  heard: (meetingId: string, seq: number) => Promise<void>
  /** Looks at every meeting somebody here looks on at, and reads what this process missed. */
  look: () => Promise<void>
}

export function createLogFollower(services: FollowServices): LogFollower {
  const { db, database, logs } = services
  const reading = new Map<string, Promise<void>>()
  const wanted = new Map<string, number>()

  /** One read at a time for a meeting; what is heard meanwhile is in the next one. */
  const readOn = async (meetingId: string) => {
    while ((logs.peek(meetingId)?.seq ?? 0) < (wanted.get(meetingId) ?? 0)) {
      const before = logs.peek(meetingId)?.seq ?? 0
      const log = await logs.load(db, meetingId)
      // Said to be there and not there: the next hint or look decides.
      if ((log?.seq ?? 0) <= before) break
    }
  }
  const heard = (meetingId: string, seq: number): Promise<void> => {
    const known = logs.peek(meetingId)
    if (!known || known.seq >= seq) return Promise.resolve()
    wanted.set(meetingId, Math.max(seq, wanted.get(meetingId) ?? 0))
    const under = reading.get(meetingId)
    if (under) return under
    const mine = readOn(meetingId).finally(() => {
      reading.delete(meetingId)
      wanted.delete(meetingId)
    })
    reading.set(meetingId, mine)
    return mine
  }

  return {
    heard,
    async look() {
      const watched = logs.watched()
      if (watched.length === 0) return
      const heads = await database.query<{ meeting_id: string; seq: number }>(
        `select m.id as meeting_id, head.seq
           from unnest($1::text[]) as m(id)
           cross join lateral (
             select seq from meeting_event where meeting_id = m.id order by seq desc limit 1
           ) head`,
        [watched],
      )
      await Promise.all(heads.map((head) => heard(head.meeting_id, head.seq)))
    },
  }
}
