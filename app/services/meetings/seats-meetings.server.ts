import type { MeetingStatus } from '#app/domain/meetings/meeting.ts'
import type { Query } from '#db/database.ts'

export type MeetingRow = {
  communityId: string
  compoundId: string
  status: MeetingStatus
}

/** These meetings as a seat in them may know of them: once their notice was sent. */
export async function seatsMeetings(
  query: Query,
  meetingIds: readonly string[],
): Promise<Map<string, MeetingRow>> {
  const rows = await query<MeetingRow & { id: string }>(
    `select id, community_id as "communityId", compound_id as "compoundId", status
       from meeting where id = any($1) and status <> 'draft'`,
    [meetingIds],
  )
  return new Map(rows.map(({ id, ...row }) => [id, row]))
}
