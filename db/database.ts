import type { ExtractTablesWithRelations } from 'drizzle-orm'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import type { schema } from './schema.ts'

type Schema = typeof schema

/** Our tables through drizzle, whichever driver carries it. A transaction is one too. */
export type Database = PgDatabase<PgQueryResultHKT, Schema, ExtractTablesWithRelations<Schema>>

/**
 * Runs one prepared statement with `$1 …` parameters and gives its rows, without drizzle between.
 *
 * Rows are the same from both drivers: `timestamptz` is a Date, `bigint` a number (a BigInt past
 * 2^53), `jsonb` parsed, `numeric` a string, `bytea` a Uint8Array. Parameters: a Date, a string, a
 * number, a boolean, null, an object for `jsonb`, an array for an array column or `unnest`.
 */
export type Query = <Row extends Record<string, unknown>>(
  text: string,
  params?: readonly unknown[],
) => Promise<Row[]>

/** Whether an acknowledged commit survives a power cut. */
export type Durability = { fsync: boolean; synchronousCommit: boolean }

/** An open database and what the process needs to know of it. */
export type OpenDatabase = {
  db: Database
  kind: 'postgres' | 'pglite'
  query: Query
  /** One transaction of raw statements, for the paths where drizzle would cost too much. */
  transaction: <Value>(work: (query: Query) => Promise<Value>) => Promise<Value>
  durability: () => Promise<Durability>
  /** This process's connections by what they do: `active`, `idle`, `idle in transaction`. */
  connections: () => Promise<Record<string, number>>
  close: () => Promise<void>
}
