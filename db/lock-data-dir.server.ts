import { execFile } from 'node:child_process'
import { open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'

/** A process, told apart from a later one that was given the same number. */
type Holder = { pid: number; startedAt: string }

/** Another living process has this folder open. Two at once would lose rows in silence. */
export class DataDirLockedError extends Error {
  readonly code = 'data-dir-locked'
  readonly pid: number
  constructor(dataDir: string, pid: number) {
    super(
      `DATA_DIR: ${dataDir} is in use by process ${pid}; stop it first, or name another folder`,
    )
    this.pid = pid
  }
}

/**
 * Takes `dataDir` for this process. A lock whose holder has died is taken over.
 *
 * @returns gives the folder back.
 * @throws DataDirLockedError naming the living holder.
 */
export async function lockDataDir(dataDir: string): Promise<() => Promise<void>> {
  const file = join(dataDir, 'lock')
  const mine = JSON.stringify({ pid: process.pid, startedAt: await startOf(process.pid) })
  if (!(await createExclusively(file, mine))) await takeOver(dataDir, file, mine)
  return async () => {
    if ((await read(file)) === mine) await rm(file, { force: true })
  }
}

/**
 * Replaces a dead holder's lock. Whoever does so first holds `lock.next`, and moves it over the old
 * one in a single step: there is no moment without a lock, so nobody can slip in between.
 */
async function takeOver(dataDir: string, file: string, mine: string): Promise<void> {
  const next = join(dataDir, 'lock.next')
  for (;;) {
    const holder = await readHolder(file)
    if (holder && (await isAlive(holder))) throw new DataDirLockedError(dataDir, holder.pid)
    if (!(await createExclusively(next, mine))) {
      const taker = await readHolder(next)
      if (taker && !(await isAlive(taker))) await rm(next, { force: true })
      await wait(20)
      continue
    }
    const stillHeldBy = await readHolder(file)
    if (stillHeldBy && (await isAlive(stillHeldBy))) {
      await rm(next, { force: true })
      throw new DataDirLockedError(dataDir, stillHeldBy.pid)
    }
    await rename(next, file)
    return
  }
}

async function createExclusively(file: string, content: string): Promise<boolean> {
  try {
    const handle = await open(file, 'wx', 0o600)
    await handle.writeFile(content)
    await handle.close()
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

async function read(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch(() => undefined)
}

/** Who holds a lock file; undefined when it is gone or says nothing, also after its writer had time to finish. */
async function readHolder(file: string): Promise<Holder | undefined> {
  for (let patience = 25; patience > 0; patience--) {
    const text = await read(file)
    if (text === undefined) return undefined
    const holder = parse(text)
    if (holder) return holder
    await wait(20)
  }
  return undefined
}

function parse(text: string | undefined): Holder | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '')
    if (typeof value !== 'object' || value === null) return undefined
    const { pid, startedAt } = value as Partial<Holder>
    return typeof pid === 'number' && typeof startedAt === 'string'
      ? { pid, startedAt }
      : undefined
  } catch {
    return undefined
  }
}

async function isAlive(holder: Holder): Promise<boolean> {
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  return (await startOf(holder.pid)) === holder.startedAt
}

/**
 * When a process started, in whatever form the system tells it; only ever compared. With the boot
 * id, because after a restart of the machine the same number and the same tick can come again.
 */
async function startOf(pid: number): Promise<string> {
  const stat = await read(`/proc/${pid}/stat`)
  if (stat) {
    // The second field is the program's name in brackets and may hold spaces; count from its end.
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
    const boot = (await read('/proc/sys/kernel/random/boot_id')) ?? ''
    return `${boot.trim()}/${ticks}`
  }
  if (process.platform === 'win32') return 'unknown'
  return promisify(execFile)('ps', ['-o', 'lstart=', '-p', String(pid)]).then(
    ({ stdout }) => stdout.trim(),
    () => 'gone',
  )
}
