import { findBallot } from '#app/domain/meetings/find-in-meeting.ts'
import type { BallotId } from '#app/domain/shared/ids.ts'
import type { BallotState, MeetingState } from '#app/domain/meetings/meeting-state.ts'
import { readMark, type Mark, type MarkRefusal } from '#app/domain/voting/mark.ts'
import type { VoteReceipt, VoteRefusal } from '#app/domain/voting/vote-receipt.ts'
import type { Viewer } from '#app/domain/permissions/viewer.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import { loadMeeting, type MeetingLogs } from '#app/services/meetings/load-meeting.server.ts'
import type { Database, OpenDatabase } from '#db/database.ts'
import { isRepeat, receiptOfStanding, standingVotes } from './vote-rows.server.ts'
import type { VoteWriter } from './vote-writer.server.ts'

export type CastVoteRefusal = VoteRefusal | MarkRefusal | { code: 'no-such-meeting' }

/**
 * Casts the vote of the viewer's own seat.
 *
 * What can be told from memory is told at once; the database repeats every
 * check that counts. A closed ballot is no reason to refuse here: the vote may
 * be one that was recorded and whose answer got lost.
 */
export function castVote(
  services: {
    db: Database
    database: Pick<OpenDatabase, 'query'>
    logs: MeetingLogs
    votes: VoteWriter
  },
  viewer: Viewer,
  {
    meetingId,
    ballotId,
    choice,
    key,
    origin,
  }: {
    meetingId: string
    ballotId: BallotId
    choice: Mark
    key: string
    /** A seat votes by itself; votes that staff enter for somebody come with a witness, elsewhere. */
    origin: 'phone'
  },
): Promise<Result<VoteReceipt, CastVoteRefusal>> {
  if (viewer.kind !== 'seat' || viewer.meetingId !== meetingId) {
    return Promise.resolve(
      refuse({ code: viewer.kind === 'staff' ? 'not-on-roll' : 'no-such-meeting' }),
    )
  }
  const { seatId } = viewer
  const cast = ({
    secrecy,
    question,
  }: Voting): Promise<Result<VoteReceipt, CastVoteRefusal>> => {
    // The question is frozen with the ballot, so memory has the last word on what answers it.
    const mark = readMark(question, choice)
    if (!mark.ok) return Promise.resolve(mark)
    const vote = { ballotId, electorId: seatId, choice: mark.value, key, origin, secrecy }
    return services.votes.cast(vote)
  }
  // A full hall votes at once, so what nearly every vote goes through waits for nothing but the writer.
  const known = services.logs.peek(meetingId)
  const seen = known ? lookAt(known.state, seatId, ballotId) : NO_MEETING
  return seen.ok
    ? cast(seen.value)
    : lookAgain(services, { meetingId, ballotId, seatId, key }, cast)
}

/** Memory may be behind another process; whoever is refused is refused by the database's word. */
async function lookAgain(
  services: { db: Database; database: Pick<OpenDatabase, 'query'>; logs: MeetingLogs },
  vote: { meetingId: string; ballotId: BallotId; seatId: string; key: string },
  cast: (voting: Voting) => Promise<Result<VoteReceipt, CastVoteRefusal>>,
): Promise<Result<VoteReceipt, CastVoteRefusal>> {
  const { meetingId, ballotId, seatId, key } = vote
  const fresh = await loadMeeting(services, meetingId)
  const seen = fresh ? lookAt(fresh.state, seatId, ballotId) : NO_MEETING
  if (seen.ok) return cast(seen.value)
  if (seen.refusal.code === 'not-checked-in') {
    // Recorded, and then marked absent before the answer arrived: the vote stands.
    const votes = [{ ballotId, electorId: seatId }]
    const [standing] = (await standingVotes(services.database.query, votes)).values()
    if (standing && isRepeat(standing, { key })) return ok(receiptOfStanding(standing, true))
  }
  return seen
}

type Voting = Pick<BallotState, 'secrecy' | 'question'>

type Seen = Result<
  Voting,
  { code: 'no-such-meeting' | 'no-such-ballot' | 'not-on-roll' | 'not-checked-in' }
>

const NO_MEETING: Seen = refuse({ code: 'no-such-meeting' })

function lookAt(state: MeetingState, seatId: string, ballotId: BallotId): Seen {
  const ballot = findBallot(state, ballotId)
  if (!ballot) return refuse({ code: 'no-such-ballot' })
  if (!isOnRoll(ballot.roll, seatId)) return refuse({ code: 'not-on-roll' })
  const isOpen = ballot.closedAt === null
  if (isOpen && !Object.hasOwn(state.presence, seatId))
    return refuse({ code: 'not-checked-in' })
  return ok(ballot)
}

/** A roll is frozen, so what it was turned into once serves every vote. */
const rolls = new WeakMap<readonly string[], ReadonlySet<string>>()

function isOnRoll(roll: readonly string[], seatId: string): boolean {
  const known = rolls.get(roll) ?? new Set(roll)
  rolls.set(roll, known)
  return known.has(seatId)
}
