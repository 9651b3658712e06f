import { sql } from 'drizzle-orm'
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import type {
  Extension,
  OfficialResult,
  Override,
  OwnersVoteState,
  PartyReview,
} from '#app/domain/owners-vote/owners-vote.ts'
import type { ContactKind, ContactWay } from '#app/domain/owners-vote/elector-contact.ts'
import type { AttemptOutcome, PaperMark } from '#app/domain/owners-vote/paper.ts'
import type { SilentVotes } from '#app/domain/owners-vote/silent-votes.ts'
import type { BallotQuestion } from '#app/domain/voting/ballot-question.ts'
import type { TopicType } from '#app/domain/voting/authority.ts'
import type { VoteOrigin } from '#app/domain/voting/ballot.ts'
import type { RuleProfile } from '#app/domain/voting/rule-profiles.ts'
import type { Verdict } from '#app/domain/voting/tally.ts'
import { ballots } from './ballots.ts'
import { bytes, instant } from './columns.ts'
import { meetings } from './meetings.ts'
import { places } from './organisation.ts'
import { rolls } from './register.ts'

/** A vote outside a meeting that is open for days: who owns, by their frozen roll. */
export const ownersVotes = pgTable(
  'owners_vote',
  {
    id: text('id').primaryKey(),
    communityId: text('community_id').notNull(),
    compoundId: text('compound_id')
      .notNull()
      .references(() => places.id),
    /** Short, for papers and links: K3F7Q. */
    code: text('code').notNull().unique(),
    title: text('title').notNull(),
    proposal: text('proposal').notNull(),
    question: jsonb('question').$type<BallotQuestion>().notNull(),
    topicType: text('topic_type').$type<TopicType>().notNull(),
    /** The item of Civil Code Art. 278 (1) it is put under. */
    art278Item: integer('art278_item'),
    /** The whole profile, frozen when the vote is announced. */
    profile: jsonb('profile').$type<RuleProfile>().notNull(),
    rollId: text('roll_id').references(() => rolls.id),
    opensOn: date('opens_on').notNull(),
    /** The last day, Asia/Shanghai; extensions move it. */
    closesOn: date('closes_on').notNull(),
    noticeOn: date('notice_on'),
    noticeHow: text('notice_how'),
    committeeToldOn: date('committee_told_on'),
    partyReview: jsonb('party_review').$type<PartyReview>(),
    overrides: jsonb('overrides').$type<Override[]>().notNull().default([]),
    extensions: jsonb('extensions').$type<Extension[]>().notNull().default([]),
    state: text('state').$type<OwnersVoteState>().notNull(),
    ballotId: text('ballot_id').references(() => ballots.id),
    /** Raised to make every link of this vote worthless. */
    linkVersion: integer('link_version').notNull().default(1),
    verdict: jsonb('verdict').$type<Verdict>(),
    officialResult: jsonb('official_result').$type<OfficialResult>(),
    announcedAt: instant('announced_at'),
    openedAt: instant('opened_at'),
    closedAt: instant('closed_at'),
    talliedAt: instant('tallied_at'),
    publishedAt: instant('published_at'),
    /** Printed for electors who did not vote, and not read by anybody before the count. */
    papersOut: integer('papers_out'),
    /** What the count made of those who were served and said nothing; null where the rules make nothing of it. */
    silent: jsonb('silent').$type<SilentVotes>(),
    /** The last day somebody may object to the result, Asia/Shanghai. */
    objectionsUntil: date('objections_until'),
    finalAt: instant('final_at'),
    voidedAt: instant('voided_at'),
    voidReason: text('void_reason'),
    rerunOf: text('rerun_of'),
    resolutionId: text('resolution_id'),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    revision: integer('revision').notNull().default(1),
  },
  (table) => [
    index('owners_vote_by_compound').on(table.compoundId, table.createdAt),
    // Every owners' vote names its item; consent under Art. 279 has none.
    check(
      'owners_vote_art278_item',
      sql`(${table.art278Item} is null) = (${table.topicType} = 'dwelling-to-business')`,
    ),
    check('owners_vote_window', sql`${table.opensOn} < ${table.closesOn}`),
    check(
      'owners_vote_void_reason',
      sql`(${table.state} = 'void') = (${table.voidReason} is not null)`,
    ),
  ],
)

/** A numbered paper that was printed for one elector. */
export const paperBallots = pgTable(
  'paper_ballot',
  {
    voteId: text('vote_id')
      .notNull()
      .references(() => ownersVotes.id),
    electorId: text('elector_id').notNull(),
    printedBy: text('printed_by').notNull(),
    printedAt: instant('printed_at').notNull(),
    /** How often it was printed: a lost one is printed again under the same number. */
    copies: integer('copies').notNull().default(1),
    settledAt: instant('settled_at'),
    outcome: text('outcome').$type<AttemptOutcome>(),
  },
  (table) => [primaryKey({ columns: [table.voteId, table.electorId] })],
)

/** What one person read on a paper. Slots 1 and 2 are two people; 3 settles what they read differently. */
export const paperEntries = pgTable(
  'paper_entry',
  {
    voteId: text('vote_id').notNull(),
    electorId: text('elector_id').notNull(),
    slot: integer('slot').notNull(),
    mark: text('mark').$type<PaperMark>().notNull(),
    enteredBy: text('entered_by').notNull(),
    enteredAt: instant('entered_at').notNull(),
    reason: text('reason'),
    /** Who looked on while a reader settled it, where nobody else could. */
    overseer: text('overseer'),
  },
  (table) => [
    primaryKey({ columns: [table.voteId, table.electorId, table.slot] }),
    // Nobody reads the same paper twice and calls it two readings; a reader settles it only overseen.
    uniqueIndex('paper_entry_two_people')
      .on(table.voteId, table.electorId, table.enteredBy)
      .where(sql`${table.overseer} is null`),
    check('paper_entry_overseer', sql`${table.overseer} is null or ${table.slot} = 3`),
    foreignKey({
      columns: [table.voteId, table.electorId],
      foreignColumns: [paperBallots.voteId, paperBallots.electorId],
    }),
    check('paper_entry_slot', sql`${table.slot} between 1 and 3`),
    check('paper_entry_reason', sql`${table.slot} < 3 or ${table.reason} is not null`),
  ],
)

