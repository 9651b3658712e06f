import { and, eq, isNull } from 'drizzle-orm'
import { can } from '#app/domain/permissions/can.ts'
import type { Viewer } from '#app/domain/permissions/viewer.ts'
import { maskText } from '#app/domain/records/mask.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import type { Database } from '#db/database.ts'
import { publishedMinutes } from '#db/schema/records.ts'
import { knownNames } from './known-names.server.ts'

export type WithdrawMinutesRefusal = { code: 'no-such-meeting' | 'reason-missing' }

/** Takes published minutes back, with a reason everybody can read. The copy stays in history. */
export async function withdrawMinutes(
  { db, now }: { db: Database; now: () => Date },
  viewer: Viewer,
  { meetingId, reason }: { meetingId: string; reason: string },
): Promise<Result<null, WithdrawMinutesRefusal>> {
  return db.transaction(async (tx) => {
    const standing = and(
      eq(publishedMinutes.meetingId, meetingId),
      isNull(publishedMinutes.withdrawnAt),
    )
    const [row] = await tx
      .select({ communityId: publishedMinutes.communityId })
      .from(publishedMinutes)
      .where(standing)
      .for('update')
    if (!row || !can(viewer, 'withdraw-resolution', row)) {
      return refuse({ code: 'no-such-meeting' })
    }
    const said = reason.trim()
    if (said === '') return refuse({ code: 'reason-missing' })
    const known = await knownNames({ db: tx }, row.communityId, null)
    await tx
      .update(publishedMinutes)
      .set({ withdrawnAt: now(), withdrawnReason: maskText(said, known).text })
      .where(standing)
    return ok(null)
  })
}
