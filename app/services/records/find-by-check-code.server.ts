import { and, eq, inArray, isNull, like, type SQLWrapper } from 'drizzle-orm'
import { GUEST } from '#app/domain/permissions/viewer.ts'
import { hashPrefixOf } from '#app/domain/records/check-code.ts'
import { visibleMeetings } from '#app/services/meetings/visible-meetings.server.ts'
import type { Database } from '#db/database.ts'
import { meetings } from '#db/schema/meetings.ts'
import { minutes, publishedMinutes, resolutions } from '#db/schema/records.ts'
import { contentHash } from './content-hash.server.ts'

/** What a check code on paper belongs to, and whether it still is what was sealed. */
export type CheckedRecord = {
  kind: 'resolution' | 'minutes-public' | 'minutes'
  title: string
  /** Where it can be read; null for sealed minutes of which no copy is published. */
  path: string | null
  sealedAt: Date
  withdrawn: boolean
  /** The hash it was sealed with, and the one its content gives now. */
  sealedHash: string
  hashNow: string
}

/**
 * The record a check code stands for, of meetings anybody may know of. The hash
 * is worked out again from what is stored, so that a changed record is found.
 */
export async function findByCheckCode(
  { db }: { db: Database },
  typed: string,
): Promise<CheckedRecord | null> {
  const prefix = hashPrefixOf(typed)
  if (prefix === null) return null
  const open = db
    .select({ id: meetings.id })
    .from(meetings)
    .where(visibleMeetings({ db }, GUEST))
  return (
    (await resolutionOf(db, prefix, open)) ??
    (await publishedOf(db, prefix, open)) ??
    (await sealedOf(db, prefix, open))
  )
}

type Open = SQLWrapper

async function resolutionOf(
  db: Database,
  prefix: string,
  open: Open,
): Promise<CheckedRecord | null> {
  const [row] = await db
    .select()
    .from(resolutions)
    .where(
      and(like(resolutions.contentHash, `${prefix}%`), inArray(resolutions.meetingId, open)),
    )
    .limit(1)
  if (!row) return null
  const { number, label, title, content, noticeFrom, noticeUntil } = row
  return {
    kind: 'resolution',
    title,
    path: `/resolutions/${row.id}`,
    sealedAt: row.publishedAt,
    withdrawn: row.withdrawnAt !== null,
    sealedHash: row.contentHash,
    hashNow: contentHash({ number, label, title, content, noticeFrom, noticeUntil }),
  }
}

async function publishedOf(
  db: Database,
  prefix: string,
  open: Open,
): Promise<CheckedRecord | null> {
  const [row] = await db
    .select()
    .from(publishedMinutes)
    .where(
      and(
        like(publishedMinutes.contentHash, `${prefix}%`),
        inArray(publishedMinutes.meetingId, open),
      ),
    )
    .limit(1)
  if (!row) return null
  const { content, noticeFrom, noticeUntil } = row
  return {
    kind: 'minutes-public',
    title: titleOf(content.document),
    path: `/minutes/${row.id}`,
    sealedAt: row.publishedAt,
    withdrawn: row.withdrawnAt !== null,
    sealedHash: row.contentHash,
    hashNow: contentHash({ content, noticeFrom, noticeUntil }),
  }
}

/** The archive's own copy: that it stands unchanged is said, what it says is not. */
async function sealedOf(
  db: Database,
  prefix: string,
  open: Open,
): Promise<CheckedRecord | null> {
  const [row] = await db
    .select({
      content: minutes.content,
      hash: minutes.contentHash,
      at: minutes.confirmedAt,
      published: publishedMinutes.id,
    })
    .from(minutes)
    .innerJoin(meetings, eq(meetings.id, minutes.meetingId))
    .leftJoin(
      publishedMinutes,
      and(
        eq(publishedMinutes.meetingId, minutes.meetingId),
        isNull(publishedMinutes.withdrawnAt),
      ),
    )
    .where(and(like(minutes.contentHash, `${prefix}%`), inArray(minutes.meetingId, open)))
    .limit(1)
  if (!row?.hash || !row.at) return null
  return {
    kind: 'minutes',
    title: row.content.title,
    path: row.published === null ? null : `/minutes/${row.published}`,
    sealedAt: row.at,
    withdrawn: false,
    sealedHash: row.hash,
    hashNow: contentHash(row.content),
  }
}

function titleOf({ mark, number }: { mark: string; number: string | null }): string {
  return number === null ? mark : `${mark} ${number}`
}
