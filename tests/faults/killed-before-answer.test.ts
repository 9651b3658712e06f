import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import type { Choice } from '#app/domain/voting/ballot.ts'
import { readConfig } from '#app/runtime/env.server.ts'
import { startServices } from '#app/runtime/start-services.server.ts'
import { openVotes, secretPapers, secretTurnout } from '#db/schema/ballots.ts'
import { freePort } from '#tests/helpers/app-process.ts'
import { openPage, seatCookie, sessionsOf } from '#tests/helpers/live-server.ts'
import { DECIDE, MEETING, openMeeting } from '#tests/helpers/meeting-setting.ts'
import { createDatabase, databaseUrl } from '#tests/helpers/migrate-once.ts'
import { startServerProcess } from './server-process.ts'

/** One vote that is committed and whose answer nobody ever hears; then the server starts again. */
async function voteUnheard(settings: Record<string, string>, secrecy: 'open' | 'secret') {
  const config = readConfig(settings)
  const before = await startServices(config)
  const room = await openMeeting(before)
  const ballotId = await room.openBallot(DECIDE, secrecy)
  const cookie = await seatCookie(sessionsOf(before), 'residents-1')
  await before.close()

  const cast = async (key: string, choice: Choice) => {
    const page = await openPage(config.port, { cookie })
    try {
      await page.join()
      return await page.ask('ballot:cast', { meetingId: MEETING, ballotId, choice, key })
    } finally {
      page.close()
    }
  }
  const dying = await startServerProcess(settings)
  dying.tell('die-before-answer')
  await expect(cast('the-unheard-key', 'yes')).rejects.toThrow()
  await dying.ended
  const server = await startServerProcess(settings)
  const answers = {
    again: await cast('the-unheard-key', 'yes'),
    otherChoice: await cast('the-unheard-key', 'no'),
    otherKey: await cast('another-key', 'no'),
  }
  await server.kill()

  const after = await startServices(config)
  const rows = await after.db.select().from(secrecy === 'open' ? openVotes : secretTurnout)
  const papers = await after.db.select().from(secretPapers)
  await after.close()
  return { ...answers, rows, papers }
}

async function expectFound(settings: Record<string, string>, secrecy: 'open' | 'secret') {
  const { again, otherChoice, otherKey, rows, papers } = await voteUnheard(settings, secrecy)
  const choice = secrecy === 'open' ? 'yes' : null
  const stands = {
    choice,
    version: 1,
    receipt: expect.stringMatching(/^\w{4}-\w{2}$/) as string,
  }
  expect(again).toMatchObject({ ok: true, value: { ...stands, repeated: true } })
  // The same key is the same vote, whatever it says now.
  expect(otherChoice).toEqual(again)
  expect(rows).toHaveLength(1)
  if (secrecy === 'secret') {
    expect(rows[0]).toMatchObject({ receipt: again.ok && again.value.receipt })
    expect(papers.map((paper) => paper.choice)).toEqual(['yes'])
    expect(otherKey).toMatchObject({ ok: false, refusal: { code: 'already-voted' } })
  } else {
    expect(otherKey).toMatchObject({ ok: true, value: { choice: 'no', version: 2 } })
    expect(rows[0]).toMatchObject({
      choice: 'no',
      version: 2,
      earlierKeys: ['the-unheard-key'],
    })
  }
}

describe('[L15] the server dies between the commit of a vote and its answer', () => {
  const settings = async (): Promise<Record<string, string>> => ({
    PORT: String(await freePort()),
    SESSION_SECRET: 'a secret for tests that is long enough',
    DEMO: 'off',
    LOG_LEVEL: 'silent',
    DATABASE_URL: '',
  })

  test.each(['open', 'secret'] as const)(
    'PGlite, %s: the one that starts next finds the vote by its key',
    async (secrecy) => {
      const dataDir = await mkdtemp(join(tmpdir(), 'council-unheard-'))
      try {
        await expectFound({ ...(await settings()), DATA_DIR: dataDir }, secrecy)
      } finally {
        await rm(dataDir, { recursive: true, force: true })
      }
    },
    120_000,
  )

  test.skipIf(inject('postgres') === undefined).each(['open', 'secret'] as const)(
    'PostgreSQL, %s: the one that starts next finds the vote by its key',
    async (secrecy) => {
      const server = inject('postgres')
      if (!server) throw new Error('TEST_DATABASE_URL names no PostgreSQL')
      const name = `${server.template}_unheard_${secrecy}`
      await createDatabase(server.url, name, server.template)
      const url = databaseUrl(server.url, name)
      await expectFound({ ...(await settings()), DATABASE_URL: url }, secrecy)
    },
    120_000,
  )
})
