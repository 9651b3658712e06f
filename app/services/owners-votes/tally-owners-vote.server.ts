import { and, eq, isNull, sql } from 'drizzle-orm'
import { isChoice } from '#app/domain/voting/ballot.ts'
import type { Verdict } from '#app/domain/voting/tally.ts'
import { countBallot } from '#app/services/voting/count-ballot.server.ts'
import { receiptFor } from '#app/services/voting/receipt.server.ts'
import type { Database } from '#db/database.ts'
import { ballots, openVotes } from '#db/schema/ballots.ts'
import { proxies } from '#db/schema/register.ts'
import type { LoadedVote } from './owners-vote-rows.server.ts'

/**
 * Counts a vote in the caller's transaction: closes its ballot, lets the written proxies speak for
 * those who did not vote themselves, and judges it by the frozen rule.
 *
 * Proxies come last, so that whoever voted in person or by their own paper has thereby revoked
 * theirs, whichever came first.
 */
export async function tallyOwnersVote(
  tx: Database,
  lent: { now: () => Date; randomBytes: (size: number) => Uint8Array },
  { row }: LoadedVote,
): Promise<Verdict> {
  const [ballot] = await tx
    .update(ballots)
    .set({ state: 'closed', closedAt: row.closedAt ?? lent.now() })
    .where(and(eq(ballots.id, row.ballotId ?? ''), eq(ballots.state, 'open')))
    .returning()
  if (!ballot) throw new Error(`Vote ${row.id} has no open ballot to count`)
  await castByProxy(tx, lent, row)
  return countBallot(tx, lent, ballot, [])
}

async function castByProxy(
  tx: Database,
  { now, randomBytes }: { now: () => Date; randomBytes: (size: number) => Uint8Array },
  row: LoadedVote['row'],
): Promise<void> {
  const { ballotId, rollId } = row
  if (!ballotId || !rollId) return
  const held = await tx
    .select({
      id: proxies.id,
      electorId: proxies.electorId,
      instructions: proxies.instructions,
    })
    .from(proxies)
    .where(
      and(
        eq(proxies.rollId, rollId),
        isNull(proxies.endedAt),
        sql`not exists (select 1 from open_vote v where v.ballot_id = ${ballotId} and v.elector_id = ${proxies.electorId})`,
      ),
    )
  const votes = held.flatMap(({ id, electorId, instructions }) => {
    const told = instructions.find(({ item }) => item.trim() === row.title.trim())
    // What was said of another question is nothing said of this one. A holder who may choose hands
    // in a paper; silence of theirs is not the owner's yes.
    if (!told || !isChoice(told.choice)) return []
    const key = `proxy-${id}`
    const secret = Buffer.from(randomBytes(16)).toString('hex')
    return [
      {
        ballotId,
        electorId,
        choice: told.choice,
        key,
        receipt: receiptFor(secret, { ballotId, electorId, key, choice: told.choice }),
        origin: 'proxy' as const,
        castAt: now(),
      },
    ]
  })
  if (votes.length > 0) await tx.insert(openVotes).values(votes).onConflictDoNothing()
}
