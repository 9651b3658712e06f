import { and, eq, sql } from 'drizzle-orm'
import { localDateOf } from '#app/domain/calendar/local-date.ts'
import { can } from '#app/domain/permissions/can.ts'
import type { Viewer } from '#app/domain/permissions/viewer.ts'
import { decideMinutes, type MinutesStepRefusal } from '#app/domain/records/minutes-phase.ts'
import type { ProposalTarget } from '#app/domain/records/proposal.ts'
import { quotedAt } from '#app/domain/records/quoted-at.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import type { MeetingLogs } from '#app/services/meetings/load-meeting.server.ts'
import type { Database } from '#db/database.ts'
import { minutesProposals } from '#db/schema/records.ts'
import { currentMinutes, findMinutes, holdMinutes, standingOf } from './minutes-rows.server.ts'

export type ProposeRefusal = MinutesStepRefusal | { code: 'no-such-meeting' | 'no-such-place' }

/**
 * A participant proposes a correction to minutes they were asked to read. The
 * same key of the same seat is one proposal, however often a phone sends it.
 */
export async function proposeCorrection(
  services: { db: Database; logs: MeetingLogs; now: () => Date; newId: () => string },
  viewer: Viewer,
  {
    meetingId,
    key,
    target,
    text,
  }: { meetingId: string; key: string; target: ProposalTarget; text: string },
): Promise<Result<{ id: string }, ProposeRefusal>> {
  const { db, logs, now, newId } = services
  return db.transaction(async (tx) => {
    // Held, so that they are not sealed while this is being added.
    await holdMinutes(tx, meetingId)
    const source = await findMinutes({ db: tx, logs }, viewer, meetingId)
    if (
      viewer.kind !== 'seat' ||
      !source ||
      !can(viewer, 'propose-correction', source.meeting)
    ) {
      return refuse({ code: 'no-such-meeting' })
    }
    const mine = and(
      eq(minutesProposals.meetingId, meetingId),
      eq(minutesProposals.seatId, viewer.seatId),
    )
    const [before] = await tx
      .select({ id: minutesProposals.id })
      .from(minutesProposals)
      .where(and(mine, eq(minutesProposals.key, key)))
    if (before) return ok(before)
    const [open] = await tx
      .select({ count: sql<number>`count(*)::int` })
      .from(minutesProposals)
      .where(and(mine, eq(minutesProposals.state, 'open')))
    const at = now()
    const decided = decideMinutes(
      await standingOf({ db: tx }, source),
      { type: 'propose', text, openOfMine: open?.count ?? 0 },
      localDateOf(at),
    )
    if (!decided.ok) return decided
    const quoted = quotedAt(currentMinutes(source), target)
    if (quoted === null) return refuse({ code: 'no-such-place' })
    const id = newId()
    await tx.insert(minutesProposals).values({
      id,
      meetingId,
      seatId: viewer.seatId,
      target,
      quoted,
      text: text.trim(),
      madeAt: at,
      key,
    })
    return ok({ id })
  })
}
