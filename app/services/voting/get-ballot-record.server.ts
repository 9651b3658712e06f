import { and, asc, count, eq, inArray, isNull, ne, or, sql, type SQL } from 'drizzle-orm'
import { endOfDay, instantAt } from '#app/domain/calendar/local-date.ts'
import type { MeetingEvent } from '#app/domain/meetings/meeting-event.ts'
import { headsAsked } from '#app/domain/owners-vote/heads-asked.ts'
import { labelOf } from '#app/domain/owners-vote/owners-vote.ts'
import { parseArea } from '#app/domain/voting/area.ts'
import { CHOICES, type Choice } from '#app/domain/voting/ballot.ts'
import { assistedForAll } from '#app/domain/voting/assisted-told.ts'
import { again, type ElectorGroup } from '#app/domain/voting/elector-group.ts'
import { layOutOpenBallot, layOutSecretBallot } from '#app/domain/voting/lay-out-record.ts'
import { namedRule, type NamedRule } from '#app/domain/voting/named-rule.ts'
import type { RecordAbout } from '#app/domain/voting/record-about.ts'
import { countsArea, type VoteRule } from '#app/domain/voting/rule.ts'
import type { BallotRecordSource } from '#app/domain/voting/write-ballot-record.ts'
import type { Database } from '#db/database.ts'
import {
  ballotElectors,
  ballots,
  openVotes,
  secretPapers,
  secretTurnout,
} from '#db/schema/ballots.ts'
import { meetingEvents, meetings } from '#db/schema/meetings.ts'
import { places } from '#db/schema/organisation.ts'
import { ownersVotes, ruleProfiles, sessionRuleUses } from '#db/schema/owners-votes.ts'
import { rolls } from '#db/schema/register.ts'
import { countAssisted } from './count-assisted.server.ts'

type Lent = { db: Database }

/**
 * The public record of a closed ballot, made of sums: no elector's id is read
 * into it, and everybody who asks gets the same. An owners' vote that a city's own
 * system counted has one by its own id, of the sums that came in. Null when there is none:
 * still open, void, of a draft or a talk room, secret with too few papers, or not there.
 */
export async function getBallotRecord(
  { db }: Lent,
  ballotId: string,
): Promise<BallotRecordSource | null> {
  const found = await closedBallot(db, ballotId)
  if (!found) return officialRecord(db, ballotId)
  const { ballot, ...aboutIt } = found
  const [about, laidOut, receipts, assisted] = await Promise.all([
    aboutIt.meeting
      ? aboutMeeting(db, ballot, aboutIt.meeting)
      : aboutOwnersVote(db, ballot.id),
    ballot.secrecy === 'secret'
      ? secretSums(db, ballotId).then((sums) => layOutSecretBallot(ballot.rule, sums))
      : openSums(db, ballotId).then((groups) => layOutOpenBallot(ballot.rule, groups)),
    receiptsOf(db, ballot),
    countAssisted(db, ballotId),
  ])
  if (!laidOut || !about) return null
  const { lines, ...lists } = laidOut
  return {
    title: ballot.title,
    about: {
      ...about,
      openedAt: ballot.openedAt.toISOString(),
      closedAt: ballot.closedAt.toISOString(),
      lines,
      ...(assisted > 0 && { assisted: assistedForAll(assisted) }),
    },
    ...(ballot.question && { question: ballot.question }),
    rule: ballot.rule,
    ...lists,
    receipts,
    verdict: ballot.verdict,
  }
}

type About = Pick<RecordAbout, 'meeting' | 'label' | 'named' | 'log' | 'vote'>
type Meeting = RecordAbout['meeting'] & { id: string }

/** A ballot anybody may recount, with the names of its meeting. */
async function closedBallot(db: Database, ballotId: string) {
  const [row] = await db
    .select({
      id: ballots.id,
      meetingId: ballots.meetingId,
      title: ballots.title,
      question: ballots.question,
      rule: ballots.rule,
      secrecy: ballots.secrecy,
      openedAt: ballots.openedAt,
      closedAt: ballots.closedAt,
      verdict: ballots.verdict,
      room: meetings.room,
      number: meetings.number,
      compound: places.name,
      community: nameOfCommunity(ballots.communityId),
    })
    .from(ballots)
    .leftJoin(meetings, eq(meetings.id, ballots.meetingId))
    .leftJoin(places, eq(places.id, meetings.compoundId))
    .where(
      and(
        eq(ballots.id, ballotId),
        eq(ballots.state, 'closed'),
        or(
          isNull(ballots.meetingId),
          and(ne(meetings.room, 'talkroom'), ne(meetings.status, 'draft')),
        ),
      ),
    )
  if (!row?.closedAt || !row.verdict) return null
  const { meetingId, room, number, compound, community, closedAt, verdict, ...ballot } = row
  const meeting: Meeting | null =
    meetingId && room
      ? { id: meetingId, community, compound: compound ?? '', room, number }
      : null
  return { ballot: { ...ballot, closedAt, verdict }, meeting }
}

