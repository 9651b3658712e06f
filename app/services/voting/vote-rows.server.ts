import type { BallotId } from '#app/domain/shared/ids.ts'
import type { Mark } from '#app/domain/voting/mark.ts'
import type { VoteReceipt } from '#app/domain/voting/vote-receipt.ts'
import { ok, refuse } from '#app/domain/shared/result.ts'
import type { Query } from '#db/database.ts'
import {
  byElector,
  type CastVote,
  type VoteAnswer,
  type VoteRowsLent,
} from './cast-votes.server.ts'
import { receiptFor } from './receipt.server.ts'
import { papersFor } from './secret-papers.server.ts'

type BallotRow = {
  id: string
  state: 'open' | 'closed' | 'void'
  secrecy: 'open' | 'secret'
  changeable: boolean
}

/** The vote somebody has in a ballot, open or secret; `choice` is null in a secret one. */
export type StandingVote = {
  ballot_id: string
  elector_id: string
  choice: Mark | null
  key: string
  earlier_keys: string[]
  receipt: string
  cast_at: Date
  version: number
}

/**
 * Writes votes and says what became of each, in their order. At most one vote
 * of an elector in a ballot at a time.
 *
 * Runs in a transaction: the ballots are locked `for share` first, so that one
 * that is closing waits for these votes, and these see one that has closed.
 * Raw statements, because a builder costs more here than the database does.
 */
export async function writeVotes(
  { query, now, secret, randomBytes }: VoteRowsLent,
  votes: readonly CastVote[],
): Promise<VoteAnswer[]> {
  const ballotIds = [...new Set(votes.map((vote) => vote.ballotId))].sort()
  const locked = await query<BallotRow>(
    'select id, state, secrecy, changeable from ballot where id = any($1::text[]) order by id for share',
    [ballotIds],
  )
  const ballots = new Map(locked.map((row) => [row.id, row]))
  const taking = (secrecy: BallotRow['secrecy']) =>
    votes
      .filter((vote) => {
        const ballot = ballots.get(vote.ballotId)
        return ballot?.state === 'open' && ballot.secrecy === secrecy
      })
      .sort(byElector)
  const receipts = new Map<CastVote, string>()
  const receiptOf = (vote: CastVote) => {
    const isSecret = ballots.get(vote.ballotId)?.secrecy === 'secret'
    const receipt =
      receipts.get(vote) ?? receiptFor(secret, isSecret ? { ...vote, choice: null } : vote)
    receipts.set(vote, receipt)
    return receipt
  }

  const taken = new Set<string>()
  const note = (rows: readonly { ballot_id: string; elector_id: string }[]) => {
    for (const row of rows) taken.add(`${row.ballot_id} ${row.elector_id}`)
  }
  const isTaken = (vote: CastVote) => taken.has(nameOf(vote))

  // Most that come here have voted before: they are found first, so that nothing is tried in vain.
  const standing = await standingVotes(query, votes)
  const isNew = (vote: CastVote) => !standing.has(nameOf(vote))
  const open = taking('open')
  const firstOpen = open.filter(isNew)
  if (firstOpen.length > 0) note(await insertOpenVotes(query, firstOpen, receiptOf, now))
  const firstSecret = taking('secret').filter(isNew)
  if (firstSecret.length > 0) {
    note(await insertTurnout(query, firstSecret, receiptOf, now))
    await insertPapers(query, firstSecret.filter(isTaken), randomBytes)
  }
  // Another process was there between the two statements.
  const raced = [...firstOpen, ...firstSecret].filter((vote) => !isTaken(vote))
  for (const [name, row] of await standingVotes(query, raced)) standing.set(name, row)

  const changed = new Map<string, StandingVote>()
  const toChange = open.filter((vote) => {
    const before = standing.get(nameOf(vote))
    // Whoever helps may have looked before the voter cast their own: theirs stands.
    if (vote.origin === 'assisted') return false
    return before && ballots.get(vote.ballotId)?.changeable && !isRepeat(before, vote)
  })
  if (toChange.length > 0) {
    for (const row of await changeVotes(query, toChange, receiptOf, now)) {
      changed.set(`${row.ballot_id} ${row.elector_id}`, row)
    }
  }

  return votes.map((vote) => {
    if (isTaken(vote)) {
      return ok({
        ballotId: vote.ballotId as BallotId,
        receipt: receiptOf(vote),
        castAt: now.getTime(),
        choice: ballots.get(vote.ballotId)?.secrecy === 'secret' ? null : vote.choice,
        version: 1,
        repeated: false,
      })
    }
    const name = nameOf(vote)
    const change = changed.get(name)
    if (change) return ok(receiptOfStanding(change, false))
    const ballot = ballots.get(vote.ballotId)
    if (!ballot) return refuse({ code: 'no-such-ballot' })
    const before = standing.get(name)
    if (before && isRepeat(before, vote)) return ok(receiptOfStanding(before, true))
    if (ballot.state !== 'open') return refuse({ code: 'ballot-closed' })
    if (!before) return refuse({ code: 'not-on-roll' })
    return refuse({ code: 'already-voted', standing: receiptOfStanding(before, false) })
  })
}

