import { and, eq, isNull, ne } from 'drizzle-orm'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import type { Database } from '#db/database.ts'
import { invitees, meetings } from '#db/schema/meetings.ts'
import { readLink } from './personal-link.server.ts'

export type OpenLinkRefusal = { code: 'no-such-invitation' }

/**
 * Whose seat a personal link is. The first time it is opened is kept, so that
 * the convener sees who has not read the notice yet. A link that was revoked, and
 * one to a session whose notice was not sent, are like no link at all.
 */
export async function openLink(
  { db, now, config }: { db: Database; now: () => Date; config: { sessionSecret: string } },
  token: string,
): Promise<Result<{ meetingId: string; seatId: string; version: number }, OpenLinkRefusal>> {
  const link = readLink(config.sessionSecret, 'seat', token)
  if (!link) return refuse({ code: 'no-such-invitation' })
  const [seat] = await db
    .select({ meetingId: invitees.meetingId, version: invitees.linkVersion })
    .from(invitees)
    .innerJoin(meetings, eq(meetings.id, invitees.meetingId))
    .where(and(eq(invitees.id, link.id), ne(meetings.status, 'draft')))
  if (seat?.version !== link.version) return refuse({ code: 'no-such-invitation' })
  await db
    .update(invitees)
    .set({ firstOpenedAt: now() })
    .where(and(eq(invitees.id, link.id), isNull(invitees.firstOpenedAt)))
  return ok({ meetingId: seat.meetingId, seatId: link.id, version: link.version })
}
