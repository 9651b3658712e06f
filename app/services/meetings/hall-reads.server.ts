import type { SeatViewer } from '#app/domain/permissions/viewer.ts'
import type { Turnout } from '#app/domain/voting/vote-receipt.ts'
import { countTurnouts } from '#app/services/voting/turnout.server.ts'
import type { Query } from '#db/database.ts'
import { createGroupedReads } from '#db/grouped-reads.ts'
import { findSeats } from '#app/services/invitations/find-seats.server.ts'
import type { MeetingLog } from './load-meeting.server.ts'
import { seatsMeetings, type MeetingRow } from './seats-meetings.server.ts'

/**
 * What everybody of a hall asks for when they come in. A hall comes in at 19:30, or after a restart,
 * all at once: whoever asks while another is being answered shares the next read.
 */
export type HallReads = {
  /** The seat of a personal link as it stands, whichever version the link has. */
  seat: (seatId: string) => Promise<SeatViewer | null>
  /** A meeting as those who sit in it may know of it. */
  meeting: (meetingId: string) => Promise<MeetingRow | null>
  log: (meetingId: string) => Promise<MeetingLog | null>
  turnout: (ballotId: string) => Promise<{ meetingId: string; turnout: Turnout } | null>
}

export function createHallReads({
  query,
  loadLog,
}: {
  query: Query
  loadLog: (meetingId: string) => Promise<MeetingLog | null>
}): HallReads {
  return {
    seat: createGroupedReads((ids) => findSeats(query, ids)),
    meeting: createGroupedReads((ids) => seatsMeetings(query, ids)),
    turnout: createGroupedReads((ids) => countTurnouts(query, ids)),
    log: createGroupedReads(async (ids) => {
      const read = await Promise.all(ids.map(loadLog))
      return new Map(read.flatMap((log) => (log ? [[log.meetingId, log] as const] : [])))
    }),
  }
}
