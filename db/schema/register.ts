import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
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
import type { ColumnMatch } from '#app/domain/register/import-columns.ts'
import type {
  AgentKind,
  CountingPolicy,
  DebtorsVote,
  DuplicateBallot,
  ElectronicChannel,
  ImportState,
  InvalidMark,
  OwnerKind,
  ProxyEnd,
  ProxyInstruction,
  RollOwner,
  RollState,
  RollUnit,
  RollVoter,
  SilencePolicy,
} from '#app/domain/register/register.ts'
import type { OwnerMergeKey } from '#app/domain/voting/owner-merge.ts'
import type { ParkingPolicy, UnitKind, UnitStatus } from '#app/domain/voting/roll.ts'
import type { VoteScope } from '#app/domain/voting/rule-profiles.ts'
import { bytes, instant } from './columns.ts'
import { places } from './organisation.ts'

/** How a compound counts, as its owners' rules say. */
export const registerSettings = pgTable('register_setting', {
  compoundId: text('compound_id')
    .primaryKey()
    .references(() => places.id),
  communityId: text('community_id').notNull(),
  /** Null until somebody has chosen; no roll is made before. */
  parking: text('parking').$type<ParkingPolicy>(),
  ownerMergeKey: text('owner_merge_key').$type<OwnerMergeKey>().notNull().default('exact-set'),
  /** Null where the owners' rules set no limit. */
  proxyCap: integer('proxy_cap'),
  duplicateBallot: text('duplicate_ballot')
    .$type<DuplicateBallot>()
    .notNull()
    .default('first-stands'),
  invalidMark: text('invalid_mark').$type<InvalidMark>().notNull().default('not-participating'),
  silence: text('silence').$type<SilencePolicy>().notNull().default('ignore'),
  /** The owners' own text; silence follows no majority without one. */
  silenceBasis: text('silence_basis'),
  debtorsVote: text('debtors_vote').$type<DebtorsVote>().notNull().default('count'),
  /** The owners' own text; nobody's vote is suspended without one. */
  debtorsBasis: text('debtors_basis'),
  electronicChannel: text('electronic_channel')
    .$type<ElectronicChannel>()
    .notNull()
    .default('mixed'),
  publicationDays: integer('publication_days').notNull().default(15),
  revision: integer('revision').notNull().default(1),
  updatedBy: text('updated_by'),
  updatedAt: instant('updated_at'),
})

/** One exclusive part: a flat, a shop, an office, a parking space. Its building is a place. */
export const propertyUnits = pgTable(
  'property_unit',
  {
    id: text('id').primaryKey(),
    communityId: text('community_id').notNull(),
    compoundId: text('compound_id')
      .notNull()
      .references(() => places.id),
    buildingId: text('building_id')
      .notNull()
      .references(() => places.id),
    /** Empty where the building has one stairwell. */
    stairwell: text('stairwell').notNull().default(''),
    room: text('room').notNull(),
    floor: integer('floor'),
    kind: text('kind').$type<UnitKind>().notNull(),
    status: text('status').$type<UnitStatus>().notNull(),
    /** In units of 0.01 m²; from the real-estate register. */
    areaRegistered: bigint('area_registered', { mode: 'bigint' }),
    /** In units of 0.01 m²; as surveyed. */
    areaSurveyed: bigint('area_surveyed', { mode: 'bigint' }),
    /** In units of 0.01 m²; from the contract of sale. */
    areaContract: bigint('area_contract', { mode: 'bigint' }),
    revision: integer('revision').notNull().default(1),
    updatedAt: instant('updated_at').notNull(),
    /** Taken out of the register, with the reason; never deleted. */
    retiredAt: instant('retired_at'),
    retiredReason: text('retired_reason'),
  },
  (table) => [
    // What an import recognises a unit by.
    unique('property_unit_door').on(table.buildingId, table.stairwell, table.room),
    index('property_unit_by_compound').on(table.compoundId),
    check(
      'property_unit_area_positive',
      sql`coalesce(${table.areaRegistered}, 1) > 0 and coalesce(${table.areaSurveyed}, 1) > 0 and coalesce(${table.areaContract}, 1) > 0`,
    ),
  ],
)

