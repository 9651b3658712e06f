import { asc, desc, eq } from 'drizzle-orm'
import { localDateOf } from '#app/domain/calendar/local-date.ts'
import { WORK_CALENDAR } from '#app/domain/calendar/work-calendar.ts'
import { checkOpening } from '#app/domain/owners-vote/opening-checks.ts'
import {
  takesOfficialResult,
  takesPhoneVotes,
} from '#app/domain/owners-vote/electronic-channel.ts'
import { labelOf } from '#app/domain/owners-vote/owners-vote.ts'
import { announceBy } from '#app/domain/owners-vote/owners-vote-step.ts'
import { handMissing } from '#app/domain/owners-vote/paper.ts'
import { silenceBasis } from '#app/domain/owners-vote/silent-votes.ts'
import { can } from '#app/domain/permissions/can.ts'
import type { Viewer } from '#app/domain/permissions/viewer.ts'
import { formatArea } from '#app/domain/voting/area.ts'
import { staffOf } from '#app/services/accounts/staff-of.server.ts'
import type { Database, OpenDatabase } from '#db/database.ts'
import { places } from '#db/schema/organisation.ts'
import { ownersVotes, resultObjections, voteAttempts } from '#db/schema/owners-votes.ts'
import { rolls } from '#db/schema/register.ts'
import { loadVote } from './owners-vote-rows.server.ts'
import { papersOut } from './paper-rows.server.ts'
import { listPapers } from './print-papers.server.ts'
import { proxiesForVote } from './proxies-for-vote.server.ts'
import { voteTurnout } from './vote-turnout.server.ts'

type Lent = { db: Database; database: Pick<OpenDatabase, 'durability'>; now: () => Date }

/**
 * A vote as the desk sees it: conditions, turnout without a split, papers, attempts, objections.
 *
 * @param paper - the number of a paper somebody looks for.
 */
export async function getOwnersVote(
  { db, database, now }: Lent,
  viewer: Viewer,
  voteId: string,
  paper: string | null = null,
) {
  const loaded = await loadVote(db, voteId)
  if (!loaded || !can(viewer, 'see-owners-votes', loaded.row)) return null
  const { row, roll, vote } = loaded
  const { fsync, synchronousCommit } = await database.durability()
  const counted = row.state === 'tallied' || row.publishedAt !== null
  const [[compound], turnout, papers, attempts, objections, desk, proxies] = await Promise.all([
    db
      .select({ name: places.name, nameEn: places.nameEn })
      .from(places)
      .where(eq(places.id, row.compoundId)),
    voteTurnout(db, row.ballotId),
    roll ? listPapers(db, voteId, roll.id, paper) : { listed: [], total: 0, sought: paper },
    db
      .select()
      .from(voteAttempts)
      .where(eq(voteAttempts.voteId, voteId))
      .orderBy(desc(voteAttempts.at))
      .limit(50),
    db
      .select()
      .from(resultObjections)
      .where(eq(resultObjections.voteId, voteId))
      .orderBy(asc(resultObjections.receivedAt)),
    staffOf(db, row.communityId),
    proxiesForVote(db, row),
  ])
  const { verdict, silent, ...facts } = row
  // What another system counted the desk has copied from its document; of ours it knows no more than
  // everybody, so that nobody declares a vote void for what came out.
  const told = row.publishedAt !== null || row.officialResult !== null
  return {
    ...facts,
    verdict: told ? verdict : null,
    silent: told ? silent : null,
    label: labelOf(row.profile, { official: row.officialResult !== null }),
    compound: compound?.name ?? '',
    compoundEn: compound?.nameEn ?? '',
    roll: roll && {
      id: roll.id,
      title: roll.title,
      state: roll.state,
      heads: roll.totalHeads,
      area: formatArea(roll.totalArea),
      electors: roll.electors,
      hash: roll.hash,
    },
    byPhone: !roll || takesPhoneVotes(roll.policy),
    mayTakeOver: !roll || takesOfficialResult(roll.policy),
    silenceBasis: roll && silenceBasis(roll.policy, row.profile, row.question),
    checks: checkOpening(vote, localDateOf(now()), { durable: fsync && synchronousCommit }),
    turnout: {
      electors: turnout.electors,
      heads: turnout.heads,
      area: formatArea(turnout.area),
      byOrigin: turnout.byOrigin,
    },
    papers,
    papersOut: counted ? (row.papersOut ?? 0) : await papersOut(db, row),
    handMissing: handMissing(new Set(desk.map(({ personId }) => personId)).size),
    /** Written proxies of those who have not voted: how many say what to answer here, and how many do not. */
    proxies: {
      answered: proxies.filter(({ answer }) => answer !== null).length,
      unanswered: proxies.filter(({ answer }) => answer === null).length,
    },
    attempts,
    objections,
    /** The last day to announce what was counted; null before the count and after. */
    announceBy:
      row.state === 'tallied' && row.talliedAt
        ? announceBy(localDateOf(row.talliedAt), WORK_CALENDAR)
        : null,
    mayRun: can(viewer, 'run-owners-vote', row),
    today: localDateOf(now()),
  }
}

/** Frozen rolls and rolls on their way, of one compound, newest first. */
export async function listRollsFor(db: Database, compoundId: string) {
  return db
    .select({ id: rolls.id, title: rolls.title, state: rolls.state, scope: rolls.scope })
    .from(rolls)
    .where(eq(rolls.compoundId, compoundId))
    .orderBy(desc(rolls.createdAt))
    .limit(50)
}

/** The votes of a community, newest first. */
export async function listOwnersVotes(db: Database, viewer: Viewer, communityId: string) {
  if (!can(viewer, 'see-owners-votes', { communityId })) return []
  return db
    .select({
      id: ownersVotes.id,
      title: ownersVotes.title,
      state: ownersVotes.state,
      opensOn: ownersVotes.opensOn,
      closesOn: ownersVotes.closesOn,
      compound: places.name,
      compoundEn: places.nameEn,
    })
    .from(ownersVotes)
    .innerJoin(places, eq(places.id, ownersVotes.compoundId))
    .where(eq(ownersVotes.communityId, communityId))
    .orderBy(desc(ownersVotes.createdAt))
    .limit(100)
}
