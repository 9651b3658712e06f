import { LIVE_PROTOCOL } from '#app/live/protocol.ts'
import { startApp, makeDatabase, type App } from './app-server.ts'
import type { FloorStore } from './floor-server.ts'
import { cpuMsOf } from './machine.ts'
import type { PhoneReport, Question } from './phones.ts'
import { startFloor, startPhones, type Phones } from './processes.ts'
import { prepareHall, type PreparedHall } from './prepare-hall.ts'
import type { Figure, Goal, Outcome } from './report.ts'
import type { BenchSettings } from './bench-settings.ts'

const PHONES = 1000
const LIVE = '/live/'

/** One way to take votes, ready to be asked again and again. */
type Subject = {
  /** What is measured of it, by name, each with the votes that are cast. */
  parts: { name: string; burst: Question[] | null; saturated: Question[] | null }[]
  phones: Phones
  pid: () => number
  /** Before each round: no votes, everybody connected and joined, and what was left lying collected. */
  ready: () => Promise<void>
  /** It starts anew for each round and lets a full hall in, which takes a minute. */
  slow?: boolean
  stop: () => Promise<void>
}

/** Acknowledged votes: our own path beside the floor with grouped inserts, in the same run, in turns. */
export async function votes({
  databaseUrl,
  quick,
  firstPort,
}: BenchSettings): Promise<Outcome> {
  const rounds = quick ? 2 : 12
  const slowEvery = quick ? 1 : 3
  const saturated = quick ? 5 : 10
  const subjects: Subject[] = []
  const figures: Figure[] = []
  const notes: string[] = []
  try {
    const floor = async (store: FloorStore) =>
      subjects.push(await floorSubject(store, databaseUrl, saturated))
    const app = async (secrecy: 'open' | 'secret', url: string | null) =>
      subjects.push(
        await appSubject(url, firstPort + subjects.length, secrecy, saturated, quick ? 1 : 5),
      )
    // Whatever is set beside another is measured right after it: a machine's pace changes by the minute.
    for (const store of ['none', 'one-by-one', 'read-change-write'] as const) await floor(store)
    await app('secret', null)
    await app('secret', databaseUrl)
    await floor('grouped')
    await app('open', databaseUrl)
    await app('open', null)
    // Round 0 warms up what is compiled while it runs, and is thrown away.
    for (let round = 0; round <= rounds; round += 1) {
      for (const subject of subjects) {
        if (subject.slow && (round === 0 || round % slowEvery !== 0)) continue
        await measure(subject, round, figures, notes)
      }
    }
  } finally {
    for (const subject of subjects) await subject.stop()
  }
  return { figures, goals: GOALS, notes }
}

const goal = (
  what: string,
  subject: string,
  base: string | null,
  must: Goal['must'],
  value: number,
): Goal => ({ what, subject, base, must, value })

const GOALS: Goal[] = [
  ...['PostgreSQL open', 'PostgreSQL secret'].flatMap((subject) => [
    goal('votes/s', subject, 'floor grouped', 'at least', 0.8),
    goal('p99 ms', subject, 'floor grouped', 'at most', 1.5),
    goal('burst ms', subject, 'floor grouped', 'at most', 1.5),
  ]),
  goal('votes/s', 'PostgreSQL changes', 'floor grouped', 'scale', 0),
  goal('votes/s', 'PGlite open', 'PostgreSQL open', 'at least', 0.75),
  goal('votes/s', 'PGlite secret', 'PostgreSQL secret', 'at least', 0.75),
  goal('votes/s', 'PostgreSQL open', 'floor none', 'scale', 0),
  goal('votes/s', 'PostgreSQL open', 'floor one-by-one', 'scale', 0),
  goal('burst ms', 'floor read-change-write', 'PostgreSQL open', 'scale', 0),
]

async function measure(
  { parts, phones, pid, ready }: Subject,
  round: number,
  figures: Figure[],
  notes: string[],
): Promise<void> {
  await ready()
  for (const { name, burst, saturated } of parts) {
    const add = (what: string, value: number) => {
      if (round > 0) figures.push({ subject: name, what, round, value })
    }
    const refusals = ({ refused, firstRefusal }: PhoneReport) => {
      if (refused > 0) notes.push(`${name}: ${refused} refused, first: ${firstRefusal}`)
    }
    if (burst) {
      const report = await phones.tell({ order: 'ask', questions: burst })
      refusals(report)
      add('burst ms', report.ms)
    }
    if (saturated) {
      const cpuBefore = cpuMsOf(pid())
      const report = await phones.tell({ order: 'ask', questions: saturated })
      refusals(report)
      add('votes/s', report.perSecond)
      add('p50 ms', report.latency.p50)
      add('p99 ms', report.latency.p99)
      add('CPU µs/vote', ((cpuMsOf(pid()) - cpuBefore) / report.answers) * 1000)
    }
  }
}

