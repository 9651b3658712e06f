import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { cpus, release, totalmem } from 'node:os'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** What figures were taken on, in one line. */
export function describeMachine(): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor'
  const memory = Math.round(totalmem() / 1024 ** 3)
  return `${cpus().length} × ${model}, ${memory} GB, Linux ${release()}, Node ${process.version}`
}

/** Server and phones each on a core of their own, where there are two and `taskset` is there. */
export function pinnedTo(cpu: 0 | 1): string[] {
  return cpus().length > 1 && existsSync('/usr/bin/taskset') ? ['taskset', '-c', `${cpu}`] : []
}

/** Share of the machine's time, in percent, that went neither to the benchmark nor to idling. */
export type Noise = { steal: number; foreign: number }

/**
 * Measures what others took from the machine until the returned function is
 * called: the hypervisor (steal), and processes that are not of this benchmark.
 */
export function watchNoise(): () => Noise {
  const before = snapshot()
  return () => {
    const after = snapshot()
    const total = Math.max(1, after.total - before.total)
    const foreign = after.busy - before.busy - (after.own - before.own)
    return {
      steal: ((after.steal - before.steal) / total) * 100,
      foreign: (Math.max(0, foreign) / total) * 100,
    }
  }
}

/** CPU time a process has used, in ms, in steps of the kernel's 10 ms. */
export function cpuMsOf(pid: number): number {
  return (statOf(pid)?.ticks ?? 0) * 10
}

/**
 * How many bytes this process really held at its highest while something was done, beyond what it
 * held before: what is left after a collection, looked at all the time. It takes far longer so.
 */
export async function heldWhile(work: () => Promise<unknown>): Promise<number> {
  const collect = garbageCollector()
  const held = () => {
    collect()
    const { heapUsed, external } = process.memoryUsage()
    return heapUsed + external
  }
  collect()
  const before = held()
  let highest = before
  const look = setInterval(() => (highest = Math.max(highest, held())), LOOK_MS)
  try {
    await work()
  } finally {
    clearInterval(look)
  }
  return Math.max(highest, held()) - before
}

const LOOK_MS = 20

/** Without the flag on the command line, so that a benchmark can be started like any other. */
function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc')
  return runInNewContext('gc') as () => void
}

/** In ticks of 10 ms, over all cores. */
function snapshot() {
  const [line = ''] = readFileSync('/proc/stat', 'utf8').split('\n')
  const [user = 0, nice = 0, system = 0, idle = 0, wait = 0, irq = 0, soft = 0, steal = 0] =
    line.split(/\s+/).slice(1).map(Number)
  const busy = user + nice + system + irq + soft
  return { total: busy + idle + wait + steal, busy, steal, own: ownTicks() }
}

/** This process, what it started, and PostgreSQL, which works for it. */
function ownTicks(): number {
  const processes = execFileSync('ls', ['/proc'], { encoding: 'utf8' })
    .split('\n')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => statOf(Number(name)) ?? [])
  const parents = new Map(processes.map((each) => [each.pid, each.parent]))
  const isOwn = (pid: number | undefined): boolean =>
    pid !== undefined && pid > 1 && (pid === process.pid || isOwn(parents.get(pid)))
  return processes
    .filter((each) => each.name.startsWith('postgres') || isOwn(each.pid))
    .reduce((sum, each) => sum + each.ticks, 0)
}

function statOf(pid: number) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name stands in brackets and may contain anything.
    const end = text.lastIndexOf(')')
    const fields = text.slice(end + 2).split(' ')
    return {
      pid,
      name: text.slice(text.indexOf('(') + 1, end),
      parent: Number(fields[1]),
      ticks: Number(fields[11]) + Number(fields[12]),
    }
  } catch {
    return null
  }
}
