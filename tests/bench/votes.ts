import { startApp } from './app-server.ts'
import { startFloor, startPhones, type Phones } from './child.ts'
import type { FloorStore } from './floor-server.ts'
import type { PhoneReport, Question } from './phones.ts'
import { prepareHall, type PreparedHall } from './prepare-hall.ts'
import type { Figure } from './report.ts'

const PHONES = 1000
/** Votes each phone casts in the saturated part: one a ballot. */
const BALLOTS = 24
const FIRST_PORT = 14_730

type Run = { burst: PhoneReport; saturated: PhoneReport }
type Subject = { name: string; run: (port: number) => Promise<Run> }

/** Acknowledged votes: our own path beside the floor with grouped inserts, in the same run, in turns. */
export async function votes(databaseUrl: string, rounds: number): Promise<Figure[]> {
  const subjects: Subject[] = [
    ...(['none', 'grouped', 'one-by-one', 'read-change-write'] as const).map((store) => ({
      name: `floor ${store}`,
      run: () => onFloor(store, databaseUrl),
    })),
    { name: 'app PostgreSQL open', run: (port) => onApp(databaseUrl, port, 'open') },
    { name: 'app PostgreSQL secret', run: (port) => onApp(databaseUrl, port, 'secret') },
    { name: 'app PGlite open', run: (port) => onApp(null, port, 'open') },
    { name: 'app PGlite secret', run: (port) => onApp(null, port, 'secret') },
  ]
  const figures: Figure[] = []
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, { name, run }] of subjects.entries()) {
      const { burst, saturated } = await run(FIRST_PORT + index)
      const refused = burst.refused + saturated.refused
      const why = burst.firstRefusal ?? saturated.firstRefusal
      if (refused > 0) process.stderr.write(`  ${name}: ${refused} refused, first: ${why}\n`)
      const add = (what: string, value: number) =>
        figures.push({ subject: name, what, round, value })
      add('votes/s', saturated.perSecond)
      add('p99 ms', saturated.latency.p99)
      add('burst ms', burst.ms)
      add('refused', refused)
    }
  }
  return figures
}

async function onFloor(store: FloorStore, databaseUrl: string): Promise<Run> {
  const floor = await startFloor({ store, databaseUrl, dataDir: null })
  const question: Question = {
    event: 'vote',
    payload: JSON.stringify({ poll: 1, voter: '{n}', choice: 1, key: '{key}' }),
  }
  // One row read, changed and written back is so slow that a full round would take minutes.
  const each = store === 'read-change-write' ? 1 : BALLOTS
  return withPhones(async (phones) => {
    await phones.tell({
      order: 'connect',
      port: floor.port,
      path: '/live/',
      cookies: Array.from({ length: PHONES }, () => null),
      atOnce: 50,
    })
    const burst = await phones.tell({ order: 'ask-all', questions: [question] })
    const questions = Array.from({ length: each }, () => question)
    const saturated = await phones.tell({ order: 'keep-asking', questions, ms: 60_000 })
    return { burst, saturated }
  }).finally(() => floor.stop())
}

async function onApp(
  databaseUrl: string | null,
  port: number,
  secrecy: 'open' | 'secret',
): Promise<Run> {
  const app = await startApp(databaseUrl, port, (services) =>
    prepareHall(services, { phones: PHONES, ballots: BALLOTS + 2, secrecy }),
  )
  return withPhones(async (phones) => {
    await phones.tell({
      order: 'connect',
      port,
      path: '/live/',
      cookies: app.prepared.cookies,
      atOnce: 50,
    })
    const [warmUp, first, ...rest] = ballotsOf(app.prepared)
    if (!warmUp || !first) throw new Error('Nothing to vote on')
    await phones.tell({ order: 'ask-all', questions: [warmUp] })
    const burst = await phones.tell({ order: 'ask-all', questions: [first] })
    const saturated = await phones.tell({ order: 'keep-asking', questions: rest, ms: 60_000 })
    return { burst, saturated }
  }).finally(() => app.stop())
}

function ballotsOf({ meetings }: PreparedHall): Question[] {
  return meetings.map(({ meetingId, ballotId }) => ({
    event: 'ballot:cast',
    payload: JSON.stringify({ meetingId, ballotId, choice: 'yes', key: '{key}' }),
  }))
}

async function withPhones<Value>(work: (phones: Phones) => Promise<Value>): Promise<Value> {
  const phones = await startPhones()
  return work(phones).finally(() => phones.stop())
}
