import { and, eq, isNull, sql } from 'drizzle-orm'
import {
  countedAs,
  paperStanding,
  readPaperMark,
  type AttemptOutcome,
  type PaperMark,
} from '#app/domain/owners-vote/paper.ts'
import { can } from '#app/domain/permissions/can.ts'
import type { StaffViewer, Viewer } from '#app/domain/permissions/viewer.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import { cleanPhoto, type PhotoRefusal } from '#app/services/matters/clean-photo.server.ts'
import { databaseCodeOf, UNIQUE_VIOLATION } from '#db/database-errors.ts'
import type { VoteWriter } from '#app/services/voting/vote-writer.server.ts'
import type { CleanPhoto } from '#app/services/matters/clean-photo.server.ts'
import { staffOf } from '#app/services/accounts/staff-of.server.ts'
import type { Database } from '#db/database.ts'
import { openVotes } from '#db/schema/ballots.ts'
import {
  paperBallots,
  paperEntries,
  paperPhotos,
  voteAttempts,
} from '#db/schema/owners-votes.ts'
import { castFor } from './cast-owners-vote.server.ts'
import { loadVote, type LoadedVote } from './owners-vote-rows.server.ts'
import { othersWhoSettle } from './paper-rows.server.ts'

export type PaperRefusal =
  | PhotoRefusal
  | {
      code:
        | 'no-such-paper'
        | 'not-reading-papers'
        | 'mark-unknown'
        | 'read-already'
        | 'settled-already'
        | 'nothing-to-settle'
        | 'may-not-settle'
        | 'settler-read-it'
        | 'overseer-missing'
        | 'overseer-is-staff'
        | 'reason-missing'
        | 'photo-missing'
        | 'busy'
    }

/** What came of a reading: wait for the second, settle the difference, or what it counts as. */
export type PaperAnswer =
  { at: 'read-once' | 'differs' } | { at: 'settled'; outcome: AttemptOutcome }

type Lent = {
  db: Database
  now: () => Date
  newId: () => string
  votes: VoteWriter
}

/**
 * Writes down what one person reads on a paper. The second reads it without seeing the first; when
 * both read the same it is counted, else somebody who runs the vote and was neither reader settles
 * it with the paper in hand and a reason. Where a community has nobody else, a reader who runs the
 * vote does, while an overseer (监票人) who is not of the staff looks on and is written down.
 *
 * @param reason - given to settle a difference, null for a reading.
 * @param overseer - the name of who looks on; needed where a reader settles.
 */
export async function readPaper(
  services: Lent,
  viewer: Viewer,
  {
    voteId,
    electorId,
    mark: text,
    reason,
    overseer = null,
    photo,
  }: {
    voteId: string
    electorId: string
    mark: string
    reason: string | null
    overseer?: string | null
    photo: Uint8Array | null
  },
): Promise<Result<PaperAnswer, PaperRefusal>> {
  const loaded = await loadVote(services.db, voteId)
  if (!loaded || viewer.kind !== 'staff' || !can(viewer, 'read-papers', loaded.row)) {
    return refuse({ code: 'no-such-paper' })
  }
  const { state } = loaded.row
  if (state !== 'open' && state !== 'closed') return refuse({ code: 'not-reading-papers' })
  const mark = readPaperMark(loaded.row.question, text)
  if (!mark.ok) return mark
  if (reason !== null && !reason.trim()) return refuse({ code: 'reason-missing' })

  if (photo) {
    const cleaned = await cleanPhoto(photo)
    if (!cleaned.ok) return cleaned
    await keepPhoto(services.db, { voteId, electorId }, cleaned.value)
  }
  const entered = await enter(services, viewer, {
    voteId,
    electorId,
    mark: mark.value,
    reason: reason?.trim() ?? null,
    overseer: overseer?.trim() || null,
    communityId: loaded.row.communityId,
    maySettle: can(viewer, 'run-owners-vote', loaded.row),
  })
  if (!entered.ok) return entered
  const standing = entered.value
  if (standing.at !== 'agreed') {
    return ok({ at: standing.at === 'differs' ? 'differs' : 'read-once' })
  }
  return settle(services, loaded, electorId, standing.mark)
}

