import { and, eq, ne } from 'drizzle-orm'
import { localDateOf } from '#app/domain/calendar/local-date.ts'
import { can } from '#app/domain/permissions/can.ts'
import type { Viewer } from '#app/domain/permissions/viewer.ts'
import { decideMinutes, type MinutesStepRefusal } from '#app/domain/records/minutes-phase.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import type { MeetingLogs } from '#app/services/meetings/load-meeting.server.ts'
import type { Database } from '#db/database.ts'
import { minutesProposals } from '#db/schema/records.ts'
import { findMinutes, holdMinutes, standingOf } from './minutes-rows.server.ts'

export type AnswerProposalRefusal =
  MinutesStepRefusal | { code: 'no-such-meeting' | 'no-such-proposal' }

/**
 * Accepts a proposal, or answers it with words. Until the minutes are sealed
 * the answer can be changed. Taking the correction over is an edit of its own.
 */
export async function answerProposal(
  services: { db: Database; logs: MeetingLogs; now: () => Date },
  viewer: Viewer,
  {
    meetingId,
    proposalId,
    accepted,
    words,
  }: { meetingId: string; proposalId: string; accepted: boolean; words: string },
): Promise<Result<null, AnswerProposalRefusal>> {
  const { db, logs, now } = services
  return db.transaction(async (tx) => {
    await holdMinutes(tx, meetingId)
    const source = await findMinutes({ db: tx, logs }, viewer, meetingId)
    if (viewer.kind !== 'staff' || !source || !can(viewer, 'edit-minutes', source.meeting)) {
      return refuse({ code: 'no-such-meeting' })
    }
    const at = now()
    const decided = decideMinutes(
      await standingOf({ db: tx }, source),
      { type: 'answer', accepted, words },
      localDateOf(at),
    )
    if (!decided.ok) return decided
    const answered = await tx
      .update(minutesProposals)
      .set({
        state: accepted ? 'accepted' : 'declined',
        answer: words.trim().slice(0, 1000),
        answeredBy: viewer.name,
        answeredAt: at,
      })
      .where(
        and(
          eq(minutesProposals.id, proposalId),
          eq(minutesProposals.meetingId, meetingId),
          // Its author took it back: there is nothing to answer.
          ne(minutesProposals.state, 'withdrawn'),
        ),
      )
      .returning({ id: minutesProposals.id })
    return answered.length === 0 ? refuse({ code: 'no-such-proposal' }) : ok(null)
  })
}
