import type { BallotId } from '#app/domain/shared/ids.ts'
import type { Turnout } from '#app/domain/voting/vote-receipt.ts'
import type { Query } from '#db/database.ts'
import type { MeetingFeed } from '#app/services/meetings/meeting-feed.server.ts'

/** Least time between two turnouts of one ballot: five a second. */
const PAUSE_MS = 200

/** Counts the committed votes of a ballot; null when no meeting has such a ballot. */
export async function countTurnout(
  query: Query,
  ballotId: string,
): Promise<{ meetingId: string; turnout: Turnout } | null> {
  const [row] = await query<{ meeting_id: string | null; cast: number; of: number }>(
    `select b.meeting_id,
            (select count(*)::int from ballot_elector where ballot_id = b.id) as of,
            (select count(*)::int from open_vote where ballot_id = b.id)
              + (select count(*)::int from secret_turnout where ballot_id = b.id) as cast
       from ballot b where b.id = $1`,
    [ballotId],
  )
  // A vote outside a meeting has no room that follows it.
  if (!row?.meeting_id) return null
  const { meeting_id: meetingId, cast, of } = row
  // Votes are changed and never taken back, so the count itself only grows.
  return { meetingId, turnout: { ballotId: ballotId as BallotId, cast, of, version: cast } }
}

/**
 * Tells the feed how many have voted: at once, then at most five times a second
 * while votes come in, and once more after the last.
 */
export function createTurnoutTeller({
  query,
  feed,
  wait,
  onError,
}: {
  query: Query
  feed: MeetingFeed
  wait: (ms: number) => Promise<void>
  onError: (error: unknown) => void
}): (ballotIds: ReadonlySet<string>) => void {
  const dirty = new Set<string>()
  const telling = new Set<string>()
  const tell = async (ballotId: string) => {
    telling.add(ballotId)
    try {
      while (dirty.delete(ballotId)) {
        const counted = await countTurnout(query, ballotId)
        if (counted) feed.publishTurnout(counted.meetingId, counted.turnout)
        await wait(PAUSE_MS)
      }
    } catch (error) {
      onError(error)
    } finally {
      telling.delete(ballotId)
    }
  }
  return (ballotIds) => {
    for (const ballotId of ballotIds) {
      dirty.add(ballotId)
      if (!telling.has(ballotId)) void tell(ballotId)
    }
  }
}
