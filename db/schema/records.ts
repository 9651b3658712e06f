import {
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core'
import type { MinutesContent } from '#app/domain/records/minutes.ts'
import type { MinutesPhase } from '#app/domain/records/minutes-phase.ts'
import type { ProposalState, ProposalTarget } from '#app/domain/records/proposal.ts'
import type { PublishedMinutesContent } from '#app/domain/records/published-minutes.ts'
import type { ResolutionContent } from '#app/domain/records/resolution.ts'
import type { OutcomeLabel } from '#app/domain/voting/authority.ts'
import { instant } from './columns.ts'
import { meetings } from './meetings.ts'

/** The recorder's edit of the draft that the log writes. Sealed when confirmed; after that only addenda. */
export const minutes = pgTable('minutes', {
  meetingId: text('meeting_id')
    .primaryKey()
    .references(() => meetings.id),
  phase: text('phase').$type<Exclude<MinutesPhase, 'draft'>>().notNull(),
  content: jsonb('content').$type<MinutesContent>().notNull(),
  /** The last event of the log these minutes have seen, and its hash. */
  logSeq: integer('log_seq').notNull(),
  logHash: text('log_hash').notNull(),
  revision: integer('revision').notNull().default(1),
  editedBy: text('edited_by').notNull(),
  editedAt: instant('edited_at').notNull(),
  confirmedBy: text('confirmed_by'),
  confirmedAt: instant('confirmed_at'),
  /** sha-256 of the sealed content, hex. */
  contentHash: text('content_hash'),
  /** Participants were asked for corrections at this instant, and may propose until this day is over. */
  askedAt: instant('asked_at'),
  askedUntil: date('asked_until'),
  /** The asking was ended before that day, and why. */
  askingEndedAt: instant('asking_ended_at'),
  askingEndedReason: text('asking_ended_reason'),
  /** Why they were sealed without asking, when they were. */
  unaskedReason: text('unasked_reason'),
})

/** A participant's correction to minutes that are not sealed yet. */
export const minutesProposals = pgTable(
  'minutes_proposal',
  {
    id: text('id').primaryKey(),
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id),
    seatId: text('seat_id').notNull(),
    target: jsonb('target').$type<ProposalTarget>().notNull(),
    /** What the minutes said there when it was proposed. */
    quoted: text('quoted').notNull(),
    text: text('text').notNull(),
    madeAt: instant('made_at').notNull(),
    state: text('state').$type<ProposalState>().notNull().default('open'),
    answer: text('answer').notNull().default(''),
    answeredBy: text('answered_by'),
    answeredAt: instant('answered_at'),
    /** What the sender named it; sent twice, it is there once. */
    key: text('key').notNull(),
  },
  (table) => [
    unique('minutes_proposal_once').on(table.meetingId, table.seatId, table.key),
    index('minutes_proposal_by_meeting').on(table.meetingId, table.madeAt),
  ],
)

export const minutesAddenda = pgTable(
  'minutes_addendum',
  {
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id),
    position: integer('position').notNull(),
    /** Why sealed minutes need it. */
    reason: text('reason').notNull(),
    text: text('text').notNull(),
    addedBy: text('added_by').notNull(),
    addedAt: instant('added_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.meetingId, table.position] })],
)

/** A masked copy made when it was published, never a view of the rows behind it. */
export const resolutions = pgTable(
  'resolution',
  {
    id: text('id').primaryKey(),
    communityId: text('community_id').notNull(),
    compoundId: text('compound_id').notNull(),
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id),
    itemId: text('item_id').notNull(),
    /** Such as 〔2026〕730-023号. */
    number: text('number').notNull(),
    label: text('label').$type<OutcomeLabel>().notNull(),
    title: text('title').notNull(),
    content: jsonb('content').$type<ResolutionContent>().notNull(),
    contentHash: text('content_hash').notNull(),
    publishedAt: instant('published_at').notNull(),
    publishedBy: text('published_by').notNull(),
    /** First and last day of the public notice, Asia/Shanghai. */
    noticeFrom: date('notice_from').notNull(),
    noticeUntil: date('notice_until').notNull(),
    withdrawnAt: instant('withdrawn_at'),
    withdrawnReason: text('withdrawn_reason'),
  },
  (table) => [
    unique('resolution_number').on(table.communityId, table.number),
    unique('resolution_once')
      .on(table.meetingId, table.itemId, table.withdrawnAt)
      .nullsNotDistinct(),
    index('resolution_by_community').on(table.communityId, table.publishedAt),
  ],
)

/** Masked minutes as they were published; a withdrawn copy stays. */
export const publishedMinutes = pgTable(
  'minutes_publication',
  {
    id: text('id').primaryKey(),
    communityId: text('community_id').notNull(),
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id),
    content: jsonb('content').$type<PublishedMinutesContent>().notNull(),
    /** sha-256, hex, over content and notice. */
    contentHash: text('content_hash').notNull(),
    publishedAt: instant('published_at').notNull(),
    publishedBy: text('published_by').notNull(),
    /** First and last day of the public notice, Asia/Shanghai. */
    noticeFrom: date('notice_from').notNull(),
    noticeUntil: date('notice_until').notNull(),
    withdrawnAt: instant('withdrawn_at'),
    withdrawnReason: text('withdrawn_reason'),
  },
  (table) => [
    unique('minutes_publication_once')
      .on(table.meetingId, table.withdrawnAt)
      .nullsNotDistinct(),
    index('minutes_publication_by_community').on(table.communityId, table.publishedAt),
    index('minutes_publication_by_hash').on(table.contentHash),
  ],
)
