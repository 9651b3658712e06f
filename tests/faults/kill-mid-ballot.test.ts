import { fork, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, inject, test } from 'vitest'
import { replay } from '#app/domain/meetings/evolve.ts'
import { CHOICES } from '#app/domain/voting/ballot.ts'
import type { VoteReceipt } from '#app/live/contract.ts'
import { readConfig } from '#app/runtime/env.server.ts'
import { startServices } from '#app/runtime/start-services.server.ts'
import { verifyLog } from '#app/services/meetings/verify-log.server.ts'
import { openVotes } from '#db/schema/ballots.ts'
import {
  chairCookie,
  openPage,
  seatCookie,
  sessionsOf,
  type Page,
} from '#tests/helpers/live-server.ts'
import { DECIDE, MEETING, openMeeting, seatId } from '#tests/helpers/meeting-setting.ts'
import { createDatabase, databaseUrl } from '#tests/helpers/migrate-once.ts'

const VOTERS = 60
const KILLS = 3
type Settings = Record<string, string>

/** Starts the server, and hands back what kills it as the kernel would: without a word. */
async function startProcess(settings: Settings): Promise<{ kill: () => Promise<void> }> {
  const child: ChildProcess = fork(fileURLToPath(new URL('live-process.ts', import.meta.url)), {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve())
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}`)))
  })
  return {
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('No port')
  return address.port
}

/** A phone that votes once, with one key, until it is told that it has; it opens the page again when it must. */
async function voteUntilAnswered(
  port: number,
  cookie: string,
  vote: { ballotId: string; choice: 'yes' | 'no' | 'abstain'; key: string },
): Promise<{ receipt: VoteReceipt; tries: number }> {
  for (let tries = 1; ; tries += 1) {
    let page: Page | null = null
    try {
      page = await openPage(port, { cookie })
      await page.join()
      const reply = await page.ask('ballot:cast', { meetingId: MEETING, ...vote })
      if (reply.ok) return { receipt: reply.value, tries }
      if (!AGAIN.has(reply.refusal.code)) throw new Unfit(reply.refusal.code)
    } catch (error) {
      // Cut off, refused or not there: the phone does what phones do.
      if (error instanceof Unfit) throw error
    } finally {
      page?.close()
    }
    // As phones do, so that the server that starts again has the machine to itself meanwhile.
    await wait(100)
  }
}

class Unfit extends Error {}

/** With these a phone sends the same vote with the same key again. */
const AGAIN: ReadonlySet<string> = new Set(['busy', 'not-recorded', 'vote-unconfirmed'])

async function ballotUnderFire(settings: Settings): Promise<void> {
  const config = readConfig(settings)
  const before = await startServices(config)
  const room = await openMeeting(before, { residents: VOTERS })
  const ballotId = await room.openBallot(DECIDE, 'open')
  const sessions = sessionsOf(before)
  const cookies = await Promise.all(
    Array.from({ length: VOTERS }, (_, index) =>
      seatCookie(sessions, `residents-${index + 1}`),
    ),
  )
  const chair = await chairCookie(before, sessions)
  await before.close()

  let server = await startProcess(settings)
  const watching = await openPage(config.port, { cookie: cookies[0]! })
  const known = await watching.join()
  watching.close()

  let answered = 0
  const votes = cookies.map(async (cookie, index) => {
    const vote = {
      ballotId,
      choice: CHOICES[index % 3] ?? 'abstain',
      key: `kept-until-answered-${index}`,
    } as const
    const done = await voteUntilAnswered(config.port, cookie, vote)
    answered += 1
    return { vote, ...done, seat: seatId(`residents-${index + 1}`) }
  })
  const all = Promise.all(votes)
  // Each kill falls when some have their answer and others wait for theirs.
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const enough = Math.floor((kill * VOTERS) / (KILLS + 2))
    // A vote that was refused for good ends the wait, and says with what.
    while (answered < enough) await Promise.race([all, wait(5)])
    await server.kill()
    server = await startProcess(settings)
  }
  const cast = await all

  // After the last restart: the chair closes, and whoever watched catches up from where they were.
  const console_ = await openPage(config.port, { cookie: chair, face: 'staff' })
  await console_.join()
  const closed = await console_.ask('meeting:command', {
    meetingId: MEETING,
    key: 'close-the-ballot',
    command: { type: 'close-ballot', ballotId },
  })
  expect(closed).toMatchObject({ ok: true })
  console_.close()
  const back = await openPage(config.port, { cookie: cookies[0]! })
  const missed = await back.join(known.seq)
  back.close()
  await server.kill()

  const after = await startServices(config)
  try {
    const rows = await after.db.select().from(openVotes)
    expect(rows).toHaveLength(VOTERS)
    const byElector = new Map(rows.map((row) => [row.electorId, row]))
    for (const { vote, receipt, seat } of cast) {
      expect(byElector.get(seat)).toMatchObject({
        key: vote.key,
        choice: vote.choice,
        receipt: receipt.receipt,
        version: 1,
      })
    }
    const log = await after.logs.load(after.db, MEETING)
    expect(log?.state.ballot?.verdict?.counts.heads).toMatchObject({
      participating: String(VOTERS),
      yes: String(VOTERS / 3),
      no: String(VOTERS / 3),
    })
    expect(replay(missed.events, known.snapshot)).toEqual(log?.stateFor('seats'))
    expect(await verifyLog(after.db, MEETING)).toMatchObject({ sound: true })
  } finally {
    await after.close()
  }
}

describe('[L26] the server is killed in the middle of a ballot, three times', () => {
  const settings = async (): Promise<Settings> => ({
    PORT: String(await freePort()),
    SESSION_SECRET: 'a secret for tests that is long enough',
    DEMO: 'off',
    LOG_LEVEL: 'silent',
    DATABASE_URL: '',
  })

  test('PGlite: no vote that was answered is lost, none counts twice', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'council-kill-'))
    try {
      await ballotUnderFire({ ...(await settings()), DATA_DIR: dataDir })
    } finally {
      await rm(dataDir, { recursive: true, force: true })
    }
  }, 180_000)

  test.skipIf(inject('postgres') === undefined)(
    'PostgreSQL: no vote that was answered is lost, none counts twice',
    async () => {
      const server = inject('postgres')
      if (!server) throw new Error('TEST_DATABASE_URL names no PostgreSQL')
      // Dropped with the others of this run: the name begins like theirs.
      const name = `${server.template}_kill`
      await createDatabase(server.url, name, server.template)
      await ballotUnderFire({
        ...(await settings()),
        DATABASE_URL: databaseUrl(server.url, name),
      })
    },
    180_000,
  )
})
