import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import type { MeetingEvent } from '#app/domain/meetings/meeting-event.ts'
import type {
  AgendaItem,
  AgendaItemKind,
  DecisionMethod,
  MeetingStatus,
  Room,
  SeatRole,
  Secrecy,
} from '#app/domain/meetings/meeting.ts'
import type { AdoptedRules } from '#app/domain/meetings/speaking-rules.ts'
import type { Side } from '#app/domain/organisation/side.ts'
import type { TopicType } from '#app/domain/voting/authority.ts'
import type { ConvenedBy } from '#app/domain/voting/convened-body.ts'
import { instant } from './columns.ts'
import { people, places } from './organisation.ts'
import { sql } from 'drizzle-orm'

/** Repetition as an RFC 5545 RRULE. Occurrences become meetings when they are planned. */
export const meetingSeries = pgTable(
  'meeting_series',
  {
    id: text('id').primaryKey(),
    communityId: text('community_id')
      .notNull()
      .references(() => places.id),
    compoundId: text('compound_id')
      .notNull()
      .references(() => places.id),
    rrule: text('rrule').notNull(),
    startsAt: instant('starts_at').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [index('meeting_series_by_community').on(table.communityId)],
)

export const meetings = pgTable(
  'meeting',
  {
    id: text('id').primaryKey(),
    communityId: text('community_id')
      .notNull()
      .references(() => places.id),
    compoundId: text('compound_id')
      .notNull()
      .references(() => places.id),
    room: text('room').$type<Room>().notNull(),
    /** As what it is convened: a consultation, or the meeting of a body with a rule of its own. */
    body: text('body').$type<ConvenedBy>().notNull().default('deliberation'),
    /** Sessions of this room in this compound are counted; given when the notice is sent. */
    number: integer('number'),
    status: text('status').$type<MeetingStatus>().notNull(),
    startsAt: instant('starts_at').notNull(),
    durationMinutes: integer('duration_minutes').notNull(),
    venue: text('venue').notNull(),
    chairId: text('chair_id').references(() => people.id),
    recorderId: text('recorder_id').references(() => people.id),
    rules: jsonb('rules').$type<AdoptedRules>().notNull(),
    seriesId: text('series_id').references(() => meetingSeries.id),
    /** The instant the RRULE gave; differs from `startsAt` when this occurrence was moved. */
    occurrenceAt: instant('occurrence_at'),
    cancelledReason: text('cancelled_reason'),
    noticeSentAt: instant('notice_sent_at'),
    contactId: text('contact_id').references(() => people.id),
    /** Raised to make every screen link given out so far worthless. */
    screenVersion: integer('screen_version').notNull().default(1),
    createdBy: text('created_by')
      .notNull()
      .references(() => people.id),
    createdAt: instant('created_at').notNull(),
    /** Raised by every save of the plan; a stale form is told so instead of overwriting. */
    revision: integer('revision').notNull().default(1),
  },
  (table) => [
    index('meeting_by_community_start').on(table.communityId, table.startsAt),
    unique('meeting_one_per_occurrence').on(table.seriesId, table.occurrenceAt),
    unique('meeting_number').on(table.compoundId, table.room, table.number),
  ],
)

/** The plan. Sending the notice copies it into the log's first event; from then on the log is the truth. */
export const agendaItems = pgTable(
  'agenda_item',
  {
    id: text('id').primaryKey(),
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    kind: text('kind').$type<AgendaItemKind>().notNull(),
    title: text('title').notNull(),
    minutes: integer('minutes').notNull(),
    matterId: text('matter_id'),
    topicType: text('topic_type').$type<TopicType>(),
    /** The words that are put to the room, for a decision. */
    proposal: text('proposal'),
    method: text('method').$type<DecisionMethod>().notNull(),
    secrecy: text('secrecy').$type<Secrecy>().notNull(),
    /** The session that put this item off, and why. */
    carriedFrom: jsonb('carried_from').$type<NonNullable<AgendaItem['carriedFrom']>>(),
  },
  (table) => [index('agenda_item_by_meeting').on(table.meetingId, table.position)],
)

/** Who is asked to the table. The id is the person's seat in the live meeting. */
export const invitees = pgTable(
  'invitee',
  {
    id: text('id').primaryKey(),
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    side: text('side').$type<Side>().notNull(),
    role: text('role').$type<SeatRole>().notNull(),
    title: text('title').notNull(),
    canVote: boolean('can_vote').notNull(),
    /** Part of what signs the personal link; raised to revoke a link. */
    linkVersion: integer('link_version').notNull().default(1),
    rsvp: text('rsvp').$type<'yes' | 'no' | 'deputy'>(),
    rsvpAt: instant('rsvp_at'),
    rsvpNote: text('rsvp_note'),
    deputyName: text('deputy_name'),
    firstOpenedAt: instant('first_opened_at'),
  },
  (table) => [
    unique('invitee_once').on(table.meetingId, table.personId),
    index('invitee_by_person').on(table.personId),
  ],
)

/**
 * The meeting itself. The primary key is the only lock: two commands that both
 * read seq n both try to write n + 1, one wins, the other reads again.
 */
export const meetingEvents = pgTable(
  'meeting_event',
  {
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id),
    seq: integer('seq').notNull(),
    type: text('type').$type<MeetingEvent['type']>().notNull(),
    data: jsonb('data').$type<MeetingEvent>().notNull(),
    actorId: text('actor_id').notNull(),
    at: instant('at').notNull(),
    /** sha-256 over the hash before it and this row, hex. */
    hash: text('hash').notNull(),
    /** What the sender named this command; sent twice, it happens once. */
    commandKey: text('command_key'),
  },
  (table) => [
    primaryKey({ columns: [table.meetingId, table.seq] }),
    uniqueIndex('meeting_event_once')
      .on(table.meetingId, table.commandKey)
      .where(sql`command_key is not null`),
  ],
)