function nameOfCommunity(id: typeof ballots.communityId | typeof ownersVotes.communityId) {
  return sql<string>`(select name from place as community where community.id = ${id})`
}

async function aboutMeeting(
  db: Database,
  ballot: { id: string; rule: VoteRule },
  { id, ...meeting }: Meeting,
): Promise<About | null> {
  const closing = await closingEvents(db, id, ballot.id)
  const named = await ruleOfMeeting(db, id, ballot.rule.id)
  return (
    closing && {
      meeting,
      label: closing.label,
      ...(named && { named }),
      log: { seq: closing.seq, hash: closing.hash },
    }
  )
}

/** The county's own rule as the notice froze it, which nobody can change or take back since. */
async function ruleOfMeeting(
  db: Database,
  meetingId: string,
  ruleId: string,
): Promise<NamedRule | null> {
  const [row] = await db
    .select({ profile: ruleProfiles.profile })
    .from(sessionRuleUses)
    .innerJoin(
      ruleProfiles,
      and(
        eq(ruleProfiles.profileId, sessionRuleUses.profileId),
        eq(ruleProfiles.region, sessionRuleUses.region),
        eq(ruleProfiles.version, sessionRuleUses.version),
      ),
    )
    .where(and(eq(sessionRuleUses.meetingId, meetingId), eq(sessionRuleUses.profileId, ruleId)))
  return row ? namedRule(row.profile) : null
}

/** What a city's system counted, for the same recount: no ballot was held here, and no receipts given. */
async function officialRecord(
  db: Database,
  voteId: string,
): Promise<BallotRecordSource | null> {
  const vote = await publishedVote(db, eq(ownersVotes.id, voteId))
  if (!vote?.officialResult || !vote.verdict) return null
  const { profile, officialResult, verdict, title, opensOn, closesOn } = vote
  const { totalHeads, electors, area: totalArea } = vote
  if (totalHeads === null || electors === null || totalArea === null) return null
  const { counts, system, reference, evidence } = officialResult
  const group = (choice: Choice | null, heads: number, area: bigint): ElectorGroup => ({
    ...{ electors: heads, heads, choice, present: false },
    area: countsArea(profile.rule) ? area : null,
  })
  const heads = headsAsked(profile.rule, { totalHeads, electors })
  const areaOf = (of: keyof typeof counts) => parseArea(counts[of].area) ?? 0n
  const groups = [
    ...CHOICES.map((choice) => group(choice, counts[choice].heads, areaOf(choice))),
    group(null, heads - counts.participating.heads, totalArea - areaOf('participating')),
  ].filter(({ heads, area }) => heads > 0 || (area ?? 0n) > 0n)
  const { lines, ...lists } = layOutOpenBallot(profile.rule, groups)
  const about = aboutVote(vote)
  return {
    title,
    about: {
      ...about,
      vote: {
        ...about.vote,
        official: { system, reference, evidence: evidence.sha256 },
      },
      openedAt: instantAt(opensOn, '00:00').toISOString(),
      closedAt: endOfDay(closesOn).toISOString(),
      lines,
    },
    rule: profile.rule,
    ...lists,
    verdict,
  }
}

/** Told once the result is published: until then there is no record. */
async function publishedVote(db: Database, which: SQL) {
  const [vote] = await db
    .select({
      code: ownersVotes.code,
      title: ownersVotes.title,
      opensOn: ownersVotes.opensOn,
      closesOn: ownersVotes.closesOn,
      art278Item: ownersVotes.art278Item,
      officialResult: ownersVotes.officialResult,
      verdict: ownersVotes.verdict,
      totalHeads: rolls.totalHeads,
      electors: rolls.electors,
      area: rolls.totalArea,
      profile: ownersVotes.profile,
      silent: ownersVotes.silent,
      compound: places.name,
      community: nameOfCommunity(ownersVotes.communityId),
      rollHash: rolls.hash,
    })
    .from(ownersVotes)
    .innerJoin(places, eq(places.id, ownersVotes.compoundId))
    .leftJoin(rolls, eq(rolls.id, ownersVotes.rollId))
    .where(and(which, inArray(ownersVotes.state, ['objection-window', 'final'])))
  return vote ?? null
}

async function aboutOwnersVote(db: Database, ballotId: string): Promise<About | null> {
  const vote = await publishedVote(db, eq(ownersVotes.ballotId, ballotId))
  return vote && aboutVote(vote)
}

