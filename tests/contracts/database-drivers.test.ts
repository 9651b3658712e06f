import { eq, sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { sessions } from '#db/schema/accounts.ts'
import { describeEachDatabase } from '#tests/helpers/test-database.ts'

describeEachDatabase(
  'a database gives the same values, whichever driver carries it',
  (test) => {
    test('drizzle: instants and JSON come back as they went in', async ({ db }) => {
      const row = {
        id: 's1',
        data: {
          seats: { m1: 'seat-1' },
          list: [1, '2', null, true],
          text: '“晚上”',
          quote: '"1"',
        },
        expiresAt: new Date('2026-11-26T11:30:00.123Z'),
      }
      await db.insert(sessions).values(row)
      expect(await db.select().from(sessions)).toEqual([row])
    })

    test('drizzle: a count is a number', async ({ db }) => {
      const [row] = await db.select({ count: sql<number>`count(*)` }).from(sessions)
      expect(row).toEqual({ count: 0 })
    })

    test('drizzle: a transaction that throws leaves nothing', async ({ db }) => {
      const row = { id: 's1', data: {}, expiresAt: new Date('2026-11-26T11:30:00Z') }
      const failed = db.transaction(async (tx) => {
        await tx.insert(sessions).values(row)
        throw new Error('no')
      })
      await expect(failed).rejects.toThrow('no')
      expect(await db.select().from(sessions).where(eq(sessions.id, 's1'))).toEqual([])
    })

    test('raw: one row of every kind', async ({ database }) => {
      const [row] = await database.query(`
      select timestamptz '2026-11-26 19:30:00.5+08' as instant,
             date '2026-11-26' as day,
             42::bigint as small, 9007199254740993::bigint as large, 7::integer as int,
             1.50::numeric as exact, true as yes, null as nothing,
             '{"a":[1,null]}'::jsonb as json, '\\x0102'::bytea as bytes,
             array['a','b'] as texts`)
      expect({ ...row, day: undefined, bytes: [...(row?.['bytes'] as Uint8Array)] }).toEqual({
        instant: new Date('2026-11-26T11:30:00.5Z'),
        day: undefined,
        small: 42,
        large: 9007199254740993n,
        int: 7,
        exact: '1.50',
        yes: true,
        nothing: null,
        json: { a: [1, null] },
        bytes: [1, 2],
        texts: ['a', 'b'],
      })
    })

    test('raw: parameters of every kind go in', async ({ database }) => {
      const at = new Date('2026-11-26T11:30:00Z')
      const [row] = await database.query(
        `select $1::timestamptz as instant, $2::integer as int, $3::bigint as large, $4::text as text,
              $5::boolean as yes, $6::jsonb as json, $7::text as nothing`,
        [at, 7, 9007199254740993n, '“晚上”', false, { a: [1, null] }, null],
      )
      expect(row).toEqual({
        instant: at,
        int: 7,
        large: 9007199254740993n,
        text: '“晚上”',
        yes: false,
        json: { a: [1, null] },
        nothing: null,
      })
    })

    test('raw: arrays go through unnest, as a batch of votes does', async ({ database }) => {
      const rows = await database.query(
        'select * from unnest($1::text[], $2::integer[], $3::timestamptz[]) as t (id, heads, at)',
        [
          ['a', 'b"c,{}'],
          [1, 2],
          [new Date('2026-11-26T11:30:00Z'), new Date('2026-11-26T11:31:00Z')],
        ],
      )
      expect(rows).toEqual([
        { id: 'a', heads: 1, at: new Date('2026-11-26T11:30:00Z') },
        { id: 'b"c,{}', heads: 2, at: new Date('2026-11-26T11:31:00Z') },
      ])
    })

    test('raw: a transaction gives its value, and one that throws leaves nothing', async ({
      database,
    }) => {
      const insert = `insert into session (id, data, expires_at) values ($1, '{}', now()) returning id`
      const made = await database.transaction(async (query) => query(insert, ['kept']))
      expect(made).toEqual([{ id: 'kept' }])
      const failed = database.transaction(async (query) => {
        await query(insert, ['lost'])
        throw new Error('no')
      })
      await expect(failed).rejects.toThrow('no')
      expect(await database.query('select id from session')).toEqual([{ id: 'kept' }])
    })

    test('an error carries its SQLSTATE', async ({ database }) => {
      const insert = `insert into session (id, data, expires_at) values ('a', '{}', now())`
      await database.query(insert)
      await expect(database.query(insert)).rejects.toMatchObject({ code: '23505' })
    })

    test('says how durable it is: PGlite never calls fsync', async ({ database }) => {
      const durable = database.kind === 'postgres'
      expect(await database.durability()).toEqual({
        fsync: durable,
        synchronousCommit: durable,
      })
    })
  },
)
