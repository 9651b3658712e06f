import { Socket } from 'node:net'
import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { describe, expect, inject, test, vi } from 'vitest'
import { chanceOf, startFaultProxy } from '#tests/helpers/fault-proxy.ts'
import { createDatabase, databaseUrl } from '#tests/helpers/migrate-once.ts'
import { openDatabase } from './open-database.server.ts'

describe.skipIf(inject('postgres') === undefined)('a connection that is cut off', () => {
  test('in the middle of a transaction fails it, and the next one works', async () => {
    const { url = '', template = '' } = inject('postgres') ?? {}
    // Nobody may be in the template while others copy it; dropped with the others of this run.
    const name = `${template}_guard`
    await createDatabase(url, name, template)
    const database = await openDatabase({
      databaseUrl: databaseUrl(url, name),
      dataDir: '',
    })
    try {
      const cutOff = database.transaction(async (query) => {
        await query('select pg_terminate_backend(pg_backend_pid())')
      })
      await expect(cutOff).rejects.toThrow()
      const [row] = await database.transaction((query) => query('select 1 as one'))
      expect(row).toEqual({ one: 1 })
    } finally {
      await database.close()
    }
  })

  test('[L39] in the turn in which it took a statement fails that, and the next one works at once', async () => {
    const { url = '', template = '' } = inject('postgres') ?? {}
    const name = `${template}_turn`
    await createDatabase(url, name, template)
    const database = await openDatabase({ databaseUrl: databaseUrl(url, name), dataDir: '' })
    const admin = postgres(url, { max: 1 })
    try {
      const [mine] = await database.query<{ pid: number }>('select pg_backend_pid() as pid')
      const { emit } = Socket.prototype
      let asked: Promise<unknown> | null = null
      // The socket says at once that it is dead, and goes 100 ms later. What is asked right before
      // that is taken by a connection that is no more.
      vi.spyOn(Socket.prototype, 'emit').mockImplementation(function (this: Socket, ...args) {
        const [event, error] = args as unknown as [string, { code?: string } | undefined]
        if (event === 'error' && error?.code === 'CONNECTION_CLOSED' && asked === null) {
          asked = new Promise((resolve) =>
            setTimeout(() => void database.query('select 2').then(resolve, resolve), 100),
          )
        }
        return emit.apply(this, args)
      })
      await admin`select pg_terminate_backend(${mine?.pid ?? 0})`
      await vi.waitFor(() => expect(asked).not.toBeNull())
      await expect(asked).resolves.toMatchObject({ code: 'CONNECTION_CLOSED' })
      vi.restoreAllMocks()

      const started = performance.now()
      // So many at once that every connection there may be is asked, that one too.
      const all = Array.from({ length: 8 }, () => database.query('select pg_sleep(0.2)'))
      await Promise.all(all)
      expect(performance.now() - started).toBeLessThan(2500)
    } finally {
      vi.restoreAllMocks()
      await admin.end()
      await database.close()
    }
  })

  test('[L45] that nobody hears from any more is given up, by those who wait for a vote and by all others', async () => {
    const { url = '', template = '' } = inject('postgres') ?? {}
    const name = `${template}_unheard_of`
    await createDatabase(url, name, template)
    const proxy = await startFaultProxy(Number(new URL(url).port || 5432), chanceOf(45))
    const through = new URL(databaseUrl(url, name))
    through.port = String(proxy.port)
    const database = await openDatabase({ databaseUrl: through.href, dataDir: '' })
    const { db, query } = database
    try {
      // As a network does whose other end was taken over: all lines are open and dead.
      await Promise.all([query('select 1'), db.execute(sql`select 1`)])
      proxy.abandon()
      const began = performance.now()
      const after = (asked: Promise<unknown>) =>
        asked.then(
          () => Number.NaN,
          () => performance.now() - began,
        )
      const [vote, page] = await Promise.all([
        after(query('select 2')),
        after(db.transaction((tx) => tx.execute(sql`select 2`))),
      ])
      expect(vote).toBeLessThan(8000)
      expect(page).toBeLessThan(40_000)
      expect(await db.execute(sql`select 3 as n`)).toMatchObject([{ n: 3 }])
      expect(await query('select 3 as n')).toEqual([{ n: 3 }])
    } finally {
      await proxy.close()
      await database.close()
    }
  }, 60_000)

  test('[L39] at any byte of its greeting fails what was asked, and the next is answered', async () => {
    const { url = '', template = '' } = inject('postgres') ?? {}
    const name = `${template}_greeting`
    await createDatabase(url, name, template)
    const proxy = await startFaultProxy(Number(new URL(url).port || 5432), chanceOf(39))
    const through = new URL(databaseUrl(url, name))
    through.port = String(proxy.port)
    const database = await openDatabase({ databaseUrl: through.href, dataDir: '' })
    try {
      for (let limitBytes = 1100; limitBytes < 2400; limitBytes += 50) {
        proxy.cut(1)
        proxy.poison({ limitBytes })
        // Whether it gets through or not, the process goes on: an error that nobody holds ends this run.
        await Promise.allSettled([
          database.query('select 1'),
          database.transaction((query) => query('select 2')),
        ])
      }
      proxy.poison({})
      proxy.cut(1)
      await vi.waitFor(async () =>
        expect(await database.query('select 3 as n')).toEqual([{ n: 3 }]),
      )
    } finally {
      await database.close()
      await proxy.close()
    }
  })
})
