import { asc, eq } from 'drizzle-orm'
import type { MeetingState } from '#app/domain/meetings/meeting-state.ts'
import type { Proposal } from '#app/domain/records/proposal.ts'
import type { Database } from '#db/database.ts'
import { minutesProposals } from '#db/schema/records.ts'

/** Every proposal to a meeting's minutes, oldest first. Only for those who may read the minutes. */
export async function listProposals(
  { db }: { db: Database },
  meetingId: string,
  { seats }: Pick<MeetingState, 'seats'>,
): Promise<Proposal[]> {
  const rows = await db
    .select()
    .from(minutesProposals)
    .where(eq(minutesProposals.meetingId, meetingId))
    .orderBy(asc(minutesProposals.madeAt), asc(minutesProposals.id))
  return rows.map((row) => {
    const seat = seats.find((each) => each.id === row.seatId)
    return {
      id: row.id,
      target: row.target,
      quoted: row.quoted,
      text: row.text,
      by: { seatId: row.seatId, name: seat?.name ?? '', title: seat?.title ?? '' },
      madeAt: row.madeAt,
      state: row.state,
      answer: row.answer,
      answeredBy: row.answeredBy,
      answeredAt: row.answeredAt,
    }
  })
}
