import { and, desc, eq, isNull, lte, ne, not, sql } from 'drizzle-orm'
import { suspends } from '#app/domain/owners-vote/suspension.ts'
import { isHeld, settledVoter } from '#app/domain/register/settled-voter.ts'
import { proxyAnswer } from '#app/domain/register/proxy-answer.ts'
import type { BallotQuestion } from '#app/domain/voting/ballot-question.ts'
import type { Mark } from '#app/domain/voting/mark.ts'
import { DESIGNATION } from '#app/services/register/casting-elector.server.ts'
import { suspendedOn } from '#app/services/register/suspend-elector.server.ts'
import type { Database } from '#db/database.ts'
import { ownersVotes } from '#db/schema/owners-votes.ts'
import { proxies, rollDesignations, rollElectors } from '#db/schema/register.ts'
import type { VoteRow } from './owners-vote-rows.server.ts'

/** A written proxy in force of somebody who has not voted. */
export type ProxyForVote = {
  id: string
  electorId: string
  /**
   * What it says of this question alone; null where it does not name it, leaves it to the holder,
   * who then hands in the paper, or says what cannot be counted: silence is not the owner's yes.
   * Null too while the elector's own ballot is held: one co-owner's proxy is not both of theirs.
   */
  answer: Mark | null
}

export async function proxiesForVote(
  tx: Database,
  {
    ballotId,
    rollId,
    title,
    question,
    profile,
    closesOn,
  }: Pick<VoteRow, 'ballotId' | 'rollId' | 'title' | 'question' | 'profile' | 'closesOn'>,
): Promise<ProxyForVote[]> {
  if (!rollId) return []
  const held = await tx
    .select({
      id: proxies.id,
      electorId: proxies.electorId,
      instructions: proxies.instructions,
      owners: rollElectors.owners,
      voter: rollElectors.voter,
      designation: DESIGNATION,
    })
    .from(proxies)
    .innerJoin(rollElectors, ofElector(rollElectors))
    .leftJoin(rollDesignations, ofElector(rollDesignations))
    .where(
      and(
        eq(proxies.rollId, rollId),
        isNull(proxies.endedAt),
        // What was signed after the last day is no vote of that vote.
        lte(proxies.signedOn, closesOn),
        suspends(profile) ? not(suspendedOn(rollId, sql`${proxies.electorId}`)) : undefined,
        sql`not exists (select 1 from open_vote v where v.ballot_id = ${ballotId} and v.elector_id = ${proxies.electorId})`,
      ),
    )
  return held.map(({ id, electorId, instructions, owners, voter, designation }) => {
    const answer = proxyAnswer(instructions, { title, question })
    const speaks = !isHeld(settledVoter(voter, owners, designation)) && answer.kind === 'told'
    return { id, electorId, answer: speaks ? answer.mark : null }
  })
}

const ofElector = (of: typeof rollElectors | typeof rollDesignations) =>
  and(eq(of.rollId, proxies.rollId), eq(of.electorId, proxies.electorId))

/** What is voted on by a roll, for whoever copies a proxy that names it. */
export async function questionsOfRoll(
  db: Database,
  rollId: string,
): Promise<{ title: string; question: BallotQuestion }[]> {
  const rows = await db
    .select({ title: ownersVotes.title, question: ownersVotes.question })
    .from(ownersVotes)
    .where(and(eq(ownersVotes.rollId, rollId), ne(ownersVotes.state, 'void')))
    .orderBy(ownersVotes.title, desc(ownersVotes.createdAt))
  return rows.filter(
    ({ title }, index) => rows.findIndex((each) => each.title === title) === index,
  )
}
