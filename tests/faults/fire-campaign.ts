import { randomInt } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import postgres from 'postgres'
import { eq } from 'drizzle-orm'
import { readConfig } from '#app/runtime/env.server.ts'
import { startServices } from '#app/runtime/start-services.server.ts'
import type { Database } from '#db/database.ts'
import { ballots, openVotes, secretPapers, secretTurnout } from '#db/schema/ballots.ts'
import { prepareHall, type PreparedHall } from '#tests/bench/prepare-hall.ts'
import { aSigningKey } from '#tests/helpers/a-signing-key.ts'
import { canStartRedis, startRedis } from '#tests/helpers/app-process.ts'
import {
  chanceOf,
  startFaultProxy,
  type FaultProxy,
  type Toxics,
} from '#tests/helpers/fault-proxy.ts'
import { startOwnPostgres, type OwnPostgres } from './own-postgres.ts'
import { startServerProcess, type ServerProcess } from './server-process.ts'
import { checkHistory, type Attempt, type Final, type Violation } from './vote-history.ts'
import { playRound } from './vote-round.ts'

export type Fault = (typeof POSTGRES_FAULTS)[number] | (typeof PGLITE_FAULTS)[number]

/** What can happen to PostgreSQL, to the line to it, to Redis, and to the two processes that use them. */
export const POSTGRES_FAULTS = [
  'app killed',
  'app killed before it answers',
  'app frozen',
  'database killed',
  'database slow',
  'database cut',
  'database cut in an answer',
  'database silent',
  'database refuses',
  'database ends lines',
  'database full of lines',
  'ballot locked',
  'redis killed',
  'clock jumps',
  'two close at once',
] as const

/** What can happen to the embedded database, which is in the process. */
export const PGLITE_FAULTS = [
  'app killed',
  'app killed before it answers',
  'app frozen',
  'disk full',
  'clock jumps',
  'closed early',
] as const

export type Round = {
  database: 'PostgreSQL' | 'PGlite'
  seed: number
  fault: Fault
  secrecy: 'open' | 'secret'
  history: Attempt[]
  violations: Violation[]
}

export type CampaignSettings = {
  database: 'PostgreSQL' | 'PGlite'
  faults: readonly Fault[]
  /** Ballots; the faults take turns, and every other ballot is secret. */
  rounds: number
  voters: number
  /** The same seed plays the same campaign; a round's own is this one and its number. */
  seed?: number
  /** Five ports that are free. */
  firstPort: number
  env?: Record<string, string>
  onRound?: (round: Omit<Round, 'violations'>) => void
}

const SECRET = 'a secret for tests that is long enough'

/** Ballot after ballot under one fault each; what everybody was told is held against what is there. */
export async function playCampaign(settings: CampaignSettings): Promise<Round[]> {
  const seed = settings.seed ?? randomInt(1_000_000)
  const place =
    settings.database === 'PostgreSQL' ? await onPostgres(settings, seed) : onPglite(settings)
  try {
    const halls = await place.prepare()
    const played: Omit<Round, 'violations'>[] = []
    await place.start()
    for (let number = 0; number < settings.rounds; number += 1) {
      const secrecy = number % 2 ? 'secret' : 'open'
      const hall = halls[secrecy]
      const meeting = hall.meetings[Math.floor(number / 2)]
      const fault = settings.faults[Math.floor(number / 2) % settings.faults.length]
      if (!meeting || !fault) throw new Error('Nothing left to vote on')
      const history = await playRound({
        seed: seed + number,
        hall,
        meeting,
        ports: place.ports(),
        changes: secrecy === 'open',
        closeEarly: fault === 'closed early' || chanceOf(seed + number)() < 0.3,
        fault: (chance) => place.inflict(fault, chance),
      })
      place.heal()
      const round = {
        database: settings.database,
        seed: seed + number,
        fault,
        secrecy,
        history,
      } as const
      settings.onRound?.(round)
      played.push(round)
    }
    const finals = await place.finals(
      played.map((round, number) => ({
        secrecy: round.secrecy,
        ballotId: halls[round.secrecy].meetings[Math.floor(number / 2)]?.ballotId ?? '',
      })),
    )
    return played.map((round, number) => {
      const final = finals[number]
      if (!final) throw new Error('A ballot was not counted')
      return { ...round, violations: checkHistory(round.history, final) }
    })
  } finally {
    await place.stop()
  }
}

type Halls = Record<'open' | 'secret', PreparedHall>
type Counted = { secrecy: 'open' | 'secret'; ballotId: string }
type Place = {
  prepare: () => Promise<Halls>
  start: () => Promise<void>
  ports: () => number[]
  inflict: (fault: Fault, chance: () => number) => Promise<void>
  heal: () => void
  finals: (wanted: Counted[]) => Promise<Final[]>
  stop: () => Promise<void>
}

