import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test as base, vi } from 'vitest'
import { LIVE_PROTOCOL } from '#app/live/protocol.ts'
import { openPage } from '#tests/helpers/live-server.ts'

// A process takes seconds to start, and some of these start two.
vi.setConfig({ testTimeout: 120_000 })
afterAll(() => vi.resetConfig())

type Running = { process: ChildProcess; said: () => string; exited: Promise<number | null> }

const test = base.extend<{
  dataDir: string
  /** Starts the program as `npm run dev` would, with these settings; resolves once it serves or ends. */
  start: (env: Record<string, string>) => Promise<Running>
}>({
  dataDir: async ({}, use) => {
    const dir = await mkdtemp(join(tmpdir(), 'council-process-'))
    await use(dir)
    await rm(dir, { recursive: true, force: true })
  },
  start: async ({ dataDir }, use) => {
    const running: Running[] = []
    await use(async (env) => {
      const child = spawn(
        process.execPath,
        ['--import', 'tsx', 'tests/helpers/bare-server.ts'],
        {
          env: {
            ...process.env,
            VITEST: '',
            DEMO: 'off',
            DATA_DIR: dataDir,
            PORT: '0',
            ...env,
          },
        },
      )
      let output = ''
      child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
      child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
      const exited = once(child, 'exit').then(([code]) => code as number | null)
      const started: Running = { process: child, said: () => output, exited }
      running.push(started)
      const serving = new Promise<void>((resolve) => {
        child.stdout.on('data', () => {
          if (/http:\/\/\S+:\d+/.test(output)) resolve()
        })
      })
      await Promise.race([serving, exited])
      return started
    })
    for (const { process: child, exited } of running) {
      child.kill('SIGKILL')
      await exited
    }
  },
})

const addressOf = ({ said }: Running) => /http:\/\/127\.0\.0\.1:\d+/.exec(said())?.[0] ?? ''

test('a wrong setting stops the start with one line that names it', async ({ start }) => {
  const { exited, said } = await start({ PORT: 'http' })
  expect(await exited).toBe(1)
  expect(said()).toBe('PORT: must be a whole number from 0 to 65535\n')
})

test('a database that is not there stops the start in the same way', async ({ start }) => {
  const { exited, said } = await start({
    DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none',
    SESSION_SECRET: 's'.repeat(32),
  })
  expect(await exited).toBe(1)
  expect(said()).toMatch(/^DATABASE_URL: .*127\.0\.0\.1:9\n$/)
})

test('a second process on the same folder is refused, and told which one is in its way', async ({
  start,
}) => {
  const first = await start({})
  const second = await start({})
  expect(await second.exited).toBe(1)
  expect(second.said()).toContain(`is in use by process ${first.process.pid}`)
})

test('it says when it is alive and ready, and guards every answer', async ({ start }) => {
  const address = addressOf(await start({}))
  expect((await fetch(`${address}/health/live`)).status).toBe(200)
  const ready = await fetch(`${address}/health/ready`)
  expect(ready.status).toBe(200)
  const policy = ready.headers.get('content-security-policy') ?? ''
  expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]{20,}'(;|$)/)
  expect(policy).toContain("frame-ancestors 'none'")
  expect(ready.headers.get('x-powered-by')).toBeNull()
})

test('[H1] a form from elsewhere, too large, or of unknown length goes nowhere', async ({
  start,
}) => {
  const address = addressOf(await start({}))
  const post = (headers: Record<string, string>, body: string) =>
    fetch(`${address}/preferences`, { method: 'POST', headers, body })
  const ours = { Origin: address, 'Content-Type': 'application/x-www-form-urlencoded' }
  expect((await post({ ...ours, Origin: 'http://evil.example' }, 'a=b')).status).toBe(403)
  expect((await post({ ...ours, Origin: 'null' }, 'a=b')).status).toBe(403)
  expect((await post(ours, 'a'.repeat(300_000))).status).toBe(413)
  const { hostname, port } = new URL(address)
  const socket = connect(Number(port), hostname)
  socket.write(
    `POST /preferences HTTP/1.1\r\nHost: ${hostname}:${port}\r\nOrigin: ${address}\r\n` +
      'Transfer-Encoding: chunked\r\n\r\n',
  )
  const [answer] = (await once(socket, 'data')) as [Buffer]
  expect(answer.toString()).toMatch(/^HTTP\/1\.1 411 /)
  socket.destroy()
})

