import { and, eq, isNull, like } from 'drizzle-orm'
import { localDateOf } from '#app/domain/calendar/local-date.ts'
import { WORK_CALENDAR } from '#app/domain/calendar/work-calendar.ts'
import { can } from '#app/domain/permissions/can.ts'
import type { Viewer } from '#app/domain/permissions/viewer.ts'
import {
  resolutionFromMinutes,
  type DraftResolution,
  type ResolutionRefusal,
} from '#app/domain/records/resolution-from-minutes.ts'
import { readResolutionNumber, resolutionNumber } from '#app/domain/records/resolution-title.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import type { MeetingLogs } from '#app/services/meetings/load-meeting.server.ts'
import type { Database } from '#db/database.ts'
import { meetings } from '#db/schema/meetings.ts'
import { places } from '#db/schema/organisation.ts'
import { resolutions } from '#db/schema/records.ts'
import { contentHash } from './content-hash.server.ts'
import { regionServed } from '#app/services/rules/rules-in-force.server.ts'
import { knownNames } from './known-names.server.ts'
import { findMinutes, type MinutesSource } from './minutes-rows.server.ts'
import { noteDecisionOnMatter } from './note-decision-on-matter.server.ts'

export type PublishRefusal =
  | ResolutionRefusal
  | { code: 'no-such-meeting' | 'minutes-not-confirmed' }
  | { code: 'already-published'; resolutionId: string }

type Lent = { db: Database; logs: MeetingLogs; now: () => Date }

/** What publishing each decision would make of it: for the page that asks before it does. */
export async function draftResolutions(
  services: Lent,
  viewer: Viewer,
  meetingId: string,
): Promise<{ itemId: string; draft: DraftResolution }[]> {
  const source = await findMinutes(services, viewer, meetingId)
  if (!source || !can(viewer, 'edit-minutes', source.meeting)) return []
  const draftOf = await drafterOf(services, source)
  return (source.saved?.content.items ?? []).flatMap(({ itemId }) => {
    const drafted = draftOf(itemId)
    return drafted.ok ? [{ itemId, draft: drafted.value }] : []
  })
}

/**
 * Publishes a decision of sealed minutes: a masked copy with a number, a hash
 * and 15 days of notice. Each decision once, until it is withdrawn.
 */
export async function publishResolution(
  services: Lent & { newId: () => string },
  viewer: Viewer,
  { meetingId, itemId }: { meetingId: string; itemId: string },
): Promise<Result<{ id: string; number: string }, PublishRefusal>> {
  const { db, logs, now, newId } = services
  return db.transaction(async (tx) => {
    const source = await findMinutes({ db: tx, logs }, viewer, meetingId)
    if (
      viewer.kind !== 'staff' ||
      !source ||
      !can(viewer, 'publish-resolution', source.meeting)
    ) {
      return refuse({ code: 'no-such-meeting' })
    }
    const { meeting } = source
    // Held, so that two publications of a community count one after the other.
    await tx
      .select({ id: places.id })
      .from(places)
      .where(eq(places.id, meeting.communityId))
      .for('update')
    const [standing] = await tx
      .select({ id: resolutions.id })
      .from(resolutions)
      .where(
        and(
          eq(resolutions.meetingId, meetingId),
          eq(resolutions.itemId, itemId),
          isNull(resolutions.withdrawnAt),
        ),
      )
    if (standing) return refuse({ code: 'already-published', resolutionId: standing.id })
    const drafted = (await drafterOf({ db: tx, now }, source))(itemId)
    if (!drafted.ok) return drafted

    const { label, title, content, noticeFrom, noticeUntil } = drafted.value
    const number = await nextNumber(tx, meeting.communityId, Number(noticeFrom.slice(0, 4)))
    const id = newId()
    const published = { number, label, title, content, noticeFrom, noticeUntil }
    await tx.insert(resolutions).values({
      id,
      communityId: meeting.communityId,
      compoundId: meeting.compoundId,
      meetingId,
      itemId,
      ...published,
      contentHash: contentHash(published),
      publishedAt: now(),
      publishedBy: viewer.name,
    })
    await tx
      .update(meetings)
      .set({ status: 'published' })
      .where(and(eq(meetings.id, meetingId), eq(meetings.status, 'minutes-confirmed')))
    if (content.matterId) {
      await noteDecisionOnMatter(tx, services, {
        matterId: content.matterId,
        communityId: meeting.communityId,
        actorName: viewer.name,
        resolution: { id, number, title },
      })
    }
    return ok({ id, number })
  })
}

/** What a decision of these minutes becomes; the names to mask are read once for all of them. */
async function drafterOf(
  { db, now }: { db: Database; now: () => Date },
  { meeting, log, saved }: MinutesSource,
): Promise<(itemId: string) => Result<DraftResolution, PublishRefusal>> {
  if (saved?.phase !== 'confirmed') return () => refuse({ code: 'minutes-not-confirmed' })
  const given = {
    minutes: saved.content,
    region: await regionServed(db),
    today: localDateOf(now()),
    calendar: WORK_CALENDAR,
    logHash: saved.logHash,
    known: await knownNames({ db }, meeting.communityId, log.state),
  }
  return (itemId) => resolutionFromMinutes({ ...given, itemId })
}

/** The next count of the year. The caller holds the community, so none is given twice or left out. */
async function nextNumber(tx: Database, communityId: string, year: number): Promise<string> {
  const given = await tx
    .select({ number: resolutions.number })
    .from(resolutions)
    .where(
      and(eq(resolutions.communityId, communityId), like(resolutions.number, `〔${year}〕%`)),
    )
  const counts = given.map(({ number }) => readResolutionNumber(number)?.count ?? 0)
  return resolutionNumber(year, Math.max(0, ...counts) + 1)
}
