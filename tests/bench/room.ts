import { setTimeout as wait } from 'node:timers/promises'
import { startApp } from './app-server.ts'
import type { BenchSettings } from './bench-settings.ts'
import { cpuMsOf } from './machine.ts'
import type { PhoneReport, Question } from './phones.ts'
import { prepareHall, type PreparedHall } from './prepare-hall.ts'
import { startFloor, startPhones, type Phones } from './processes.ts'
import type { Figure, Goal, Outcome } from './report.ts'
import { castsOf, comeIn } from './votes.ts'

/** Halls a phone votes in, one after the other: one vote of few phones is less than the kernel counts. */
const BALLOTS = 6
/** So often something is said to everybody in a round; each is one event of the log. */
const SAID = 20

/** One meeting and its phones: coming in, hearing, staying, voting while watching, and leaving again and again. */
export async function room({ databaseUrl, quick, firstPort }: BenchSettings): Promise<Outcome> {
  const rounds = quick ? 2 : 9
  // A server that has been up since the morning has its code compiled when the hall comes in.
  const warmUps = quick ? 1 : 4
  const growthRounds = quick ? 2 : 5
  const hall = quick ? 200 : 1000
  const many = quick ? 500 : 5000
  const visits = quick ? 4 : 20
  const figures: Figure[] = []
  const notes: string[] = []
  const add = (subject: string, what: string, round: number, value: number) =>
    figures.push({ subject, what, round, value })
  const noted = (subject: string, { refused, firstRefusal }: PhoneReport) => {
    if (refused > 0) notes.push(`${subject}: ${refused} not answered, first: ${firstRefusal}`)
  }
  const floor = await startFloor({ store: 'none', databaseUrl: null, dataDir: null })
  const appFor = (port: number, phones: number, meetings: number) =>
    startApp({
      databaseUrl,
      port,
      prepare: (services) => prepareHall(services, { phones, meetings, secrecy: 'open' }),
    })
  const app = await appFor(firstPort, hall, 1)
  const [onFloor, onApp] = [await startPhones(), await startPhones()]
  try {
    for (let round = 1 - warmUps; round <= rounds; round += 1) {
      const note = round < 1 ? () => undefined : add
      // What the round before has left is cleared away when either engine thinks fit. A collection
      // by command would also take the shapes of objects that nobody has just then, and with them the
      // compiled code: each hall would come into a building where nobody has ever been.
      await wait(300)
      const bare = await usedBy(floor.pid, () => connectBare(onFloor, floor.port, hall))
      note('floor', 'come in ms', round, bare.ms)
      note('floor', 'come in CPU µs a phone', round, (bare.cpuMs / hall) * 1000)
      const own = await usedBy(app.pid(), () => comeIn(app, onApp, chairOf(app.prepared)))
      note('app', 'come in ms', round, own.ms)
      note('app', 'come in CPU µs a phone', round, (own.cpuMs / (hall + 1)) * 1000)
      const telling = await usedBy(app.pid(), () =>
        onApp.tell({
          order: 'say',
          questions: showAndClear(app.prepared, round),
          event: 'meeting:events',
          times: SAID,
          pauseMs: 120,
        }),
      )
      const heard = telling.value
      noted('app', heard)
      note('app', 'hear CPU µs a phone', round, (telling.cpuMs / SAID / (hall + 1)) * 1000)
      note('app', 'last hears p99 ms', round, heard.latency.p99)
      const bytes = heard.bytes / SAID / (hall + 1)
      note('app', 'bytes an event', round, bytes)
      const said = await onFloor.tell({
        order: 'say',
        questions: [
          { event: 'say', payload: JSON.stringify('x'.repeat(Math.round(bytes) - 12)) },
        ],
        event: 'said',
        times: SAID,
        pauseMs: 120,
      })
      note('floor', 'last hears p99 ms', round, said.latency.p99)
      await onFloor.tell({ order: 'close' })
      await onApp.tell({ order: 'close' })
      // Who was there a moment ago has heard all that was said; who had not would be told it now.
      for (const meeting of app.prepared.meetings) meeting.seq += SAID
    }
    // What has been freed once before is what a round of visitors should leave again.
    const before = await app.memory()
    for (let visit = 0; visit < visits; visit += 1) {
      await comeIn(app, onApp)
      await onApp.tell({ order: 'close' })
    }
    add('app', 'left after visits MB', 1, ((await app.memory()).heap - before.heap) / 1e6)
  } finally {
    await app.stop()
  }

  const big = await appFor(firstPort + 1, many, 1)
  try {
    for (const [subject, memory, come] of [
      ['floor', floor.memory, () => connectBare(onFloor, floor.port, many)],
      ['app', big.memory, () => comeIn(big, onApp)],
    ] as const) {
      const before = await memory()
      await come()
      const after = await memory()
      add(subject, 'heap kB a phone', 1, (after.heap - before.heap) / many / 1000)
      // With what is kept free for new objects, however few phones there are.
      add(subject, 'RSS kB a phone', 1, (after.rss - before.rss) / many / 1000)
    }
  } finally {
    await big.stop()
    await onFloor.stop()
    await floor.stop()
  }

  const [few, full] = [hall / 4, hall]
  for (let round = 1; round <= growthRounds; round += 1) {
    const costs: number[] = []
    for (const phones of [few, full]) {
      const small = await appFor(firstPort + 2, phones, BALLOTS)
      const voters = await startPhones()
      try {
        await comeIn(small, voters)
        const voted = await usedBy(small.pid(), async () => {
          for (const question of castsOf(small.prepared, 'yes')) {
            noted('app', await voters.tell({ order: 'ask', questions: [question] }))
          }
        })
        costs.push(voted.cpuMs)
      } finally {
        await voters.stop()
        await small.stop()
      }
    }
    const [least = 1, most = 1] = costs
    add('app', 'growth exponent', round, Math.log(most / least) / Math.log(full / few))
  }
  await onApp.stop()
  notes.push(
    `${hall} phones in the hall, ${many} for memory, ${visits} visits, ${few} to ${full} for growth`,
  )
  return { figures, goals: GOALS, notes }
}

