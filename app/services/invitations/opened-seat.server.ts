import type { SeatViewer } from '#app/domain/permissions/viewer.ts'
import type { HallReads } from '#app/services/meetings/hall-reads.server.ts'

/** The seat whose link was opened, if it still holds: one that was revoked since opens nothing. */
export async function openedSeat(
  { reads }: { reads: Pick<HallReads, 'seat'> },
  { seatId, version }: { seatId: string; version: number },
): Promise<SeatViewer | null> {
  const seat = await reads.seat(seatId)
  return seat?.linkVersion === version ? seat : null
}