test('[H8] an address with a control character is refused', async ({ start }) => {
  const address = addressOf(await start({}))
  for (const path of ['/%00', '/c/hebin/matters?q=%00', '/matters/a%1Fb', '/m/x%7f']) {
    expect((await fetch(`${address}${path}`)).status, path).toBe(400)
  }
  expect((await fetch(`${address}/health/live?q=%E8%8C%B6`)).status).toBe(200)
})

/** The lines of its log so far. */
const linesOf = ({ said }: Running) =>
  said()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Record<string, unknown>)

test('[H11] an answer is found in the log by its id, and what was asked for or shown is not there', async ({
  start,
}) => {
  const server = await start({ LOG_LEVEL: 'info' })
  const address = addressOf(server)
  const answer = await fetch(`${address}/health/live?name=Lin-Xiuying&code=730730`, {
    headers: {
      Cookie: 'session=the-cookie-of-somebody',
      Authorization: 'Bearer the-token-of-somebody',
      Referer: `${address}/i/the-link-of-somebody-else`,
    },
  })
  const requestId = answer.headers.get('X-Request-Id')
  expect(requestId).toMatch(/^[0-9a-f-]{36}$/)
  await expect
    .poll(() => linesOf(server).find((line) => line['requestId'] === requestId))
    .toMatchObject({ method: 'GET', path: '/health/live', status: 200 })
  expect(server.said()).not.toMatch(/Xiuying|730730|of-somebody|127\.0\.0\.1:\d+\/i/)
})

test('[H11] so is a live request that was refused, and a page that opened no socket', async ({
  start,
}) => {
  const server = await start({ LOG_LEVEL: 'info' })
  const port = Number(new URL(addressOf(server)).port)
  const guest = await openPage(port, { cookie: 'session=the-cookie-of-somebody' })
  const ask = { meetingId: 'a-meeting', protocol: LIVE_PROTOCOL, lastSeq: null }
  expect(await guest.ask('meeting:join', ask)).toMatchObject({ ok: false })
  guest.close()
  await expect(openPage(port, { origin: 'http://evil.example' })).rejects.toThrow()
  const refused = () => linesOf(server).filter((line) => 'refusal' in line)
  await expect
    .poll(refused)
    .toMatchObject([
      { request: 'meeting:join', refusal: 'no-such-meeting' },
      { refusal: 'foreign-origin' },
    ])
  const ids = refused().map((line) => line['requestId'])
  expect(new Set(ids).size).toBe(2)
  for (const id of ids) expect(id).toMatch(/^[0-9a-f-]{36}$/)
  expect(server.said()).not.toMatch(/of-somebody|evil/)
})

test('SIGTERM lets go of the folder, also while a browser keeps its connection open', async ({
  start,
}) => {
  const first = await start({})
  await fetch(`${addressOf(first)}/health/live`)
  const askedAt = Date.now()
  first.process.kill('SIGTERM')
  expect(await first.exited).toBe(0)
  expect(Date.now() - askedAt).toBeLessThan(5000)
  const second = await start({})
  expect((await fetch(`${addressOf(second)}/health/ready`)).status).toBe(200)
})

test('after kill -9 it starts again on the same folder', async ({ start }) => {
  const first = await start({})
  first.process.kill('SIGKILL')
  await first.exited
  const second = await start({})
  expect((await fetch(`${addressOf(second)}/health/ready`)).status).toBe(200)
})

test('the numbers for an operator are for this machine alone, or for who shows the token', async ({
  start,
}) => {
  const address = addressOf(await start({}))
  const metrics = await fetch(`${address}/metrics`)
  expect(metrics.headers.get('content-type')).toContain('text/plain')
  const text = await metrics.text()
  for (const name of [
    'council_votes_total',
    'council_vote_batch_size',
    'council_vote_commit_seconds',
    'council_event_fan_out_seconds',
    'council_refusals_total',
    'council_connected',
    'council_database_connections',
    'nodejs_eventloop_lag_seconds',
  ]) {
    expect(text).toContain(`# TYPE ${name} `)
  }
  // A proxy asks from this machine too, on behalf of anybody.
  const proxied = { headers: { 'X-Forwarded-For': '203.0.113.7' } }
  expect((await fetch(`${address}/metrics`, proxied)).status).toBe(404)
})

test('with a token, the address counts for nothing', async ({ start }) => {
  const address = addressOf(await start({ METRICS_TOKEN: 'a token for the tests' }))
  const ask = (authorization: string) =>
    fetch(`${address}/metrics`, { headers: { authorization } }).then(({ status }) => status)
  expect(await ask('')).toBe(404)
  expect(await ask('Bearer a token for the testS')).toBe(404)
  expect(await ask('Bearer a token for the tests')).toBe(200)
})