/** Somebody who owns units of one compound. No more is kept than tells two of one name apart. */
export const propertyOwners = pgTable(
  'property_owner',
  {
    id: text('id').primaryKey(),
    communityId: text('community_id').notNull(),
    compoundId: text('compound_id')
      .notNull()
      .references(() => places.id),
    name: text('name').notNull(),
    kind: text('kind').$type<OwnerKind>().notNull(),
    /** The last four characters of the identity document; the rest is never stored. */
    idTail: text('id_tail'),
    phone: text('phone'),
  },
  (table) => [index('property_owner_by_compound').on(table.compoundId, table.name)],
)

export const unitOwners = pgTable(
  'unit_owner',
  {
    unitId: text('unit_id')
      .notNull()
      .references(() => propertyUnits.id),
    ownerId: text('owner_id')
      .notNull()
      .references(() => propertyOwners.id),
    position: integer('position').notNull().default(0),
    /** The co-owner who votes for this unit. */
    designated: boolean('designated').notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.unitId, table.ownerId] }),
    index('unit_owner_by_owner').on(table.ownerId),
    // Co-owners have one voter among them, not two.
    uniqueIndex('unit_owner_designated')
      .on(table.unitId)
      .where(sql`${table.designated}`),
  ],
)

/** The guardian of a ward, or the legal representative of an organisation. */
export const ownerAgents = pgTable('owner_agent', {
  ownerId: text('owner_id')
    .primaryKey()
    .references(() => propertyOwners.id),
  kind: text('kind').$type<AgentKind>().notNull(),
  name: text('name').notNull(),
  phone: text('phone'),
})

/** A file of the register on its way in. What it says is dropped once it is applied or discarded. */
export const registerImports = pgTable(
  'register_import',
  {
    id: text('id').primaryKey(),
    communityId: text('community_id').notNull(),
    compoundId: text('compound_id')
      .notNull()
      .references(() => places.id),
    fileName: text('file_name').notNull(),
    sha256: text('sha256').notNull(),
    state: text('state').$type<ImportState>().notNull(),
    /** The sheet as it was read; null once it is applied or discarded. */
    sheet: jsonb('sheet').$type<unknown>(),
    columns: jsonb('columns').$type<ColumnMatch>().notNull(),
    /** Line numbers of the file that are left out on purpose. */
    setAside: jsonb('set_aside').$type<number[]>().notNull(),
    rows: integer('rows').notNull(),
    added: integer('added'),
    changed: integer('changed'),
    unchanged: integer('unchanged'),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    finishedAt: instant('finished_at'),
    revision: integer('revision').notNull().default(1),
  },
  (table) => [index('register_import_by_compound').on(table.compoundId, table.createdAt)],
)

/** Who may vote with what weight. Shown to the owners, then frozen with its hash. */
export const rolls = pgTable(
  'roll',
  {
    id: text('id').primaryKey(),
    communityId: text('community_id').notNull(),
    compoundId: text('compound_id')
      .notNull()
      .references(() => places.id),
    title: text('title').notNull(),
    scope: text('scope').$type<VoteScope>().notNull(),
    buildingId: text('building_id').references(() => places.id),
    stairwell: text('stairwell'),
    state: text('state').$type<RollState>().notNull(),
    /** As chosen when the roll was made. */
    policy: jsonb('policy').$type<CountingPolicy>().notNull(),
    totalHeads: integer('total_heads').notNull(),
    /** In units of 0.01 m². */
    totalArea: bigint('total_area', { mode: 'bigint' }).notNull(),
    electors: integer('electors').notNull(),
    units: integer('units').notNull(),
    /** Units that lie outside its scope and were put on it, each with a reason. */
    added: integer('added').notNull().default(0),
    /** Whose dwelling is to become a business: its owners ask, and are not among those asked. */
    applicantUnitId: text('applicant_unit_id').references(() => propertyUnits.id),
    /** The same as everybody may read it: 5幢*单元***室. */
    applicantMasked: text('applicant_masked'),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    publishedAt: instant('published_at'),
    /** The last day owners may read it and object, Asia/Shanghai. */
    publishedUntil: date('published_until'),
    frozenAt: instant('frozen_at'),
    frozenBy: text('frozen_by'),
    /** Why it was frozen before the last day; everybody can read it. */
    earlyReason: text('early_reason'),
    /** SHA-256 of the canonical JSON of all that was frozen, hex. */
    hash: text('hash'),
    withdrawnReason: text('withdrawn_reason'),
    /** Raised each time the lines are made anew from the register. */
    revision: integer('revision').notNull().default(1),
  },
  (table) => [
    index('roll_by_compound').on(table.compoundId, table.createdAt),
    check(
      'roll_frozen_with_hash',
      sql`(${table.state} = 'frozen') = (${table.hash} is not null and ${table.frozenAt} is not null)`,
    ),
  ],
)

