import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Everything that a build is made of. */
const SOURCES = ['app', 'db', 'public', 'package.json', 'package-lock.json', 'vite.config.ts']
const STAMP = join('build', 'sources.sha256')

/** Builds when there is no build of exactly these sources; `npm start` runs it first. */
function buildWhenStale(): void {
  const wanted = hashOf(SOURCES)
  const built = existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : undefined
  if (built === wanted && existsSync(join('build', 'server', 'start.js'))) return
  process.stdout.write('  正在构建，约一分钟 Building, about a minute …\n')
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/@remix-run/dev/dist/cli.js', 'vite:build', '--logLevel', 'warn'],
    { stdio: 'inherit', env: { ...process.env, NODE_ENV: 'production' } },
  )
  if (status !== 0) process.exit(status ?? 1)
  writeFileSync(STAMP, wanted)
}

function hashOf(paths: string[]): string {
  const hash = createHash('sha256')
  for (const path of paths.flatMap(filesIn)) hash.update(path).update(readFileSync(path))
  return hash.digest('hex')
}

function filesIn(path: string): string[] {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((file) => join(path, file))
    .filter((file) => !/\.test\.tsx?$/.test(file) && statSync(file).isFile())
    .toSorted()
}

buildWhenStale()
