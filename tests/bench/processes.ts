import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { FloorSettings } from './floor-server.ts'
import { pinnedTo } from './machine.ts'
import type { PhoneOrder, PhoneReport } from './phones.ts'

export type Child = {
  pid: number
  hello: unknown
  /** Sends a message and waits for the answer with the same id. */
  ask: <Answer>(message: object) => Promise<Answer>
  /** Ends it without a word and waits until it is gone. */
  kill: () => Promise<void>
}

/** Starts a program of Node's that talks over IPC, on a core of its own, and waits for its first word. */
export async function startChild(
  cpu: 0 | 1,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Child> {
  const [command = '', ...rest] = [...pinnedTo(cpu), process.execPath, '--expose-gc', ...args]
  const child = spawn(command, rest, {
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const hello = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`${args.join(' ')} ended with ${code}`)))
    child.once('message', resolve)
  })
  return {
    pid: child.pid ?? 0,
    hello,
    ask: askerOf(child),
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGKILL')
      await ended
    },
  }
}

function askerOf(child: ChildProcess): Child['ask'] {
  const waiting = new Map<
    number,
    { resolve: (value: never) => void; reject: (e: Error) => void }
  >()
  let nextId = 0
  child.on('message', (message) => {
    const { id, value, error } = message as { id?: number; value?: never; error?: string }
    const asked = id === undefined ? undefined : waiting.get(id)
    if (id === undefined || !asked) return
    waiting.delete(id)
    if (error === undefined) asked.resolve(value as never)
    else asked.reject(new Error(error))
  })
  child.on('exit', () => {
    for (const { reject } of waiting.values()) reject(new Error('The process is gone'))
    waiting.clear()
  })
  return (message) =>
    new Promise((resolve, reject) => {
      const id = nextId++
      waiting.set(id, { resolve, reject })
      child.send({ ...message, id })
    })
}

/** A TypeScript file of this folder, as arguments of Node. */
export const script = (file: string) => [
  '--import',
  'tsx',
  fileURLToPath(new URL(file, import.meta.url)),
]

export type Phones = {
  tell: (order: PhoneOrder) => Promise<PhoneReport>
  stop: () => Promise<void>
}

export async function startPhones(): Promise<Phones> {
  const child = await startChild(1, script('phones.ts'))
  return { tell: (order) => child.ask<PhoneReport>(order), stop: child.kill }
}

/** What both servers under test can be asked: their memory after a collection, in bytes. */
export type Memory = { rss: number; heap: number }

export type Floor = {
  port: number
  pid: number
  memory: () => Promise<Memory>
  stop: () => Promise<void>
}

export async function startFloor(settings: FloorSettings): Promise<Floor> {
  const child = await startChild(0, [
    // As `npm start` runs ours: a floor with a smaller young space would be a lower one.
    '--max-semi-space-size=64',
    ...script('floor-server.ts'),
    JSON.stringify(settings),
  ])
  return {
    port: (child.hello as { port: number }).port,
    pid: child.pid,
    memory: () => child.ask<Memory>({ ask: 'memory' }),
    stop: child.kill,
  }
}