async function floorSubject(
  store: FloorStore,
  databaseUrl: string,
  saturated: number,
): Promise<Subject> {
  const own = await makeDatabase(databaseUrl)
  const floor = await startFloor({ store, databaseUrl: own.url, dataDir: null })
  const phones = await startPhones()
  await phones.tell({
    order: 'connect',
    port: floor.port,
    path: LIVE,
    phones: Array.from({ length: PHONES }, () => ({ cookie: null, words: {} })),
    atOnce: 50,
  })
  const question: Question = {
    event: 'vote',
    payload: '{"poll":1,"voter":"{n}","choice":1,"key":"{key}"}',
  }
  return {
    parts: [
      {
        name: `floor ${store}`,
        burst: [question],
        // One row read, changed and written back is so slow that saturating it would take minutes.
        saturated:
          store === 'read-change-write'
            ? null
            : Array.from({ length: saturated }, () => question),
      },
    ],
    phones,
    pid: () => floor.pid,
    ready: async () => {
      if (store !== 'none')
        await own.run("truncate floor_vote; update floor_poll set votes = '{}'")
      await floor.memory()
    },
    stop: async () => {
      await phones.stop()
      await floor.stop()
      await own.drop()
    },
  }
}

async function appSubject(
  databaseUrl: string | null,
  port: number,
  secrecy: 'open' | 'secret',
  saturated: number,
  warmUps: number,
): Promise<Subject> {
  // One that starts anew for each round is warmed up in it, by ballots that nobody times.
  const untimed = databaseUrl === null ? warmUps : 0
  const app = await startApp({
    databaseUrl,
    port,
    prepare: (services) =>
      prepareHall(services, { phones: PHONES, meetings: saturated + 1 + untimed, secrecy }),
  })
  const phones = await startPhones()
  const votes = (choice: 'yes' | 'no') => castsOf(app.prepared, choice).slice(untimed)
  const [first, ...rest] = votes('yes')
  if (!first) throw new Error('Nothing to vote on')
  const database = databaseUrl === null ? 'PGlite' : 'PostgreSQL'
  let connected = false
  return {
    parts: [
      { name: `${database} ${secrecy}`, burst: [first], saturated: rest },
      ...(secrecy === 'open'
        ? [{ name: `${database} changes`, burst: null, saturated: votes('no').slice(1) }]
        : []),
    ],
    phones,
    pid: app.pid,
    slow: databaseUrl === null,
    ready: async () => {
      const { restarted } = await app.forgetVotes()
      if (!connected || restarted) {
        if (connected) await phones.tell({ order: 'close' })
        connected = true
        await comeIn(app, phones)
        const warmUp = castsOf(app.prepared, 'yes').slice(0, untimed)
        if (warmUp.length > 0) await phones.tell({ order: 'ask', questions: warmUp })
      }
      await app.memory()
    },
    stop: async () => {
      await phones.stop()
      await app.stop()
    },
  }
}

/** Every phone connects and joins each meeting, as one that was there a moment ago. */
export async function comeIn(
  app: Pick<App<PreparedHall>, 'port' | 'prepared'>,
  phones: Phones,
  /** Cookies of who comes before the hall does. */
  first: readonly string[] = [],
): Promise<void> {
  const { cookies, meetings } = app.prepared
  for (const some of [first, cookies]) {
    const { refused, firstRefusal } = await phones.tell({
      order: 'connect',
      port: app.port,
      path: LIVE,
      phones: some.map((cookie) => ({ cookie, words: {} })),
      atOnce: 50,
      questions: meetings.map(({ meetingId, seq }) => ({
        event: 'meeting:join',
        payload: JSON.stringify({ meetingId, protocol: LIVE_PROTOCOL, lastSeq: seq }),
      })),
    })
    if (refused > 0) throw new Error(`Could not join: ${firstRefusal}`)
  }
}

export function castsOf({ meetings }: PreparedHall, choice: 'yes' | 'no'): Question[] {
  return meetings.map(({ meetingId, ballotId }) => ({
    event: 'ballot:cast',
    payload: JSON.stringify({ meetingId, ballotId, choice, key: '{key}' }),
  }))
}
