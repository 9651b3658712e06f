import { loggedSeenBy, type Audience } from '#app/domain/meetings/audience.ts'
import type { JoinAnswer } from '#app/domain/meetings/join-answer.ts'
import type { LoggedEvent } from '#app/domain/meetings/meeting-event.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import type { Viewer } from '#app/domain/permissions/viewer.ts'
import type { Database } from '#db/database.ts'
import type { HallReads } from './hall-reads.server.ts'
import type { MeetingLog, MeetingLogs } from './load-meeting.server.ts'
import { memberOfMeeting } from './member-of-meeting.server.ts'

/** More than this is sent as the whole state: it is shorter and folded already. */
const MOST_EVENTS = 200

/**
 * What somebody who comes, or comes back, has to know: the events since the
 * last one they have, or the whole, as their audience may see it.
 */
export async function joinMeeting(
  services: {
    db: Database
    logs: MeetingLogs
    reads: HallReads
    now: () => Date
  },
  viewer: Viewer,
  {
    meetingId,
    lastSeq,
    enter,
  }: {
    meetingId: string
    lastSeq: number | null
    /**
     * Lets them into the room of their audience; what is answered is read after that. Whoever is
     * refused in the end may have been let in, and has to be sent out again.
     */
    enter?: (audience: Audience) => Promise<void>
  },
): Promise<Result<JoinAnswer, { code: 'no-such-meeting' }>> {
  const known = services.logs.peek(meetingId)
  const early = enter !== undefined && known !== null && sitsIn(known, viewer)
  if (early) await enter('seats')
  const ballotThen = early ? known.state.ballot : null
  const [member, turnoutThen] = await Promise.all([
    memberOfMeeting(services, viewer, meetingId),
    ballotThen && services.reads.turnout(ballotThen.ballotId),
  ])
  if (!member) return refuse({ code: 'no-such-meeting' })
  const { me } = member
  if (!early) await enter?.(me.audience)
  // A change between entering and reading is told twice rather than not at all.
  const log = (enter && !early && (await services.reads.log(meetingId))) || member.log
  const { ballot } = log.state
  const turnout =
    ballot?.ballotId === ballotThen?.ballotId
      ? turnoutThen
      : ballot && (await services.reads.turnout(ballot.ballotId))

  // Whoever claims to know more than there is has another log's number: they get the whole.
  const knows = lastSeq !== null && lastSeq > 0 && lastSeq <= log.seq ? lastSeq : null
  const missed = knows === null ? null : log.events.slice(knows)
  const asEvents = missed !== null && missed.length <= MOST_EVENTS
  return ok({
    me,
    serverNow: services.now().getTime(),
    seq: log.seq,
    snapshot: asEvents ? null : log.stateFor(me.audience),
    events: asEvents ? missed.map((logged) => missedBy(logged, me.audience)) : [],
    turnout: turnout?.turnout ?? null,
  })
}

/**
 * For one event and audience always the same object, so that whoever answers many can know it again
 * and write it out once. Only what somebody missed is kept, for as long as its log is.
 */
function missedBy(logged: LoggedEvent, audience: Audience): LoggedEvent {
  const known = MISSED[audience].get(logged)
  if (known) return known
  const seen = loggedSeenBy(logged, audience)
  MISSED[audience].set(logged, seen)
  return seen
}

const MISSED = {
  staff: new WeakMap<LoggedEvent, LoggedEvent>(),
  seats: new WeakMap<LoggedEvent, LoggedEvent>(),
  screen: new WeakMap<LoggedEvent, LoggedEvent>(),
}

/**
 * Whether somebody had a seat when it was last looked. They go in before anything is read, so that
 * what they are answered need not be read once more when they are in: with a full hall that is a
 * third of the time. Whether it is still so is read, as for everybody.
 */
function sitsIn({ meetingId, state }: MeetingLog, viewer: Viewer): boolean {
  return (
    viewer.kind === 'seat' &&
    viewer.meetingId === meetingId &&
    state.seats.some((seat) => seat.id === viewer.seatId)
  )
}
