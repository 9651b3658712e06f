import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import postgres from 'postgres'
import { readConfig } from '#app/runtime/env.server.ts'
import type { Services } from '#app/runtime/services.server.ts'
import { startServices } from '#app/runtime/start-services.server.ts'
import { startChild, type Child, type Memory } from './processes.ts'

const SECRET = 'a secret for benchmarks only, of some length'

/**
 * Loaded before the app: answers for its memory after a collection, which only
 * the process itself can tell. The channel does not keep it alive.
 */
const INSIDE = `data:text/javascript,${encodeURIComponent(`
  process.on('message', ({ id }) => {
    gc(); gc()
    const { rss, heapUsed } = process.memoryUsage()
    process.send({ id, value: { rss, heap: heapUsed } })
  })
  // A bench that ends in the middle leaves no server behind.
  process.on('disconnect', () => process.exit())
  process.channel.unref()
  process.send({ loaded: true })
`)}`

/** As `npm start` does. */
const AS_BUILT = ['--max-semi-space-size=64', '--import', INSIDE, 'build/server/start.js']

export type App<Prepared> = {
  port: number
  pid: () => number
  prepared: Prepared
  memory: () => Promise<Memory>
  /** Ends the process without a word; its data stay. */
  kill: () => Promise<void>
  /** Starts it again on the same data, and resolves when it is ready. */
  start: () => Promise<void>
  /** Asks its database, where that is a PostgreSQL. */
  rows: (text: string) => Promise<readonly Record<string, unknown>[]>
  /** One more process on the same database, at this port. @returns what ends it. */
  another: (port: number) => Promise<{ pid: number; kill: () => Promise<void> }>
  /** Takes back every vote, in whichever database. The process may have been started anew for it. */
  forgetVotes: () => Promise<{ restarted: boolean }>
  stop: () => Promise<void>
}

export type AppSettings<Prepared> = {
  /** A PostgreSQL to make a database in; null for the embedded one. */
  databaseUrl: string | null
  port: number
  prepare: (services: Services) => Promise<Prepared>
  env?: Record<string, string>
}

/** Starts the built app as a process of its own, on a database of its own that `prepare` has filled. */
export async function startApp<Prepared>({
  databaseUrl,
  port,
  prepare,
  env = {},
}: AppSettings<Prepared>): Promise<App<Prepared>> {
  const folder = mkdtempSync(join(tmpdir(), 'council-bench-'))
  const dataDir = join(folder, 'data')
  const asPrepared = join(folder, 'prepared')
  const own = databaseUrl === null ? null : await makeDatabase(databaseUrl)
  const settings = {
    HOST: '127.0.0.1',
    PORT: String(port),
    DATA_DIR: dataDir,
    DATABASE_URL: own?.url ?? '',
    SESSION_SECRET: SECRET,
    DEMO: 'off',
    LOG_LEVEL: 'error',
    ...env,
  }
  const services = await startServices(readConfig(settings))
  const prepared = await prepare(services)
  await services.close()
  if (!own) cpSync(dataDir, asPrepared, { recursive: true })
  // What was just filled is not what a table looks like in the evening.
  await own?.run('analyze')

  let child: Child | null = null
  const start = async () => {
    child = await startChild(0, AS_BUILT, settings)
    await untilReady(port)
  }
  const kill = async () => child?.kill()
  await start()
  return {
    port,
    pid: () => child?.pid ?? 0,
    prepared,
    memory: async () => {
      if (!child) throw new Error('The app is not running')
      return child.ask<Memory>({ ask: 'memory' })
    },
    kill,
    start,
    rows: async (text) => (await own?.run(text)) ?? [],
    another: async (otherPort) => {
      const other = await startChild(0, AS_BUILT, { ...settings, PORT: String(otherPort) })
      await untilReady(otherPort)
      return other
    },
    forgetVotes: async () => {
      if (own) {
        await own.run('truncate open_vote, secret_turnout, secret_paper')
        return { restarted: false }
      }
      await kill()
      rmSync(dataDir, { recursive: true, force: true })
      cpSync(asPrepared, dataDir, { recursive: true })
      await start()
      return { restarted: true }
    },
    stop: async () => {
      await kill()
      await own?.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A database of its own on a server; gone after `drop`. */
export async function makeDatabase(url: string) {
  const name = `council_bench_${process.pid}_${process.hrtime.bigint()}`
  const admin = postgres(url, { max: 1, onnotice: () => undefined })
  await admin.unsafe(`create database ${name}`)
  const own = new URL(url)
  own.pathname = `/${name}`
  const inside = postgres(own.href, { max: 1, onnotice: () => undefined })
  return {
    url: own.href,
    run: (text: string) => inside.unsafe(text),
    drop: async () => {
      await inside.end()
      await admin.unsafe(`drop database ${name} with (force)`)
      await admin.end()
    },
  }
}

/** Builds when the sources changed. */
export function buildApp(): void {
  const { status } = spawnSync('npx', ['tsx', 'app/runtime/build-when-stale.ts'], {
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error('The app could not be built')
}

async function untilReady(port: number): Promise<void> {
  for (let attempt = 0; attempt < 1500; attempt += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => null)
    if (answer?.ok) return
    await wait(20)
  }
  throw new Error('The app did not become ready')
}
