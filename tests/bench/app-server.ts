import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { readConfig } from '#app/runtime/env.server.ts'
import type { Services } from '#app/runtime/services.server.ts'
import { startServices } from '#app/runtime/start-services.server.ts'

export type AppUnderTest<Prepared> = {
  port: number
  pid: number
  prepared: Prepared
  stop: () => Promise<void>
}

const SECRET = 'a secret for benchmarks only, of some length'

/**
 * Starts the built app as a process of its own, on a database of its own that
 * `prepare` has filled, and waits until it is ready.
 *
 * @param databaseUrl - a PostgreSQL to make a database in; null for the embedded one.
 */
export async function startApp<Prepared>(
  databaseUrl: string | null,
  port: number,
  prepare: (services: Services) => Promise<Prepared>,
): Promise<AppUnderTest<Prepared>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'council-bench-'))
  const own = databaseUrl === null ? null : await makeDatabase(databaseUrl)
  const settings = {
    HOST: '127.0.0.1',
    PORT: String(port),
    DATA_DIR: dataDir,
    DATABASE_URL: own?.url ?? '',
    SESSION_SECRET: SECRET,
    DEMO: 'off',
    LOG_LEVEL: 'error',
  }
  const services = await startServices(readConfig(settings))
  const prepared = await prepare(services)
  await services.close()

  const child = spawn(process.execPath, ['build/server/start.js'], {
    env: { ...process.env, ...settings, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await untilReady(port)
  return {
    port,
    pid: child.pid ?? 0,
    prepared,
    stop: async () => {
      child.kill('SIGTERM')
      await new Promise((resolve) => child.once('exit', resolve))
      if (own) await own.drop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function makeDatabase(url: string) {
  const name = `council_bench_${process.pid}_${process.hrtime.bigint()}`
  const admin = postgres(url, { max: 1, onnotice: () => undefined })
  await admin.unsafe(`create database ${name}`)
  const own = new URL(url)
  own.pathname = `/${name}`
  return {
    url: own.href,
    drop: async () => {
      await admin.unsafe(`drop database ${name} with (force)`)
      await admin.end()
    },
  }
}

async function untilReady(port: number): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => null)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('The app did not become ready')
}
