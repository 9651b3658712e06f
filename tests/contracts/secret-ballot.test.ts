import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getTableName, is, sql } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import { describe, expect, inject, test as base } from 'vitest'
import type { BallotId, SeatId } from '#app/domain/shared/ids.ts'
import type { BallotQuestion } from '#app/domain/voting/ballot-question.ts'
import type { Choice } from '#app/domain/voting/ballot.ts'
import { readConfig } from '#app/runtime/env.server.ts'
import { createLog } from '#app/runtime/log.server.ts'
import type { Services } from '#app/runtime/services.server.ts'
import { castAssistedVote } from '#app/services/voting/cast-assisted-vote.server.ts'
import { countBallot } from '#app/services/voting/count-ballot.server.ts'
import { backUp, restore } from '#db/back-up.server.ts'
import type { OpenDatabase } from '#db/database.ts'
import { openDatabase } from '#db/open-database.server.ts'
import { ballotElectors, ballots } from '#db/schema/ballots.ts'
import { schema } from '#db/schema.ts'
import { openPage, seatCookie, serveLive } from '#tests/helpers/live-server.ts'
import {
  CHAIR,
  CONVENER,
  DECIDE,
  MEETING,
  openMeeting,
} from '#tests/helpers/meeting-setting.ts'
import { createDatabase, databaseUrl } from '#tests/helpers/migrate-once.ts'
import { describeEachDatabase, emptyDatabase } from '#tests/helpers/test-database.ts'
import { createTestServices, type TestClock } from '#tests/helpers/test-services.ts'

const RESIDENTS = 12
const CHOICES: readonly Choice[] = [
  ...(['yes', 'yes', 'yes', 'yes', 'yes', 'yes'] as const),
  ...(['no', 'no', 'no', 'no', 'abstain', 'abstain'] as const),
]
const EXCHANGED = CHOICES.toReversed()

const TABLES = Object.values(schema)
  .filter((entry) => is(entry, PgTable))
  .map((table) => getTableName(table))

/** Every row of a table with all its columns, in the order they lie in, and which write made it. */
type Row = Record<string, unknown>
async function rowsOf({ query }: Pick<OpenDatabase, 'query'>, table: string): Promise<Row[]> {
  return query(`select *, xmin::text as written_by from "${table}" order by ctid`)
}

/** The same from a seed, and long before it repeats itself. */
function seeded(): (size: number) => Uint8Array {
  let draws = 0
  return (size) => {
    const bytes: number[] = []
    while (bytes.length < size) {
      bytes.push(
        ...createHash('sha256')
          .update(`draw ${String((draws += 1))}`)
          .digest(),
      )
    }
    return Uint8Array.from(bytes.slice(0, size))
  }
}

/**
 * An evening with a secret ballot: eleven vote on their phones, somebody tries twice, somebody is
 * helped. Gives all that is left of it: each table as it lies, and each line of the log.
 */
async function evening(
  database: OpenDatabase,
  clock: TestClock,
  choices: readonly Choice[],
): Promise<{ tables: Record<string, Row[]>; lines: unknown[]; meeting: string }> {
  await emptyDatabase(database)
  clock.set('2026-11-26T11:30:00Z')
  const lines: unknown[] = []
  const log = createLog('trace', {
    write: (line) => {
      // What a line says of its own moment and request is the same in no two evenings.
      const { time, requestId, ...said } = JSON.parse(line) as Row
      expect([time, requestId]).not.toContain(undefined)
      lines.push(said)
    },
  })
  const services = createTestServices(database, clock, { log, randomBytes: seeded() })
  const room = await openMeeting(services, { residents: RESIDENTS })
  const ballotId = await room.openBallot(DECIDE, 'secret')
  const live = await serveLive(services)
  try {
    for (const [index, choice] of choices.slice(0, -1).entries()) {
      clock.advance(1000)
      const cookie = await seatCookie(live.sessions, `residents-${index + 1}`)
      const page = await openPage(live.port, { cookie })
      const cast = (key: string) =>
        page.ask('ballot:cast', { meetingId: MEETING, ballotId, choice, key })
      expect(await cast(`a-key-of-${index}`)).toMatchObject({ ok: true })
      if (index === 3) expect(await cast('another-key')).toMatchObject({ ok: false })
      page.close()
    }
    clock.advance(1000)
    const last = choices.at(-1) ?? 'yes'
    const helped = await castAssistedVote(services, CONVENER, {
      meetingId: MEETING,
      ballotId,
      seatId: `${MEETING}-residents-${RESIDENTS}` as SeatId,
      choice: last,
      key: 'a-key-of-the-last',
      witness: '王秀英',
    })
    expect(helped.ok).toBe(true)
    clock.advance(1000)
    await room.must(CHAIR, { type: 'close-ballot', ballotId })
  } finally {
    await live.close()
  }
  const tables: Record<string, Row[]> = {}
  for (const table of TABLES) tables[table] = await rowsOf(database, table)
  return { tables, lines, meeting: JSON.stringify(await room.log()) }
}

