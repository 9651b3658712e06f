import type { Outcome, Saved } from './report.ts'

export type BenchSettings = {
  /** A PostgreSQL to make databases in. */
  databaseUrl: string
  /** Short: fewer rounds, smaller sizes, the same things measured. */
  quick: boolean
  /** The first of a hundred ports that are free, below those the system gives out. */
  firstPort: number
  /** What another benchmark measured when it last ran on this machine; null when it never did. */
  lastRun: (name: string) => Saved | null
}

export type Bench = (settings: BenchSettings) => Promise<Outcome>