function aboutVote(vote: NonNullable<Awaited<ReturnType<typeof publishedVote>>>) {
  const { code, art278Item, rollHash, profile, silent, compound, community } = vote
  const named = namedRule(profile)
  return {
    meeting: { community, compound, room: 'owners-vote', number: null },
    label: labelOf(profile, { official: vote.officialResult !== null }),
    ...(named && { named }),
    vote: {
      ...{ code, art278Item, rollHash },
      ...(silent && {
        silent: {
          electors: silent.electors,
          heads: silent.heads,
          area: silent.area,
          basis: silent.basis,
        },
      }),
    },
  }
}

/** What its meeting's log says of it: the label it was announced with, and where it was closed. */
async function closingEvents(db: Database, meetingId: string, ballotId: string) {
  const rows = await db
    .select({ seq: meetingEvents.seq, hash: meetingEvents.hash, data: meetingEvents.data })
    .from(meetingEvents)
    .where(
      and(
        eq(meetingEvents.meetingId, meetingId),
        inArray(meetingEvents.type, ['ballot-opened', 'ballot-closed']),
        sql`${meetingEvents.data} ->> 'ballotId' = ${ballotId}`,
      ),
    )
  const opened = rows.map(({ data }): MeetingEvent => data).find(isOpening)
  const closed = rows.find(({ data }) => data.type === 'ballot-closed')
  return opened && closed ? { label: opened.label, seq: closed.seq, hash: closed.hash } : null
}

function isOpening(
  event: MeetingEvent,
): event is Extract<MeetingEvent, { type: 'ballot-opened' }> {
  return event.type === 'ballot-opened'
}

/** The electors who were in the room when the ballot closed. */
function inRoom(db: Database, ballotId: string) {
  return db
    .select({ id: sql<string>`jsonb_array_elements_text(${ballots.present})`.as('id') })
    .from(ballots)
    .where(eq(ballots.id, ballotId))
    .as('in_room')
}

/** One row for all electors who were alike: in the room or not, and what they chose. */
async function openSums(db: Database, ballotId: string): Promise<ElectorGroup[]> {
  const here = inRoom(db, ballotId)
  const present = sql<boolean>`${here.id} is not null`
  const rows = await db
    .select({
      electors: count(),
      heads: sql<number>`sum(${ballotElectors.heads})`.mapWith(Number),
      area: sql<string | null>`sum(${ballotElectors.area})::text`,
      present,
      choice: openVotes.choice,
    })
    .from(ballotElectors)
    .leftJoin(
      openVotes,
      and(
        eq(openVotes.ballotId, ballotElectors.ballotId),
        eq(openVotes.electorId, ballotElectors.electorId),
      ),
    )
    .leftJoin(here, eq(here.id, ballotElectors.electorId))
    .where(eq(ballotElectors.ballotId, ballotId))
    .groupBy(openVotes.choice, present)
  return rows.map(({ area, ...group }) => ({
    ...group,
    area: area === null ? null : BigInt(area),
  }))
}

async function secretSums(db: Database, ballotId: string) {
  const here = inRoom(db, ballotId)
  const [roll] = await db
    .select({ all: count(), present: count(here.id) })
    .from(ballotElectors)
    .leftJoin(here, eq(here.id, ballotElectors.electorId))
    .where(eq(ballotElectors.ballotId, ballotId))
  const papers = await db
    .select({ choice: secretPapers.choice, papers: count() })
    .from(secretPapers)
    .where(eq(secretPapers.ballotId, ballotId))
    .groupBy(secretPapers.choice)
    .orderBy(asc(secretPapers.choice))
  return { roll: roll?.all ?? 0, present: roll?.present ?? 0, papers }
}

/**
 * The receipts of all who voted, in the order of the alphabet. They stand beside
 * neither voter nor choice: a code shown under pressure says that somebody voted
 * and never what.
 *
 * A hundred thousand come as fifty texts and are taken apart while they are
 * written: a list of so many words would be ten times as large.
 */
async function receiptsOf(
  db: Database,
  { id, secrecy }: { id: string; secrecy: 'open' | 'secret' },
): Promise<Iterable<string>> {
  const table = secrecy === 'secret' ? secretTurnout : openVotes
  const sorted = db
    .select({
      receipt: table.receipt,
      page: sql<number>`(row_number() over (order by ${table.receipt}) - 1) / ${sql.raw(String(RECEIPTS))}`.as(
        'page',
      ),
    })
    .from(table)
    // Nobody was given one for having said nothing.
    .where(and(eq(table.ballotId, id), ne(table.origin, 'silence')))
    .as('sorted')
  const pages = await db
    .select({
      text: sql<string>`string_agg(${sorted.receipt}, ' ' order by ${sorted.receipt})`,
    })
    .from(sorted)
    .groupBy(sorted.page)
    .orderBy(asc(sorted.page))
  return again(function* () {
    for (const { text } of pages) yield* text.split(' ')
  })
}

/** How many receipts one text carries. */
const RECEIPTS = 2000
