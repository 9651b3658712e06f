import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { ratios, short, table, type Figure } from './report.ts'
import { votes } from './votes.ts'

/** `npm run bench [-- name] [rounds]`: what we cost beside the bare parts, measured in the same run. */

const DATABASE_URL = process.env['BENCH_DATABASE_URL'] ?? process.env['TEST_DATABASE_URL']
const [name = 'votes', rounds = '3'] = process.argv.slice(2)

if (!DATABASE_URL) {
  process.stderr.write('BENCH_DATABASE_URL: names the PostgreSQL to make databases in\n')
  process.exit(2)
}
if (name !== 'votes') {
  process.stderr.write(`There is no benchmark called ${name}. There is: votes\n`)
  process.exit(2)
}

const figures = await votes(DATABASE_URL, Number(rounds))
const line = (text: string) => process.stdout.write(`${text}\n`)
line(table(figures))
line('')
for (const [what, subject, base, goal] of [
  ['votes/s', 'app PostgreSQL open', 'floor grouped', 'at least 0.8'],
  ['votes/s', 'app PostgreSQL secret', 'floor grouped', 'at least 0.8'],
  ['p99 ms', 'app PostgreSQL open', 'floor grouped', 'at most 1.5'],
  ['burst ms', 'app PostgreSQL open', 'floor grouped', 'at most 1.5'],
  ['votes/s', 'app PGlite open', 'app PostgreSQL open', 'at least 0.75'],
  ['votes/s', 'app PostgreSQL open', 'floor one-by-one', 'for scale'],
] as const) {
  const { median, least, most } = ratios(figures, what, subject, base)
  line(
    `${what}: ${subject} ÷ ${base} = ${short(median)} [${short(least)}–${short(most)}] (${goal})`,
  )
}
save(figures)

function save(all: readonly Figure[]): void {
  mkdirSync('.cache/bench', { recursive: true })
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`
  writeFileSync(
    `.cache/bench/${name}.json`,
    JSON.stringify({ name, machine, figures: all }, null, 1),
  )
  line(`\n${machine}; written to .cache/bench/${name}.json`)
}
