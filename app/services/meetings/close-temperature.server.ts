import { and, eq } from 'drizzle-orm'
import type { Colour } from '#app/domain/meetings/temperature.ts'
import type { Database } from '#db/database.ts'
import { temperatureChecks, temperatureTallies, temperatureTurnout } from '#db/schema/room.ts'

/**
 * Closes a look at how the room feels and counts it, in the caller's
 * transaction. Who had answered is then gone, and so are the sums: what may be
 * shown of them goes into the log.
 *
 * @returns null when it is not open.
 */
export async function closeTemperature(
  tx: Database,
  { meetingId, checkId }: { meetingId: string; checkId: string },
): Promise<Record<Colour, number> | null> {
  // Waits for every answer that is being written, and makes every later one find it closed.
  const [check] = await tx
    .update(temperatureChecks)
    .set({ state: 'closed' })
    .where(
      and(
        eq(temperatureChecks.id, checkId),
        eq(temperatureChecks.meetingId, meetingId),
        eq(temperatureChecks.state, 'open'),
      ),
    )
    .returning()
  if (!check) return null
  const rows = await tx
    .delete(temperatureTallies)
    .where(eq(temperatureTallies.checkId, checkId))
    .returning()
  await tx.delete(temperatureTurnout).where(eq(temperatureTurnout.checkId, checkId))
  const countOf = (colour: Colour) => rows.find((row) => row.colour === colour)?.count ?? 0
  return { green: countOf('green'), yellow: countOf('yellow'), red: countOf('red') }
}

/** Drops whatever a check that nobody closed has gathered: its meeting is over. */
export async function dropTemperature(tx: Database, meetingId: string): Promise<void> {
  const open = await tx
    .select({ id: temperatureChecks.id })
    .from(temperatureChecks)
    .where(and(eq(temperatureChecks.meetingId, meetingId), eq(temperatureChecks.state, 'open')))
  for (const { id } of open) await closeTemperature(tx, { meetingId, checkId: id })
}
