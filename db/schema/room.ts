import { integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { AgendaItem, Room } from '#app/domain/meetings/meeting.ts'
import type { Colour } from '#app/domain/meetings/temperature.ts'
import { ballots } from './ballots.ts'
import { instant } from './columns.ts'
import { meetings } from './meetings.ts'
import { places } from './organisation.ts'

/** A look at how the room feels. Its answers are not in the log, and are gone when it closes. */
export const temperatureChecks = pgTable('temperature_check', {
  id: text('id').primaryKey(),
  meetingId: text('meeting_id')
    .notNull()
    .references(() => meetings.id),
  state: text('state').$type<'open' | 'closed'>().notNull(),
})

/** That somebody has answered, once: the primary key sees to that. What they said is not here. */
export const temperatureTurnout = pgTable(
  'temperature_turnout',
  {
    checkId: text('check_id')
      .notNull()
      .references(() => temperatureChecks.id),
    seatId: text('seat_id').notNull(),
    key: text('key').notNull(),
  },
  (table) => [primaryKey({ columns: [table.checkId, table.seatId] })],
)

/** How many chose each colour. Sums alone, so that nothing leads from a colour to a person. */
export const temperatureTallies = pgTable(
  'temperature_tally',
  {
    checkId: text('check_id')
      .notNull()
      .references(() => temperatureChecks.id),
    colour: text('colour').$type<Colour>().notNull(),
    count: integer('count').notNull(),
  },
  (table) => [primaryKey({ columns: [table.checkId, table.colour] })],
)

/**
 * When a turn that is running ends by itself. It follows from the log and is written with it, so
 * that a server finds what is due without reading every log; the log says whether it is.
 */
export const runningTurns = pgTable('running_turn', {
  meetingId: text('meeting_id')
    .primaryKey()
    .references(() => meetings.id, { onDelete: 'cascade' }),
  endsAt: instant('ends_at').notNull(),
})

/** An item that a session put off, until a plan of the same room in the same compound takes it. */
export const carriedItems = pgTable(
  'carried_item',
  {
    fromMeetingId: text('from_meeting_id')
      .notNull()
      .references(() => meetings.id),
    itemId: text('item_id').notNull(),
    compoundId: text('compound_id')
      .notNull()
      .references(() => places.id),
    room: text('room').$type<Room>().notNull(),
    item: jsonb('item').$type<AgendaItem>().notNull(),
    at: instant('at').notNull(),
    takenBy: text('taken_by').references(() => meetings.id, { onDelete: 'set null' }),
  },
  (table) => [primaryKey({ columns: [table.fromMeetingId, table.itemId] })],
)

/** Who entered a vote for somebody, and who watched. What was chosen is with the votes alone. */
export const assistedVotes = pgTable(
  'assisted_vote',
  {
    ballotId: text('ballot_id')
      .notNull()
      .references(() => ballots.id),
    electorId: text('elector_id').notNull(),
    staffId: text('staff_id').notNull(),
    witness: text('witness').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.ballotId, table.electorId] })],
)