async function enter(
  { db, now }: Lent,
  viewer: StaffViewer,
  {
    voteId,
    electorId,
    mark,
    reason,
    overseer,
    communityId,
    maySettle,
  }: {
    voteId: string
    electorId: string
    mark: PaperMark
    reason: string | null
    overseer: string | null
    communityId: string
    maySettle: boolean
  },
) {
  const ofPaper = and(eq(paperEntries.voteId, voteId), eq(paperEntries.electorId, electorId))
  return db
    .transaction(async (tx) => {
      const [paper] = await tx
        .select({ settledAt: paperBallots.settledAt })
        .from(paperBallots)
        .where(and(eq(paperBallots.voteId, voteId), eq(paperBallots.electorId, electorId)))
        .for('update')
      if (!paper) return refuse({ code: 'no-such-paper' as const })
      if (paper.settledAt) return refuse({ code: 'settled-already' as const })
      const before = await tx.select().from(paperEntries).where(ofPaper)
      const standing = paperStanding(before)
      const settling = standing.at === 'differs'
      if (reason !== null && !settling) return refuse({ code: 'nothing-to-settle' as const })
      if (reason === null && settling) return refuse({ code: 'reason-missing' as const })
      if (settling && !maySettle) return refuse({ code: 'may-not-settle' as const })
      if (standing.at === 'agreed') {
        // Both have read it and the answer got lost on the way to the count: go on from there.
        return ok(standing)
      }
      const [photo] = await tx
        .select({ sha256: paperPhotos.sha256 })
        .from(paperPhotos)
        .where(and(eq(paperPhotos.voteId, voteId), eq(paperPhotos.electorId, electorId)))
      if (!photo) return refuse({ code: 'photo-missing' as const })
      const slot = settling ? 3 : before.length + 1
      const readers = before.map(({ enteredBy }) => enteredBy)
      const readItself = settling && readers.includes(viewer.personId)
      if (readItself) {
        const desk = await staffOf(tx, communityId)
        if (othersWhoSettle(desk, readers).length > 0) {
          return refuse({ code: 'settler-read-it' as const })
        }
        if (overseer === null) return refuse({ code: 'overseer-missing' as const })
        if (overseer === viewer.name || desk.some(({ name }) => name === overseer)) {
          return refuse({ code: 'overseer-is-staff' as const })
        }
      }
      await tx.insert(paperEntries).values({
        voteId,
        electorId,
        slot,
        mark,
        enteredBy: viewer.personId,
        enteredAt: now(),
        reason,
        overseer: readItself ? overseer : null,
      })
      return ok(paperStanding([...before, { slot, mark, enteredBy: viewer.personId }]))
    })
    .catch((error: unknown) => {
      // The same person a second time: the index says so, whatever was read before.
      if (databaseCodeOf(error) === UNIQUE_VIOLATION) {
        return refuse({
          code: reason === null ? ('read-already' as const) : ('settler-read-it' as const),
        })
      }
      throw error
    })
}

/** Counts a paper that was read, and writes down what became of it. Safe to repeat. */
async function settle(
  services: Lent,
  loaded: LoadedVote,
  electorId: string,
  mark: PaperMark,
): Promise<Result<PaperAnswer, PaperRefusal>> {
  const { db, now, newId } = services
  const { row, roll } = loaded
  const counted = countedAs(mark, roll?.policy.invalidMark ?? 'not-participating')
  let outcome: AttemptOutcome
  if (counted === null) {
    outcome = 'not-participating'
    await db.insert(voteAttempts).values({
      id: newId(),
      voteId: row.id,
      electorId,
      origin: 'paper',
      outcome,
      at: now(),
    })
  } else {
    const key = `paper-${row.code}-${electorId}`
    const cast = await castFor(services, loaded, {
      electorId,
      mark: counted,
      key,
      origin: 'paper',
    })
    if (cast.ok) outcome = 'counted'
    else if (cast.refusal.code === 'already-voted') {
      outcome =
        roll?.policy.duplicateBallot === 'paper-first'
          ? await replaceByPaper(db, row.ballotId ?? '', { electorId, mark: counted, key })
          : 'already-voted'
    } else if (cast.refusal.code === 'nobody-designated') outcome = 'held'
    else if (cast.refusal.code === 'vote-suspended') outcome = 'suspended'
    else if (cast.refusal.code === 'ballot-closed') outcome = 'too-late'
    else if (cast.refusal.code === 'not-on-roll') return refuse({ code: 'no-such-paper' })
    // Not written, or nobody knows: the same key again counts once.
    else return refuse({ code: 'busy' })
  }
  await db
    .update(paperBallots)
    .set({ settledAt: now(), outcome })
    .where(
      and(
        eq(paperBallots.voteId, row.id),
        eq(paperBallots.electorId, electorId),
        isNull(paperBallots.settledAt),
      ),
    )
  return ok({ at: 'settled', outcome })
}

/** Where the owners' rules put paper first, it takes the place of the vote from the phone. */
async function replaceByPaper(
  db: Database,
  ballotId: string,
  { electorId, mark, key }: { electorId: string; mark: string; key: string },
): Promise<AttemptOutcome> {
  const replaced = await db
    .update(openVotes)
    .set({
      choice: mark,
      key,
      origin: 'paper',
      version: sql`${openVotes.version} + 1`,
      earlierKeys: sql`${openVotes.earlierKeys} || ${openVotes.key}`,
    })
    .where(
      and(
        eq(openVotes.ballotId, ballotId),
        eq(openVotes.electorId, electorId),
        // The ballot is locked against its closing, as for every vote.
        sql`exists (select 1 from ballot b where b.id = ${ballotId} and b.state = 'open' for share)`,
      ),
    )
    .returning({ electorId: openVotes.electorId })
  return replaced.length > 0 ? 'replaced' : 'already-voted'
}

async function keepPhoto(
  db: Database,
  paper: { voteId: string; electorId: string },
  { mediaType, width, height, sha256, content }: CleanPhoto,
): Promise<void> {
  // The first photo stays: what two people read is what everybody can look at later.
  await db
    .insert(paperPhotos)
    .select(
      db
        .select({
          voteId: paperBallots.voteId,
          electorId: paperBallots.electorId,
          mediaType: sql<string>`${mediaType}`.as('media_type'),
          width: sql<number>`${width}::int`.as('width'),
          height: sql<number>`${height}::int`.as('height'),
          sha256: sql<string>`${sha256}`.as('sha256'),
          content: sql<Uint8Array>`${Buffer.from(content)}::bytea`.as('content'),
        })
        .from(paperBallots)
        .where(
          and(
            eq(paperBallots.voteId, paper.voteId),
            eq(paperBallots.electorId, paper.electorId),
          ),
        ),
    )
    .onConflictDoNothing()
}
