import type { HallReads } from '#app/services/meetings/hall-reads.server.ts'
import { and, eq } from 'drizzle-orm'
import { localDateOf } from '#app/domain/calendar/local-date.ts'
import type { Officer } from '#app/domain/meetings/meeting.ts'
import type { Viewer } from '#app/domain/permissions/viewer.ts'
import { worksFor } from '#app/services/accounts/staff-of.server.ts'
import type { Database } from '#db/database.ts'
import { accounts } from '#db/schema/accounts.ts'
import { meetings } from '#db/schema/meetings.ts'
import type { MeetingLogs } from './load-meeting.server.ts'
import { memberOfMeeting } from './member-of-meeting.server.ts'
import { officersOf } from './officers-of.server.ts'
import { mayBeGivenChair } from './visible-meetings.server.ts'

/** Staff of the meeting's community who could take its chair; nobody for who does not lead or serve it. */
export async function listOfficers(
  services: { db: Database; logs: MeetingLogs; reads: HallReads; now: () => Date },
  viewer: Viewer,
  meetingId: string,
): Promise<Officer[]> {
  const member = await memberOfMeeting(services, viewer, meetingId)
  if (!member?.actor || member.actor.role === 'seat') return []
  const { communityId, compoundId } = member.meeting
  const rows = await services.db
    .select({ personId: accounts.personId })
    .from(accounts)
    .innerJoin(meetings, eq(meetings.id, meetingId))
    .where(and(mayBeGivenChair(services), worksFor(communityId)))
    .orderBy(accounts.login)
  const ids = rows.map(({ personId }) => personId)
  const today = localDateOf(services.now())
  const officers = await officersOf(services.db, ids, { compoundId, today })
  return ids.flatMap((id) => officers.get(id) ?? [])
}