/** The paper itself, without EXIF; for staff alone. */
export const paperPhotos = pgTable(
  'paper_photo',
  {
    voteId: text('vote_id').notNull(),
    electorId: text('elector_id').notNull(),
    mediaType: text('media_type').notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    sha256: text('sha256').notNull(),
    content: bytes('content').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.voteId, table.electorId] }),
    foreignKey({
      columns: [table.voteId, table.electorId],
      foreignColumns: [paperBallots.voteId, paperBallots.electorId],
    }),
  ],
)

/** The document of a result that came from the city's own voting system, byte for byte; for staff alone. */
export const officialEvidence = pgTable('official_evidence', {
  voteId: text('vote_id')
    .primaryKey()
    .references(() => ownersVotes.id),
  fileName: text('file_name').notNull(),
  mediaType: text('media_type').notNull(),
  sha256: text('sha256').notNull(),
  content: bytes('content').notNull(),
})

/** That an elector was served the matter, or reminded of it before they voted. */
export const electorContacts = pgTable(
  'elector_contact',
  {
    id: text('id').primaryKey(),
    voteId: text('vote_id')
      .notNull()
      .references(() => ownersVotes.id),
    electorId: text('elector_id').notNull(),
    kind: text('kind').$type<ContactKind>().notNull(),
    way: text('way').$type<ContactWay>().notNull(),
    /** The day it was done, Asia/Shanghai. */
    doneOn: date('done_on').notNull(),
    recordedBy: text('recorded_by').notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (table) => [
    index('elector_contact_by_elector').on(table.voteId, table.electorId),
    // Served is served: what is written down again later changes nothing.
    uniqueIndex('elector_contact_served_once')
      .on(table.voteId, table.electorId)
      .where(sql`${table.kind} = 'served'`),
  ],
)

/** A vote that was not counted because one of that elector stands already. Never what it said. */
export const voteAttempts = pgTable(
  'vote_attempt',
  {
    id: text('id').primaryKey(),
    voteId: text('vote_id')
      .notNull()
      .references(() => ownersVotes.id),
    electorId: text('elector_id').notNull(),
    origin: text('origin').$type<VoteOrigin>().notNull(),
    outcome: text('outcome').$type<AttemptOutcome>().notNull(),
    at: instant('at').notNull(),
  },
  (table) => [index('vote_attempt_by_vote').on(table.voteId, table.at)],
)

/** What somebody has against a result that was published, and what was answered. */
export const resultObjections = pgTable(
  'result_objection',
  {
    id: text('id').primaryKey(),
    voteId: text('vote_id')
      .notNull()
      .references(() => ownersVotes.id),
    /** For staff, never public. */
    name: text('name').notNull(),
    contact: text('contact'),
    words: text('words').notNull(),
    receivedAt: instant('received_at').notNull(),
    answer: text('answer'),
    answeredBy: text('answered_by'),
    answeredAt: instant('answered_at'),
  },
  (table) => [index('result_objection_by_vote').on(table.voteId)],
)

/**
 * A rule profile that a county added beside those that come with the product. A vote that uses one
 * refers to its fingerprint: what the row says cannot change any more, nor can the row go.
 */
export const ruleProfiles = pgTable(
  'rule_profile',
  {
    profileId: text('profile_id').notNull(),
    region: text('region').notNull(),
    version: integer('version').notNull(),
    profile: jsonb('profile').$type<RuleProfile>().notNull(),
    fingerprint: text('fingerprint')
      .notNull()
      .generatedAlwaysAs(sql`md5(profile::text)`),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.profileId, table.region, table.version] }),
    unique('rule_profile_as_used').on(
      table.profileId,
      table.region,
      table.version,
      table.fingerprint,
    ),
  ],
)

/** That a profile was used, which keeps its row from being changed or deleted. */
export const ruleProfileUses = pgTable(
  'rule_profile_use',
  {
    voteId: text('vote_id')
      .primaryKey()
      .references(() => ownersVotes.id),
    profileId: text('profile_id').notNull(),
    region: text('region').notNull(),
    version: integer('version').notNull(),
    fingerprint: text('fingerprint').notNull(),
  },
  (table) => [
    foreignKey({
      columns: [table.profileId, table.region, table.version, table.fingerprint],
      foreignColumns: [
        ruleProfiles.profileId,
        ruleProfiles.region,
        ruleProfiles.version,
        ruleProfiles.fingerprint,
      ],
      name: 'rule_profile_use_as_used',
    }),
  ],
)

/** That the notice of a session froze a profile: it stays as it was read then. */
export const sessionRuleUses = pgTable(
  'session_rule_use',
  {
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id),
    profileId: text('profile_id').notNull(),
    region: text('region').notNull(),
    version: integer('version').notNull(),
    fingerprint: text('fingerprint').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.meetingId, table.profileId] }),
    foreignKey({
      columns: [table.profileId, table.region, table.version, table.fingerprint],
      foreignColumns: [
        ruleProfiles.profileId,
        ruleProfiles.region,
        ruleProfiles.version,
        ruleProfiles.fingerprint,
      ],
      name: 'session_rule_use_as_used',
    }),
  ],
)