async function onPostgres(settings: CampaignSettings, seed: number): Promise<Place> {
  const { firstPort } = settings
  const cluster: OwnPostgres = startOwnPostgres(firstPort)
  const admin = postgres(cluster.url('postgres'), { max: 1, onnotice: () => undefined })
  await admin.unsafe('create database fire')
  await admin.end()
  const proxy: FaultProxy = await startFaultProxy(cluster.port, chanceOf(seed))
  const base = settingsOf(settings)
  const straight = { ...base, DATABASE_URL: cluster.url('fire') }
  // Without a Redis here the two processes hear of each other from the log alone.
  let redis = canStartRedis ? await startRedis(firstPort + 3) : null
  const through = {
    ...base,
    DATABASE_URL: cluster.url('fire', proxy.port),
    ...(redis ? { REDIS_URL: redis.url, SIGNING_KEY: aSigningKey() } : {}),
  }
  const withAdmin = async (work: (admin: postgres.Sql) => Promise<void>) => {
    const sql = postgres(cluster.url('fire'), { max: 1, onnotice: () => undefined })
    try {
      await work(sql)
    } finally {
      await sql.end()
    }
  }
  let servers: ServerProcess[] = []
  const startOne = (index: number) =>
    startServerProcess({ ...through, PORT: String(firstPort + 1 + index) })
  return {
    prepare: () => prepare(straight, settings),
    start: async () => {
      servers = [await startOne(0), await startOne(1)]
    },
    ports: () => servers.map((server) => server.port),
    inflict: async (fault, chance) => {
      const lasting = 200 + chance() * 600
      /** The line recovers by itself: people go on until they are answered, so it has to. */
      const poisonFor = async (ms: number, toxics: Partial<Toxics>) => {
        proxy.poison(toxics)
        await wait(ms)
        proxy.poison({})
      }
      switch (fault) {
        case 'app killed': {
          const index = chance() < 0.5 ? 0 : 1
          await servers[index]?.kill()
          servers[index] = await startOne(index)
          return
        }
        case 'app killed before it answers': {
          const index = chance() < 0.5 ? 0 : 1
          servers[index]?.tell('die-before-answer')
          await Promise.race([servers[index]?.ended, wait(ENOUGH_TO_VOTE_MS)])
          await servers[index]?.kill()
          servers[index] = await startOne(index)
          return
        }
        case 'app frozen':
          await servers[chance() < 0.5 ? 0 : 1]?.freeze(frozenFor(chance, lasting))
          return
        case 'database ends lines':
          return withAdmin(async (admin) => {
            for (let time = 0; time < 5 + chance() * 10; time += 1) {
              await admin`select pg_terminate_backend(pid) from pg_stat_activity
                           where application_name like 'council %'`
              await wait(20 + chance() * 60)
            }
          })
        case 'database full of lines': {
          const taken = await takeEveryLine(cluster.url('fire'))
          proxy.cut(1)
          await wait(lasting)
          await Promise.all(taken.map((line) => line.end()))
          return
        }
        case 'ballot locked':
          return withAdmin(async (admin) => {
            await admin.begin(async (tx) => {
              await tx`select id from ballot for update`
              // Longer than a vote waits, or than a statement may take, or just a moment.
              await wait(chance() < 0.3 ? 11_000 : chance() < 0.5 ? 5000 : lasting)
            })
          })
        case 'database killed':
          cluster.kill()
          await wait(lasting)
          cluster.start()
          return
        case 'database slow':
          return poisonFor(lasting, { latencyMs: 60, jitterMs: 60, sliceBytes: 400 })
        case 'database cut':
          return poisonFor(lasting, { resets: 0.02 + chance() * 0.1 })
        case 'database cut in an answer':
          return poisonFor(lasting, { limitBytes: 500 + Math.floor(chance() * 8000) })
        case 'database silent':
          return poisonFor(chance() < 0.3 ? 6000 : lasting, { holds: true })
        case 'database refuses':
          proxy.cut(1)
          return poisonFor(lasting, { refuses: true })
        case 'redis killed':
          await redis?.kill()
          await wait(lasting)
          if (redis) redis = await startRedis(firstPort + 3)
          return
        case 'clock jumps':
          return jump(servers, chance)
        case 'two close at once':
        case 'disk full':
        case 'closed early':
          return
      }
    },
    heal: () => {
      for (const server of servers) server.tell({ clockMs: 0 })
    },
    finals: (wanted) => finals(straight, wanted),
    stop: async () => {
      await Promise.all(servers.map((server) => server.kill()))
      await redis?.kill()
      await proxy.close()
      cluster.stop()
    },
  }
}

