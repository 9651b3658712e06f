import { and, eq } from 'drizzle-orm'
import { endOfDay } from '#app/domain/calendar/local-date.ts'
import { labelOf } from '#app/domain/owners-vote/owners-vote.ts'
import { formatArea } from '#app/domain/voting/area.ts'
import { receiptOfStanding, standingVotes } from '#app/services/voting/vote-rows.server.ts'
import type { Database, OpenDatabase } from '#db/database.ts'
import { places } from '#db/schema/organisation.ts'
import { rollElectors } from '#db/schema/register.ts'
import type { ElectorLink } from './elector-link.server.ts'
import { loadVoteByCode } from './owners-vote-rows.server.ts'

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
  if (!elector) return null
  const [compound] = await db
    .select({ name: places.name, nameEn: places.nameEn, hotline: places.hotline })
    .from(places)
    .where(eq(places.id, row.compoundId))
  const standing = row.ballotId
    ? await standingVotes(database.query, [
        { ballotId: row.ballotId, electorId: link.electorId },
      ])
    : new Map()
  const [mine] = standing.values()
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
    state: row.state === 'open' && timeIsUp ? ('closed' as const) : row.state,
    voidReason: row.voidReason,
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
      held: elector.voter.as === 'undesignated' || elector.voter.as === 'agent-missing',
    },
    vote: mine ? receiptOfStanding(mine, false) : null,
  }
}
