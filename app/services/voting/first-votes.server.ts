import type { BallotId } from '#app/domain/shared/ids.ts'
import { ok } from '#app/domain/shared/result.ts'
import { databaseCodeOf } from '#db/database-errors.ts'
import {
  byElector,
  type CastVote,
  type VoteAnswer,
  type VoteRowsLent,
} from './cast-votes.server.ts'
import { receiptFor } from './receipt.server.ts'
import { papersFor } from './secret-papers.server.ts'

/**
 * Writes the votes that are their elector's first, in one statement for open
 * ballots and one for secret ones, each a transaction of its own. Answers those
 * it took; null for the others, which `writeVotes` then looks at one by one.
 *
 * Nearly every vote is one of these, so this is what a full hall waits for:
 * one prepared statement, one round trip, one row back.
 */
export async function writeFirstVotes(
  lent: VoteRowsLent,
  votes: readonly CastVote[],
): Promise<(VoteAnswer | null)[]> {
  const open = votes.filter((vote) => vote.secrecy === 'open')
  const secret = votes.filter((vote) => vote.secrecy === 'secret')
  const answers = new Map<CastVote, VoteAnswer>()
  if (open.length > 0) await writeOpen(lent, open, answers)
  if (secret.length > 0) await writeSecret(lent, secret, answers)
  return votes.map((vote) => answers.get(vote) ?? null)
}

async function writeOpen(
  { query, now, secret }: VoteRowsLent,
  votes: CastVote[],
  answers: Map<CastVote, VoteAnswer>,
): Promise<void> {
  // Everybody writes in the same order, so that no two processes wait for each other.
  votes.sort(byElector)
  const receipts = votes.map((vote) => receiptFor(secret, vote))
  const [written] = await query<{ all: boolean; who: string[] | null }>(INSERT_OPEN, [
    votes.map((vote) => vote.ballotId),
    votes.map((vote) => vote.electorId),
    votes.map((vote) => vote.choice),
    votes.map((vote) => vote.key),
    receipts,
    votes.map((vote) => vote.origin),
    now,
    ballotsOf(votes),
    votes.length,
  ])
  const who = written?.all ? null : new Set(written?.who)
  for (const [index, vote] of votes.entries()) {
    if (who && !who.has(`${vote.ballotId} ${vote.electorId}`)) continue
    answers.set(vote, firstVote(vote, receipts[index] ?? '', vote.choice, now))
  }
}

/** All of them or none: a paper must not say whose turnout it belongs to, not even by being missing. */
async function writeSecret(
  { query, now, secret, randomBytes }: VoteRowsLent,
  votes: CastVote[],
  answers: Map<CastVote, VoteAnswer>,
): Promise<void> {
  votes.sort(byElector)
  const receipts = votes.map((vote) => receiptFor(secret, { ...vote, choice: null }))
  const papers = papersFor(votes, randomBytes)
  try {
    await query(INSERT_SECRET, [
      votes.map((vote) => vote.ballotId),
      votes.map((vote) => vote.electorId),
      votes.map((vote) => vote.key),
      receipts,
      votes.map((vote) => vote.origin),
      now,
      ballotsOf(votes),
      votes.length,
      papers.map((paper) => paper.ballotId),
      papers.map((paper) => paper.paperId),
      papers.map((paper) => paper.choice),
    ])
  } catch (error) {
    if (databaseCodeOf(error) === NOT_ALL) return
    throw error
  }
  for (const [index, vote] of votes.entries()) {
    answers.set(vote, firstVote(vote, receipts[index] ?? '', null, now))
  }
}

function firstVote(
  { ballotId }: CastVote,
  receipt: string,
  choice: CastVote['choice'] | null,
  now: Date,
): VoteAnswer {
  return ok({
    ballotId: ballotId as BallotId,
    receipt,
    castAt: now.getTime(),
    choice,
    version: 1,
    repeated: false,
  })
}

function ballotsOf(votes: readonly CastVote[]): string[] {
  return [...new Set(votes.map((vote) => vote.ballotId))].sort()
}

/**
 * The ballots are locked `for share`: one that is closing waits for these votes,
 * and one that has closed meanwhile is no longer `open` and takes none. The join
 * with the roll is the last word on who may vote, whatever was checked before.
 * Who it was is told only when it was not everybody.
 */
const INSERT_OPEN = `
  with open_ballot as (
    select id from ballot where id = any($8::text[]) and state = 'open' and secrecy = 'open'
     order by id for share
  ), taken as (
    insert into open_vote (ballot_id, elector_id, choice, key, receipt, origin, cast_at)
    select q.b, q.e, q.c, q.k, q.r, q.o, $7::timestamptz
      from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
           as q(b, e, c, k, r, o)
      join open_ballot on open_ballot.id = q.b
      join ballot_elector roll on roll.ballot_id = q.b and roll.elector_id = q.e
    on conflict do nothing
    returning ballot_id, elector_id
  )
  select count(*) = $9::int as all,
         case when count(*) <> $9::int then array_agg(ballot_id || ' ' || elector_id) end as who
    from taken`

/** What PostgreSQL says when a text is no boolean: see the end of the next statement. */
const NOT_ALL = '22P02'

/**
 * The same for secret ballots: turnout and papers stand side by side and nothing
 * in the statement pairs them. When not all were taken there are papers too many,
 * and the statement fails as a whole rather than say which.
 */
const INSERT_SECRET = `
  with open_ballot as (
    select id from ballot where id = any($7::text[]) and state = 'open' and secrecy = 'secret'
     order by id for share
  ), taken as (
    insert into secret_turnout (ballot_id, elector_id, key, receipt, origin, cast_at)
    select q.b, q.e, q.k, q.r, q.o, $6::timestamptz
      from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
           as q(b, e, k, r, o)
      join open_ballot on open_ballot.id = q.b
      join ballot_elector roll on roll.ballot_id = q.b and roll.elector_id = q.e
    on conflict do nothing
    returning 1
  ), counted as (select count(*)::int as taken from taken)
  insert into secret_paper (ballot_id, paper_id, choice)
  select paper.b, paper.p, paper.c
    from counted, unnest($9::text[], $10::text[], $11::text[]) as paper(b, p, c)
   where case when counted.taken = $8::int then true
              else ('only ' || counted.taken)::boolean end`
