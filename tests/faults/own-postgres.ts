import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type OwnPostgres = {
  port: number
  /** A database of this cluster, by its own port or by that of a proxy in front of it. */
  url: (database: string, port?: number) => string
  /** Every process of it dies at once, without writing anything more. */
  kill: () => void
  /** Starts it again; it recovers from its write-ahead log. */
  start: () => void
  stop: () => void
}

const DEBIAN = '/usr/lib/postgresql'

/** Why there can be none here; null when there can. */
export function noPostgresHere(): string | null {
  if (!existsSync(DEBIAN)) return `no PostgreSQL in ${DEBIAN}`
  return process.getuid?.() === 0 ? null : 'only root may start it as another user'
}

/** A PostgreSQL of our own that may be killed, with fsync on, on a disk of its own. */
export function startOwnPostgres(port: number): OwnPostgres {
  const version = readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a))[0] ?? ''
  const bin = (name: string) => join(DEBIAN, version, 'bin', name)
  const folder = mkdtempSync(join(tmpdir(), 'council-fire-'))
  execFileSync('chown', ['postgres', folder])
  // PostgreSQL refuses to run as root.
  const run = (name: string, ...args: string[]) =>
    execFileSync('runuser', ['-u', 'postgres', '--', bin(name), ...args], { stdio: 'pipe' })
  const data = join(folder, 'data')
  run('initdb', '-D', data, '-U', 'council', '--auth=trust', '--encoding=UTF8', '--locale=C')
  const start = () => {
    const options = `-p ${port} -h 127.0.0.1 -k ${folder} -c shared_buffers=64MB -c max_connections=40`
    run('pg_ctl', '-D', data, '-w', '-o', options, '-l', join(folder, 'log'), 'start')
  }
  const kill = () => void run('pg_ctl', '-D', data, '-m', 'immediate', '-w', 'stop')
  start()
  return {
    port,
    url: (database, at = port) => `postgres://council@127.0.0.1:${at}/${database}`,
    kill,
    start,
    stop: () => {
      kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
