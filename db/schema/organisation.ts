import {
  boolean,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core'
import type { BodyKind, PlaceKind } from '#app/domain/organisation/organisation.ts'
import type { Side } from '#app/domain/organisation/side.ts'

/** County > town > community > compound > building > unit; grids hang beside compounds. */
export const places = pgTable(
  'place',
  {
    id: text('id').primaryKey(),
    kind: text('kind').$type<PlaceKind>().notNull(),
    parentId: text('parent_id'),
    /** The community this place belongs to; a community names itself, county and towns have none. */
    communityId: text('community_id'),
    name: text('name').notNull(),
    nameEn: text('name_en').notNull(),
    code: text('code').notNull().unique(),
    /** Where sessions of this compound are held unless told otherwise. */
    hall: text('hall'),
    hotline: text('hotline'),
    households: integer('households'),
    position: integer('position').notNull().default(0),
    demo: boolean('demo').notNull().default(false),
  },
  (table) => [
    foreignKey({ columns: [table.parentId], foreignColumns: [table.id] }),
    index('place_by_parent').on(table.parentId),
    index('place_by_community').on(table.communityId),
  ],
)

/** The second tree: who answers for a place. Linked to places because a grid may cover several compounds. */
export const bodies = pgTable(
  'body',
  {
    id: text('id').primaryKey(),
    kind: text('kind').$type<BodyKind>().notNull(),
    parentId: text('parent_id'),
    communityId: text('community_id'),
    name: text('name').notNull(),
    nameEn: text('name_en').notNull(),
    demo: boolean('demo').notNull().default(false),
  },
  (table) => [
    foreignKey({ columns: [table.parentId], foreignColumns: [table.id] }),
    index('body_by_community').on(table.communityId),
  ],
)

export const bodyPlaces = pgTable(
  'body_place',
  {
    bodyId: text('body_id')
      .notNull()
      .references(() => bodies.id),
    placeId: text('place_id')
      .notNull()
      .references(() => places.id),
  },
  (table) => [primaryKey({ columns: [table.bodyId, table.placeId] })],
)

export const people = pgTable(
  'person',
  {
    id: text('id').primaryKey(),
    communityId: text('community_id'),
    name: text('name').notNull(),
    /** 先生 or 女士, for the hall screen, which shows surnames only. */
    honorific: text('honorific').$type<'mr' | 'ms'>().notNull(),
    phone: text('phone'),
    /** Prefers a telephone call and a paper slip to a link. */
    needsCall: boolean('needs_call').notNull().default(false),
    demo: boolean('demo').notNull().default(false),
  },
  (table) => [index('person_by_community').on(table.communityId)],
)

/** A person speaks for a body, on a side, from a day until a day. */
export const memberships = pgTable(
  'membership',
  {
    id: text('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    bodyId: text('body_id')
      .notNull()
      .references(() => bodies.id),
    side: text('side').$type<Side>().notNull(),
    title: text('title').notNull(),
    titleEn: text('title_en').notNull(),
    /** The compound whose roster this membership stands on; null for the whole community. */
    compoundId: text('compound_id').references(() => places.id),
    /** The building a residents' representative speaks for, such as 5幢. */
    building: text('building'),
    validFrom: date('valid_from').notNull(),
    validTo: date('valid_to'),
  },
  (table) => [
    index('membership_by_person').on(table.personId),
    index('membership_by_compound').on(table.compoundId),
    index('membership_by_body').on(table.bodyId),
  ],
)
