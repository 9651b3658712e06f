import { and, asc, eq } from 'drizzle-orm'
import { draftMinutes } from '#app/domain/records/draft-minutes.ts'
import type { MinutesContent } from '#app/domain/records/minutes.ts'
import type { Viewer } from '#app/domain/permissions/viewer.ts'
import {
  loadMeeting,
  type MeetingLog,
  type MeetingLogs,
} from '#app/services/meetings/load-meeting.server.ts'
import { visibleMeetings } from '#app/services/meetings/visible-meetings.server.ts'
import type { Database } from '#db/database.ts'
import { meetings } from '#db/schema/meetings.ts'
import { minutes, minutesAddenda } from '#db/schema/records.ts'

export type MinutesRow = typeof minutes.$inferSelect
export type MeetingRow = typeof meetings.$inferSelect

/** A meeting with its log and the minutes that were saved of it, as far as this viewer may know of it. */
export type MinutesSource = {
  meeting: MeetingRow
  log: MeetingLog
  saved: MinutesRow | null
}

type Lent = { db: Database; logs: MeetingLogs }

/** Null when there is no such meeting, when it is none of theirs, and before its notice was sent. */
export async function findMinutes(
  { db, logs }: Lent,
  viewer: Viewer,
  meetingId: string,
): Promise<MinutesSource | null> {
  if (viewer.kind !== 'staff') return null
  const [meeting] = await db
    .select()
    .from(meetings)
    .where(and(eq(meetings.id, meetingId), visibleMeetings({ db }, viewer)))
  if (!meeting) return null
  const log = await loadMeeting({ db, logs }, meetingId)
  if (!log) return null
  const [saved] = await db.select().from(minutes).where(eq(minutes.meetingId, meetingId))
  return { meeting, log, saved: saved ?? null }
}

/** The minutes as they are now: sealed, or drafted again from the log around what was typed. */
export function currentMinutes({ log, saved }: MinutesSource): MinutesContent {
  return saved?.phase === 'confirmed'
    ? saved.content
    : draftMinutes(log.state, log.events, saved?.content ?? null)
}

export async function addendaOf({ db }: { db: Database }, meetingId: string) {
  return db
    .select()
    .from(minutesAddenda)
    .where(eq(minutesAddenda.meetingId, meetingId))
    .orderBy(asc(minutesAddenda.position))
}