/** One line of a roll. `electorId` is the number on the paper ballot, such as 0042. */
export const rollElectors = pgTable(
  'roll_elector',
  {
    rollId: text('roll_id')
      .notNull()
      .references(() => rolls.id),
    electorId: text('elector_id').notNull(),
    position: integer('position').notNull(),
    heads: integer('heads').notNull(),
    /** In units of 0.01 m². */
    area: bigint('area', { mode: 'bigint' }).notNull(),
    developer: boolean('developer').notNull(),
    /** What everybody may read: 王**、李*. */
    nameMasked: text('name_masked').notNull(),
    /** What everybody may read: 5幢*单元***室. */
    doorsMasked: text('doors_masked').notNull(),
    units: jsonb('units').$type<RollUnit[]>().notNull(),
    owners: jsonb('owners').$type<RollOwner[]>().notNull(),
    voter: jsonb('voter').$type<RollVoter>().notNull(),
    /** Why it is on the roll though it lies outside, as everybody may read it. */
    addedReason: text('added_reason'),
  },
  (table) => [
    primaryKey({ columns: [table.rollId, table.electorId] }),
    unique('roll_elector_position').on(table.rollId, table.position),
  ],
)

/**
 * A unit outside a roll's scope that was put on it before it was frozen: its owner showed an
 * interest in a dwelling becoming a business (区分所有权司法解释 Art. 11). Taken off, it stays here.
 */
export const rollAdditions = pgTable(
  'roll_addition',
  {
    id: text('id').primaryKey(),
    communityId: text('community_id').notNull(),
    rollId: text('roll_id')
      .notNull()
      .references(() => rolls.id),
    unitId: text('unit_id')
      .notNull()
      .references(() => propertyUnits.id),
    /** As it was written; for staff. */
    reason: text('reason').notNull(),
    /** Where what proves it is kept; empty where the photo of its paper stands for it. */
    evidence: text('evidence').notNull(),
    addedBy: text('added_by').notNull(),
    addedAt: instant('added_at').notNull(),
    endedAt: instant('ended_at'),
    endedBy: text('ended_by'),
    endedReason: text('ended_reason'),
  },
  (table) => [
    // Put on twice it is on once.
    uniqueIndex('roll_addition_standing')
      .on(table.rollId, table.unitId)
      .where(sql`${table.endedAt} is null`),
    check(
      'roll_addition_ended_reason',
      sql`(${table.endedAt} is null) = (${table.endedReason} is null)`,
    ),
  ],
)

/** The paper that proves the interest, without EXIF; for staff alone. */
export const rollAdditionPapers = pgTable('roll_addition_paper', {
  additionId: text('addition_id')
    .primaryKey()
    .references(() => rollAdditions.id),
  mediaType: text('media_type').notNull(),
  width: integer('width').notNull(),
  height: integer('height').notNull(),
  sha256: text('sha256').notNull(),
  content: bytes('content').notNull(),
})

