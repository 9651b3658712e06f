import { refuse } from '#app/domain/shared/result.ts'
import type { OpenDatabase, Query } from '#db/database.ts'
import {
  databaseCodeOf,
  isPassing,
  isPoison,
} from '#app/services/meetings/database-errors.server.ts'
import { writeVotes, type CastVote, type VoteAnswer } from './vote-rows.server.ts'

/** Takes votes one by one and commits those that wait together. */
export type VoteWriter = {
  /**
   * Resolves after the commit, or with why not. Safe to repeat with the same key.
   *
   * @throws what the database said, when this one vote is to blame.
   */
  cast: (vote: CastVote) => Promise<VoteAnswer>
  /** Takes no more votes, and resolves when those taken are answered. */
  drain: () => Promise<void>
}

export type VoteWriterLent = {
  database: Pick<OpenDatabase, 'transaction'>
  now: () => Date
  randomBytes: (size: number) => Uint8Array
  secret: string
  wait: (ms: number) => Promise<void>
  /** Told of the ballots that have new votes, after each commit. */
  onCommitted: (ballotIds: ReadonlySet<string>) => void
}

const MOST_AT_ONCE = 500
const MOST_WAITING = 20_000
/** Waits between tries while the database is away: ten seconds in all, then the voter is told. */
const RETRY_AFTER_MS = [50, 100, 200, 400, 800, 1200, 1800, 2500, 2950]

type Waiting = {
  vote: CastVote
  answer: (answer: VoteAnswer) => void
  fail: (error: unknown) => void
}

/**
 * Group commit without a timer: a vote that comes while nothing is being
 * written is written at once, and those that come meanwhile go together next.
 * An answer is given after the commit and never before.
 */
export function createVoteWriter(lent: VoteWriterLent): VoteWriter {
  let queue: Waiting[] = []
  let flushing = false
  let draining = false
  let onIdle: (() => void)[] = []

  const kick = () => {
    if (flushing || queue.length === 0) return
    flushing = true
    // Votes that arrived in the same turn of the loop belong to the same batch.
    setImmediate(() => void flush())
  }
  const flush = async () => {
    const { batch, rest } = takeBatch(queue)
    queue = rest
    await settle(lent, batch)
    flushing = false
    if (queue.length > 0) kick()
    else for (const resolve of onIdle.splice(0)) resolve()
  }

  return {
    cast(vote) {
      if (draining || queue.length >= MOST_WAITING) {
        return Promise.resolve(refuse({ code: 'busy' }))
      }
      return new Promise((answer, fail) => {
        queue.push({ vote, answer, fail })
        kick()
      })
    },
    drain() {
      draining = true
      if (!flushing && queue.length === 0) return Promise.resolve()
      return new Promise((resolve) => {
        onIdle = [...onIdle, resolve]
      })
    },
  }
}

/** The longest waiting, but never two of one elector: the second is decided by what the first left. */
function takeBatch(queue: readonly Waiting[]): { batch: Waiting[]; rest: Waiting[] } {
  const batch: Waiting[] = []
  const rest: Waiting[] = []
  const voters = new Set<string>()
  for (const waiting of queue) {
    const voter = `${waiting.vote.ballotId} ${waiting.vote.electorId}`
    if (batch.length < MOST_AT_ONCE && !voters.has(voter)) {
      voters.add(voter)
      batch.push(waiting)
    } else rest.push(waiting)
  }
  return { batch, rest }
}

/** Writes a batch and answers everybody in it. Never throws. */
async function settle(lent: VoteWriterLent, batch: readonly Waiting[]): Promise<void> {
  let answers: VoteAnswer[]
  try {
    answers = await writeWithRetry(
      lent,
      batch.map((waiting) => waiting.vote),
    )
  } catch (error) {
    if (isPoison(databaseCodeOf(error)) && batch.length > 1) {
      // One vote the database cannot take must not cost the others theirs.
      const middle = Math.ceil(batch.length / 2)
      await settle(lent, batch.slice(0, middle))
      await settle(lent, batch.slice(middle))
      return
    }
    for (const waiting of batch) waiting.fail(error)
    return
  }
  const changed = new Set<string>()
  for (const [index, waiting] of batch.entries()) {
    const answer = answers[index]
    if (!answer) {
      waiting.fail(new Error('A vote was left without an answer'))
      continue
    }
    if (answer.ok && !answer.value.repeated) changed.add(waiting.vote.ballotId)
    waiting.answer(answer)
  }
  if (changed.size > 0) lent.onCommitted(changed)
}

async function writeWithRetry(
  { database, now, randomBytes, secret, wait }: VoteWriterLent,
  votes: readonly CastVote[],
): Promise<VoteAnswer[]> {
  const write = (query: Query) => writeVotes({ query, now: now(), secret, randomBytes }, votes)
  for (const pause of RETRY_AFTER_MS) {
    try {
      return await database.transaction(write)
    } catch (error) {
      if (!isPassing(databaseCodeOf(error))) throw error
    }
    // Same votes, same keys: whatever the lost try has left is found and answered as a repeat.
    await wait(pause)
  }
  return votes.map(() => refuse({ code: 'busy' }))
}
