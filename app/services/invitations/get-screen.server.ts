import { and, eq } from 'drizzle-orm'
import type { ScreenViewer } from '#app/domain/permissions/viewer.ts'
import type { Database } from '#db/database.ts'
import { meetings } from '#db/schema/meetings.ts'

/** The hall's screen of a meeting, while the link it was opened with holds. */
export async function getScreen(
  { db }: { db: Database },
  { meetingId, version }: { meetingId: string; version: number },
): Promise<ScreenViewer | null> {
  const [row] = await db
    .select({ meetingId: meetings.id, communityId: meetings.communityId })
    .from(meetings)
    .where(and(eq(meetings.id, meetingId), eq(meetings.screenVersion, version)))
  return row ? { kind: 'screen', ...row, linkVersion: version } : null
}
