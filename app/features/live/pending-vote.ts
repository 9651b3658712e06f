import type { BallotId } from '#app/domain/shared/ids.ts'
import type { Mark } from '#app/domain/voting/mark.ts'
import type { VoteReceipt } from '#app/domain/voting/vote-receipt.ts'
import type { LiveRefusal } from '#app/live/contract.ts'

/** After this long without an answer a vote is not sent again unless the voter says so; ms. */
export const ASK_AGAIN_AFTER_MS = 60_000

/**
 * A vote that its voter confirmed, until the server has answered for it.
 * `sending`: on its way. `waiting`: no answer yet, it will go again by itself.
 * `asking`: too old to go by itself, the voter is asked first.
 */
export type PendingVote = {
  ballotId: BallotId
  choice: Mark
  /** Stays the same however often it is sent, so that it counts once. */
  key: string
  /** Server time, ms since the epoch. */
  confirmedAt: number
  stage: 'sending' | 'waiting' | 'asking'
}

/** What became of a vote. */
export type VoteOutcome =
  | { kind: 'recorded'; receipt: VoteReceipt }
  | { kind: 'refused'; refusal: LiveRefusal }
  | { kind: 'pending'; vote: PendingVote }

/** Refusals that say nothing about the vote itself: it may be sent again. */
const PASSING: ReadonlySet<LiveRefusal['code']> = new Set([
  'busy',
  'too-fast',
  'internal',
  'not-recorded',
  'vote-unconfirmed',
])

export function confirmVote(
  vote: Pick<PendingVote, 'ballotId' | 'choice' | 'key'>,
  now: number,
): PendingVote {
  return { ...vote, confirmedAt: now, stage: 'sending' }
}

/** The server answered. */
export function voteAnswered(
  vote: PendingVote,
  answer: { ok: true; value: VoteReceipt } | { ok: false; refusal: LiveRefusal },
): VoteOutcome {
  if (answer.ok) return { kind: 'recorded', receipt: answer.value }
  if (PASSING.has(answer.refusal.code)) {
    return { kind: 'pending', vote: { ...vote, stage: 'waiting' } }
  }
  return { kind: 'refused', refusal: answer.refusal }
}

/** No answer came: the connection went, or it took too long. */
export function voteUnanswered(vote: PendingVote, now: number): PendingVote {
  return { ...vote, stage: isOld(vote, now) ? 'asking' : 'waiting' }
}

/** May it be sent now? Only a young vote goes by itself. */
export function voteToSend(vote: PendingVote, now: number): PendingVote | null {
  if (vote.stage !== 'waiting') return null
  return isOld(vote, now) ? null : { ...vote, stage: 'sending' }
}

/** The voter was asked and said yes: the same vote, with the same key. */
export function voteAgain(vote: PendingVote, now: number): PendingVote {
  return { ...vote, confirmedAt: now, stage: 'sending' }
}

/** What a reloaded page found: whatever it was doing, it asks first. */
export function voteFound(vote: PendingVote): PendingVote {
  return { ...vote, stage: 'asking' }
}

/**
 * What became of a vote while nobody could say: `settled` when what is recorded
 * is that vote, `too-late` when the ballot closed without it.
 *
 * @param recorded - what the server has for this voter; undefined until it was asked.
 */
export function fateOfVote(
  vote: PendingVote,
  recorded: VoteReceipt | null | undefined,
  isClosed: boolean,
): 'keep' | 'settled' | 'too-late' {
  if (vote.stage !== 'asking' || recorded === undefined) return 'keep'
  if (recorded && (recorded.choice === null || recorded.choice === vote.choice))
    return 'settled'
  return isClosed ? 'too-late' : 'keep'
}

function isOld(vote: PendingVote, now: number): boolean {
  return now - vote.confirmedAt >= ASK_AGAIN_AFTER_MS
}
