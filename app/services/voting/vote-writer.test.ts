import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { createVoteWriter } from './vote-writer.server.ts'
import type { CastVote } from './cast-votes.server.ts'

const vote = (elector: number): CastVote => ({
  ballotId: 'ballot',
  electorId: `elector-${elector}`,
  choice: 'yes',
  key: `key-of-${elector}`,
  origin: 'phone',
  secrecy: 'open',
})

/** A writer over a database that says the same to everything, on a clock that its waits move. */
function writerOver(says: () => Promise<never>) {
  let elapsed = 0
  const writer = createVoteWriter({
    database: { query: says, transaction: says },
    now: () => new Date('2026-11-26T11:30:00Z'),
    elapsedMs: () => elapsed,
    randomBytes: (size) => new Uint8Array(size),
    secret: 'a secret for tests that is long enough',
    wait: async (ms) => {
      elapsed += ms
      await wait(0)
    },
    onCommitted: () => {},
  })
  return { writer, elapsed: () => elapsed }
}

const failing = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }))

describe('[L31] the database is away', () => {
  test.each([
    ['ECONNREFUSED', 'not-recorded'],
    ['57P01', 'not-recorded'],
    ['40001', 'not-recorded'],
    // The disk of a PostgreSQL is full, and it has no connection left.
    ['53100', 'not-recorded'],
    ['53300', 'not-recorded'],
    ['CONNECTION_CLOSED', 'vote-unconfirmed'],
    ['ETIMEDOUT', 'vote-unconfirmed'],
  ])('%s for ten seconds: %s', async (code, refusal) => {
    const { writer, elapsed } = writerOver(failing(code))
    expect(await writer.cast(vote(1))).toEqual({ ok: false, refusal: { code: refusal } })
    expect(elapsed()).toBeGreaterThanOrEqual(10_000)
    expect(elapsed()).toBeLessThan(11_000)
  })

  test('whoever came later waits as long, and no longer', async () => {
    const { writer, elapsed } = writerOver(failing('ECONNREFUSED'))
    const first = writer.cast(vote(1))
    while (elapsed() < 5000) await wait(0)
    const second = writer.cast(vote(2))
    await first
    await second
    expect(elapsed()).toBeLessThan(16_000)
  })

  test('twenty thousand may wait; the next is told at once', async () => {
    const { writer } = writerOver(failing('ECONNREFUSED'))
    const waiting = Array.from({ length: 20_000 }, (_, index) => writer.cast(vote(index)))
    expect(await writer.cast(vote(20_001))).toEqual({ ok: false, refusal: { code: 'busy' } })
    const codes = (await Promise.all(waiting)).map((each) => !each.ok && each.refusal.code)
    expect(new Set(codes)).toEqual(new Set(['not-recorded']))
  })

  test('what the database refuses for good is said at once, not retried', async () => {
    const { writer, elapsed } = writerOver(failing('42P01'))
    await expect(writer.cast(vote(1))).rejects.toThrow('42P01')
    expect(elapsed()).toBe(0)
  })
})

test('[L43] the next batch is being written while the last is answered, and no answer is early', async () => {
  const happened: string[] = []
  const writer = createVoteWriter({
    database: {
      async query<Row>() {
        happened.push('write')
        await wait(1)
        happened.push('committed')
        return [{ all: true, who: null }] as Row[]
      },
      transaction: () => Promise.reject(new Error('Nothing is left for it')),
    },
    now: () => new Date('2026-11-26T11:30:00Z'),
    elapsedMs: () => 0,
    randomBytes: (size) => new Uint8Array(size),
    secret: 'a secret for tests that is long enough',
    wait: () => wait(0),
    onCommitted: () => {},
  })
  const cast = (elector: number) =>
    writer.cast(vote(elector)).then(() => happened.push(`answer ${elector}`))
  const first = cast(1)
  while (happened.length === 0) await wait(0)
  await Promise.all([first, cast(2), cast(3)])
  expect(happened).toEqual([
    ...['write', 'committed'],
    ...['write', 'answer 1', 'committed'],
    ...['answer 2', 'answer 3'],
  ])
})

describe('[L35] who watches is told', () => {
  /** A writer over a database that takes everything, `ms` a batch. */
  function takingWriter(ms: number) {
    let elapsed = 0
    const told: number[] = []
    let batches = 0
    const writer = createVoteWriter({
      database: {
        async query<Row>() {
          await wait(0)
          elapsed += ms
          batches += 1
          return [{ all: true, who: null }] as Row[]
        },
        transaction: () => Promise.reject(new Error('Nothing is left for it')),
      },
      now: () => new Date('2026-11-26T11:30:00Z'),
      elapsedMs: () => elapsed,
      randomBytes: (size) => new Uint8Array(size),
      secret: 'a secret for tests that is long enough',
      wait: () => wait(0),
      onCommitted: () => told.push(batches),
    })
    return { writer, told }
  }
  /** Each vote is cast when the one two before it is answered, so that one always waits. */
  async function castWithoutPause(writer: { cast: (vote: CastVote) => Promise<unknown> }) {
    let next = 0
    const voter = async () => {
      while (next < 40) await writer.cast(vote(next++))
    }
    const second = wait(0).then(voter)
    await voter()
    await second
    await wait(10)
  }

  test('once, when nobody waits to be written any more', async () => {
    const { writer, told } = takingWriter(1)
    await castWithoutPause(writer)
    expect(told).toHaveLength(1)
    await writer.cast(vote(100))
    await wait(10)
    expect(told).toHaveLength(2)
  })

  test('five times a second while votes keep coming', async () => {
    const { writer, told } = takingWriter(50)
    await castWithoutPause(writer)
    // Each told after four more batches of a twentieth of a second, the last after the last.
    expect(told.length).toBeGreaterThan(4)
    for (const [index, at] of told.slice(0, -1).entries())
      expect(at - (told[index - 1] ?? 0)).toBeGreaterThanOrEqual(4)
  })
})
