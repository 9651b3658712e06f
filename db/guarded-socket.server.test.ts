import { describe, expect, inject, test } from 'vitest'
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
})
