import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test as base } from 'vitest'
import { lockDataDir } from './lock-data-dir.server.ts'

type Said = 'locked' | 'unlocked' | { refused: number }

const test = base.extend<{
  dir: string
  /** Another process that tries to lock `dir`, and what it said. */
  contend: () => Promise<{ process: ChildProcess; said: Said }>
}>({
  dir: async ({}, use) => {
    const dir = await mkdtemp(join(tmpdir(), 'council-lock-'))
    await use(dir)
    await rm(dir, { recursive: true })
  },
  contend: async ({ dir }, use) => {
    const children: ChildProcess[] = []
    await use(async () => {
      const child = fork('tests/helpers/lock-contender.ts', [dir], {
        execArgv: ['--import', 'tsx'],
      })
      children.push(child)
      const [said] = (await once(child, 'message')) as [Said]
      return { process: child, said }
    })
    for (const child of children) child.kill('SIGKILL')
  },
})

test('a second process is refused, and told which process is in its way', async ({
  dir,
  contend,
}) => {
  const first = await contend()
  expect(first.said).toBe('locked')
  await expect(lockDataDir(dir)).rejects.toThrow(`is in use by process ${first.process.pid}`)
  expect((await contend()).said).toEqual({ refused: first.process.pid })
})

test('a folder that was given back can be taken', async ({ contend }) => {
  const first = await contend()
  first.process.send('unlock')
  await once(first.process, 'message')
  expect((await contend()).said).toBe('locked')
})

test('after kill -9 the next process takes over, and keeps others out', async ({
  dir,
  contend,
}) => {
  const first = await contend()
  first.process.kill('SIGKILL')
  await once(first.process, 'exit')
  const next = await contend()
  expect(next.said).toBe('locked')
  expect((await contend()).said).toEqual({ refused: next.process.pid })
  expect(await readdir(dir)).toEqual(['lock'])
})

test('of many that find a dead lock at once, one gets it', async ({ contend }) => {
  const dead = await contend()
  dead.process.kill('SIGKILL')
  await once(dead.process, 'exit')
  const said = (await Promise.all([contend(), contend(), contend(), contend()])).map(
    (contender) => contender.said,
  )
  expect(said.filter((answer) => answer === 'locked')).toHaveLength(1)
})

test('a number that now belongs to another process does not count as alive', async ({
  dir,
}) => {
  await writeFile(join(dir, 'lock'), JSON.stringify({ pid: process.pid, startedAt: 'earlier' }))
  const unlock = await lockDataDir(dir)
  expect(JSON.parse(await readFile(join(dir, 'lock'), 'utf8'))).not.toMatchObject({
    startedAt: 'earlier',
  })
  await unlock()
  expect(await readdir(dir)).toEqual([])
})

test('a lock that a crash left half written is taken over', async ({ dir }) => {
  await writeFile(join(dir, 'lock'), '{"pid":')
  const unlock = await lockDataDir(dir)
  await unlock()
})

test('the same process cannot open it twice either', async ({ dir }) => {
  const unlock = await lockDataDir(dir)
  await expect(lockDataDir(dir)).rejects.toThrow(`process ${process.pid}`)
  await unlock()
})
