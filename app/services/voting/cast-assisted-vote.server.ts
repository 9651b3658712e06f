import type { HallReads } from '#app/services/meetings/hall-reads.server.ts'
import { and, eq } from 'drizzle-orm'
import { findBallot } from '#app/domain/meetings/find-in-meeting.ts'
import type { BallotId, SeatId } from '#app/domain/shared/ids.ts'
import { readMark, type Mark, type MarkRefusal } from '#app/domain/voting/mark.ts'
import type { VoteReceipt, VoteRefusal } from '#app/domain/voting/vote-receipt.ts'
import type { Viewer } from '#app/domain/permissions/viewer.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import type { MeetingLogs } from '#app/services/meetings/load-meeting.server.ts'
import { memberOfMeeting } from '#app/services/meetings/member-of-meeting.server.ts'
import type { Database, OpenDatabase } from '#db/database.ts'
import { assistedVotes } from '#db/schema/room.ts'
import { isRepeat, receiptOfStanding, standingVotes } from './vote-rows.server.ts'
import type { VoteWriter } from './vote-writer.server.ts'

export type AssistedVoteRefusal =
  | VoteRefusal
  | MarkRefusal
  | { code: 'no-such-meeting' | 'not-yours-to-do' | 'chair-is-neutral' | 'witness-missing' }

/**
 * Enters the vote of somebody in the room who has no phone, as they say it, with
 * a witness who is not the one that enters it. The chair enters none. A vote that
 * its voter has cast is never replaced this way.
 *
 * Who helps and who watches is written before the vote, so that no such vote is
 * ever without its witness; where no vote comes of it, it is taken out again.
 */
export async function castAssistedVote(
  services: {
    db: Database
    database: Pick<OpenDatabase, 'query'>
    logs: MeetingLogs
    reads: HallReads
    votes: VoteWriter
    now: () => Date
  },
  viewer: Viewer,
  asked: {
    meetingId: string
    ballotId: BallotId
    seatId: SeatId
    choice: Mark
    key: string
    witness: string
  },
): Promise<Result<VoteReceipt, AssistedVoteRefusal>> {
  const { meetingId, ballotId, seatId, key } = asked
  const member = await memberOfMeeting(services, viewer, meetingId)
  if (!member || viewer.kind === 'guest') return refuse({ code: 'no-such-meeting' })
  if (viewer.kind !== 'staff') return refuse({ code: 'not-yours-to-do' })
  if (member.me.role === 'chair') return refuse({ code: 'chair-is-neutral' })
  const witness = asked.witness.trim()
  if (!witness || witness === viewer.name) return refuse({ code: 'witness-missing' })

  const { state } = member.log
  const ballot = findBallot(state, ballotId)
  if (!ballot) return refuse({ code: 'no-such-ballot' })
  if (!ballot.roll.includes(seatId)) return refuse({ code: 'not-on-roll' })
  if (!Object.hasOwn(state.presence, seatId)) return refuse({ code: 'not-checked-in' })
  const mark = readMark(ballot.question, asked.choice)
  if (!mark.ok) return mark

  const votes = [{ ballotId, electorId: seatId }]
  const [standing] = (await standingVotes(services.database.query, votes)).values()
  if (standing) {
    return isRepeat(standing, { key })
      ? ok(receiptOfStanding(standing, true))
      : refuse({ code: 'already-voted', standing: receiptOfStanding(standing, false) })
  }
  const mine = { staffId: viewer.personId, witness, at: services.now() }
  const row = { ballotId, electorId: seatId, ...mine }
  const [inserted] = await services.db
    .insert(assistedVotes)
    .values(row)
    .onConflictDoNothing()
    .returning({ electorId: assistedVotes.electorId })
  const { secrecy } = ballot
  const cast = await services.votes.cast({
    ...{ ballotId, electorId: seatId, choice: mark.value, key, secrecy },
    origin: 'assisted',
  })
  if (cast.ok && !cast.value.repeated && !inserted) {
    // Two entered it at once: the row tells of the one whose entry counts.
    await services.db
      .insert(assistedVotes)
      .values(row)
      .onConflictDoUpdate({
        target: [assistedVotes.ballotId, assistedVotes.electorId],
        set: mine,
      })
  }
  // An unconfirmed one may be in, and keeps its witness. Somebody else's row is theirs to keep.
  if (!cast.ok && cast.refusal.code !== 'vote-unconfirmed' && inserted) {
    await services.db
      .delete(assistedVotes)
      .where(
        and(
          eq(assistedVotes.ballotId, ballotId),
          eq(assistedVotes.electorId, seatId),
          eq(assistedVotes.staffId, mine.staffId),
          eq(assistedVotes.witness, witness),
        ),
      )
  }
  return cast
}
