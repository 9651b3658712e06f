import { asc, eq } from 'drizzle-orm'
import { YES_NO, type BallotQuestion } from '#app/domain/voting/ballot-question.ts'
import type { Elector } from '#app/domain/voting/ballot.ts'
import { withoutFewPapers } from '#app/domain/voting/few-secret-papers.ts'
import { countsAttendance, type VoteRule } from '#app/domain/voting/rule.ts'
import { tallyQuestion, type MarkedVote } from '#app/domain/voting/tally-question.ts'
import type { Verdict } from '#app/domain/voting/tally.ts'
import type { Database } from '#db/database.ts'
import {
  ballotElectors,
  ballots,
  openVotes,
  secretPapers,
  secretTurnout,
} from '#db/schema/ballots.ts'

/**
 * Counts a ballot that the caller's transaction has closed, and writes what came out. The papers of
 * a secret one are written anew in random order: the order in which they lay, and with whom they
 * came, is gone.
 *
 * @param isPresent - whether an elector is in the room; whoever voted was, even if they have left.
 */
export async function countBallot(
  tx: Database,
  { randomBytes }: { randomBytes: (size: number) => Uint8Array },
  ballot: {
    id: string
    rule: VoteRule
    question: BallotQuestion | null
    secrecy: 'open' | 'secret'
  },
  isPresent: (electorId: string) => boolean,
): Promise<Verdict> {
  const roll: Elector[] = await tx
    .select({
      elector: ballotElectors.electorId,
      heads: ballotElectors.heads,
      area: ballotElectors.area,
    })
    .from(ballotElectors)
    .where(eq(ballotElectors.ballotId, ballot.id))
    .orderBy(asc(ballotElectors.electorId))
  const votes =
    ballot.secrecy === 'secret'
      ? await countedPapers(tx, ballot.id, roll)
      : await tx
          .select({ elector: openVotes.electorId, choice: openVotes.choice })
          .from(openVotes)
          .where(eq(openVotes.ballotId, ballot.id))
  const voted = new Set(votes.map((vote) => vote.elector))
  const present = roll
    .map((elector) => elector.elector)
    .filter((id) => voted.has(id) || isPresent(id))

  const counted = tallyQuestion({
    question: ballot.question ?? YES_NO,
    rule: ballot.rule,
    roll,
    present: countsAttendance(ballot.rule) ? present : [],
    votes,
  })
  const verdict = withoutFewPapers(counted, ballot.secrecy)
  await tx.update(ballots).set({ verdict, present }).where(eq(ballots.id, ballot.id))
  if (ballot.secrecy === 'secret') await shufflePapers(tx, ballot.id, randomBytes)
  return verdict
}

/**
 * The papers as votes for the count. Who is named beside which paper is
 * arbitrary: a secret ballot weighs every elector alike, so it makes no difference.
 */
async function countedPapers(
  tx: Database,
  ballotId: string,
  roll: readonly Elector[],
): Promise<MarkedVote[]> {
  const turnout = await tx
    .select({ elector: secretTurnout.electorId })
    .from(secretTurnout)
    .where(eq(secretTurnout.ballotId, ballotId))
  const papers = await tx
    .select({ choice: secretPapers.choice })
    .from(secretPapers)
    .where(eq(secretPapers.ballotId, ballotId))
  if (turnout.length !== papers.length) {
    throw new Error(`Ballot ${ballotId}: ${turnout.length} voted, ${papers.length} papers`)
  }
  if (roll.some((elector) => elector.heads !== 1)) {
    throw new Error(`Ballot ${ballotId} is secret and weighs electors differently`)
  }
  const electors = turnout.map((row) => row.elector).sort()
  const choices = papers.map((paper) => paper.choice).sort()
  return electors.flatMap((elector, index) => {
    const choice = choices[index]
    return choice ? [{ elector, choice }] : []
  })
}

async function shufflePapers(
  tx: Database,
  ballotId: string,
  randomBytes: (size: number) => Uint8Array,
): Promise<void> {
  const taken = await tx
    .delete(secretPapers)
    .where(eq(secretPapers.ballotId, ballotId))
    .returning({ choice: secretPapers.choice })
  if (taken.length === 0) return
  const papers = taken
    .map(({ choice }) => ({
      ballotId,
      choice,
      paperId: Buffer.from(randomBytes(16)).toString('hex'),
    }))
    .sort((a, b) => (a.paperId < b.paperId ? -1 : 1))
  await tx.insert(secretPapers).values(papers)
}
