import { and, desc, eq, ne } from 'drizzle-orm'
import { eightNumbers } from '#app/domain/owners-vote/eight-numbers.ts'
import { labelOf } from '#app/domain/owners-vote/owners-vote.ts'
import { suspends } from '#app/domain/owners-vote/suspension.ts'
import { silenceBasis } from '#app/domain/owners-vote/silent-votes.ts'
import { formatArea } from '#app/domain/voting/area.ts'
import { citation } from '#app/domain/voting/citation.ts'
import { namedRule } from '#app/domain/voting/named-rule.ts'
import { suspendedInPublic } from '#app/services/register/suspend-elector.server.ts'
import { readReceipt } from '#app/domain/voting/vote-receipt.ts'
import type { Database } from '#db/database.ts'
import { openVotes } from '#db/schema/ballots.ts'
import { places } from '#db/schema/organisation.ts'
import { ownersVotes } from '#db/schema/owners-votes.ts'
import { loadVote } from './owners-vote-rows.server.ts'
import { publicWords } from './public-words.server.ts'

/**
 * A vote as everybody may see it: announced, open (nothing of the result), then with its sums.
 *
 * @param sought - a receipt somebody looks for, among all that were counted and not those alone
 *   that the page has room for.
 */
export async function getPublicVote(
  db: Database,
  voteId: string,
  sought: string | null = null,
) {
  const loaded = await loadVote(db, voteId)
  if (!loaded || loaded.row.state === 'prepared') return null
  const { row, roll } = loaded
  const [compound] = await db
    .select({ name: places.name, nameEn: places.nameEn, hotline: places.hotline })
    .from(places)
    .where(eq(places.id, row.compoundId))
  const [community] = await db
    .select({ name: places.name, nameEn: places.nameEn, code: places.code })
    .from(places)
    .where(eq(places.id, row.communityId))
  const [again] = await db
    .select({ id: ownersVotes.id })
    .from(ownersVotes)
    .where(and(eq(ownersVotes.rerunOf, row.id), ne(ownersVotes.state, 'prepared')))
    .orderBy(desc(ownersVotes.createdAt))
    .limit(1)
  const published = row.publishedAt !== null && row.state !== 'void'
  const receipts =
    published && row.ballotId ? await receiptsOf(db, row.ballotId, sought) : NO_RECEIPTS
  return {
    id: row.id,
    code: row.code,
    title: row.title,
    proposal: row.proposal,
    question: row.question,
    art278Item: row.art278Item,
    topicType: row.topicType,
    rule: row.profile.rule,
    basis: {
      named: namedRule(row.profile),
      law: citation(row.profile.legalBasis),
      effectiveFrom: row.profile.legalBasis.effectiveFrom,
      version: row.profile.version,
    },
    state: row.state,
    label: labelOf(row.profile, { official: row.officialResult !== null }),
    opensOn: row.opensOn,
    closesOn: row.closesOn,
    noticeOn: row.noticeOn,
    ...(await publicWords(db, row)),
    insteadOf: row.rerunOf,
    heldAgain: again?.id ?? null,
    objectionsUntil: row.objectionsUntil,
    silenceBasis: roll && silenceBasis(roll.policy, row.profile, row.question),
    silent: published ? row.silent : null,
    suspended: roll && suspends(row.profile) ? await suspendedInPublic(db, roll) : null,
    papersOut: published ? row.papersOut : null,
    official: published ? row.officialResult : null,
    compound,
    community,
    roll: roll && {
      heads: roll.totalHeads,
      area: formatArea(roll.totalArea),
      hash: roll.hash,
      frozenAt: roll.frozenAt,
    },
    result:
      published && row.verdict
        ? { verdict: row.verdict, figures: eightNumbers(row.verdict), ballotId: row.ballotId }
        : null,
    receipts,
  }
}

/** The page shows as many; the record has them all. */
const MOST_RECEIPTS = 5000

type Receipts = {
  /** By the alphabet, as many as the page has room for. */
  listed: string[]
  total: number
  /** The one that was looked for, and how many votes have it: there are a thousand million codes. */
  sought: { receipt: string; votes: number } | null
}

const NO_RECEIPTS: Receipts = { listed: [], total: 0, sought: null }

async function receiptsOf(
  db: Database,
  ballotId: string,
  sought: string | null,
): Promise<Receipts> {
  // Nobody was given one for having said nothing.
  const given = and(eq(openVotes.ballotId, ballotId), ne(openVotes.origin, 'silence'))
  const receipt = readReceipt(sought ?? '')
  const [listed, total, votes] = await Promise.all([
    db
      .select({ receipt: openVotes.receipt })
      .from(openVotes)
      .where(given)
      .orderBy(openVotes.receipt)
      .limit(MOST_RECEIPTS),
    db.$count(openVotes, given),
    receipt === '' ? 0 : db.$count(openVotes, and(given, eq(openVotes.receipt, receipt))),
  ])
  return {
    listed: listed.map((row) => row.receipt),
    total,
    sought: receipt === '' ? null : { receipt, votes },
  }
}
