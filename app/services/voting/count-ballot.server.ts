import { and, count, eq, inArray, isNotNull, ne, or, sql } from 'drizzle-orm'
import { YES_NO, type BallotQuestion } from '#app/domain/voting/ballot-question.ts'
import type { ElectorGroup } from '#app/domain/voting/elector-group.ts'
import { withoutFewPapers } from '#app/domain/voting/few-secret-papers.ts'
import { countsAttendance, type VoteRule } from '#app/domain/voting/rule.ts'
import { tallyGroups } from '#app/domain/voting/tally-groups.ts'
import type { Verdict } from '#app/domain/voting/tally.ts'
import type { Database } from '#db/database.ts'
import {
  ballotElectors,
  ballots,
  openVotes,
  secretPapers,
  secretTurnout,
} from '#db/schema/ballots.ts'

/** Rows one statement carries; PostgreSQL takes 65,535 parameters at most. */
const CHUNK = 1000

type CountedBallot = {
  id: string
  rule: VoteRule
  question: BallotQuestion | null
  secrecy: 'open' | 'secret'
}

/**
 * Counts a ballot that the caller's transaction has closed, and writes what came out. The papers of
 * a secret one are written anew in random order: the order in which they lay, and with whom they
 * came, is gone.
 *
 * The database adds up those who are alike, so that a hundred thousand electors cost the memory of
 * a few lines.
 *
 * @param inRoom - electors who are in the room; whoever voted was, even if they have left.
 */
export async function countBallot(
  tx: Database,
  { randomBytes }: { randomBytes: (size: number) => Uint8Array },
  ballot: CountedBallot,
  inRoom: readonly string[],
): Promise<Verdict> {
  const secret = ballot.secrecy === 'secret'
  const groups = secret
    ? await secretGroups(tx, ballot.id, inRoom)
    : await openGroups(tx, ballot.id, inRoom)
  const counted = tallyGroups({
    question: ballot.question ?? YES_NO,
    rule: ballot.rule,
    groups,
  })
  const verdict = withoutFewPapers(counted, ballot.secrecy)
  await tx
    .update(ballots)
    .set({
      verdict,
      ...(countsAttendance(ballot.rule) && { present: presentIds(tx, ballot, inRoom) }),
    })
    .where(eq(ballots.id, ballot.id))
  if (secret) await shufflePapers(tx, ballot.id, randomBytes)
  return verdict
}

/** Who voted, as a condition on the roll: both kinds of ballot keep who in a table of their own. */
const votedIn = (secret: boolean) => (secret ? secretTurnout : openVotes)

const here = (voted: ReturnType<typeof votedIn>, inRoom: readonly string[]) =>
  or(isNotNull(voted.electorId), inArray(ballotElectors.electorId, [...inRoom]))

const ofElector = (voted: ReturnType<typeof votedIn>) =>
  and(
    eq(voted.ballotId, ballotElectors.ballotId),
    eq(voted.electorId, ballotElectors.electorId),
  )

async function openGroups(
  tx: Database,
  ballotId: string,
  inRoom: readonly string[],
): Promise<ElectorGroup[]> {
  const present = sql<boolean>`${here(openVotes, inRoom)}`
  const rows = await tx
    .select({
      electors: count(),
      heads: sql<number>`sum(${ballotElectors.heads})`.mapWith(Number),
      area: sql<string | null>`sum(${ballotElectors.area})::text`,
      present: sql<boolean>`in_room`.as('present'),
      choice: openVotes.choice,
    })
    .from(ballotElectors)
    .leftJoin(openVotes, ofElector(openVotes))
    .crossJoin(sql`lateral (select ${present} as in_room) as room`)
    .where(eq(ballotElectors.ballotId, ballotId))
    .groupBy(openVotes.choice, sql`in_room`)
  const groups = rows.map(({ area, ...group }) => ({
    ...group,
    area: area === null ? null : BigInt(area),
  }))
  const voted = groups.reduce((sum, each) => sum + (each.choice ? each.electors : 0), 0)
  const votes = await tx.$count(openVotes, eq(openVotes.ballotId, ballotId))
  if (voted !== votes) {
    throw new Error(`Ballot ${ballotId}: ${votes} votes, ${voted} of them of its electors`)
  }
  return groups
}

/** Of a secret ballot the papers say what, and the roll how many came; nothing says who is whose. */
async function secretGroups(
  tx: Database,
  ballotId: string,
  inRoom: readonly string[],
): Promise<ElectorGroup[]> {
  const [roll = { all: 0, present: 0, voted: 0 }] = await tx
    .select({
      all: count(),
      present: sql<number>`count(*) filter (where ${here(secretTurnout, inRoom)})`.mapWith(
        Number,
      ),
      voted: count(secretTurnout.electorId),
    })
    .from(ballotElectors)
    .leftJoin(secretTurnout, ofElector(secretTurnout))
    .where(eq(ballotElectors.ballotId, ballotId))
  const papers = await tx
    .select({ choice: secretPapers.choice, electors: count() })
    .from(secretPapers)
    .where(eq(secretPapers.ballotId, ballotId))
    .groupBy(secretPapers.choice)
  const cast = papers.reduce((sum, { electors }) => sum + electors, 0)
  const came = await tx.$count(secretTurnout, eq(secretTurnout.ballotId, ballotId))
  if (cast !== came || came !== roll.voted) {
    throw new Error(`Ballot ${ballotId}: ${came} voted, ${cast} papers`)
  }
  const unequal = await tx.$count(
    ballotElectors,
    and(eq(ballotElectors.ballotId, ballotId), ne(ballotElectors.heads, 1)),
  )
  if (unequal > 0) {
    throw new Error(`Ballot ${ballotId} is secret and weighs electors differently`)
  }
  const silent = (electors: number, present: boolean) => ({ electors, present, choice: null })
  return [
    ...papers.map((paper) => ({ ...paper, present: true })),
    silent(roll.present - cast, true),
    silent(roll.all - roll.present, false),
  ].map((group) => ({ ...group, heads: group.electors, area: null }))
}

/** Put together in the database, for the record's list of who was there. */
function presentIds(tx: Database, { id, secrecy }: CountedBallot, inRoom: readonly string[]) {
  const voted = votedIn(secrecy === 'secret')
  const list = tx
    .select({
      ids: sql`coalesce(jsonb_agg(${ballotElectors.electorId} order by ${ballotElectors.electorId}), '[]'::jsonb)`,
    })
    .from(ballotElectors)
    .leftJoin(voted, ofElector(voted))
    .where(and(eq(ballotElectors.ballotId, id), here(voted, inRoom)))
  return sql<string[]>`(${list})`
}

/** Writes the papers of a secret ballot anew, in the order of new random names. */
export async function shufflePapers(
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
  for (let from = 0; from < papers.length; from += CHUNK) {
    await tx.insert(secretPapers).values(papers.slice(from, from + CHUNK))
  }
}
