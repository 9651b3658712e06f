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
export async function castVote(
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
    return refuse({ code: viewer.kind === 'staff' ? 'not-on-roll' : 'no-such-meeting' })
  }
  const known = services.logs.peek(meetingId)
  let seen = known ? lookAt(known.state, viewer.seatId, ballotId) : NO_MEETING
  if (!seen.ok) {
    // Memory may be behind another process; whoever is refused is refused by the database's word.
    const fresh = await loadMeeting(services, meetingId)
    seen = fresh ? lookAt(fresh.state, viewer.seatId, ballotId) : NO_MEETING
  }
  if (!seen.ok && seen.refusal.code === 'not-checked-in') {
    // Recorded, and then marked absent before the answer arrived: the vote stands.
    const votes = [{ ballotId, electorId: viewer.seatId }]
    const [standing] = (await standingVotes(services.database.query, votes)).values()
    if (standing && isRepeat(standing, { key })) return ok(receiptOfStanding(standing, true))
  }
  if (!seen.ok) return seen
  const { secrecy, question } = seen.value
  // The question is frozen with the ballot, so memory has the last word on what answers it.
  const mark = readMark(question, choice)
  if (!mark.ok) return mark
  return services.votes.cast({
    ballotId,
    electorId: viewer.seatId,
    choice: mark.value,
    key,
    origin,
    secrecy,
  })
}

type Seen = Result<
  Pick<BallotState, 'secrecy' | 'question'>,
  { code: 'no-such-meeting' | 'no-such-ballot' | 'not-on-roll' | 'not-checked-in' }
>

const NO_MEETING: Seen = refuse({ code: 'no-such-meeting' })

function lookAt(state: MeetingState, seatId: string, ballotId: BallotId): Seen {
  const ballot =
    state.ballot?.ballotId === ballotId
      ? state.ballot
      : state.pastBallots.find((each) => each.ballotId === ballotId)
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
