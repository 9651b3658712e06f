import { and, asc, eq, sql } from 'drizzle-orm'
import { takesPhoneVotes } from '#app/domain/owners-vote/electronic-channel.ts'
import { silenceBasis } from '#app/domain/owners-vote/silent-votes.ts'
import { can } from '#app/domain/permissions/can.ts'
import type { Viewer } from '#app/domain/permissions/viewer.ts'
import type { DuplicateBallot } from '#app/domain/register/register.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import type { Database } from '#db/database.ts'
import { places } from '#db/schema/organisation.ts'
import { paperBallots } from '#db/schema/owners-votes.ts'
import { rollElectors } from '#db/schema/register.ts'
import { electorsWithoutVote, type ElectorLine } from './list-electors.server.ts'
import { loadVote, type VoteRow } from './owners-vote-rows.server.ts'

/** Most sheets in one print: a browser lays out no more in reasonable time. */
export const PAPERS_AT_ONCE = 200

/** What stands on every paper of a vote. */
type PrintedVote = Pick<
  VoteRow,
  'id' | 'code' | 'linkVersion' | 'title' | 'proposal' | 'question' | 'closesOn' | 'extensions'
> & {
  compound: string
  duplicateBallot: DuplicateBallot
  byPhone: boolean
  /** The text by which silence follows the majority. */
  silenceBasis: string | null
}

/**
 * Numbers the papers of those who have not voted yet, so that each can be entered later, and says
 * what is to be printed. Printing again gives the same numbers.
 */
export async function printPapers(
  { db, now }: { db: Database; now: () => Date },
  viewer: Viewer,
  { voteId, page }: { voteId: string; page: number },
): Promise<
  Result<
    { vote: PrintedVote; electors: ElectorLine[]; total: number },
    { code: 'no-such-vote' | 'not-printable' }
  >
> {
  return db.transaction(async (tx) => {
    // Held: no paper is numbered for a vote that is being closed.
    const loaded = await loadVote(tx, voteId, { hold: true })
    if (!loaded?.roll || viewer.kind !== 'staff' || !can(viewer, 'read-papers', loaded.row)) {
      return refuse({ code: 'no-such-vote' })
    }
    const { state } = loaded.row
    if (state !== 'announced' && state !== 'open') return refuse({ code: 'not-printable' })
    const { electors, total } = await electorsWithoutVote(tx, loaded, {
      page,
      perPage: PAPERS_AT_ONCE,
    })
    if (electors.length > 0) {
      await tx
        .insert(paperBallots)
        .values(
          electors.map(({ electorId }) => ({
            voteId,
            electorId,
            printedBy: viewer.personId,
            printedAt: now(),
          })),
        )
        .onConflictDoUpdate({
          target: [paperBallots.voteId, paperBallots.electorId],
          set: { copies: sql`${paperBallots.copies} + 1` },
        })
    }
    const { id, code, linkVersion, title, proposal, question, closesOn, extensions } =
      loaded.row
    const [compound] = await tx
      .select({ name: places.name })
      .from(places)
      .where(eq(places.id, loaded.row.compoundId))
    return ok({
      vote: {
        ...{ id, code, linkVersion, title, proposal, question, closesOn, extensions },
        compound: compound?.name ?? '',
        duplicateBallot: loaded.roll.policy.duplicateBallot,
        byPhone: takesPhoneVotes(loaded.roll.policy),
        silenceBasis: silenceBasis(loaded.roll.policy, loaded.row.profile, loaded.row.question),
      },
      electors,
      total,
    })
  })
}

const hasReading = sql`exists (select 1 from paper_entry e where e.vote_id = ${paperBallots.voteId} and e.elector_id = ${paperBallots.electorId})`

/** Papers one page of the desk has room for; others are found by their number. */
const PAPERS_LISTED = 200

/**
 * The numbered papers of a vote and how far each has come: those in work first, then those that are
 * out. Whoever voted by phone and whose paper nobody has begun to read is not among them, unless
 * that paper is looked for: it can come in all the same.
 *
 * @param sought - the number of a paper as it is printed or read out: `K7Q2M-0041`, `41`.
 */
export async function listPapers(
  db: Database,
  voteId: string,
  rollId: string,
  sought: string | null,
) {
  const number = /[0-9]+$/.exec(sought?.trim() ?? '')?.[0] ?? null
  const which = and(
    eq(paperBallots.voteId, voteId),
    number === null
      ? sql`(${hasReading} or not exists (select 1 from open_vote v join owners_vote o on o.ballot_id = v.ballot_id where o.id = ${paperBallots.voteId} and v.elector_id = ${paperBallots.electorId}))`
      : sql`ltrim(${paperBallots.electorId}, '0') = ltrim(${number}, '0')`,
  )
  const listed = await db
    .select({
      electorId: paperBallots.electorId,
      copies: paperBallots.copies,
      settledAt: paperBallots.settledAt,
      outcome: paperBallots.outcome,
      doors: rollElectors.doorsMasked,
      readings:
        sql<number>`(select count(*)::int from paper_entry e where e.vote_id = ${paperBallots.voteId} and e.elector_id = ${paperBallots.electorId})`.mapWith(
          Number,
        ),
      differs: sql<boolean>`exists (select 1 from paper_entry a join paper_entry b on b.vote_id = a.vote_id and b.elector_id = a.elector_id and b.slot = 2 and b.mark <> a.mark where a.vote_id = ${paperBallots.voteId} and a.elector_id = ${paperBallots.electorId} and a.slot = 1)`,
    })
    .from(paperBallots)
    .innerJoin(
      rollElectors,
      and(eq(rollElectors.rollId, rollId), eq(rollElectors.electorId, paperBallots.electorId)),
    )
    .where(which)
    .orderBy(
      sql`${paperBallots.settledAt} is not null`,
      sql`not ${hasReading}`,
      asc(rollElectors.position),
    )
    .limit(PAPERS_LISTED)
  return {
    listed,
    total: listed.length < PAPERS_LISTED ? listed.length : await db.$count(paperBallots, which),
    sought,
  }
}
