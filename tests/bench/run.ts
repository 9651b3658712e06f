import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildApp } from './app-server.ts'
import type { Bench, BenchSettings } from './bench-settings.ts'
import { button } from './button.ts'
import { chaos } from './chaos.ts'
import { cluster } from './cluster.ts'
import { evening } from './evening.ts'
import { grow } from './grow.ts'
import { describeMachine, watchNoise } from './machine.ts'
import { pages } from './pages.ts'
import { figureTable, goalTable, type Saved } from './report.ts'
import { province } from './province.ts'
import { restart } from './restart.ts'
import { roll100k } from './roll100k.ts'
import { room } from './room.ts'
import { votes } from './votes.ts'
import { writeReadme } from './write-readme.ts'

/** `npm run bench [-- name…] [--quick]`: what we cost beside the bare parts, measured in the same run. */

const BENCHES: Record<string, Bench> = {
  votes,
  room,
  restart,
  evening,
  cluster,
  pages,
  button,
  grow,
  province,
  roll100k,
  chaos,
}
const FOLDER = join('.cache', 'bench')
const DEFAULT_DATABASE = 'postgres://root@127.0.0.1:5432/postgres'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    port: { type: 'string', default: '14730' },
  },
})
const line = (text = '') => process.stdout.write(`${text}\n`)
if (positionals[0] === 'report') {
  line(`Written: ${writeReadme(FOLDER, Object.keys(BENCHES))}`)
  process.exit(0)
}
const names = positionals.length === 0 ? Object.keys(BENCHES) : positionals
const unknown = names.filter((name) => !Object.hasOwn(BENCHES, name))
if (unknown.length > 0) {
  process.stderr.write(
    `There is no benchmark called ${unknown.join(', ')}. There are: ${Object.keys(BENCHES).join(', ')}\n`,
  )
  process.exit(2)
}

buildApp()
mkdirSync(FOLDER, { recursive: true })
for (const name of names) await runOne(name)
process.exit(0)

async function runOne(name: string): Promise<void> {
  const bench = BENCHES[name]
  if (!bench) return
  const settings: BenchSettings = {
    databaseUrl:
      process.env['BENCH_DATABASE_URL'] ?? process.env['TEST_DATABASE_URL'] ?? DEFAULT_DATABASE,
    quick: values.quick,
    firstPort: Number(values.port),
    lastRun: (other) => {
      const file = join(FOLDER, `${other}.json`)
      return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Saved) : null
    },
  }
  const noise = watchNoise()
  const started = performance.now()
  const outcome = await bench(settings)
  const saved: Saved = {
    name,
    machine: describeMachine(),
    date: new Date().toISOString().slice(0, 16).replace('T', ' '),
    quick: values.quick,
    seconds: Math.round((performance.now() - started) / 1000),
    noise: noise(),
    ...outcome,
  }
  writeFileSync(join(FOLDER, `${name}.json`), `${JSON.stringify(saved, null, 1)}\n`)
  line(`\n## ${name}\n`)
  line(figureTable(saved.figures))
  line()
  line(goalTable(saved))
  line()
  for (const note of new Set(saved.notes)) line(`- ${note}`)
  line(
    `${saved.seconds} s; ${saved.noise.steal.toFixed(1)} % stolen, ${saved.noise.foreign.toFixed(1)} % used by others; written to ${join(FOLDER, `${name}.json`)}`,
  )
}
