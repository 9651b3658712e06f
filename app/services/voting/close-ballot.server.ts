import { and, eq } from 'drizzle-orm'
import type { MeetingState } from '#app/domain/meetings/meeting-state.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import type { Verdict } from '#app/domain/voting/tally.ts'
import type { Database } from '#db/database.ts'
import { ballots } from '#db/schema/ballots.ts'
import { countAssisted } from './count-assisted.server.ts'
import { countBallot } from './count-ballot.server.ts'

export type ClosedBallot = {
  verdict: Verdict
  /** Votes that staff entered for somebody, with a witness. */
  assisted: number
}

/**
 * Closes a ballot and counts it, in the caller's transaction.
 *
 * The update waits for every vote that is being written and makes every later
 * one find a closed ballot, so what is counted after it is all there is. The
 * papers of a secret ballot are then written anew in random order: the order in
 * which they lay, and with whom they came, is gone.
 */
export async function closeBallot(
  tx: Database,
  { now, randomBytes }: { now: () => Date; randomBytes: (size: number) => Uint8Array },
  { meetingId, ballotId, state }: { meetingId: string; ballotId: string; state: MeetingState },
): Promise<Result<ClosedBallot, { code: 'no-such-ballot' | 'ballot-not-open' }>> {
  const [ballot] = await tx
    .update(ballots)
    .set({ state: 'closed', closedAt: now() })
    .where(
      and(
        eq(ballots.id, ballotId),
        eq(ballots.meetingId, meetingId),
        eq(ballots.state, 'open'),
      ),
    )
    .returning()
  if (!ballot) {
    const known = state.pastBallots.some((each) => each.ballotId === ballotId)
    return refuse({ code: known ? 'ballot-not-open' : 'no-such-ballot' })
  }

  const verdict = await countBallot(tx, { randomBytes }, ballot, Object.keys(state.presence))
  return ok({ verdict, assisted: await countAssisted(tx, ballot.id) })
}
