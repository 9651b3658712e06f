import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { get } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { io } from 'socket.io-client'
import { expect, inject, test } from 'vitest'
import type { Services } from '#app/runtime/services.server.ts'
import { LIVE_PATH, LIVE_PROTOCOL } from '#app/live/protocol.ts'
import { readConfig } from '#app/runtime/env.server.ts'
import { startServices } from '#app/runtime/start-services.server.ts'
import { openVotes } from '#db/schema/ballots.ts'
import { aSigningKey } from '#tests/helpers/a-signing-key.ts'
import { freePort, startApp } from '#tests/helpers/app-process.ts'
import { seatCookie, sessionsOf } from '#tests/helpers/live-server.ts'
import { DECIDE, MEETING, openMeeting } from '#tests/helpers/meeting-setting.ts'
import { createDatabase, databaseUrl } from '#tests/helpers/migrate-once.ts'

const postgres = inject('postgres')
const redisUrl = process.env['TEST_REDIS_URL']
const left = !postgres
  ? 'TEST_DATABASE_URL names no PostgreSQL'
  : !redisUrl
    ? 'TEST_REDIS_URL is not set'
    : spawnSync('caddy', ['version']).status === 0
      ? null
      : 'there is no caddy here'
if (left) process.stdout.write(`Left out, behind Caddy: ${left}\n`)

/** The Caddyfile that `compose.yaml` has, for processes and a name of this machine. */
function caddyfileFor(port: number, apps: readonly number[], folder: string): string {
  const [, indented = ''] =
    /^ {4}content: \|\n((?: {6}.*\n|\n)+)/m.exec(readFileSync('compose.yaml', 'utf8')) ?? []
  const written = indented.replaceAll(/^ {6}/gm, '')
  expect(written).toContain('reverse_proxy app-1:3000 app-2:3000 {')
  const here = written
    .replace('app-1:3000 app-2:3000', apps.map((app) => `127.0.0.1:${app}`).join(' '))
    // A certificate of its own making: nobody gives one for this machine.
    .replace('${DOMAIN} {', `https://localhost:${port} {\n  tls internal`)
  return `{
  admin off
  skip_install_trust
  auto_https disable_redirects
  storage file_system ${folder}
}
${here}`
}

async function startCaddy(port: number, apps: readonly number[]) {
  const folder = mkdtempSync(join(tmpdir(), 'council-caddy-'))
  const file = join(folder, 'Caddyfile')
  writeFileSync(file, caddyfileFor(port, apps, folder))
  const child = spawn('caddy', ['run', '--config', file, '--adapter', 'caddyfile'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder },
  })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const url = `https://localhost:${port}`
  for (let tries = 0; (await ask(`${url}/health/ready`))?.statusCode !== 200; tries += 1) {
    if (child.exitCode !== null || tries > 300) throw new Error(`Caddy does not serve: ${said}`)
    await wait(100)
  }
  return () => {
    child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The head of an answer; null when there is none. */
function ask(url: string): Promise<IncomingMessage | null> {
  return new Promise((resolve) => {
    const asked = get(url, { rejectUnauthorized: false, agent: false }, (answer) => {
      answer.resume()
      resolve(answer)
    })
    asked.once('error', () => resolve(null))
  })
}

/** A phone that joins over TLS, by what it is told to. */
async function openPhone(
  url: string,
  transport: 'websocket' | 'polling',
  { cookie, origin = url }: { cookie: string; origin?: string },
) {
  const socket = io(url, {
    path: LIVE_PATH,
    transports: [transport],
    auth: { face: 'seat' },
    extraHeaders: { cookie, origin },
    rejectUnauthorized: false,
    forceNew: true,
    reconnection: false,
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', (error) => {
      socket.disconnect()
      reject(error)
    })
  })
  const askLive = (name: string, request: object) =>
    socket.timeout(8000).emitWithAck(name, request) as Promise<{ ok: boolean; value?: object }>
  const joined = await askLive('meeting:join', {
    meetingId: MEETING,
    protocol: LIVE_PROTOCOL,
    lastSeq: null,
  })
  expect(joined.ok).toBe(true)
  const gone = new Promise<void>((resolve) => socket.once('disconnect', () => resolve()))
  return { ask: askLive, gone, close: () => socket.disconnect() }
}

async function untilItWorks<Value>(work: () => Promise<Value>): Promise<Value> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await work()
    } catch (error) {
      if (tries > 100) throw error
      await wait(100)
    }
  }
}

