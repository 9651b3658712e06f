import { and, inArray } from 'drizzle-orm'
import { GUEST } from '#app/domain/permissions/viewer.ts'
import { isHallCode } from '#app/services/meetings/hall-code.server.ts'
import { visibleMeetings } from '#app/services/meetings/visible-meetings.server.ts'
import type { Database } from '#db/database.ts'
import { meetings } from '#db/schema/meetings.ts'

/**
 * The session whose hall shows these six digits now. Every open one is asked,
 * so that the answer takes as long for a wrong code as for a right one.
 */
export async function findMeetingByCode(
  lent: { db: Database; now: () => Date; config: { sessionSecret: string } },
  typed: string,
): Promise<{ meetingId: string } | null> {
  const open = await lent.db
    .select({ id: meetings.id })
    .from(meetings)
    .where(
      and(
        visibleMeetings(lent, GUEST),
        inArray(meetings.status, ['doors-open', 'in-session', 'paused']),
      ),
    )
  let found: string | null = null
  for (const { id } of open) if (isHallCode(lent, id, typed)) found = id
  return found === null ? null : { meetingId: found }
}
