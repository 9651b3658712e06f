import { and, asc, eq, ne, sql } from 'drizzle-orm'
import { draftMinutes } from '#app/domain/records/draft-minutes.ts'
import type { MinutesStanding } from '#app/domain/records/minutes-phase.ts'
import type { MinutesContent } from '#app/domain/records/minutes.ts'
import type { Viewer } from '#app/domain/permissions/viewer.ts'
import {
  loadMeeting,
  type MeetingLog,
  type MeetingLogs,
} from '#app/services/meetings/load-meeting.server.ts'
import { visibleMeetings } from '#app/services/meetings/visible-meetings.server.ts'
import type { Database } from '#db/database.ts'
import { invitees, meetings } from '#db/schema/meetings.ts'
import { minutes, minutesAddenda, minutesProposals } from '#db/schema/records.ts'

export type MinutesRow = typeof minutes.$inferSelect
export type MeetingRow = typeof meetings.$inferSelect

/** A meeting with its log and the minutes that were saved of it, as far as this viewer may know of it. */
export type MinutesSource = {
  meeting: MeetingRow
  log: MeetingLog
  saved: MinutesRow | null
  /** Seats whose invitation was answered with a no. */
  saidNo: ReadonlySet<string>
}

type Lent = { db: Database; logs: MeetingLogs }

/**
 * Null when there is no such meeting, when it is none of theirs, and before its
 * notice was sent. What they may do with it is asked by the caller.
 */
export async function findMinutes(
  { db, logs }: Lent,
  viewer: Viewer,
  meetingId: string,
): Promise<MinutesSource | null> {
  if (viewer.kind !== 'staff' && viewer.kind !== 'seat') return null
  const [meeting] = await db
    .select()
    .from(meetings)
    .where(and(eq(meetings.id, meetingId), visibleMeetings({ db }, viewer)))
  if (!meeting) return null
  const log = await loadMeeting({ db, logs }, meetingId)
  if (!log) return null
  const [saved] = await db.select().from(minutes).where(eq(minutes.meetingId, meetingId))
  const declined = await db
    .select({ seatId: invitees.id })
    .from(invitees)
    .where(and(eq(invitees.meetingId, meetingId), eq(invitees.rsvp, 'no')))
  const saidNo = new Set(declined.map(({ seatId }) => seatId))
  return { meeting, log, saved: saved ?? null, saidNo }
}

/**
 * Waits for whoever is changing these minutes, and makes others wait until this
 * transaction ends: what was asked of them still holds when they are written.
 * Minutes nobody has saved have no row to hold; there the primary key decides.
 */
export async function holdMinutes(tx: Database, meetingId: string): Promise<void> {
  await tx
    .select({ meetingId: minutes.meetingId })
    .from(minutes)
    .where(eq(minutes.meetingId, meetingId))
    .for('update')
}

/** The minutes as they are now: sealed, or drafted again from the log around what was typed. */
export function currentMinutes(source: MinutesSource): MinutesContent {
  const { saved } = source
  return saved?.phase === 'confirmed' ? saved.content : draftedMinutes(source)
}

/** Drafted from the facts of today around what was typed. */
export function draftedMinutes({ log, saved, saidNo }: MinutesSource): MinutesContent {
  return draftMinutes(log.state, log.events, saved?.content ?? null, saidNo)
}

/** Where these minutes stand, for `decideMinutes`. */
export async function standingOf(
  { db }: { db: Database },
  { meeting, log, saved }: MinutesSource,
): Promise<MinutesStanding> {
  const [counted] = await db
    .select({
      all: sql<number>`count(*)::int`,
      unanswered: sql<number>`(count(*) filter (where ${minutesProposals.state} = 'open'))::int`,
    })
    .from(minutesProposals)
    .where(
      and(eq(minutesProposals.meetingId, meeting.id), ne(minutesProposals.state, 'withdrawn')),
    )
  return {
    phase: saved?.phase ?? 'draft',
    revision: saved?.revision ?? 0,
    meeting:
      log.state.cancelledReason !== undefined
        ? 'cancelled'
        : log.state.phase === 'closed'
          ? 'closed'
          : 'running',
    askedUntil: saved?.askedUntil ?? null,
    endedEarly: (saved?.askingEndedAt ?? null) !== null,
    proposals: counted?.all ?? 0,
    unanswered: counted?.unanswered ?? 0,
  }
}

type Written = Omit<typeof minutes.$inferInsert, 'meetingId' | 'revision'>

/**
 * Writes minutes that were read at `revision`, 0 for none. Two first saves at
 * once: the primary key lets one in. Two later ones: the revision does.
 *
 * @returns the new revision, or null when somebody else was first.
 */
export async function writeMinutes(
  tx: Database,
  meetingId: string,
  revision: number,
  row: Written,
): Promise<number | null> {
  const values = { ...row, revision: revision + 1 }
  const [kept] =
    revision === 0
      ? await tx
          .insert(minutes)
          .values({ meetingId, ...values })
          .onConflictDoNothing()
          .returning({ revision: minutes.revision })
      : await tx
          .update(minutes)
          .set(values)
          .where(
            and(
              eq(minutes.meetingId, meetingId),
              eq(minutes.revision, revision),
              ne(minutes.phase, 'confirmed'),
            ),
          )
          .returning({ revision: minutes.revision })
  return kept?.revision ?? null
}

export async function addendaOf({ db }: { db: Database }, meetingId: string) {
  return db
    .select()
    .from(minutesAddenda)
    .where(eq(minutesAddenda.meetingId, meetingId))
    .orderBy(asc(minutesAddenda.position))
}