test.skipIf(left !== null)(
  '[N11] behind Caddy as compose.yaml has it: TLS, WebSockets, polling with its cookie, and the other process when one is gone',
  async () => {
    if (!postgres || !redisUrl) return
    const database = `${postgres.template}_caddy`
    await createDatabase(postgres.url, database, postgres.template)
    const settings = {
      DATABASE_URL: databaseUrl(postgres.url, database),
      SESSION_SECRET: `a secret of ${database} that is long enough`,
      SIGNING_KEY: aSigningKey(),
      LOG_LEVEL: 'error',
    }
    const services: Services & { close: () => Promise<void> } = await startServices(
      readConfig(settings),
    )
    const room = await openMeeting(services)
    const ballotId = await room.openBallot(DECIDE, 'open')
    const cookieOf = (resident: number) =>
      seatCookie(sessionsOf(services), `residents-${resident}`)

    const ports = [await freePort(), await freePort()]
    const caddy = await startCaddyFor(settings, redisUrl, ports)
    try {
      const { url } = caddy
      const ready = await ask(`${url}/health/ready`)
      expect(ready?.headers['strict-transport-security']).toContain('max-age=')
      const sticky = (ready?.headers['set-cookie'] ?? []).map(
        (each) => each.split(';')[0] ?? '',
      )
      expect(sticky.join()).toMatch(/^council_lb=\w+$/)

      const evil = openPhone(url, 'websocket', {
        cookie: await cookieOf(1),
        origin: 'https://evil.example',
      })
      await expect(evil).rejects.toThrow()

      const byWebSocket = await openPhone(url, 'websocket', { cookie: await cookieOf(1) })
      const byPolling = await openPhone(url, 'polling', {
        cookie: `${await cookieOf(2)}; ${sticky.join('; ')}`,
      })
      const vote = (key: string) => ({ meetingId: MEETING, ballotId, choice: 'yes', key })
      const first = await byWebSocket.ask('ballot:cast', vote('key-by-websocket'))
      expect(first.ok).toBe(true)
      expect((await byPolling.ask('ballot:cast', vote('key-by-polling'))).ok).toBe(true)

      // Whoever polls is where its cookie says; that process goes, without a word.
      const polled = await caddy.pollingOf()
      expect(polled.toSorted()).toEqual([0, 1])
      await caddy.kill(polled.indexOf(1))
      await byPolling.gone
      const back = await untilItWorks(async () =>
        openPhone(url, 'polling', { cookie: `${await cookieOf(2)}; ${await newCookie(url)}` }),
      )
      expect(await back.ask('ballot:cast', vote('key-by-polling'))).toMatchObject({
        ok: true,
        value: { repeated: true },
      })
      const anew = await untilItWorks(async () =>
        openPhone(url, 'websocket', { cookie: await cookieOf(1) }),
      )
      expect(await anew.ask('ballot:cast', vote('key-by-websocket'))).toMatchObject({
        ok: true,
        value: { repeated: true },
      })
      expect(await services.db.select().from(openVotes)).toHaveLength(2)
      for (const phone of [byWebSocket, back, anew]) phone.close()
    } finally {
      await caddy.stop()
      await services.close()
    }
  },
  120_000,
)

const newCookie = async (url: string) =>
  ((await ask(`${url}/health/live`))?.headers['set-cookie'] ?? [])
    .map((each) => each.split(';')[0])
    .join('; ')

/** Two processes that people reach by Caddy's address alone. */
async function startCaddyFor(
  settings: Record<string, string>,
  redisUrl: string,
  ports: readonly number[],
) {
  const publicPort = await freePort()
  const url = `https://localhost:${publicPort}`
  const apps = await Promise.all(
    ports.map((port) =>
      startApp({ ...settings, REDIS_URL: redisUrl, PUBLIC_ORIGIN: url, PORT: String(port) }),
    ),
  )
  const stopCaddy = await startCaddy(publicPort, ports)
  return {
    url,
    /** How many poll, by process. */
    pollingOf: () =>
      Promise.all(
        apps.map(async (app) => {
          const told = (await (await fetch(`${app.url}/health/live`)).json()) as {
            connected: { polling: number }
          }
          return told.connected.polling
        }),
      ),
    kill: async (index: number) => void (await apps[index]?.end('SIGKILL')),
    stop: async () => {
      stopCaddy()
      await Promise.all(apps.map((app) => app.end('SIGKILL')))
    },
  }
}
