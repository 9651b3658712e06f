import { refuse } from '#app/domain/shared/result.ts'
import type { OpenDatabase } from '#db/database.ts'
import { databaseCodeOf, isInDoubt, isPassing, isPoison } from '#db/database-errors.ts'
import { writeFirstVotes } from './first-votes.server.ts'
import { writeVotes } from './vote-rows.server.ts'
import type { CastVote, VoteAnswer } from './cast-votes.server.ts'

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
  database: Pick<OpenDatabase, 'query' | 'transaction'>
  now: () => Date
  /** ms on a clock that nobody sets; it says how long a vote has waited. */
  elapsedMs: () => number
  randomBytes: (size: number) => Uint8Array
  secret: string
  wait: (ms: number) => Promise<void>
  /**
   * Told of the ballots that have new votes, when nobody waits to be written any more, and every
   * `TELL_WITHIN_MS` while somebody does: telling a hall must not stand in front of its votes.
   */
  onCommitted: (ballotIds: ReadonlySet<string>) => void
  /** Told of every answer that is given. */
  onAnswer?: (answer: VoteAnswer) => void
  /** Told how many votes were settled together, and how long it took in ms. */
  onBatch?: (votes: number, ms: number) => void
}

const MOST_AT_ONCE = 500
const MOST_WAITING = 20_000
/** How long a vote waits for a database that is away; then its voter is told. */
const PATIENCE_MS = 10_000
/** How long those who watch wait for news of votes that keep coming. */
const TELL_WITHIN_MS = 200
const RETRY_AFTER_MS = [50, 100, 200, 400]