function onPglite(settings: CampaignSettings): Place {
  const dataDir = mkdtempSync(join(tmpdir(), 'council-fire-'))
  const here = {
    ...settingsOf(settings),
    DATABASE_URL: '',
    DATA_DIR: dataDir,
    PORT: String(settings.firstPort),
  }
  let server: ServerProcess | null = null
  const restart = async () => {
    await server?.kill()
    server = await startServerProcess(here)
  }
  return {
    prepare: () => prepare(here, settings),
    start: restart,
    ports: () => [settings.firstPort],
    inflict: async (fault, chance) => {
      if (fault === 'app killed') return restart()
      if (fault === 'app frozen') return server?.freeze(frozenFor(chance, 500))
      if (fault === 'app killed before it answers') {
        server?.tell('die-before-answer')
        await Promise.race([server?.ended, wait(ENOUGH_TO_VOTE_MS)])
        return restart()
      }
      if (fault === 'clock jumps') return jump(server ? [server] : [], chance)
      if (fault !== 'disk full') return
      server?.tell('disk-full')
      await wait(300 + chance() * 700)
      // Somebody makes room, and starts it again.
      await restart()
    },
    heal: () => server?.tell({ clockMs: 0 }),
    finals: async (wanted) => {
      await server?.kill()
      server = null
      return finals(here, wanted)
    },
    stop: async () => {
      await server?.kill()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Somebody votes within this time, unless everybody has. */
const ENOUGH_TO_VOTE_MS = 1500

/** A moment, or longer than a phone waits for an answer and than we take a silent database for alive. */
function frozenFor(chance: () => number, moment: number): number {
  return chance() < 0.4 ? 6500 : moment
}

/** Opens connections until the database has no more to give, those kept for its owner included. */
async function takeEveryLine(url: string): Promise<postgres.Sql[]> {
  const taken: postgres.Sql[] = []
  for (;;) {
    const line = postgres(url, { max: 1, onnotice: () => undefined })
    try {
      await line`select 1`
    } catch {
      await line.end({ timeout: 0 })
      return taken
    }
    taken.push(line)
  }
}

const HOUR_MS = 3_600_000

/** Somebody sets the clock, twice, of each process for itself: hours back or days on, in the middle of a ballot. */
async function jump(servers: readonly ServerProcess[], chance: () => number): Promise<void> {
  for (let time = 0; time < 2; time += 1) {
    for (const server of servers) {
      server.tell({ clockMs: Math.round((chance() * 72 - 24) * HOUR_MS) })
    }
    await wait(100 + chance() * 300)
  }
}

function settingsOf({ env = {} }: CampaignSettings): Record<string, string> {
  return { SESSION_SECRET: SECRET, DEMO: 'off', LOG_LEVEL: 'silent', ...env }
}

async function prepare(
  env: Record<string, string>,
  { rounds, voters }: CampaignSettings,
): Promise<Halls> {
  const services = await startServices(readConfig({ ...env, PORT: '4849' }))
  const size = { phones: voters, meetings: Math.ceil(rounds / 2) }
  const halls = {
    open: await prepareHall(services, { ...size, secrecy: 'open' }),
    secret: await prepareHall(services, { ...size, secrecy: 'secret' }),
  }
  await services.close()
  return halls
}

async function finals(
  env: Record<string, string>,
  wanted: readonly Counted[],
): Promise<Final[]> {
  const services = await startServices(readConfig({ ...env, PORT: '4849' }))
  try {
    const read: Final[] = []
    for (const each of wanted) read.push(await finalOf(services.db, each))
    return read
  } finally {
    await services.close()
  }
}

async function finalOf(db: Database, { secrecy, ballotId }: Counted): Promise<Final> {
  const [ballot] = await db.select().from(ballots).where(eq(ballots.id, ballotId))
  const { yes, no, abstain } = ballot?.verdict?.counts.heads ?? {}
  // The split of a few secret papers is told to nobody.
  const verdict: Record<string, number> =
    yes === undefined ? {} : { yes: Number(yes), no: Number(no), abstain: Number(abstain) }
  if (secrecy === 'open') {
    const rows = await db.select().from(openVotes).where(eq(openVotes.ballotId, ballotId))
    return {
      rows: rows.map(({ electorId, choice, key, receipt }) => ({
        elector: electorId,
        choice,
        key,
        receipt,
      })),
      papers: rows.map((row) => row.choice),
      verdict,
    }
  }
  const rows = await db.select().from(secretTurnout).where(eq(secretTurnout.ballotId, ballotId))
  const papers = await db.select().from(secretPapers).where(eq(secretPapers.ballotId, ballotId))
  return {
    rows: rows.map(({ electorId, key, receipt }) => ({
      elector: electorId,
      choice: null,
      key,
      receipt,
    })),
    papers: papers.map((paper) => paper.choice),
    verdict,
  }
}
