import type { BallotId } from '#app/domain/shared/ids.ts'
import type { Mark } from './mark.ts'

/** How many have voted: of how many, the roll of the ballot says. Never what. */
export type Turnout = {
  ballotId: BallotId
  cast: number
  /** Grows with every vote counted; a lower one than the last seen is old news. */
  version: number
}

/** What a voter keeps. A secret receipt never shows the choice. */
export type VoteReceipt = {
  ballotId: BallotId
  /** Short code to read out, such as 7K4M-Q2. */
  receipt: string
  /** ms since the epoch. */
  castAt: number
  /** The choice in an open ballot; null in a secret one. */
  choice: Mark | null
  /** 1 for the first vote, one more for each change. */
  version: number
  /** True when the same key had been recorded before. */
  repeated: boolean
}

/** Why a vote was not taken. `already-voted` comes with the vote that stands. */
export type VoteRefusal =
  | {
      code:
        | 'no-such-ballot'
        | 'not-on-roll'
        | 'not-checked-in'
        | 'ballot-closed'
        /** More votes wait than can be kept, or the process is stopping. Nothing was written. */
        | 'busy'
        /** The database was away for too long. Nothing was written. */
        | 'not-recorded'
        /** The database went away in the middle: the vote may be in. The same key finds it. */
        | 'vote-unconfirmed'
    }
  | { code: 'already-voted'; standing: VoteReceipt }

export type VoteRefusalCode = VoteRefusal['code']

/**
 * A receipt as somebody typed or read it out, as it is listed: 7k4mq2 is 7K4M-Q2. No receipt has
 * I, L, O or U, so what looks like a one or a nought is one.
 */
export function readReceipt(text: string): string {
  const letters = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  return letters.length > 4 ? `${letters.slice(0, 4)}-${letters.slice(4)}` : letters
}

/** What was looked for in a list of receipts, as it is listed, and how many votes have it; null for nothing typed. */
export function lookUpReceipt(
  listed: readonly string[],
  typed: string,
): { receipt: string; votes: number } | null {
  const receipt = readReceipt(typed)
  if (receipt === '') return null
  return { receipt, votes: listed.filter((each) => each === receipt).length }
}
