import { and, eq, ne } from 'drizzle-orm'
import { localDateOf } from '#app/domain/calendar/local-date.ts'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import { repeatsOf, ruleOf, type Repeats } from '#app/domain/sessions/recurrence.ts'
import { ok, type Result } from '#app/domain/shared/result.ts'
import type { Database } from '#db/database.ts'
import { meetings, meetingSeries } from '#db/schema/meetings.ts'
import {
  holdDraft,
  saveDraft,
  type DraftRefusal,
  type SessionRow,
} from './hold-draft.server.ts'

type Lent = { db: Database; now: () => Date; newId: () => string }

/**
 * When, how long, how often. The session a series begins with carries its rule;
 * a later one that is given another time was moved, and the series stays.
 */
export async function saveTime(
  services: Lent,
  viewer: StaffViewer,
  {
    meetingId,
    revision,
    startsAt,
    durationMinutes,
    repeats,
  }: {
    meetingId: string
    revision: number
    startsAt: Date
    durationMinutes: number
    repeats: Repeats
  },
): Promise<Result<{ revision: number }, DraftRefusal>> {
  return services.db.transaction(async (tx) => {
    const held = await holdDraft(tx, viewer, { meetingId, revision })
    if (!held.ok) return held
    const row = held.value
    const series = await seriesFor(tx, services, row, { startsAt, repeats })
    const saved = await saveDraft(tx, row, { startsAt, durationMinutes, ...series })
    if (row.seriesId && series.seriesId === null) await dropIfEmpty(tx, row.seriesId)
    return ok({ revision: saved })
  })
}

/** What the session belongs to afterwards. */
async function seriesFor(
  tx: Database,
  { now, newId }: Lent,
  row: SessionRow,
  { startsAt, repeats }: { startsAt: Date; repeats: Repeats },
): Promise<{ seriesId: string | null; occurrenceAt: Date | null }> {
  const rrule = ruleOf(repeats, localDateOf(startsAt))
  if (!row.seriesId) {
    if (rrule === null) return { seriesId: null, occurrenceAt: null }
    const id = newId()
    const { communityId, compoundId } = row
    await tx
      .insert(meetingSeries)
      .values({ id, communityId, compoundId, rrule, startsAt, createdAt: now() })
    return { seriesId: id, occurrenceAt: startsAt }
  }

  const unchanged = { seriesId: row.seriesId, occurrenceAt: row.occurrenceAt }
  const [series] = await tx
    .select()
    .from(meetingSeries)
    .where(eq(meetingSeries.id, row.seriesId))
  const isFirst = series?.startsAt.getTime() === row.occurrenceAt?.getTime()
  const others = await tx
    .select({ id: meetings.id })
    .from(meetings)
    .where(and(eq(meetings.seriesId, row.seriesId), ne(meetings.id, row.id)))
    .limit(1)
  // Others hang on this rule already: only this one occurrence moves.
  if (!series || !isFirst || others.length > 0) return unchanged
  if (rrule === null) return { seriesId: null, occurrenceAt: null }
  if (repeatsOf(series.rrule) === repeats && series.startsAt.getTime() === startsAt.getTime()) {
    return unchanged
  }
  await tx
    .update(meetingSeries)
    .set({ rrule, startsAt, compoundId: row.compoundId })
    .where(eq(meetingSeries.id, series.id))
  return { seriesId: series.id, occurrenceAt: startsAt }
}

async function dropIfEmpty(tx: Database, seriesId: string): Promise<void> {
  const left = await tx
    .select({ id: meetings.id })
    .from(meetings)
    .where(eq(meetings.seriesId, seriesId))
    .limit(1)
  if (left.length === 0) await tx.delete(meetingSeries).where(eq(meetingSeries.id, seriesId))
}
