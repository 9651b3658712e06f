import { and, eq, isNull, sql } from 'drizzle-orm'
import { isChoice, type Choice } from '#app/domain/voting/ballot.ts'
import type { Database } from '#db/database.ts'
import { ownersVotes } from '#db/schema/owners-votes.ts'
import { proxies } from '#db/schema/register.ts'
import type { VoteRow } from './owners-vote-rows.server.ts'

/** A written proxy in force of somebody who has not voted. */
export type ProxyForVote = {
  id: string
  electorId: string
  /**
   * What it says of this question alone; null where it does not name it, or leaves it to the
   * holder, who then hands in the paper: silence of theirs is not the owner's yes.
   */
  answer: Choice | null
}

export async function proxiesForVote(
  tx: Database,
  { ballotId, rollId, title }: Pick<VoteRow, 'ballotId' | 'rollId' | 'title'>,
): Promise<ProxyForVote[]> {
  if (!rollId) return []
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
  return held.map(({ id, electorId, instructions }) => {
    const told = instructions.find(({ item }) => item.trim() === title.trim())
    return { id, electorId, answer: told && isChoice(told.choice) ? told.choice : null }
  })
}

/** What the votes of a roll are titled, for whoever copies a proxy that names one. */
export async function titlesOfRoll(db: Database, rollId: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ title: ownersVotes.title })
    .from(ownersVotes)
    .where(and(eq(ownersVotes.rollId, rollId), sql`${ownersVotes.state} <> 'void'`))
    .orderBy(ownersVotes.title)
  return rows.map(({ title }) => title)
}
