import { and, eq } from 'drizzle-orm'
import { localDateOf } from '#app/domain/calendar/local-date.ts'
import { can } from '#app/domain/permissions/can.ts'
import type { Viewer } from '#app/domain/permissions/viewer.ts'
import { decideMinutes, type MinutesStepRefusal } from '#app/domain/records/minutes-phase.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import type { MeetingLogs } from '#app/services/meetings/load-meeting.server.ts'
import type { Database } from '#db/database.ts'
import { minutesProposals } from '#db/schema/records.ts'
import { findMinutes, holdMinutes, standingOf } from './minutes-rows.server.ts'

export type WithdrawProposalRefusal =
  MinutesStepRefusal | { code: 'no-such-meeting' | 'no-such-proposal' }

/** Takes back one's own proposal while nobody has answered it; taking it back twice is once. */
export async function withdrawProposal(
  services: { db: Database; logs: MeetingLogs; now: () => Date },
  viewer: Viewer,
  { meetingId, proposalId }: { meetingId: string; proposalId: string },
): Promise<Result<null, WithdrawProposalRefusal>> {
  const { db, logs, now } = services
  return db.transaction(async (tx) => {
    await holdMinutes(tx, meetingId)
    const source = await findMinutes({ db: tx, logs }, viewer, meetingId)
    if (
      viewer.kind !== 'seat' ||
      !source ||
      !can(viewer, 'propose-correction', source.meeting)
    ) {
      return refuse({ code: 'no-such-meeting' })
    }
    const own = and(
      eq(minutesProposals.id, proposalId),
      eq(minutesProposals.meetingId, meetingId),
      eq(minutesProposals.seatId, viewer.seatId),
    )
    const [proposal] = await tx.select().from(minutesProposals).where(own)
    if (!proposal) return refuse({ code: 'no-such-proposal' })
    if (proposal.state === 'withdrawn') return ok(null)
    const decided = decideMinutes(
      await standingOf({ db: tx }, source),
      { type: 'withdraw-proposal', answered: proposal.state !== 'open' },
      localDateOf(now()),
    )
    if (!decided.ok) return decided
    await tx.update(minutesProposals).set({ state: 'withdrawn' }).where(own)
    return ok(null)
  })
}