/** Everything that is not a paper, without the numbers the database gives its writes. */
function asideFromPapers({ tables }: { tables: Record<string, Row[]> }): Record<string, Row[]> {
  return Object.fromEntries(
    Object.entries(tables)
      .filter(([name]) => name !== 'secret_paper')
      .map(([name, rows]) => [name, rows.map(({ written_by: _, ...row }) => row)]),
  )
}

describeEachDatabase('a secret ballot', (test) => {
  test('[L18] the same evening with the choices exchanged leaves the same database and the same log, but for the papers', async ({
    database,
    clock,
  }) => {
    const one = await evening(database, clock, CHOICES)
    const other = await evening(database, clock, EXCHANGED)
    expect(one.tables['secret_turnout']).toHaveLength(RESIDENTS)
    expect(asideFromPapers(other)).toEqual(asideFromPapers(one))
    expect(other.meeting).toBe(one.meeting)
    expect(one.lines).toContainEqual(expect.objectContaining({ refusal: 'already-voted' }))
    expect(other.lines).toEqual(one.lines)
    // In what is the same, nobody's choice can be. What is left to be looked at are the papers.
    for (const { tables } of [one, other]) {
      const papers = tables['secret_paper'] ?? []
      expect(papers.map(({ choice }) => choice).toSorted()).toEqual(CHOICES.toSorted())
      for (const paper of papers) {
        expect(Object.keys(paper)).toEqual(['ballot_id', 'paper_id', 'choice', 'written_by'])
      }
    }
  })

  test('[L18] a paper shares no name and no write with anything else', async ({
    database,
    clock,
  }) => {
    const { tables, lines, meeting } = await evening(database, clock, CHOICES)
    const papers = tables['secret_paper'] ?? []
    // The one write that closed the ballot made them all, and nobody's turnout.
    expect(new Set(papers.map(({ written_by }) => written_by)).size).toBe(1)
    const turnout = new Set((tables['secret_turnout'] ?? []).map((row) => row['written_by']))
    expect(turnout.has(papers[0]?.['written_by'])).toBe(false)
    const rest = JSON.stringify([asideFromPapers({ tables }), lines, meeting])
    for (const { paper_id } of papers) expect(rest).not.toContain(String(paper_id))
  })

  test('[L18] one that is void before it closed leaves no paper with its voter either', async ({
    services,
    database,
  }) => {
    const room = await openMeeting(services, { residents: RESIDENTS })
    const ballotId = await room.openBallot(DECIDE, 'secret')
    for (const [index, choice] of CHOICES.entries()) {
      const electorId = `${MEETING}-residents-${index + 1}`
      const cast = await services.votes.cast({
        ...{ ballotId, electorId, choice, key: `a-key-of-${index}` },
        ...{ origin: 'phone', secrecy: 'secret' },
      })
      expect(cast.ok).toBe(true)
    }
    await room.must(CHAIR, { type: 'void-ballot', ballotId, reason: '题目写错了' })
    const writes = async (table: string) =>
      new Set((await rowsOf(database, table)).map(({ written_by }) => written_by))
    const papers = await writes('secret_paper')
    expect(papers.size).toBe(1)
    const turnout = await writes('secret_turnout')
    expect([...papers].filter((write) => turnout.has(write))).toEqual([])
  })

  test('[L18] papers lie in no order that has to do with who voted when', async ({
    database,
    clock,
  }) => {
    const services = createTestServices(database, clock, { randomBytes: cryptoBytes })
    const ids = await holdMany(services)
    for (const id of ids) {
      await services.db.transaction(async (tx) => {
        const [ballot] = await tx
          .update(ballots)
          .set({ state: 'closed', closedAt: clock.now() })
          .where(sql`${ballots.id} = ${id}`)
          .returning()
        if (!ballot) throw new Error(`No ballot ${id}`)
        await countBallot(tx, services, ballot, [])
      })
    }
    await expectNoOrder(database)
  })
})

const cryptoBytes = (size: number) => new Uint8Array(randomBytes(size))

const MANY = 60

/** As many answers as voters: in these tests alone, a paper's choice says whose it is. */
const ONE_EACH: BallotQuestion = {
  method: { kind: 'single-choice' },
  options: CHOICES.map((_, index) => ({ number: index + 1, text: `第 ${index + 1} 个` })),
}

