import { and, eq, inArray } from 'drizzle-orm'
import type { ScreenViewer, SeatViewer } from '#app/domain/permissions/viewer.ts'
import type { Database } from '#db/database.ts'
import { invitees, meetings } from '#db/schema/meetings.ts'

/** A seat whose link was opened, with the version the link had. */
export type OpenedSeat = { seatId: string; version: number }

/** Those of the opened seats that still hold: a link that was revoked since opens nothing. */
export async function getSeats(
  { db }: { db: Database },
  opened: readonly OpenedSeat[],
): Promise<SeatViewer[]> {
  if (opened.length === 0) return []
  const rows = await db
    .select({
      seatId: invitees.id,
      linkVersion: invitees.linkVersion,
      meetingId: invitees.meetingId,
      personId: invitees.personId,
      communityId: meetings.communityId,
    })
    .from(invitees)
    .innerJoin(meetings, eq(meetings.id, invitees.meetingId))
    .where(
      inArray(
        invitees.id,
        opened.map((seat) => seat.seatId),
      ),
    )
  const versions = new Map(opened.map((seat) => [seat.seatId, seat.version]))
  return rows
    .filter((row) => versions.get(row.seatId) === row.linkVersion)
    .map((seat) => ({ kind: 'seat', ...seat }))
}

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
