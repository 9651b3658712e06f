import { inArray, sql, and, type SQL } from 'drizzle-orm'
import { visibleMeetings } from '#app/services/meetings/visible-meetings.server.ts'
import { GUEST } from '#app/domain/permissions/viewer.ts'
import type { Database } from '#db/database.ts'
import { meetings } from '#db/schema/meetings.ts'
import { resolutions } from '#db/schema/records.ts'

/** The condition of every public list, count and page of resolutions: of meetings that are public themselves. */
export function publicResolutions({ db }: { db: Database }): SQL {
  const open = db
    .select({ id: meetings.id })
    .from(meetings)
    .where(visibleMeetings({ db }, GUEST))
  return and(inArray(resolutions.meetingId, open)) ?? sql`true`
}
