import type { Outcome } from './report.ts'

export type BenchSettings = {
  /** A PostgreSQL to make databases in. */
  databaseUrl: string
  /** Short: fewer rounds, smaller sizes, the same things measured. */
  quick: boolean
  /** The first of a hundred ports that are free, below those the system gives out. */
  firstPort: number
}

export type Bench = (settings: BenchSettings) => Promise<Outcome>
