import { and, eq, sql } from 'drizzle-orm'
import { can } from '#app/domain/permissions/can.ts'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import type { MeetingFeed } from '#app/services/meetings/meeting-feed.server.ts'
import { visibleMeetings } from '#app/services/meetings/visible-meetings.server.ts'
import type { Database } from '#db/database.ts'
import { invitees, meetings } from '#db/schema/meetings.ts'

export type RenewLinkRefusal = { code: 'no-such-session' | 'no-such-seat' }

type Lent = {
  db: Database
  feed: Pick<MeetingFeed, 'publishRemoved' | 'publishScreensRemoved'>
}

/**
 * Makes a personal link worthless and another one in its place, for a slip that
 * fell into other hands. Whoever sits there with the old one is out at once.
 */
export async function renewSeatLink(
  { db, feed }: Lent,
  viewer: StaffViewer,
  { meetingId, seatId }: { meetingId: string; seatId: string },
): Promise<Result<null, RenewLinkRefusal>> {
  const session = await sessionOf(db, viewer, meetingId)
  if (!session || !can(viewer, 'copy-links', session)) {
    return refuse({ code: 'no-such-session' })
  }
  const raised = await db
    .update(invitees)
    .set({ linkVersion: sql`${invitees.linkVersion} + 1` })
    .where(and(eq(invitees.id, seatId), eq(invitees.meetingId, meetingId)))
    .returning({ id: invitees.id })
  if (raised.length === 0) return refuse({ code: 'no-such-seat' })
  feed.publishRemoved(meetingId, seatId)
  return ok(null)
}

/** The same for the link of the hall's screen: every screen it was opened on goes dark. */
export async function renewScreenLink(
  { db, feed }: Lent,
  viewer: StaffViewer,
  { meetingId }: { meetingId: string },
): Promise<Result<null, RenewLinkRefusal>> {
  const session = await sessionOf(db, viewer, meetingId)
  if (!session || !can(viewer, 'show-screen', session)) {
    return refuse({ code: 'no-such-session' })
  }
  await db
    .update(meetings)
    .set({ screenVersion: sql`${meetings.screenVersion} + 1` })
    .where(eq(meetings.id, meetingId))
  feed.publishScreensRemoved(meetingId)
  return ok(null)
}

async function sessionOf(db: Database, viewer: StaffViewer, meetingId: string) {
  const [row] = await db
    .select()
    .from(meetings)
    .where(and(eq(meetings.id, meetingId), visibleMeetings({ db }, viewer)))
  return row ?? null
}
