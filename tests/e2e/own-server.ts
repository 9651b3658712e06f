import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'

/** A server of a test's own: the real build, on its own port and folder, to be killed and started again. */
export type OwnServer = {
  origin: string
  /** What it printed since it was started last. */
  said: () => string
  start: () => Promise<void>
  /** As a power cut would: no signal that it could hear. */
  kill: () => Promise<void>
}

/** @param place - added to the port of the shared server, so that two files do not meet. */
export function ownServer(place: number, env: Record<string, string> = {}): OwnServer {
  const port = Number(process.env['E2E_PORT'] ?? 4730) + place
  const dataDir = `.cache/e2e-own-${port}`
  const origin = `http://127.0.0.1:${port}`
  let running: ChildProcess | null = null
  let output = ''
  rmSync(dataDir, { recursive: true, force: true })
  return {
    origin,
    said: () => output,
    async start() {
      output = ''
      const child = spawn(process.execPath, ['build/server/start.js'], {
        env: {
          ...process.env,
          HOST: '127.0.0.1',
          PORT: String(port),
          DATA_DIR: dataDir,
          DATABASE_URL: '',
          REDIS_URL: '',
          PUBLIC_ORIGIN: '',
          LOG_LEVEL: 'error',
          ...env,
        },
      })
      running = child
      const serving = new Promise<void>((resolve, reject) => {
        child.stdout.on('data', (chunk: Buffer) => {
          output += chunk.toString()
          if (output.includes(origin)) resolve()
        })
        child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
        child.once('exit', () => reject(new Error(`it ended: ${output}`)))
      })
      await serving
    },
    async kill() {
      const child = running
      running = null
      if (!child || child.exitCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
  }
}