/** The votes that stand for these electors in these ballots, by `ballot elector`. */
export async function standingVotes(
  query: Query,
  votes: readonly Pick<CastVote, 'ballotId' | 'electorId'>[],
): Promise<Map<string, StandingVote>> {
  if (votes.length === 0) return new Map()
  const rows = await query<StandingVote>(
    `select v.ballot_id, v.elector_id, v.choice, v.key, v.earlier_keys, v.receipt, v.cast_at, v.version
       from unnest($1::text[], $2::text[]) as q(b, e)
       join open_vote v on v.ballot_id = q.b and v.elector_id = q.e
     union all
     select t.ballot_id, t.elector_id, null, t.key, '{}'::text[], t.receipt, t.cast_at, 1
       from unnest($1::text[], $2::text[]) as q(b, e)
       join secret_turnout t on t.ballot_id = q.b and t.elector_id = q.e`,
    [votes.map((vote) => vote.ballotId), votes.map((vote) => vote.electorId)],
  )
  return new Map(rows.map((row) => [`${row.ballot_id} ${row.elector_id}`, row]))
}

/** Whether this key is the vote that stands, or one it took the place of: late, not new. */
export function isRepeat(standing: StandingVote, vote: Pick<CastVote, 'key'>): boolean {
  return standing.key === vote.key || standing.earlier_keys.includes(vote.key)
}

export function receiptOfStanding(row: StandingVote, repeated: boolean): VoteReceipt {
  return {
    ballotId: row.ballot_id as BallotId,
    receipt: row.receipt,
    castAt: row.cast_at.getTime(),
    choice: row.choice,
    version: row.version,
    repeated,
  }
}

type Named = { ballot_id: string; elector_id: string }

function columnsOf(votes: readonly CastVote[], receiptOf: (vote: CastVote) => string) {
  return [
    votes.map((vote) => vote.ballotId),
    votes.map((vote) => vote.electorId),
    votes.map((vote) => vote.choice),
    votes.map((vote) => vote.key),
    votes.map(receiptOf),
    votes.map((vote) => vote.origin),
  ]
}

/** The join with the roll is the last word on who may vote, whatever was checked before. */
function insertOpenVotes(
  query: Query,
  votes: readonly CastVote[],
  receiptOf: (vote: CastVote) => string,
  now: Date,
): Promise<Named[]> {
  return query<Named>(
    `insert into open_vote (ballot_id, elector_id, choice, key, receipt, origin, cast_at)
     select q.b, q.e, q.c, q.k, q.r, q.o, $7::timestamptz
       from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
            as q(b, e, c, k, r, o)
       join ballot_elector roll on roll.ballot_id = q.b and roll.elector_id = q.e
     on conflict do nothing
     returning ballot_id, elector_id`,
    [...columnsOf(votes, receiptOf), now],
  )
}

function changeVotes(
  query: Query,
  votes: readonly CastVote[],
  receiptOf: (vote: CastVote) => string,
  now: Date,
): Promise<StandingVote[]> {
  return query<StandingVote>(
    `update open_vote v
        set choice = q.c, key = q.k, receipt = q.r, origin = q.o, cast_at = $7::timestamptz,
            version = v.version + 1, earlier_keys = v.earlier_keys || v.key
       from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
            as q(b, e, c, k, r, o)
      where v.ballot_id = q.b and v.elector_id = q.e
        and v.key <> q.k and not q.k = any(v.earlier_keys)
     returning v.ballot_id, v.elector_id, v.choice, v.key, v.earlier_keys, v.receipt, v.cast_at, v.version`,
    [...columnsOf(votes, receiptOf), now],
  )
}

function insertTurnout(
  query: Query,
  votes: readonly CastVote[],
  receiptOf: (vote: CastVote) => string,
  now: Date,
): Promise<Named[]> {
  const [ballotIds, electorIds, , keys, receipts, origins] = columnsOf(votes, receiptOf)
  return query<Named>(
    `insert into secret_turnout (ballot_id, elector_id, key, receipt, origin, cast_at)
     select q.b, q.e, q.k, q.r, q.o, $6::timestamptz
       from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) as q(b, e, k, r, o)
       join ballot_elector roll on roll.ballot_id = q.b and roll.elector_id = q.e
     on conflict do nothing
     returning ballot_id, elector_id`,
    [ballotIds, electorIds, keys, receipts, origins, now],
  )
}

async function insertPapers(
  query: Query,
  votes: readonly CastVote[],
  randomBytes: (size: number) => Uint8Array,
): Promise<void> {
  if (votes.length === 0) return
  const papers = papersFor(votes, randomBytes)
  await query(
    `insert into secret_paper (ballot_id, paper_id, choice)
     select * from unnest($1::text[], $2::text[], $3::text[])`,
    [
      papers.map((paper) => paper.ballotId),
      papers.map((paper) => paper.paperId),
      papers.map((paper) => paper.choice),
    ],
  )
}

function nameOf({ ballotId, electorId }: Pick<CastVote, 'ballotId' | 'electorId'>): string {
  return `${ballotId} ${electorId}`
}
