import type { Temperature } from './methods/five-fingers.ts'
import type { TestResult } from './test-result.ts'

export type OptionVotes = { number: number; votes: number }

/** What came out among options, beside the tests of the rule. Options by number. */
export type MethodOutcome =
  | {
      kind: 'single-choice' | 'approval'
      counts: OptionVotes[]
      winner: number | null
      /** Level at the top; empty where one leads or nobody chose. */
      tied: number[]
    }
  | {
      kind: 'instant-runoff'
      rounds: { counts: OptionVotes[]; exhausted: number; eliminated: number[] }[]
      winner: number | null
      /** Level for last with nothing to tell them apart: who of them leaves would decide. */
      tied: number[]
    }
  | {
      kind: 'schulze'
      /** `preferred[a][b]`: ballots that rank option a + 1 above option b + 1. */
      preferred: number[][]
      winner: number | null
      tied: number[]
      /** Beats every other one against one; null when nobody does. */
      condorcetWinner: number | null
    }
  | {
      kind: 'seats'
      seats: number
      /** Strongest first, each with the tests it had to meet. */
      standing: { number: number; met: boolean; tests: TestResult[] }[]
      elected: number[]
      tied: number[]
      vacant: number
    }
  | ({ kind: 'five-fingers' } & Temperature)
