import { fork } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/**
 * What is done to a server from inside; `clockMs` is how far its clock is wrong. One that is to die
 * before it answers does so with the next vote that is recorded.
 */
export type Told = 'disk-full' | 'die-before-answer' | { clockMs: number }

export type ServerProcess = {
  port: number
  tell: (message: Told) => void
  /** As the kernel would: without a word. */
  kill: () => Promise<void>
  /** Stands still for so long, all its lines open. */
  freeze: (ms: number) => Promise<void>
  /** Resolves once it is gone. */
  ended: Promise<void>
}

/** Starts the live gateway as a process of its own and waits until it serves. */
export async function startServerProcess(
  settings: Record<string, string>,
): Promise<ServerProcess> {
  const child = fork(fileURLToPath(new URL('live-process.ts', import.meta.url)), {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve())
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}`)))
  })
  return {
    port: Number(settings['PORT']),
    tell: (message) => void (child.connected && child.send(message)),
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
    freeze: async (ms) => {
      child.kill('SIGSTOP')
      await wait(ms)
      child.kill('SIGCONT')
    },
    ended,
  }
}
