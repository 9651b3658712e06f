import { and, eq } from 'drizzle-orm'
import { loggedSeenBy } from '#app/domain/meetings/audience.ts'
import type { LoggedEvent } from '#app/domain/meetings/meeting-event.ts'
import { can } from '#app/domain/permissions/can.ts'
import type { Viewer } from '#app/domain/permissions/viewer.ts'
import type { Database } from '#db/database.ts'
import { meetings } from '#db/schema/meetings.ts'
import { loadMeeting, type MeetingLogs } from './load-meeting.server.ts'
import { visibleMeetings } from './visible-meetings.server.ts'

/**
 * A meeting's whole log as its staff may see it, or null. It holds no vote, so
 * nothing that was secret in the hall comes out in a replay.
 */
export async function getLog(
  { db, logs }: { db: Database; logs: MeetingLogs },
  viewer: Viewer,
  meetingId: string,
): Promise<{ events: LoggedEvent[] } | null> {
  if (viewer.kind !== 'staff') return null
  const [meeting] = await db
    .select()
    .from(meetings)
    .where(and(eq(meetings.id, meetingId), visibleMeetings({ db }, viewer)))
  if (!meeting || !can(viewer, 'edit-minutes', meeting)) return null
  const log = await loadMeeting({ db, logs }, meetingId)
  if (!log) return null
  return { events: log.events.map((logged) => loggedSeenBy(logged, 'staff')) }
}
