import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { PhoneOrder, PhoneReport } from './phones.ts'
import type { FloorSettings } from './floor-server.ts'

/** Starts a file of this folder as a process of its own and waits until it says it is ready. */
async function startChild(
  file: string,
  args: string[],
): Promise<{ child: ChildProcess; hello: { port?: number } }> {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), args, {
    execArgv: ['--import', 'tsx', '--expose-gc'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const hello = await new Promise<{ port?: number }>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)))
    child.once('message', (message) => resolve(message as { port?: number }))
  })
  return { child, hello }
}

export type Phones = {
  tell: (order: PhoneOrder) => Promise<PhoneReport & { at: number; seen: number }>
  stop: () => void
}

export async function startPhones(): Promise<Phones> {
  const { child } = await startChild('phones.ts', [])
  let nextId = 0
  return {
    tell: (order) =>
      new Promise((resolve, reject) => {
        const id = nextId++
        const listen = (message: unknown) => {
          const answer = message as { id: number; report?: unknown; error?: string }
          if (answer.id !== id) return
          child.off('message', listen)
          if (answer.error === undefined) {
            resolve(answer.report as PhoneReport & { at: number; seen: number })
          } else reject(new Error(answer.error))
        }
        child.on('message', listen)
        child.send({ ...order, id })
      }),
    stop: () => child.kill(),
  }
}

export type Floor = { port: number; broadcast: (text: string) => void; stop: () => void }

export async function startFloor(settings: FloorSettings): Promise<Floor> {
  const { child, hello } = await startChild('floor-server.ts', [JSON.stringify(settings)])
  return {
    port: hello.port ?? 0,
    broadcast: (text) => void child.send({ broadcast: text }),
    stop: () => child.kill(),
  }
}
