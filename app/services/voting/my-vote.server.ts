import type { VoteReceipt } from '#app/domain/voting/vote-receipt.ts'
import type { Viewer } from '#app/domain/permissions/viewer.ts'
import type { OpenDatabase } from '#db/database.ts'
import { receiptOfStanding, standingVotes } from './vote-rows.server.ts'

/** The vote of the viewer's own seat, as it stands; null when there is none, or no seat. */
export async function myVote(
  { database }: { database: Pick<OpenDatabase, 'query'> },
  viewer: Viewer,
  { meetingId, ballotId }: { meetingId: string; ballotId: string },
): Promise<VoteReceipt | null> {
  if (viewer.kind !== 'seat' || viewer.meetingId !== meetingId) return null
  const found = await standingVotes(database.query, [{ ballotId, electorId: viewer.seatId }])
  const [standing] = found.values()
  return standing ? receiptOfStanding(standing, false) : null
}