/** Sixty open secret ballots, in each of which elector n chooses n: one after the other, or all at once. */
async function holdMany(services: Services): Promise<BallotId[]> {
  const ids = Array.from({ length: MANY }, (_, index) => `ballot-${index}` as BallotId)
  for (const [index, id] of ids.entries()) {
    await services.db.insert(ballots).values({
      id,
      communityId: 'riverside',
      title: '试票',
      question: ONE_EACH,
      rule: {
        id: 'deliberation',
        measures: ['heads'],
        quorum: null,
        pass: { of: 'participating', share: [1, 2], strict: true },
      },
      secrecy: 'secret',
      changeable: false,
      state: 'open',
      openedAt: services.now(),
    })
    const electors = CHOICES.map((_, each) => `elector-${String(each + 1).padStart(2, '0')}`)
    await services.db
      .insert(ballotElectors)
      .values(electors.map((electorId) => ({ ballotId: id, electorId })))
    const cast = (electorId: string, each: number) =>
      services.votes.cast({
        ...{ ballotId: id, electorId, choice: String(each + 1) },
        ...{ key: `key-${electorId}`, origin: 'phone' as const, secrecy: 'secret' as const },
      })
    if (index % 2 === 0) await Promise.all(electors.map(cast))
    else for (const [each, electorId] of electors.entries()) await cast(electorId, each)
  }
  return ids
}

/**
 * That neither the place of a paper nor the order of the names says who came when: over sixty
 * ballots of twelve the mean of Spearman's rank correlation is within five standard deviations (of
 * 1/√11/√60) of nothing.
 */
async function expectNoOrder(database: Pick<OpenDatabase, 'query'>): Promise<void> {
  for (const order of ['ctid', 'paper_id']) {
    const rows = await database.query<{ ballot_id: string; choice: string }>(
      `select ballot_id, choice from secret_paper order by ballot_id, ${order}`,
    )
    expect(rows).toHaveLength(MANY * RESIDENTS)
    const sums = new Map<string, number[]>()
    for (const { ballot_id, choice } of rows) {
      sums.set(ballot_id, [...(sums.get(ballot_id) ?? []), Number(choice)])
    }
    const all = [...sums.values()].map(rankCorrelation)
    expect(Math.abs(all.reduce((sum, each) => sum + each, 0) / MANY), order).toBeLessThan(0.2)
  }
}

/** Spearman's, of the ranks 1 to n in the order given. */
function rankCorrelation(ranks: readonly number[]): number {
  const n = ranks.length
  const apart = ranks.reduce((sum, rank, index) => sum + (rank - index - 1) ** 2, 0)
  return 1 - (6 * apart) / (n * (n * n - 1))
}

const postgres = inject('postgres')
const hasPrograms = spawnSync('pg_dump', ['--version']).status === 0

describe('[L18] a backup that is made while a secret ballot is open', () => {
  const test = base.extend<{ folder: string }>({
    folder: async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'council-secret-'))
      await use(folder)
      await rm(folder, { recursive: true, force: true })
    },
  })
  const config = (url: string, dataDir: string) =>
    readConfig({ DATABASE_URL: url, DATA_DIR: dataDir, SESSION_SECRET: 's'.repeat(32) })

  async function backedUp(from: ReturnType<typeof config>, to: ReturnType<typeof config>) {
    const open = await openDatabase(from)
    const clock = { now: () => new Date('2026-11-26T11:30:00Z') }
    await holdMany(createTestServices(open, clock, { randomBytes: cryptoBytes }))
    await open.close()
    const file = join(from.dataDir, 'backup')
    await backUp(from, file)
    await restore(to, file, { force: false })
    const restored = await openDatabase(to)
    try {
      await expectNoOrder(restored)
      const writes = async (table: string) =>
        new Set((await rowsOf(restored, table)).map(({ written_by }) => written_by))
      const papers = await writes('secret_paper')
      expect(papers.size).toBe(1)
      const turnout = await writes('secret_turnout')
      // A dump gives all rows of all tables one write each; a copy of the files keeps their own.
      if (turnout.size > 1)
        expect([...papers].filter((write) => turnout.has(write))).toEqual([])
    } finally {
      await restored.close()
    }
  }

  test('PGlite', async ({ folder }) => {
    const [from, to] = ['from', 'to'].map((name) => config('', join(folder, name)))
    await backedUp(from!, to!)
  }, 240_000)

  test.skipIf(!postgres || !hasPrograms)(
    'PostgreSQL',
    async ({ folder }) => {
      if (!postgres) return
      const [from, to] = ['from', 'to'].map((name) => `${postgres.template}_secret_${name}`)
      await createDatabase(postgres.url, from!, postgres.template)
      await createDatabase(postgres.url, to!)
      await backedUp(
        config(databaseUrl(postgres.url, from!), folder),
        config(databaseUrl(postgres.url, to!), folder),
      )
    },
    240_000,
  )
})
