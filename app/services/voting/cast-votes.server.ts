import type { Secrecy } from '#app/domain/meetings/meeting.ts'
import type { VoteOrigin } from '#app/domain/voting/ballot.ts'
import type { Mark } from '#app/domain/voting/mark.ts'
import type { VoteReceipt, VoteRefusal } from '#app/domain/voting/vote-receipt.ts'
import type { Result } from '#app/domain/shared/result.ts'
import type { Query } from '#db/database.ts'

export type CastVote = {
  ballotId: string
  electorId: string
  choice: Mark
  /** Made once per decision by the voter's page; the same key is the same vote. */
  key: string
  origin: VoteOrigin
  /** As the log says. The database has the last word. */
  secrecy: Secrecy
}

export type VoteAnswer = Result<VoteReceipt, VoteRefusal>

export type VoteRowsLent = {
  query: Query
  now: Date
  secret: string
  randomBytes: (size: number) => Uint8Array
}

/** Everybody writes in the same order, so that no two batches wait for each other. */
export function byElector(a: CastVote, b: CastVote): number {
  if (a.ballotId !== b.ballotId) return a.ballotId < b.ballotId ? -1 : 1
  return a.electorId < b.electorId ? -1 : 1
}