const goal = (what: string, base: string | null, value: number): Goal => ({
  what,
  subject: 'app',
  base,
  must: 'at most',
  value,
})

const GOALS: Goal[] = [
  goal('last hears p99 ms', 'floor', 1.25),
  goal('come in ms', 'floor', 2),
  goal('heap kB a phone', 'floor', 1.5),
  goal('growth exponent', null, 1.1),
  goal('left after visits MB', null, 10),
]

/** How long something takes, and how much of a core a process uses meanwhile. */
async function usedBy<Value>(pid: number, work: () => Promise<Value>) {
  const [started, cpu] = [performance.now(), cpuMsOf(pid)]
  const value = await work()
  return { value, ms: performance.now() - started, cpuMs: cpuMsOf(pid) - cpu }
}

const chairOf = ({ chairCookie }: PreparedHall) => [chairCookie]

/** The chair shows a message to everybody, and takes it away again. */
function showAndClear({ meetings: [meeting] }: PreparedHall, round: number): Question[] {
  const meetingId = meeting?.meetingId
  const asks = (command: object): Question => ({
    event: 'meeting:command',
    payload: JSON.stringify({ meetingId, key: '{key}', command }),
  })
  return [
    asks({ type: 'show-message', text: `第${round}轮：请大家就座，会议马上继续。` }),
    asks({ type: 'clear-message' }),
  ]
}

function connectBare(phones: Phones, port: number, count: number): Promise<PhoneReport> {
  return phones.tell({
    order: 'connect',
    port,
    path: '/live/',
    phones: Array.from({ length: count }, () => ({ cookie: null, words: {} })),
    atOnce: 50,
  })
}
