import { and, eq } from 'drizzle-orm'
import { endOfDay } from '#app/domain/calendar/local-date.ts'
import { takesPhoneVotes } from '#app/domain/owners-vote/electronic-channel.ts'
import { labelOf } from '#app/domain/owners-vote/owners-vote.ts'
import { silenceBasis } from '#app/domain/owners-vote/silent-votes.ts'
import { suspends } from '#app/domain/owners-vote/suspension.ts'
import { isHeld, settledVoter } from '#app/domain/register/settled-voter.ts'
import { formatArea } from '#app/domain/voting/area.ts'
import { isSuspended } from '#app/services/register/suspend-elector.server.ts'
import { castingElector } from '#app/services/register/casting-elector.server.ts'
import {
  receiptOfStanding,
  standingVotes,
  type StandingVote,
} from '#app/services/voting/vote-rows.server.ts'
import type { Database, OpenDatabase } from '#db/database.ts'
import { places } from '#db/schema/organisation.ts'
import { rollElectors } from '#db/schema/register.ts'
import type { ElectorLink } from './elector-link.server.ts'
import { loadVoteByCode } from './owners-vote-rows.server.ts'
import { publicWords } from './public-words.server.ts'

/** What an elector's own page shows. Names and rooms are masked: a link can be passed on. */
export async function getElectorBallot(
  {
    db,
    database,
    now,
  }: { db: Database; database: Pick<OpenDatabase, 'query'>; now: () => Date },
  link: ElectorLink,
) {
  const loaded = await loadVoteByCode(db, link.code)
  if (!loaded?.roll || loaded.row.linkVersion !== link.version) return null
  const { row, roll } = loaded
  if (row.state === 'prepared') return null
  const [elector] = await db
    .select()
    .from(rollElectors)
    .where(and(eq(rollElectors.rollId, roll.id), eq(rollElectors.electorId, link.electorId)))
  const casting = await castingElector(db, { rollId: roll.id, electorId: link.electorId })
  if (!elector || !casting) return null
  const [compound] = await db
    .select({ name: places.name, nameEn: places.nameEn, hotline: places.hotline })
    .from(places)
    .where(eq(places.id, row.compoundId))
  const standing = row.ballotId
    ? await standingVotes(database.query, [
        { ballotId: row.ballotId, electorId: link.electorId },
      ])
    : new Map()
  const mine: StandingVote | null = [...standing.values()][0] ?? null
  const words = await publicWords(db, row)
  const timeIsUp = now() >= endOfDay(row.closesOn)
  return {
    id: row.id,
    title: row.title,
    proposal: row.proposal,
    question: row.question,
    art278Item: row.art278Item,
    rule: row.profile.rule,
    label: labelOf(row.profile),
    opensOn: row.opensOn,
    closesOn: row.closesOn,
    extensions: words.extensions,
    state: row.state === 'open' && timeIsUp ? ('closed' as const) : row.state,
    voidReason: words.voidReason,
    /** False where only the authority's own system may ask owners electronically. */
    byPhone: takesPhoneVotes(roll.policy),
    silenceBasis: silenceBasis(roll.policy, row.profile, row.question),
    changeable: roll.policy.duplicateBallot === 'last-before-close',
    compound: compound?.name ?? '',
    compoundEn: compound?.nameEn ?? '',
    hotline: compound?.hotline ?? null,
    elector: {
      number: elector.electorId,
      name: elector.nameMasked,
      doors: elector.doorsMasked,
      heads: elector.heads,
      area: formatArea(elector.area),
      /** The owners' text by which this vote is suspended; null where it is not. */
      suspendedBy:
        suspends(row.profile) &&
        (await isSuspended(db, { rollId: roll.id, electorId: link.electorId }))
          ? (roll.policy.debtorsBasis ?? '')
          : null,
      held: isHeld(settledVoter(casting.voter, casting.owners, casting.designation)),
    },
    // A link can be asked for: from the close on it no longer tells what its elector chose.
    vote: mine && {
      ...receiptOfStanding(mine, false),
      choice: row.state === 'open' && !timeIsUp ? mine.choice : null,
    },
  }
}
