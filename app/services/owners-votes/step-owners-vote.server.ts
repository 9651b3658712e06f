import { and, eq, isNull, sql } from 'drizzle-orm'
import { localDateOf, parseLocalDate } from '#app/domain/calendar/local-date.ts'
import { WORK_CALENDAR } from '#app/domain/calendar/work-calendar.ts'
import {
  decideStep,
  objectionsUntil,
  type StepRefusal,
  type VoteCommand,
} from '#app/domain/owners-vote/owners-vote-step.ts'
import type { OwnersVoteState } from '#app/domain/owners-vote/owners-vote.ts'
import { can } from '#app/domain/permissions/can.ts'
import type { StaffViewer, Viewer } from '#app/domain/permissions/viewer.ts'
import { refuse, type Result } from '#app/domain/shared/result.ts'
import { countsArea } from '#app/domain/voting/rule.ts'
import { countyVersion } from '#app/services/rules/county-version.server.ts'
import type { Database, OpenDatabase } from '#db/database.ts'
import { ballotElectors, ballots } from '#db/schema/ballots.ts'
import { ownersVotes, resultObjections, ruleProfileUses } from '#db/schema/owners-votes.ts'
import { rollElectors } from '#db/schema/register.ts'
import { loadVote, type LoadedVote } from './owners-vote-rows.server.ts'
import { tallyOwnersVote } from './tally-owners-vote.server.ts'
import { papersBeingRead, papersOut } from './paper-rows.server.ts'
import { quorumReached } from './vote-turnout.server.ts'

export type VoteStepRefusal = StepRefusal | { code: 'no-such-vote' | 'bad-date' }

type Lent = {
  db: Database
  database: Pick<OpenDatabase, 'durability'>
  now: () => Date
  newId: () => string
  randomBytes: (size: number) => Uint8Array
}

/** Takes a vote one step on, or says why not. Two who press at once: the second finds it taken. */
export async function stepOwnersVote(
  services: Lent,
  viewer: Viewer,
  { voteId, command }: { voteId: string; command: VoteCommand },
): Promise<Result<OwnersVoteState, VoteStepRefusal>> {
  const { db, database, now } = services
  const { fsync, synchronousCommit } = await database.durability()
  return db.transaction(async (tx) => {
    const loaded = await loadVote(tx, voteId, { hold: true })
    if (!loaded || viewer.kind !== 'staff' || !can(viewer, 'run-owners-vote', loaded.row)) {
      return refuse({ code: 'no-such-vote' })
    }
    if (command.type === 'extend' && parseLocalDate(command.closesOn) === null) {
      return refuse({ code: 'bad-date' })
    }
    const decided = decideStep(loaded.vote, command, {
      today: localDateOf(now()),
      durable: fsync && synchronousCommit,
      quorumReached: command.type === 'extend' && (await quorumReached(tx, loaded)),
      papersOpen: command.type === 'tally' ? await papersBeingRead(tx, voteId) : 0,
      papersOut: command.type === 'tally' ? await papersOut(tx, loaded.row) : 0,
      objectionsOpen: command.type === 'finish' ? await openObjections(tx, voteId) : 0,
    })
    if (!decided.ok) return decided
    const changes = await carryOut(tx, services, viewer, loaded, command)
    await tx
      .update(ownersVotes)
      .set({ ...changes, state: decided.value, revision: sql`${ownersVotes.revision} + 1` })
      .where(eq(ownersVotes.id, voteId))
    return decided
  })
}

async function carryOut(
  tx: Database,
  services: Lent,
  viewer: StaffViewer,
  loaded: LoadedVote,
  command: VoteCommand,
): Promise<Partial<typeof ownersVotes.$inferInsert>> {
  const { row } = loaded
  const at = services.now()
  switch (command.type) {
    case 'announce':
      await keepRule(tx, row)
      return { announcedAt: at }
    case 'open':
      return { openedAt: at, ballotId: await openBallotOf(tx, services, loaded) }
    case 'extend': {
      const { closesOn, reason } = command
      const extension = {
        from: row.closesOn,
        to: closesOn,
        reason: reason.trim(),
        by: viewer.name,
        at: at.toISOString(),
      }
      return { closesOn, extensions: [...row.extensions, extension] }
    }
    case 'close':
      return { closedAt: at }
    case 'tally':
      return {
        talliedAt: at,
        papersOut: command.papersOut ?? 0,
        ...(await tallyOwnersVote(tx, services, loaded)),
      }
    case 'publish':
      return {
        publishedAt: at,
        objectionsUntil: objectionsUntil(localDateOf(at), WORK_CALENDAR),
      }
    case 'finish':
      return { finalAt: at }
    case 'void':
      if (row.ballotId) {
        await tx
          .update(ballots)
          .set({ state: 'void', voidReason: command.reason.trim() })
          .where(eq(ballots.id, row.ballotId))
      }
      return { voidedAt: at, voidReason: command.reason.trim() }
  }
}

/** The ballot and its roll, copied in one statement: a hundred thousand lines stay in the database. */
async function openBallotOf(
  tx: Database,
  { now, newId }: Lent,
  { row, roll }: LoadedVote,
): Promise<string> {
  if (!roll) throw new Error(`Vote ${row.id} opens without a roll`)
  const id = newId()
  await tx.insert(ballots).values({
    id,
    communityId: row.communityId,
    title: row.title,
    question: row.question.method.kind === 'yes-no' ? null : row.question,
    rule: row.profile.rule,
    // Areas are weighed, so a vote without its name would still be somebody's.
    secrecy: 'open',
    changeable: roll.policy.duplicateBallot === 'last-before-close',
    state: 'open',
    openedAt: now(),
  })
  await tx.insert(ballotElectors).select(
    tx
      .select({
        ballotId: sql<string>`${id}`.as('ballot_id'),
        electorId: rollElectors.electorId,
        heads: countsArea(row.profile.rule) ? rollElectors.heads : sql<number>`1`.as('heads'),
        area: rollElectors.area,
      })
      .from(rollElectors)
      .where(eq(rollElectors.rollId, roll.id)),
  )
  return id
}

/** From now on the county's own version cannot be taken back. */
async function keepRule(tx: Database, { id: voteId, profile }: LoadedVote['row']) {
  const own = await countyVersion(tx, profile)
  if (own) await tx.insert(ruleProfileUses).values({ voteId, ...own })
}

async function openObjections(tx: Database, voteId: string): Promise<number> {
  return tx.$count(
    resultObjections,
    and(eq(resultObjections.voteId, voteId), isNull(resultObjections.answeredAt)),
  )
}
