import { and, eq } from 'drizzle-orm'
import {
  decideAnswer,
  mayDepute,
  type Answer,
  type AnswerRefusal,
} from '#app/domain/invitations/invitation.ts'
import { can } from '#app/domain/permissions/can.ts'
import type { SeatViewer } from '#app/domain/permissions/viewer.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import { visibleMeetings } from '#app/services/meetings/visible-meetings.server.ts'
import type { Database } from '#db/database.ts'
import { invitees, meetings } from '#db/schema/meetings.ts'

export type AnswerInvitationRefusal = AnswerRefusal | { code: 'no-such-invitation' }

/** Keeps whether somebody comes. The session's row is held, so that no answer slips in after the doors opened. */
export async function answerInvitation(
  { db, now }: { db: Database; now: () => Date },
  viewer: SeatViewer,
  { meetingId, ...answer }: Answer & { meetingId: string },
): Promise<Result<Answer, AnswerInvitationRefusal>> {
  if (!can(viewer, 'answer-invitation', { meetingId, seatId: viewer.seatId })) {
    return refuse({ code: 'no-such-invitation' })
  }
  return db.transaction(async (tx) => {
    const [meeting] = await tx
      .select({ status: meetings.status, body: meetings.body, canVote: invitees.canVote })
      .from(meetings)
      .innerJoin(invitees, eq(invitees.id, viewer.seatId))
      .where(and(eq(meetings.id, meetingId), visibleMeetings({ db: tx }, viewer)))
      .for('share', { of: meetings })
    if (!meeting) return refuse({ code: 'no-such-invitation' })
    const decided = decideAnswer(
      { status: meeting.status, mayDepute: mayDepute(meeting) },
      answer,
    )
    if (!decided.ok) return decided
    const { rsvp, deputyName, note } = decided.value
    await tx
      .update(invitees)
      .set({ rsvp, deputyName, rsvpNote: note, rsvpAt: now() })
      .where(eq(invitees.id, viewer.seatId))
    return ok(decided.value)
  })
}
