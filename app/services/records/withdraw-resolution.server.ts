import { and, eq, isNull } from 'drizzle-orm'
import { can } from '#app/domain/permissions/can.ts'
import type { Viewer } from '#app/domain/permissions/viewer.ts'
import { maskText } from '#app/domain/records/mask.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import type { Database } from '#db/database.ts'
import { resolutions } from '#db/schema/records.ts'
import { knownNames } from './known-names.server.ts'

export type WithdrawRefusal = {
  code: 'no-such-resolution' | 'already-withdrawn' | 'reason-missing'
}

/**
 * Takes a publication back, with a reason that everybody can read. It stays in
 * history under its number; the same decision may be published again.
 */
export async function withdrawResolution(
  { db, now }: { db: Database; now: () => Date },
  viewer: Viewer,
  { resolutionId, reason }: { resolutionId: string; reason: string },
): Promise<Result<null, WithdrawRefusal>> {
  return db.transaction(async (tx) => {
    const [row] = await tx
      .select({
        communityId: resolutions.communityId,
        withdrawnAt: resolutions.withdrawnAt,
      })
      .from(resolutions)
      .where(eq(resolutions.id, resolutionId))
      .for('update')
    if (!row || !can(viewer, 'withdraw-resolution', row)) {
      return refuse({ code: 'no-such-resolution' })
    }
    if (row.withdrawnAt) return refuse({ code: 'already-withdrawn' })
    const said = reason.trim()
    if (said === '') return refuse({ code: 'reason-missing' })
    const known = await knownNames({ db: tx }, row.communityId, null)
    await tx
      .update(resolutions)
      .set({ withdrawnAt: now(), withdrawnReason: maskText(said, known).text })
      .where(and(eq(resolutions.id, resolutionId), isNull(resolutions.withdrawnAt)))
    return ok(null)
  })
}
