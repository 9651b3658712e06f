import { asc, eq, lte } from 'drizzle-orm'
import type { MeetingState } from '#app/domain/meetings/meeting-state.ts'
import { turnEndsAt } from '#app/domain/meetings/turn-end.ts'
import type { Database } from '#db/database.ts'
import { runningTurns } from '#db/schema/room.ts'

/** Turns that end by themselves up to an instant, the first of them first. */
export function turnsEndingBy(
  { db }: { db: Database },
  by: Date,
): Promise<{ meetingId: string; endsAt: Date }[]> {
  return db
    .select()
    .from(runningTurns)
    .where(lte(runningTurns.endsAt, by))
    .orderBy(asc(runningTurns.endsAt))
}

/**
 * Writes down when the turn that runs now ends by itself, in the transaction that adds the events
 * it follows from: whichever process is there then finds it.
 */
export async function noteTurnEnd(
  tx: Database,
  meetingId: string,
  before: MeetingState | null,
  after: MeetingState,
): Promise<void> {
  const endsAt = turnEndsAt(after)
  if (endsAt === (before && turnEndsAt(before))) return
  if (endsAt === null) {
    await tx.delete(runningTurns).where(eq(runningTurns.meetingId, meetingId))
    return
  }
  const row = { endsAt: new Date(endsAt) }
  await tx
    .insert(runningTurns)
    .values({ meetingId, ...row })
    .onConflictDoUpdate({ target: runningTurns.meetingId, set: row })
}
