import { asc, eq } from 'drizzle-orm'
import type { Database } from '#db/database.ts'
import { minutes, publishedMinutes, resolutions } from '#db/schema/records.ts'
import { contentHash } from './content-hash.server.ts'

/** Whether a sealed or published record still gives the hash it was sealed with. */
export type RecordCheck = { what: string; sound: boolean; hash: string }

/** Works out again the hash of everything that was sealed or published of a meeting. */
export async function verifyRecords(db: Database, meetingId: string): Promise<RecordCheck[]> {
  const [sealed, published, decided] = await Promise.all([
    db.select().from(minutes).where(eq(minutes.meetingId, meetingId)),
    db
      .select()
      .from(publishedMinutes)
      .where(eq(publishedMinutes.meetingId, meetingId))
      .orderBy(asc(publishedMinutes.publishedAt)),
    db
      .select()
      .from(resolutions)
      .where(eq(resolutions.meetingId, meetingId))
      .orderBy(asc(resolutions.number)),
  ])
  const check = (what: string, hash: string, value: unknown): RecordCheck => ({
    what,
    hash,
    sound: contentHash(value) === hash,
  })
  return [
    ...sealed.flatMap((row) =>
      row.contentHash === null ? [] : [check('minutes', row.contentHash, row.content)],
    ),
    ...published.map(({ content, noticeFrom, noticeUntil, contentHash: hash }) =>
      check('published minutes', hash, { content, noticeFrom, noticeUntil }),
    ),
    ...decided.map(
      ({ number, label, title, content, noticeFrom, noticeUntil, contentHash: hash }) =>
        check(number, hash, { number, label, title, content, noticeFrom, noticeUntil }),
    ),
  ]
}