type Waiting = {
  vote: CastVote
  since: number
  /** The connection went while this vote was on its way: it may be in, or not. */
  inDoubt: boolean
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
  let untold = new Set<string>()
  let untoldSince = 0

  const tell = () => {
    if (untold.size === 0) return
    const news = untold
    untold = new Set()
    lent.onCommitted(news)
  }
  const lentToBatch: VoteWriterLent = {
    ...lent,
    onCommitted(ballotIds) {
      if (untold.size === 0) untoldSince = lent.elapsedMs()
      for (const ballotId of ballotIds) untold.add(ballotId)
    },
  }
  const kick = () => {
    if (flushing || queue.length === 0) return
    flushing = true
    // Votes that arrived in the same turn of the loop belong to the same batch.
    setImmediate(() => void flush())
  }
  const flush = async () => {
    const { batch, rest } = takeBatch(queue)
    queue = rest
    const startedAt = lent.elapsedMs()
    const answers = await settle(lentToBatch, batch)
    const endedAt = lent.elapsedMs()
    lent.onBatch?.(batch.length, endedAt - startedAt)
    // The database begins with the next batch while this one's voters are answered: writing five
    // hundred answers takes about as long as writing five hundred votes.
    flushing = queue.length > 0
    if (flushing) void flush()
    giveAll(lent, answers)
    if (endedAt - untoldSince >= TELL_WITHIN_MS) tell()
    if (!flushing) {
      // What has arrived meanwhile is read first; then it shows whether really nobody waits.
      setImmediate(() => {
        if (!flushing) tell()
      })
      for (const resolve of onIdle.splice(0)) resolve()
    }
  }

  return {
    cast(vote) {
      if (draining || queue.length >= MOST_WAITING) {
        const busy = refuse({ code: 'busy' })
        lent.onAnswer?.(busy)
        return Promise.resolve(busy)
      }
      const since = lent.elapsedMs()
      return new Promise((answer, fail) => {
        queue.push({ vote, since, inDoubt: false, answer, fail })
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
  for (const [index, waiting] of queue.entries()) {
    if (batch.length >= MOST_AT_ONCE) return { batch, rest: [...rest, ...queue.slice(index)] }
    const voter = `${waiting.vote.ballotId} ${waiting.vote.electorId}`
    if (voters.has(voter)) rest.push(waiting)
    else {
      voters.add(voter)
      batch.push(waiting)
    }
  }
  return { batch, rest }
}

type Answered = { waiting: Waiting; answer: VoteAnswer }

/**
 * Writes a batch. Never throws.
 *
 * @returns the answers still to be given: all, where every vote went in at once, as nearly every
 *   batch does. Where one has to wait, the others have been answered.
 */
async function settle(lent: VoteWriterLent, batch: readonly Waiting[]): Promise<Answered[]> {
  const { now, secret, randomBytes, database } = lent
  const first = await attempt(lent, batch, (votes) =>
    writeFirstVotes({ query: database.query, now: now(), secret, randomBytes }, votes),
  )
  const { answered, left } = first.failed
    ? { answered: [], left: first.waiting }
    : sorted(lent, first)
  if (left.length === 0) return answered
  giveAll(lent, answered)
  const all = await attempt(lent, left, (votes) =>
    database.transaction((query) =>
      writeVotes({ query, now: now(), secret, randomBytes }, votes),
    ),
  )
  if (!all.failed) {
    const settled = sorted(lent, all)
    for (const waiting of settled.left)
      waiting.fail(new Error('A vote was left without an answer'))
    return settled.answered
  }
  if (isPoison(databaseCodeOf(all.error)) && all.waiting.length > 1) {
    // One vote the database cannot take must not cost the others theirs.
    const middle = Math.ceil(all.waiting.length / 2)
    giveAll(lent, await settle(lent, all.waiting.slice(0, middle)))
    return settle(lent, all.waiting.slice(middle))
  }
  for (const waiting of all.waiting) waiting.fail(all.error)
  return []
}

type Attempt = { waiting: readonly Waiting[] } & (
  { failed: false; answers: readonly (VoteAnswer | null)[] } | { failed: true; error: unknown }
)

/** The answers there are, and whoever has none; notes which ballots have new votes. */
function sorted(
  lent: VoteWriterLent,
  { waiting, answers }: Extract<Attempt, { failed: false }>,
): { answered: Answered[]; left: Waiting[] } {
  const changed = new Set<string>()
  const answered: Answered[] = []
  const left: Waiting[] = []
  for (const [index, each] of waiting.entries()) {
    const answer = answers[index]
    if (!answer) {
      left.push(each)
      continue
    }
    if (answer.ok && !answer.value.repeated) changed.add(each.vote.ballotId)
    answered.push({ waiting: each, answer })
  }
  if (changed.size > 0) lent.onCommitted(changed)
  return { answered, left }
}

function giveAll(lent: VoteWriterLent, answered: readonly Answered[]): void {
  for (const { waiting, answer } of answered) give(lent, waiting, answer)
}

function give({ onAnswer }: VoteWriterLent, { answer }: Waiting, given: VoteAnswer): void {
  onAnswer?.(given)
  answer(given)
}

/**
 * Writes, and tries again while the database is away. Whoever has waited too
 * long is told so and left out: "not recorded" when nothing of theirs can have
 * been written, and that nobody knows when the line went dead in the middle.
 */
async function attempt(
  lent: VoteWriterLent,
  batch: readonly Waiting[],
  write: (votes: readonly CastVote[]) => Promise<readonly (VoteAnswer | null)[]>,
): Promise<Attempt> {
  const { elapsedMs, wait } = lent
  let waiting = batch
  for (let tries = 0; waiting.length > 0; tries += 1) {
    try {
      const answers = await write(waiting.map((each) => each.vote))
      return { failed: false, waiting, answers }
    } catch (error) {
      const code = databaseCodeOf(error)
      if (!isPassing(code)) return { failed: true, waiting, error }
      if (isInDoubt(code)) for (const each of waiting) each.inDoubt = true
    }
    // Same votes, same keys: whatever the lost try has left is found and answered as a repeat.
    await wait(RETRY_AFTER_MS[Math.min(tries, RETRY_AFTER_MS.length - 1)] ?? 0)
    const patient: Waiting[] = []
    for (const each of waiting) {
      if (elapsedMs() - each.since < PATIENCE_MS) patient.push(each)
      else
        give(lent, each, refuse({ code: each.inDoubt ? 'vote-unconfirmed' : 'not-recorded' }))
    }
    waiting = patient
  }
  return { failed: false, waiting, answers: [] }
}
