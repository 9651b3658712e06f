import { fork, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer, connect, type AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

export type AppProcess = {
  port: number
  url: string
  /** What it wrote to its standard output and error. */
  said: () => string
  /** Ends it with this signal; resolves to its exit code once it is gone. */
  end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<number | null>
}

/** The program but its pages, as a process of its own; resolves once it says that it is ready. */
export async function startApp(settings: Record<string, string>): Promise<AppProcess> {
  const port = Number(settings['PORT'] ?? (await freePort()))
  const child = fork(fileURLToPath(new URL('bare-server.ts', import.meta.url)), {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, VITEST: '', DEMO: 'off', ...settings, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let output = ''
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  const url = `http://127.0.0.1:${port}`
  await untilReady(url, child, () => output)
  return {
    port,
    url,
    said: () => output,
    end: (signal) => {
      child.kill(signal)
      return ended
    },
  }
}

async function untilReady(url: string, child: ChildProcess, said: () => string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}: ${said()}`)
    const answer = await fetch(`${url}/health/ready`).catch(() => null)
    if (answer?.ok) return
    await wait(50)
  }
}

export async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}

/** Whether a Redis of our own can be started, and killed, here. */
export const canStartRedis = spawnSync('redis-server', ['--version']).status === 0

/** A Redis that keeps nothing; resolves once it answers. */
export async function startRedis(
  port: number,
): Promise<{ url: string; kill: () => Promise<void> }> {
  const options = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
  ]
  const child = spawn('redis-server', options, { stdio: 'ignore' })
  const ended = once(child, 'exit')
  while (!(await listens(port))) await wait(30)
  return {
    url: `redis://127.0.0.1:${port}`,
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