/** Co-owners who said only after the roll was frozen which of them votes. Heads and area stay. */
export const rollDesignations = pgTable(
  'roll_designation',
  {
    rollId: text('roll_id').notNull(),
    electorId: text('elector_id').notNull(),
    ownerId: text('owner_id').notNull(),
    /** The guardian or legal representative, where the roll has none. */
    agentName: text('agent_name'),
    recordedBy: text('recorded_by').notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.rollId, table.electorId] }),
    foreignKey({
      columns: [table.rollId, table.electorId],
      foreignColumns: [rollElectors.rollId, rollElectors.electorId],
    }),
  ],
)

/**
 * An elector of a frozen roll whose vote the owners' own rules suspend. Lifted, the row stays. Heads
 * and area of the roll are what they were.
 */
export const rollSuspensions = pgTable(
  'roll_suspension',
  {
    id: text('id').primaryKey(),
    communityId: text('community_id').notNull(),
    rollId: text('roll_id').notNull(),
    electorId: text('elector_id').notNull(),
    /** For staff, never public. */
    reason: text('reason').notNull(),
    markedBy: text('marked_by').notNull(),
    markedAt: instant('marked_at').notNull(),
    liftedAt: instant('lifted_at'),
    liftedBy: text('lifted_by'),
  },
  (table) => [
    foreignKey({
      columns: [table.rollId, table.electorId],
      foreignColumns: [rollElectors.rollId, rollElectors.electorId],
    }),
    uniqueIndex('roll_suspension_standing')
      .on(table.rollId, table.electorId)
      .where(sql`${table.liftedAt} is null`),
  ],
)

/** What an owner says is wrong with a roll, and what was answered. */
export const rollObjections = pgTable(
  'roll_objection',
  {
    id: text('id').primaryKey(),
    rollId: text('roll_id')
      .notNull()
      .references(() => rolls.id),
    /** The line it is about, when it is about one. */
    electorId: text('elector_id'),
    /** Who objects; for staff, never public. */
    name: text('name').notNull(),
    contact: text('contact'),
    words: text('words').notNull(),
    receivedAt: instant('received_at').notNull(),
    /** Null where the owner wrote it on the page. */
    receivedBy: text('received_by'),
    outcome: text('outcome').$type<'corrected' | 'not-upheld'>(),
    answer: text('answer'),
    answeredBy: text('answered_by'),
    answeredAt: instant('answered_at'),
  },
  (table) => [index('roll_objection_by_roll').on(table.rollId)],
)

/** An elector's written proxy. One in force per elector, the index sees to that. */
export const proxies = pgTable(
  'proxy',
  {
    id: text('id').primaryKey(),
    communityId: text('community_id').notNull(),
    rollId: text('roll_id').notNull(),
    electorId: text('elector_id').notNull(),
    holderName: text('holder_name').notNull(),
    holderPhone: text('holder_phone').notNull(),
    /** Name and telephone in one spelling: whose proxies the cap counts. */
    holderKey: text('holder_key').notNull(),
    instructions: jsonb('instructions').$type<ProxyInstruction[]>().notNull(),
    /** The day on the paper. */
    signedOn: date('signed_on').notNull(),
    recordedBy: text('recorded_by').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    endedAt: instant('ended_at'),
    ended: text('ended').$type<ProxyEnd>(),
    endedBy: text('ended_by'),
  },
  (table) => [
    foreignKey({
      columns: [table.rollId, table.electorId],
      foreignColumns: [rollElectors.rollId, rollElectors.electorId],
    }),
    uniqueIndex('proxy_in_force')
      .on(table.rollId, table.electorId)
      .where(sql`${table.endedAt} is null`),
    index('proxy_by_holder').on(table.rollId, table.holderKey),
  ],
)

/** The paper of a proxy, without EXIF; for staff alone. */
export const proxyPapers = pgTable('proxy_paper', {
  proxyId: text('proxy_id')
    .primaryKey()
    .references(() => proxies.id),
  mediaType: text('media_type').notNull(),
  width: integer('width').notNull(),
  height: integer('height').notNull(),
  sha256: text('sha256').notNull(),
  content: bytes('content').notNull(),
})
