import { setTimeout as wait } from 'node:timers/promises'
import { seedDemo } from '#db/seed.ts'
import { startApp } from './app-server.ts'
import type { BenchSettings } from './bench-settings.ts'
import { script, startChild } from './processes.ts'
import { percentiles, type Figure, type Goal, type Outcome } from './report.ts'

const AT_ONCE = 8
/** PostgreSQL counts what a connection did once that connection has rested for a moment; ms. */
const COUNTED_AFTER_MS = 2500

/** Public pages a second, beside a bare Remix page of the same bytes; and what each asks of the database. */
export async function pages({
  databaseUrl,
  quick,
  firstPort,
}: BenchSettings): Promise<Outcome> {
  const rounds = quick ? 2 : 4
  const requests = quick ? 40 : 300
  const figures: Figure[] = []
  const app = await startApp({
    databaseUrl,
    port: firstPort,
    prepare: async (services) => void (await seedDemo(services, () => undefined)),
  })
  const base = `http://127.0.0.1:${app.port}`
  try {
    const list = await (await fetch(`${base}/c/hebin/resolutions`)).text()
    const [resolution] = /\/resolutions\/[\w-]{8,}/.exec(list) ?? []
    if (!resolution) throw new Error('The demo has no resolution')
    for (const [name, path] of [
      ['home', '/'],
      ['resolution', resolution],
    ] as const) {
      const bytes = (await (await fetch(base + path)).text()).length
      const floor = await startChild(0, [...script('floor-page.ts'), String(bytes)])
      const { port } = floor.hello as { port: number }
      try {
        for (let round = 0; round <= rounds; round += 1) {
          const transactions = async () => {
            await wait(COUNTED_AFTER_MS)
            const [row] = await app.rows(
              'select xact_commit::int as n from pg_stat_database where datname = current_database()',
            )
            return Number(row?.['n'])
          }
          const before = await transactions()
          const ours = await load(base + path, requests)
          // The two questions about it are transactions themselves.
          const queries = ((await transactions()) - before - 1) / requests
          const bare = await load(`http://127.0.0.1:${port}/`, requests)
          if (round === 0) continue
          figures.push(
            { subject: name, what: 'pages/s', round, value: ours.perSecond },
            { subject: name, what: 'p99 ms', round, value: ours.p99 },
            { subject: name, what: 'queries a page', round, value: queries },
            { subject: name, what: 'kB', round, value: bytes / 1000 },
            { subject: `bare ${name}`, what: 'pages/s', round, value: bare.perSecond },
            { subject: `bare ${name}`, what: 'p99 ms', round, value: bare.p99 },
          )
        }
      } finally {
        await floor.kill()
      }
    }
  } finally {
    await app.stop()
  }
  return { figures, goals: GOALS, notes: [`${AT_ONCE} requests at a time, uncompressed`] }
}

const GOALS: Goal[] = ['home', 'resolution'].map((subject) => ({
  what: 'pages/s',
  subject,
  base: `bare ${subject}`,
  must: 'scale',
  value: 0,
}))

async function load(url: string, requests: number) {
  const times: number[] = []
  const waiting = Array.from({ length: requests }).keys()
  const started = performance.now()
  const worker = async () => {
    for (const _ of waiting) {
      const asked = performance.now()
      const answer = await fetch(url, { headers: { 'Accept-Encoding': 'identity' } })
      await answer.arrayBuffer()
      if (!answer.ok) throw new Error(`${url} answered ${answer.status}`)
      times.push(performance.now() - asked)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  const ms = performance.now() - started
  return { perSecond: (requests / ms) * 1000, p99: percentiles(times).p99 }
}
