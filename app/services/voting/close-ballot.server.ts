import { and, asc, eq } from 'drizzle-orm'
import type { MeetingState } from '#app/domain/meetings/meeting-state.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import type { Elector, Vote } from '#app/domain/voting/ballot.ts'
import { withoutFewPapers } from '#app/domain/voting/few-secret-papers.ts'
import { tallyBallot, type Verdict } from '#app/domain/voting/tally.ts'
import type { Database } from '#db/database.ts'
import {
  ballotElectors,
  ballots,
  openVotes,
  secretPapers,
  secretTurnout,
} from '#db/schema/ballots.ts'

/**
 * Closes a ballot and counts it, in the caller's transaction.
 *
 * The update waits for every vote that is being written and makes every later
 * one find a closed ballot, so what is counted after it is all there is. The
 * papers of a secret ballot are then written anew in random order: the order in
 * which they lay, and with whom they came, is gone.
 */
export async function closeBallot(
  tx: Database,
  { now, randomBytes }: { now: () => Date; randomBytes: (size: number) => Uint8Array },
  { meetingId, ballotId, state }: { meetingId: string; ballotId: string; state: MeetingState },
): Promise<Result<Verdict, { code: 'no-such-ballot' | 'ballot-not-open' }>> {
  const [ballot] = await tx
    .update(ballots)
    .set({ state: 'closed', closedAt: now() })
    .where(
      and(
        eq(ballots.id, ballotId),
        eq(ballots.meetingId, meetingId),
        eq(ballots.state, 'open'),
      ),
    )
    .returning()
  if (!ballot) {
    const known = state.pastBallots.some((each) => each.ballotId === ballotId)
    return refuse({ code: known ? 'ballot-not-open' : 'no-such-ballot' })
  }

  const roll: Elector[] = await tx
    .select({
      elector: ballotElectors.electorId,
      heads: ballotElectors.heads,
      area: ballotElectors.area,
    })
    .from(ballotElectors)
    .where(eq(ballotElectors.ballotId, ballotId))
    .orderBy(asc(ballotElectors.electorId))
  const votes =
    ballot.secrecy === 'secret'
      ? await countedPapers(tx, ballotId, roll)
      : await tx
          .select({ elector: openVotes.electorId, choice: openVotes.choice })
          .from(openVotes)
          .where(eq(openVotes.ballotId, ballotId))
  // Whoever voted was here, even when they have left since.
  const voted = new Set(votes.map((vote) => vote.elector))
  const present = roll
    .map((elector) => elector.elector)
    .filter((id) => voted.has(id) || Object.hasOwn(state.presence, id))

  const verdict = withoutFewPapers(
    tallyBallot({ rule: ballot.rule, roll, present, votes }),
    ballot.secrecy,
  )
  await tx.update(ballots).set({ verdict, present }).where(eq(ballots.id, ballotId))
  if (ballot.secrecy === 'secret') await shufflePapers(tx, ballotId, randomBytes)
  return ok(verdict)
}

/**
 * The papers as votes for the count. Who is named beside which paper is
 * arbitrary: a secret ballot weighs every elector alike, so it makes no difference.
 */
async function countedPapers(
  tx: Database,
  ballotId: string,
  roll: readonly Elector[],
): Promise<Vote[]> {
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
