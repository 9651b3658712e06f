import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, inject, test as base } from 'vitest'
import { replay } from '#app/domain/meetings/evolve.ts'
import { readConfig } from '#app/runtime/env.server.ts'
import { startServices } from '#app/runtime/start-services.server.ts'
import { verifyLog } from '#app/services/meetings/verify-log.server.ts'
import { castVote } from '#app/services/voting/cast-vote.server.ts'
import { backUp, restore } from '#db/back-up.server.ts'
import { ballots, openVotes } from '#db/schema/ballots.ts'
import { CHAIR, DECIDE, MEETING, openMeeting, seat } from '#tests/helpers/meeting-setting.ts'
import { createDatabase, databaseUrl } from '#tests/helpers/migrate-once.ts'

const test = base.extend<{ folder: string }>({
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'council-backup-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true })
  },
})

const postgres = inject('postgres')
const hasPrograms = spawnSync('pg_dump', ['--version']).status === 0
if (!postgres || !hasPrograms) {
  process.stdout.write(
    `Left out, backup of PostgreSQL: ${postgres ? 'pg_dump is not installed' : 'TEST_DATABASE_URL names none'}\n`,
  )
}

const settingsFor = (databaseUrl: string, dataDir: string) =>
  readConfig({
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    SESSION_SECRET: 'a secret for tests that is long enough',
    LOG_LEVEL: 'silent',
  })
type Config = ReturnType<typeof settingsFor>

/** A ballot that was closed, as it stands in the database. */
async function voteIn(
  config: Config,
  { secrecy, close }: { secrecy: 'open' | 'secret'; close: boolean } = {
    secrecy: 'open',
    close: true,
  },
) {
  const services = await startServices(config)
  const room = await openMeeting(services)
  const ballotId = await room.openBallot(DECIDE, secrecy)
  for (const [index, choice] of (['yes', 'yes', 'no'] as const).entries()) {
    const viewer = seat(`residents-${index + 1}`)
    const key = `a-key-of-${index}`
    await castVote(services, viewer, {
      meetingId: MEETING,
      ballotId,
      choice,
      key,
      origin: 'phone',
    })
  }
  if (close) await room.must(CHAIR, { type: 'close-ballot', ballotId })
  await services.close()
}

/** The files of a tar archive: a header of 512 bytes each, and contents filled up to blocks of that. */
function* filesOf(archive: Buffer) {
  const text = (at: number, length: number) =>
    archive.toString('latin1', at, at + length).replace(/\0.*$/s, '')
  for (let at = 0; archive[at];) {
    const size = Number.parseInt(text(at + 124, 12), 8)
    const content = archive.subarray(at + 512, at + 512 + size)
    yield { name: `${text(at + 345, 155)}/${text(at, 100)}`, content }
    at += 512 * (1 + Math.ceil(size / 512))
  }
}

/** Everything a recount needs, and what it comes to. */
async function recounted(config: Config) {
  const services = await startServices(config)
  try {
    const log = await services.logs.load(services.db, MEETING)
    const [ballot] = await services.db.select().from(ballots)
    const votes = await services.db.select().from(openVotes).orderBy(openVotes.electorId)
    const folded = log && replay(log.events, null)
    expect(folded).toEqual(log?.state)
    expect(await verifyLog(services.db, MEETING)).toMatchObject({ sound: true })
    return { hash: log?.hash, verdict: ballot?.verdict, votes }
  } finally {
    await services.close()
  }
}

async function roundTrip(from: Config, to: Config, file: string) {
  await voteIn(from)
  const before = await recounted(from)
  expect(before.votes).toHaveLength(3)
  await backUp(from, file)
  await expect(backUp(from, file)).rejects.toThrow('is there already')

  await restore(to, file, { force: false })
  expect(await recounted(to)).toEqual(before)
  await expect(restore(to, file, { force: false })).rejects.toThrow('is not empty; --force')
  await restore(to, file, { force: true })
  expect(await recounted(to)).toEqual(before)

  // What is no backup costs nothing, force or not.
  const other = `${file}.other`
  await writeFile(other, 'no archive')
  await expect(restore(to, other, { force: true })).rejects.toMatchObject({ code: 'backup' })
  expect(await recounted(to)).toEqual(before)
}

describe('[N9] a backup that is restored elsewhere recounts to the same', () => {
  test('PGlite', async ({ folder }) => {
    const [from, to] = ['from', 'to'].map((name) => settingsFor('', join(folder, name)))
    await roundTrip(from!, to!, join(folder, 'backup'))
  }, 240_000)

  test('[L18] PGlite: of an open secret ballot the archive tells no more than the rows', async ({
    folder,
  }) => {
    const config = settingsFor('', join(folder, 'secret'))
    await voteIn(config, { secrecy: 'secret', close: false })
    const file = join(folder, 'backup')
    await backUp(config, file)
    const files = [...filesOf(gunzipSync(await readFile(file)))]
    const holding = (text: string) =>
      files.filter(({ content }) => content.includes(text)).map(({ name }) => name)
    // The rows are there, so the search would find them; what was written when is not.
    expect(holding('a-key-of-1')).not.toEqual([])
    expect(holding('a-key-of-1').filter((name) => name.includes('pg_wal'))).toEqual([])
    expect(files.some(({ name }) => name.includes('pg_wal/0'))).toBe(true)
  }, 120_000)

  test('PGlite is not copied while a server has it open', async ({ folder }) => {
    const config = settingsFor('', join(folder, 'open'))
    const services = await startServices(config)
    try {
      await expect(backUp(config, join(folder, 'backup'))).rejects.toMatchObject({
        code: 'data-dir-locked',
      })
    } finally {
      await services.close()
    }
  }, 120_000)

  test.skipIf(!postgres || !hasPrograms)(
    'PostgreSQL',
    async ({ folder }) => {
      if (!postgres) return
      const [from, to] = ['from', 'to'].map((name) => `${postgres.template}_backup_${name}`)
      await createDatabase(postgres.url, from!, postgres.template)
      await createDatabase(postgres.url, to!)
      await roundTrip(
        settingsFor(databaseUrl(postgres.url, from!), folder),
        settingsFor(databaseUrl(postgres.url, to!), folder),
        join(folder, 'backup'),
      )
    },
    240_000,
  )
})
