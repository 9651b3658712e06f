import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core'
import type { Secrecy } from '#app/domain/meetings/meeting.ts'
import type { BallotQuestion } from '#app/domain/voting/ballot-question.ts'
import type { VoteOrigin } from '#app/domain/voting/ballot.ts'
import type { Mark } from '#app/domain/voting/mark.ts'
import type { VoteRule } from '#app/domain/voting/rule.ts'
import type { Verdict } from '#app/domain/voting/tally.ts'
import { instant } from './columns.ts'
import { meetings } from './meetings.ts'

export const ballots = pgTable(
  'ballot',
  {
    id: text('id').primaryKey(),
    communityId: text('community_id').notNull(),
    /** Null for a ballot outside a meeting. */
    meetingId: text('meeting_id').references(() => meetings.id),
    itemId: text('item_id'),
    title: text('title').notNull(),
    /** Method and options; null for a plain yes and no. */
    question: jsonb('question').$type<BallotQuestion>(),
    /** Frozen when the ballot opens. */
    rule: jsonb('rule').$type<VoteRule>().notNull(),
    secrecy: text('secrecy').$type<Secrecy>().notNull(),
    /** Whether a vote may be changed until the close. Never for a secret ballot. */
    changeable: boolean('changeable').notNull(),
    /** Votes lock this row `for share` and closing updates it: no vote is both accepted and uncounted. */
    state: text('state').$type<'open' | 'closed' | 'void'>().notNull(),
    openedAt: instant('opened_at').notNull(),
    closedAt: instant('closed_at'),
    verdict: jsonb('verdict').$type<Verdict>(),
    /** Elector ids that were present when the ballot closed; null where the rule does not ask. */
    present: jsonb('present').$type<string[]>(),
    voidReason: text('void_reason'),
  },
  (table) => [index('ballot_by_meeting').on(table.meetingId)],
)

/** Who may vote, with what weight; written once, when the ballot opens. */
export const ballotElectors = pgTable(
  'ballot_elector',
  {
    ballotId: text('ballot_id')
      .notNull()
      .references(() => ballots.id),
    electorId: text('elector_id').notNull(),
    heads: integer('heads').notNull().default(1),
    /** In units of 0.01 m²; null where heads alone count. */
    area: bigint('area', { mode: 'bigint' }),
  },
  (table) => [primaryKey({ columns: [table.ballotId, table.electorId] })],
)

/**
 * A vote in an open ballot: who and what in one row. One per elector, the primary key sees to that.
 *
 * That its ballot is there is checked once a statement, by the triggers `vote_has_ballot` and
 * `ballot_has_votes`: a foreign key looks it up anew for every vote, a third of what a vote costs.
 */
export const openVotes = pgTable(
  'open_vote',
  {
    ballotId: text('ballot_id').notNull(),
    electorId: text('elector_id').notNull(),
    choice: text('choice').$type<Mark>().notNull(),
    key: text('key').notNull(),
    receipt: text('receipt').notNull(),
    origin: text('origin').$type<VoteOrigin>().notNull(),
    castAt: instant('cast_at').notNull(),
    /** 1 for the first vote, one more for each change before the close. */
    version: integer('version').notNull().default(1),
    /** Keys of the votes this one took the place of: sent again late, they change nothing. */
    earlierKeys: text('earlier_keys').array().notNull().default([]),
  },
  (table) => [primaryKey({ columns: [table.ballotId, table.electorId] })],
)

/** That somebody voted in a secret ballot. What they chose is not here. */
export const secretTurnout = pgTable(
  'secret_turnout',
  {
    ballotId: text('ballot_id').notNull(),
    electorId: text('elector_id').notNull(),
    key: text('key').notNull(),
    receipt: text('receipt').notNull(),
    origin: text('origin').$type<VoteOrigin>().notNull(),
    castAt: instant('cast_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.ballotId, table.electorId] })],
)

/** A paper in the box: what was chosen, under a random name, without time, order or origin. */
export const secretPapers = pgTable(
  'secret_paper',
  {
    ballotId: text('ballot_id').notNull(),
    paperId: text('paper_id').notNull(),
    choice: text('choice').$type<Mark>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.ballotId, table.paperId] })],
)
