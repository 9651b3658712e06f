import type { SeatViewer } from '#app/domain/permissions/viewer.ts'
import type { Query } from '#db/database.ts'

type Row = {
  seatId: string
  linkVersion: number
  meetingId: string
  personId: string
  communityId: string
}

/** The seats that are there, by id, each with the version its personal link has now. */
export async function findSeats(
  query: Query,
  seatIds: readonly string[],
): Promise<Map<string, SeatViewer>> {
  const rows = await query<Row>(
    `select i.id as "seatId", i.link_version as "linkVersion", i.meeting_id as "meetingId",
            i.person_id as "personId", m.community_id as "communityId"
       from invitee i join meeting m on m.id = i.meeting_id
      where i.id = any($1)`,
    [seatIds],
  )
  return new Map(rows.map((row) => [row.seatId, { kind: 'seat', ...row }]))
}
