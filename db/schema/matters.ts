import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core'
import type {
  MatterCategory,
  MatterSource,
  MatterStatus,
  Satisfaction,
} from '#app/domain/matters/matter.ts'
import type { MatterEventType } from '#app/domain/matters/matter-event.ts'
import type { Side } from '#app/domain/organisation/side.ts'
import type { TopicType } from '#app/domain/voting/authority.ts'
import { bytes, instant } from './columns.ts'
import { people, places } from './organisation.ts'

/** A key small matter, from the first word to the return visit. */
export const matters = pgTable(
  'matter',
  {
    id: text('id').primaryKey(),
    communityId: text('community_id')
      .notNull()
      .references(() => places.id),
    compoundId: text('compound_id')
      .notNull()
      .references(() => places.id),
    /** Counted per community and never given twice, such as 0714. */
    number: integer('number').notNull(),
    category: text('category').$type<MatterCategory>().notNull(),
    /** Masked and fit to be public. */
    title: text('title').notNull(),
    /** The resident's own words; for staff, never public. */
    words: text('words').notNull(),
    /** Building level at most, such as 5幢北侧. */
    spot: text('spot'),
    source: text('source').$type<MatterSource>().notNull(),
    status: text('status').$type<MatterStatus>().notNull(),
    topicType: text('topic_type').$type<TopicType>(),
    reporterId: text('reporter_id').references(() => people.id),
    /** How the person who raised it may be called in public; null: 居民. */
    reporterPublicName: text('reporter_public_name'),
    raisedAt: instant('raised_at').notNull(),
    acceptedAt: instant('accepted_at'),
    /** The day the whole matter is due. Tasks have their own. */
    dueOn: date('due_on'),
    reportedDoneAt: instant('reported_done_at'),
    closedAt: instant('closed_at'),
    reopenedCount: integer('reopened_count').notNull().default(0),
    solved: boolean('solved'),
    satisfaction: text('satisfaction').$type<Satisfaction>(),
    mergedIntoId: text('merged_into_id'),
    referredTo: text('referred_to'),
    rejectReason: text('reject_reason'),
    /** Signs the follow link of the person who raised it; raised to revoke. */
    linkVersion: integer('link_version').notNull().default(1),
    revision: integer('revision').notNull().default(1),
  },
  (table) => [
    unique('matter_number').on(table.communityId, table.number),
    index('matter_by_community_status').on(table.communityId, table.status),
    index('matter_by_compound').on(table.compoundId),
  ],
)

/** Every step of a matter, in order. `(matter_id, seq)` keeps two steps at once apart. */
export const matterEvents = pgTable(
  'matter_event',
  {
    matterId: text('matter_id')
      .notNull()
      .references(() => matters.id),
    seq: integer('seq').notNull(),
    type: text('type').$type<MatterEventType>().notNull(),
    at: instant('at').notNull(),
    /** Who did it, for staff. */
    actorName: text('actor_name').notNull(),
    /** Who did it, for the public: a body or a role, never a resident. */
    actorPublic: text('actor_public').notNull(),
    side: text('side').$type<Side>(),
    /** What is told in public; null keeps the step internal. */
    publicText: text('public_text'),
    internalText: text('internal_text'),
    data: jsonb('data').$type<Record<string, unknown>>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.matterId, table.seq] })],
)

/** One thing one lead has to do by one day. */
export const tasks = pgTable(
  'task',
  {
    id: text('id').primaryKey(),
    communityId: text('community_id').notNull(),
    matterId: text('matter_id')
      .notNull()
      .references(() => matters.id),
    meetingId: text('meeting_id'),
    itemId: text('item_id'),
    title: text('title').notNull(),
    leadPersonId: text('lead_person_id').references(() => people.id),
    /** The body that leads, as shown in public. */
    leadName: text('lead_name').notNull(),
    leadSide: text('lead_side').$type<Side>().notNull(),
    helpers: jsonb('helpers').$type<{ name: string; side: Side }[]>().notNull(),
    dueOn: date('due_on').notNull(),
    status: text('status').$type<'open' | 'reported' | 'done'>().notNull(),
    progress: integer('progress').notNull().default(0),
    createdAt: instant('created_at').notNull(),
    reportedAt: instant('reported_at'),
    linkVersion: integer('link_version').notNull().default(1),
  },
  (table) => [
    index('task_by_matter').on(table.matterId),
    index('task_by_community_due').on(table.communityId, table.status, table.dueOn),
    index('task_by_meeting').on(table.meetingId),
  ],
)

/** A photo without EXIF and GPS, kept in the database so that a backup has it. */
export const photos = pgTable(
  'photo',
  {
    id: text('id').primaryKey(),
    matterId: text('matter_id')
      .notNull()
      .references(() => matters.id),
    eventSeq: integer('event_seq').notNull(),
    position: integer('position').notNull(),
    mediaType: text('media_type').notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    alt: text('alt').notNull(),
    isPublic: boolean('is_public').notNull(),
    sha256: text('sha256').notNull(),
    content: bytes('content').notNull(),
  },
  (table) => [index('photo_by_matter').on(table.matterId, table.eventSeq)],
)

export const returnVisits = pgTable(
  'return_visit',
  {
    id: text('id').primaryKey(),
    matterId: text('matter_id')
      .notNull()
      .references(() => matters.id),
    round: integer('round').notNull(),
    method: text('method').$type<'phone' | 'door' | 'link'>().notNull(),
    reached: boolean('reached').notNull(),
    solved: text('solved').$type<'yes' | 'partly' | 'no'>(),
    satisfaction: text('satisfaction').$type<Satisfaction>(),
    reason: text('reason'),
    visitorName: text('visitor_name').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [index('return_visit_by_matter').on(table.matterId, table.round)],
)
