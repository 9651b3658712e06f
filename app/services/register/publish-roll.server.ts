import { and, count, eq, isNull } from 'drizzle-orm'
import { lastDayOf } from '#app/domain/calendar/deadlines.ts'
import { localDateOf, type LocalDate } from '#app/domain/calendar/local-date.ts'
import { WORK_CALENDAR } from '#app/domain/calendar/work-calendar.ts'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import type { Database } from '#db/database.ts'
import { rollObjections, rolls } from '#db/schema/register.ts'
import { holdRoll, readLines, rollHash } from './roll-rows.server.ts'

type Lent = { db: Database; now: () => Date }

export type PublishRollRefusal = {
  code: 'no-such-roll' | 'already-published' | 'already-frozen' | 'withdrawn'
}

/** Shows a roll to the owners, with masked names, for the days its policy says. */
export async function publishRoll(
  { db, now }: Lent,
  viewer: StaffViewer,
  rollId: string,
): Promise<Result<{ until: LocalDate }, PublishRollRefusal>> {
  return db.transaction(async (tx) => {
    const roll = await holdRoll(tx, viewer, rollId, 'freeze-roll')
    if (!roll) return refuse({ code: 'no-such-roll' })
    if (roll.state !== 'draft') return refuse({ code: REFUSED[roll.state] })
    const period = { days: roll.policy.publicationDays, of: 'resident' } as const
    const until = lastDayOf(localDateOf(now()), period, WORK_CALENDAR)
    await tx
      .update(rolls)
      .set({ state: 'published', publishedAt: now(), publishedUntil: until })
      .where(eq(rolls.id, rollId))
    return ok({ until })
  })
}

const REFUSED = {
  published: 'already-published',
  frozen: 'already-frozen',
  withdrawn: 'withdrawn',
} as const

export type FreezeRollRefusal =
  | { code: 'no-such-roll' | 'not-published' | 'already-frozen' | 'withdrawn' }
  | { code: 'objections-open'; open: number }
  | { code: 'still-shown'; until: LocalDate }

/**
 * Freezes a roll with its hash: from now on nobody is added, nobody leaves, no area changes.
 *
 * Every objection must have been answered. Before the last day it takes a reason, which everybody
 * can read: the law names days for the first owners' assembly only.
 */
export async function freezeRoll(
  { db, now }: Lent,
  viewer: StaffViewer,
  { rollId, earlyReason }: { rollId: string; earlyReason: string },
): Promise<Result<{ hash: string }, FreezeRollRefusal>> {
  return db.transaction(async (tx) => {
    const roll = await holdRoll(tx, viewer, rollId, 'freeze-roll')
    if (!roll) return refuse({ code: 'no-such-roll' })
    if (roll.state === 'draft') return refuse({ code: 'not-published' })
    if (roll.state === 'frozen') return refuse({ code: 'already-frozen' })
    if (roll.state === 'withdrawn') return refuse({ code: 'withdrawn' })
    const [{ open } = { open: 0 }] = await tx
      .select({ open: count() })
      .from(rollObjections)
      .where(and(eq(rollObjections.rollId, rollId), isNull(rollObjections.answeredAt)))
    if (open > 0) return refuse({ code: 'objections-open', open })
    const until = roll.publishedUntil
    const isEarly = until !== null && localDateOf(now()) <= until
    const reason = earlyReason.trim()
    if (isEarly && reason === '') return refuse({ code: 'still-shown', until })

    const hash = await rollHash(roll, readLines(tx, rollId))
    await tx
      .update(rolls)
      .set({
        state: 'frozen',
        frozenAt: now(),
        frozenBy: viewer.name,
        hash,
        earlyReason: isEarly ? reason : null,
      })
      .where(eq(rolls.id, rollId))
    return ok({ hash })
  })
}

/** Takes a roll back that was not frozen. It is kept, with the reason. */
export async function withdrawRoll(
  { db }: { db: Database },
  viewer: StaffViewer,
  { rollId, reason }: { rollId: string; reason: string },
): Promise<Result<null, { code: 'no-such-roll' | 'already-frozen' | 'reason-missing' }>> {
  return db.transaction(async (tx) => {
    const roll = await holdRoll(tx, viewer, rollId, 'freeze-roll')
    if (!roll) return refuse({ code: 'no-such-roll' })
    if (roll.state === 'frozen') return refuse({ code: 'already-frozen' })
    if (reason.trim() === '') return refuse({ code: 'reason-missing' })
    await tx
      .update(rolls)
      .set({ state: 'withdrawn', withdrawnReason: reason.trim() })
      .where(eq(rolls.id, rollId))
    return ok(null)
  })
}
