import type { BallotId } from '#app/domain/shared/ids.ts'
import type { Turnout } from '#app/domain/voting/vote-receipt.ts'
import type { Query } from '#db/database.ts'
import type { MeetingFeed } from '#app/services/meetings/meeting-feed.server.ts'

/** Least time between two turnouts of one ballot: five a second. */
const PAUSE_MS = 200

type Counted = { meetingId: string; turnout: Turnout }
type Row = { id: string; meeting_id: string | null; cast: number }

/** Counts the committed votes of a ballot; null when no meeting has such a ballot. */
export async function countTurnout(query: Query, ballotId: string): Promise<Counted | null> {
  return (await countTurnouts(query, [ballotId])).get(ballotId) ?? null
}

/** The same for several at once. */
export async function countTurnouts(
  query: Query,
  ballotIds: readonly string[],
): Promise<Map<string, Counted>> {
  const rows = await query<Row>(
    `select b.id, b.meeting_id,
            (select count(*)::int from open_vote where ballot_id = b.id)
              + (select count(*)::int from secret_turnout where ballot_id = b.id) as cast
       from ballot b where b.id = any($1)`,
    [ballotIds],
  )
  return new Map(
    rows.flatMap(({ id, meeting_id: meetingId, cast }) => {
      const ballotId = id as BallotId
      // A vote outside a meeting has no room that follows it.
      if (!meetingId) return []
      // Votes are changed and never taken back, so the count itself only grows.
      return [[id, { meetingId, turnout: { ballotId, cast, version: cast } }] as const]
    }),
  )
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
