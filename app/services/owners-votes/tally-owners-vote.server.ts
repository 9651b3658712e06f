import { and, eq, inArray, lte, not, sql } from 'drizzle-orm'
import {
  majorityOf,
  SERVED_WAYS,
  servedUntil,
  silenceBasis,
  type SilentVotes,
} from '#app/domain/owners-vote/silent-votes.ts'
import { suspends } from '#app/domain/owners-vote/suspension.ts'
import { isHeld, settledVoter } from '#app/domain/register/settled-voter.ts'
import { formatArea } from '#app/domain/voting/area.ts'
import type { VoteOrigin } from '#app/domain/voting/ballot.ts'
import type { Mark } from '#app/domain/voting/mark.ts'
import type { Verdict } from '#app/domain/voting/tally.ts'
import { suspendedOn } from '#app/services/register/suspend-elector.server.ts'
import { DESIGNATION } from '#app/services/register/casting-elector.server.ts'
import { countBallot } from '#app/services/voting/count-ballot.server.ts'
import { receiptFor } from '#app/services/voting/receipt.server.ts'
import type { Database } from '#db/database.ts'
import { ballots, openVotes } from '#db/schema/ballots.ts'
import { electorContacts } from '#db/schema/owners-votes.ts'
import { rollDesignations, rollElectors } from '#db/schema/register.ts'
import type { LoadedVote } from './owners-vote-rows.server.ts'
import { proxiesForVote } from './proxies-for-vote.server.ts'

/** Rows one statement carries; PostgreSQL takes 65,535 parameters at most. */
const CHUNK = 1000

type Lent = { now: () => Date; randomBytes: (size: number) => Uint8Array }

/**
 * Counts a vote in the caller's transaction: closes its ballot, lets the written proxies speak for
 * those who did not vote themselves, and judges it by the frozen rule.
 *
 * Proxies come last, so that whoever voted in person or by their own paper has thereby revoked
 * theirs, whichever came first. After them come those who were served and said nothing, where the
 * owners' rules let them follow the majority of all who voted.
 */
export async function tallyOwnersVote(
  tx: Database,
  lent: Lent,
  loaded: LoadedVote,
): Promise<{ verdict: Verdict; silent: SilentVotes | null }> {
  const { row } = loaded
  const [ballot] = await tx
    .update(ballots)
    .set({ state: 'closed', closedAt: row.closedAt ?? lent.now() })
    .where(and(eq(ballots.id, row.ballotId ?? ''), eq(ballots.state, 'open')))
    .returning()
  if (!ballot) throw new Error(`Vote ${row.id} has no open ballot to count`)
  await castByProxy(tx, lent, row)
  const verdict = await countBallot(tx, lent, ballot, [])
  const silent = await castBySilence(tx, lent, loaded, verdict)
  return {
    silent,
    verdict: silent && silent.electors > 0 ? await countBallot(tx, lent, ballot, []) : verdict,
  }
}

async function castByProxy(tx: Database, lent: Lent, row: LoadedVote['row']): Promise<void> {
  const { ballotId } = row
  if (!ballotId) return
  const held = await proxiesForVote(tx, row)
  const votes = held.flatMap(({ id, electorId, answer }) =>
    answer === null ? [] : [{ electorId, choice: answer, key: `proxy-${id}` }],
  )
  await castAll(tx, lent, { ballotId, origin: 'proxy', votes })
}

/**
 * Lets those who were served in time and did not vote go with the majority, where the roll's policy
 * and the question have it so; null where they have not.
 */
async function castBySilence(
  tx: Database,
  lent: Lent,
  { row, roll }: LoadedVote,
  verdict: Verdict,
): Promise<SilentVotes | null> {
  const { ballotId } = row
  const basis = roll && silenceBasis(roll.policy, row.profile, row.question)
  if (!ballotId || !roll || !basis) return null
  const { quorumMet, passed } = verdict
  const choice = majorityOf(verdict)
  const silent = choice === null ? [] : await servedAndSilent(tx, row, ballotId, roll.id)
  if (choice !== null) {
    const votes = silent.map(({ electorId }) => ({
      ...{ electorId, choice },
      key: `silence-${electorId}`,
    }))
    await castAll(tx, lent, { ballotId, origin: 'silence', votes })
  }
  return {
    choice,
    electors: silent.length,
    heads: silent.reduce((sum, { heads }) => sum + heads, 0),
    area: formatArea(silent.reduce((sum, { area }) => sum + area, 0n)),
    basis,
    without: { quorumMet, passed },
  }
}

/** Who has the matter in hand since long enough, has not voted, and could have. */
async function servedAndSilent(
  tx: Database,
  row: LoadedVote['row'],
  ballotId: string,
  rollId: string,
) {
  const served = await tx
    .select({ line: rollElectors, designation: DESIGNATION })
    .from(electorContacts)
    .innerJoin(
      rollElectors,
      and(
        eq(rollElectors.rollId, rollId),
        eq(rollElectors.electorId, electorContacts.electorId),
      ),
    )
    .leftJoin(
      rollDesignations,
      and(
        eq(rollDesignations.rollId, rollElectors.rollId),
        eq(rollDesignations.electorId, rollElectors.electorId),
      ),
    )
    .where(
      and(
        eq(electorContacts.voteId, row.id),
        eq(electorContacts.kind, 'served'),
        inArray(electorContacts.way, [...SERVED_WAYS]),
        lte(electorContacts.doneOn, servedUntil(row.closesOn)),
        sql`not exists (select 1 from open_vote v where v.ballot_id = ${ballotId} and v.elector_id = ${rollElectors.electorId})`,
        suspends(row.profile)
          ? not(suspendedOn(rollId, sql`${rollElectors.electorId}`))
          : undefined,
        // Whose paper came in and was not valid has not been silent.
        sql`not exists (select 1 from paper_ballot p where p.vote_id = ${row.id} and p.elector_id = ${rollElectors.electorId} and p.settled_at is not null)`,
      ),
    )
  return served
    .filter(
      ({ line, designation }) => !isHeld(settledVoter(line.voter, line.owners, designation)),
    )
    .map(({ line }) => line)
}

async function castAll(
  tx: Database,
  { now, randomBytes }: Lent,
  {
    ballotId,
    origin,
    votes,
  }: {
    ballotId: string
    origin: VoteOrigin
    votes: readonly { electorId: string; choice: Mark; key: string }[]
  },
): Promise<void> {
  const secret = Buffer.from(randomBytes(16)).toString('hex')
  const rows = votes.map(({ electorId, choice, key }) => ({
    ballotId,
    electorId,
    choice,
    key,
    receipt: receiptFor(secret, { ballotId, electorId, key, choice }),
    origin,
    castAt: now(),
  }))
  for (let from = 0; from < rows.length; from += CHUNK) {
    await tx
      .insert(openVotes)
      .values(rows.slice(from, from + CHUNK))
      .onConflictDoNothing()
  }
}
