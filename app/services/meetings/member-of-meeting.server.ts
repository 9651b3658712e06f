import { and, eq } from 'drizzle-orm'
import type { Me } from '#app/domain/meetings/join-answer.ts'
import type { MeetingActor } from '#app/domain/meetings/meeting-command.ts'
import type { MeetingState } from '#app/domain/meetings/meeting-state.ts'
import type { Viewer } from '#app/domain/permissions/viewer.ts'
import type { Database } from '#db/database.ts'
import { meetings } from '#db/schema/meetings.ts'
import { loadMeeting, type MeetingLog, type MeetingLogs } from './load-meeting.server.ts'
import type { HallReads } from './hall-reads.server.ts'
import type { MeetingRow } from './seats-meetings.server.ts'
import { officerActor } from './officer-actor.server.ts'
import { visibleMeetings } from './visible-meetings.server.ts'

/** Somebody who takes part in a meeting, as chair, recorder, convener, seat or hall screen. */
export type Member = {
  me: Me
  /** Null for the screen, which only shows. */
  actor: MeetingActor | null
  meeting: MeetingRow
  log: MeetingLog
}

/**
 * Who a viewer is in a meeting; null when there is no such meeting, when it is
 * none of theirs, and before its notice was sent. The three look the same.
 */
export async function memberOfMeeting(
  { db, logs, reads }: { db: Database; logs: MeetingLogs; reads: HallReads },
  viewer: Viewer,
  meetingId: string,
): Promise<Member | null> {
  if (viewer.kind === 'guest') return null
  if (viewer.kind === 'seat') {
    if (viewer.meetingId !== meetingId) return null
    const [meeting, log] = await Promise.all([reads.meeting(meetingId), reads.log(meetingId)])
    return memberIn(viewer, meeting, log)
  }
  const [meeting] = await db
    .select({
      communityId: meetings.communityId,
      compoundId: meetings.compoundId,
      status: meetings.status,
    })
    .from(meetings)
    .where(and(eq(meetings.id, meetingId), visibleMeetings({ db }, viewer)))
  return meeting ? memberIn(viewer, meeting, await loadMeeting({ db, logs }, meetingId)) : null
}

function memberIn(
  viewer: Viewer,
  meeting: MeetingRow | null,
  log: MeetingLog | null,
): Member | null {
  const role = meeting && log && roleOf(viewer, log.state)
  return role && { ...role, meeting, log }
}

function roleOf(viewer: Viewer, state: MeetingState): Pick<Member, 'me' | 'actor'> | null {
  switch (viewer.kind) {
    case 'guest':
      return null
    case 'screen':
      return {
        me: { audience: 'screen', role: 'screen', seatId: null, name: null },
        actor: null,
      }
    case 'seat': {
      const seat = state.seats.find((each) => each.id === viewer.seatId)
      return (
        (seat && {
          me: {
            audience: 'seats',
            // A delegate who was given the chair leads, and keeps what a seat may see.
            role: state.chair.seatId === seat.id ? 'chair' : 'seat',
            seatId: seat.id,
            name: seat.name,
          },
          actor: { role: state.chair.seatId === seat.id ? 'chair' : 'seat', id: seat.id },
        }) ??
        null
      )
    }
    case 'staff': {
      const { chair, recorder } = state
      const actor = officerActor(viewer, { chairId: chair.id, recorderId: recorder.id })
      const { role } = actor
      // Others of the community's staff mind the door of its own sessions; of a talk room nobody does.
      const mayHelp = viewer.role === 'cadre' || viewer.role === 'recorder'
      const appointed = state.appointedChair.id === viewer.personId
      if (role === 'convener' && (!mayHelp || (state.room === 'talkroom' && !appointed))) {
        return null
      }
      return {
        me: {
          audience: 'staff',
          role,
          seatId: null,
          name: viewer.name,
          actorId: viewer.personId,
        },
        actor,
      }
    }
  }
}
