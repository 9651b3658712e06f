import { aSigningKey } from '#tests/helpers/a-signing-key.ts'
import { startApp } from './app-server.ts'
import type { BenchSettings } from './bench-settings.ts'
import { prepareHall, type PreparedHall } from './prepare-hall.ts'
import { startPhones } from './processes.ts'
import type { Figure, Goal, Outcome } from './report.ts'
import { castsOf, comeIn } from './votes.ts'

const BALLOTS = 5

/** Two processes that share a hall over Redis, against one that has it alone. */
export async function cluster({
  databaseUrl,
  quick,
  firstPort,
}: BenchSettings): Promise<Outcome> {
  const phones = quick ? 200 : 1000
  const rounds = quick ? 2 : 4
  const redis = process.env['TEST_REDIS_URL'] ?? 'redis://127.0.0.1:6379'
  const figures: Figure[] = []
  const notes: string[] = []
  const app = await startApp({
    databaseUrl,
    port: firstPort,
    prepare: (services) =>
      prepareHall(services, { phones, meetings: BALLOTS, secrecy: 'open' }),
    env: { REDIS_URL: redis, SIGNING_KEY: aSigningKey() },
  })
  const otherPort = firstPort + 1
  const other = await app.another(otherPort)
  const [here, there] = [await startPhones(), await startPhones()]
  const halfOf = (from: number, to: number): PreparedHall => ({
    ...app.prepared,
    cookies: app.prepared.cookies.slice(from, to),
  })
  try {
    for (let round = 0; round <= rounds; round += 1) {
      for (const [subject, ports] of [
        ['one process', [firstPort, firstPort]],
        ['two processes', [firstPort, otherPort]],
      ] as const) {
        const add = (what: string, value: number) => {
          if (round > 0) figures.push({ subject, what, round, value })
        }
        await app.forgetVotes()
        const halves = [halfOf(0, phones / 2), halfOf(phones / 2, phones)] as const
        await comeIn({ port: ports[0], prepared: halves[0] }, here, [app.prepared.chairCookie])
        await comeIn({ port: ports[1], prepared: halves[1] }, there)
        const started = performance.now()
        const questions = castsOf(app.prepared, 'yes')
        const voted = await Promise.all(
          [here, there].map((half) => half.tell({ order: 'ask', questions })),
        )
        const answers = voted.reduce((sum, each) => sum + each.answers, 0)
        add('votes/s', (answers / (performance.now() - started)) * 1000)
        // The chair, who came first, has no vote in any of them.
        const refused = voted.reduce((sum, each) => sum + each.refused, 0) - BALLOTS
        add('refused', refused)
        // Said at the first process, heard by those at the other.
        const [meeting] = app.prepared.meetings
        const hearing = there.tell({ order: 'hear', event: 'meeting:events', times: 10 })
        const said = await here.tell({
          order: 'say',
          questions: [
            { type: 'show-message', text: '请大家就座。' },
            { type: 'clear-message' },
          ].map((command) => ({
            event: 'meeting:command',
            payload: JSON.stringify({ meetingId: meeting?.meetingId, key: '{key}', command }),
          })),
          event: 'meeting:events',
          times: 10,
          pauseMs: 150,
        })
        add('heard here p50 ms', said.latency.p50)
        add('heard there p50 ms', (await hearing).latency.p50)
        for (const half of [here, there]) await half.tell({ order: 'close' })
      }
    }
  } finally {
    await here.stop()
    await there.stop()
    await other.kill()
    await app.stop()
  }
  notes.push(
    `${phones} phones, half of them in each of two generators; both processes are pinned to one core, so two cannot be faster than one here: the figure is what Redis and the second process cost`,
  )
  return { figures, goals: GOALS, notes }
}

const GOALS: Goal[] = [
  { what: 'votes/s', subject: 'two processes', base: 'one process', must: 'scale', value: 0 },
  {
    what: 'heard there p50 ms',
    subject: 'two processes',
    base: 'one process',
    must: 'at most',
    value: 3,
  },
  { what: 'refused', subject: 'two processes', base: null, must: 'at most', value: 0 },
]
