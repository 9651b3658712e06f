/**
 * The floor: Socket.IO with an acknowledgement, and nothing else between the
 * phone and the row. Started by the benchmarks as a process of its own.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { PGlite } from '@electric-sql/pglite'
import postgres from 'postgres'
import { Server } from 'socket.io'

export type FloorStore = 'none' | 'grouped' | 'one-by-one' | 'read-change-write'
export type FloorSettings = {
  store: FloorStore
  databaseUrl: string | null
  dataDir: string | null
}
type Vote = { poll: number; voter: number; choice: number; key: string }

const TABLES = `
  drop table if exists floor_vote; drop table if exists floor_poll;
  create table floor_vote(poll int, voter bigint, choice int, key text, primary key (poll, voter));
  create table floor_poll(id int primary key, votes jsonb not null default '{}');`

const settings = JSON.parse(process.argv[2] ?? '{}') as FloorSettings
const cast = await openStore(settings)

const http = createServer((_request, response) => response.end())
const io = new Server(http, {
  path: '/live/',
  transports: ['websocket'],
  perMessageDeflate: false,
  serveClient: false,
})
io.on('connection', (socket) => {
  socket.on('vote', (vote: Vote, reply: (answer: { ok: boolean }) => void) => {
    cast(vote).then(
      () => reply({ ok: true }),
      () => reply({ ok: false }),
    )
  })
  // The bare broadcast: what one says goes to everybody, then it is acknowledged.
  socket.on('say', (said: unknown, reply: (answer: { ok: boolean }) => void) => {
    io.emit('said', said)
    reply({ ok: true })
  })
})
process.on('message', ({ id }: { id: number }) => {
  // Twice: what the first frees may let go of more.
  globalThis.gc?.()
  globalThis.gc?.()
  const { rss, heapUsed } = process.memoryUsage()
  process.send?.({ id, value: { rss, heap: heapUsed } })
})
process.on('disconnect', () => process.exit(0))
http.listen(0, '127.0.0.1', () =>
  process.send?.({ ready: true, port: (http.address() as AddressInfo).port }),
)

async function openStore({
  store,
  databaseUrl,
  dataDir,
}: FloorSettings): Promise<(vote: Vote) => Promise<void>> {
  if (store === 'none') return () => Promise.resolve()
  const run = databaseUrl ? await onPostgres(databaseUrl) : await onPglite(dataDir)
  if (store === 'one-by-one') {
    return async (vote) => {
      await run(
        'insert into floor_vote(poll, voter, choice, key) values ($1, $2, $3, $4) on conflict do nothing',
        [vote.poll, vote.voter, vote.choice, vote.key],
      )
    }
  }
  if (store === 'read-change-write') {
    await run('insert into floor_poll(id) values (1) on conflict do nothing', [])
    // The usual shape: one document a ballot, read, changed and written back, one after the other.
    let last: Promise<unknown> = Promise.resolve()
    return (vote) => {
      const next = last.then(async () => {
        const [row] = await run('select votes from floor_poll where id = 1', [])
        const votes = row?.['votes'] as Record<string, number>
        await run('update floor_poll set votes = $1 where id = 1', [
          { ...votes, [vote.voter]: vote.choice },
        ])
      })
      last = next.catch(() => undefined)
      return next
    }
  }
  return grouped(async (votes) => {
    await run(
      `insert into floor_vote(poll, voter, choice, key)
       select * from unnest($1::int[], $2::bigint[], $3::int[], $4::text[]) on conflict do nothing`,
      [
        votes.map((vote) => vote.poll),
        votes.map((vote) => vote.voter),
        votes.map((vote) => vote.choice),
        votes.map((vote) => vote.key),
      ],
    )
  })
}

type Run = (text: string, params: unknown[]) => Promise<Record<string, unknown>[]>

async function onPostgres(url: string): Promise<Run> {
  const sql = postgres(url, { max: 10, onnotice: () => undefined })
  await sql.unsafe(TABLES)
  return (text, params) =>
    sql.unsafe(text, params as Parameters<typeof sql.unsafe>[1], { prepare: true })
}

async function onPglite(dataDir: string | null): Promise<Run> {
  const database = await PGlite.create(dataDir ?? 'memory://')
  await database.exec(TABLES)
  return async (text, params) =>
    (await database.query<Record<string, unknown>>(text, params)).rows
}

/** One write in flight; what arrives meanwhile is the next group. */
function grouped(write: (votes: Vote[]) => Promise<void>): (vote: Vote) => Promise<void> {
  let queue: { vote: Vote; done: () => void; failed: (error: unknown) => void }[] = []
  let writing = false
  const flush = async () => {
    writing = true
    while (queue.length > 0) {
      const group = queue.slice(0, 500)
      queue = queue.slice(500)
      try {
        await write(group.map((each) => each.vote))
        for (const each of group) each.done()
      } catch (error) {
        for (const each of group) each.failed(error)
      }
    }
    writing = false
  }
  return (vote) =>
    new Promise((done, failed) => {
      queue.push({ vote, done, failed })
      if (!writing) setImmediate(() => void (writing ? undefined : flush()))
    })
}
