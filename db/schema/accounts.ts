import { index, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import type { StaffRole } from '#app/domain/permissions/viewer.ts'
import { instant } from './columns.ts'
import { people, places } from './organisation.ts'

/** A member of staff who signs in with a password. Participants have personal links instead. */
export const accounts = pgTable(
  'account',
  {
    id: text('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .unique()
      .references(() => people.id),
    login: text('login').notNull().unique(),
    /** argon2id, PHC string. */
    passwordHash: text('password_hash').notNull(),
    role: text('role').$type<StaffRole>().notNull(),
    /** The community, town or county this account answers for. */
    scopeId: text('scope_id')
      .notNull()
      .references(() => places.id),
    disabledAt: instant('disabled_at'),
  },
  (table) => [index('account_by_scope').on(table.scopeId)],
)

export const sessions = pgTable(
  'session',
  {
    id: text('id').primaryKey(),
    data: jsonb('data').$type<Record<string, unknown>>().notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [index('session_by_expiry').on(table.expiresAt)],
)
