import { aSigningKey } from '#tests/helpers/a-signing-key.ts'
import { setTimeout as wait } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { CHOICES } from '#app/domain/voting/ballot.ts'
import { readConfig } from '#app/runtime/env.server.ts'
import { startServices } from '#app/runtime/start-services.server.ts'
import type { Services } from '#app/runtime/services.server.ts'
import type { BallotId } from '#app/domain/shared/ids.ts'
import type { RoomCommand } from '#app/domain/meetings/room-command.ts'
import { renewScreenLink, renewSeatLink } from '#app/services/invitations/renew-link.server.ts'
import { accounts } from '#db/schema/accounts.ts'
import { openVotes } from '#db/schema/ballots.ts'
import {
  canStartRedis,
  freePort,
  startApp,
  startRedis,
  type AppProcess,
} from '#tests/helpers/app-process.ts'
import { startBalancer, type Balancer } from '#tests/helpers/balancer.ts'
import {
  chairCookie,
  screenCookie,
  seatCookie,
  sessionsOf,
} from '#tests/helpers/live-server.ts'
import {
  CHAIR,
  DECIDE,
  MEETING,
  openMeeting,
  seatId,
  TALK,
} from '#tests/helpers/meeting-setting.ts'
import { createDatabase, databaseUrl } from '#tests/helpers/migrate-once.ts'
import { openPhone, type Phone } from '#tests/helpers/phone.ts'

const RESIDENTS = 30
/** From the kill to the last vote's answer; under two seconds on a machine that does nothing else. */
const MOVED_WITHIN_MS = 10_000
/** Each process looks every second while it is alone; the rest is for a busy machine. */
const SENT_OUT_WITHIN_MS = 4000
const postgres = inject('postgres')
const redisUrl = process.env['TEST_REDIS_URL']
const left = !postgres
  ? 'TEST_DATABASE_URL names no PostgreSQL'
  : !redisUrl
    ? 'TEST_REDIS_URL is not set'
    : null
if (left) process.stdout.write(`Left out, many processes: ${left}\n`)

const command = (phone: Phone, what: RoomCommand, key: string) =>
  phone.ask('meeting:command', { meetingId: MEETING, key, command: what })

/** A meeting on a database of its own, two processes and a proxy before them. */
type Topology = {
  settings: Record<string, string>
  services: Services & { close: () => Promise<void> }
  room: Awaited<ReturnType<typeof openMeeting>>
  a: AppProcess
  b: AppProcess
  proxy: Balancer
  phoneAt: (
    url: string,
    resident: number,
    sticky?: string,
    linkVersion?: number,
  ) => Promise<Phone>
  screenAt: (url: string) => Promise<Phone>
  chairAt: (url: string) => Promise<Phone>
  startAgain: (which: 'a' | 'b') => Promise<void>
  stop: () => Promise<void>
}

async function startTopology(name: string, redis: string): Promise<Topology> {
  if (!postgres) throw new Error('no PostgreSQL')
  const database = `${postgres.template}_${name}`
  await createDatabase(postgres.url, database, postgres.template)
  const settings = {
    DATABASE_URL: databaseUrl(postgres.url, database),
    SESSION_SECRET: `a secret of ${database} that is long enough`,
    SIGNING_KEY: aSigningKey(),
    LOG_LEVEL: 'error',
  }
  const services = await startServices(readConfig(settings))
  const room = await openMeeting(services, { residents: RESIDENTS })
  const sessions = sessionsOf(services)
  const withRedis = { ...settings, REDIS_URL: redis }
  const ports = [await freePort(), await freePort()]
  const [a, b] = await Promise.all(
    ports.map((port) => startApp({ ...withRedis, PORT: String(port) })),
  )
  if (!a || !b) throw new Error('no process')
  const proxy = await startBalancer(ports)
  const phones: Phone[] = []
  const kept = async (phone: Phone) => {
    phones.push(phone)
    await phone.until(({ joins }) => joins() > 0)
    return phone
  }
  const topology: Topology = {
    settings: withRedis,
    services,
    room,
    a,
    b,
    proxy,
    phoneAt: async (url, resident, sticky = '', linkVersion = 1) => {
      const seat = await seatCookie(sessions, `residents-${resident}`, MEETING, linkVersion)
      return kept(openPhone(url, { cookie: `${seat}; ${sticky}` }))
    },
    screenAt: async (url) =>
      kept(openPhone(url, { cookie: await screenCookie(sessions), face: 'screen' })),
    chairAt: async (url) =>
      kept(openPhone(url, { cookie: await chairCookie(services, sessions), face: 'staff' })),
    startAgain: async (which) => {
      topology[which] = await startApp({ ...withRedis, PORT: String(topology[which].port) })
    },
    stop: async () => {
      for (const phone of phones) phone.close()
      await proxy.close()
      await Promise.all([topology.a.end('SIGKILL'), topology.b.end('SIGKILL')])
      await services.close()
    },
  }
  return topology
}

/** The chair's way from wherever the meeting is to an open ballot. */
async function openBallot({ room }: Topology, chair: Phone): Promise<BallotId> {
  const { currentItemId } = await room.state()
  const steps: RoomCommand[] = [
    ...(currentItemId === null ? [] : [{ type: 'end-item' } as const]),
    { type: 'start-item', itemId: DECIDE },
    { type: 'make-last-call' },
    { type: 'open-ballot', secrecy: 'open', seconds: 120 },
  ]
  for (const step of steps) {
    expect(await command(chair, step, `to-ballot-${step.type}`)).toMatchObject({ ok: true })
  }
  const { ballot } = await room.state()
  if (!ballot) throw new Error('No ballot was opened')
  return ballot.ballotId
}

describe.skipIf(left !== null)('two processes, PostgreSQL and Redis', () => {
  let at: Topology
  beforeAll(async () => {
    at = await startTopology('two', redisUrl ?? '')
  }, 120_000)
  afterAll(() => at.stop())

  test('[N1] what one does on A is heard on B, in order, without a gap and once', async () => {
    const chair = await at.chairAt(at.a.url)
    const phone = await at.phoneAt(at.b.url, 1)
    const before = phone.view()?.seq ?? 0
    const started = await command(chair, { type: 'start-item', itemId: TALK }, 'start-talk')
    expect(started).toMatchObject({ ok: true })
    await phone.until((each) => (each.view()?.seq ?? 0) > before)
    const log = await at.room.log()
    expect(phone.view()?.meeting).toEqual(log.stateFor('seats'))
    // A gap would have made it join again.
    expect(phone.joins()).toBe(1)
  }, 60_000)

  test('[N2] commands for one meeting land on both at once, and both rooms fold to the same', async () => {
    const phones = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        at.phoneAt(index % 2 ? at.a.url : at.b.url, index + 1),
      ),
    )
    const raised = await Promise.all(
      phones.map((phone, index) =>
        command(
          phone,
          { type: 'raise-hand', seatId: seatId(`residents-${index + 1}`), stance: 'for' },
          `raise-${index}-hand`,
        ),
      ),
    )
    expect(raised.filter((reply) => reply?.ok)).toHaveLength(10)
    const log = await at.room.log()
    await Promise.all(
      phones.map((phone) => phone.until((each) => each.view()?.seq === log.seq)),
    )
    for (const phone of phones) {
      expect(phone.view()?.meeting).toEqual(log.stateFor('seats'))
      expect(phone.joins()).toBe(1)
    }
  }, 60_000)

  test('[N3] a ballot opened on A takes votes on B, and both hear how many have voted', async () => {
    const { a, b } = at
    const chair = await at.chairAt(a.url)
    const ballotId = await openBallot(at, chair)
    const [onA, onB] = [await at.phoneAt(a.url, 1), await at.phoneAt(b.url, 2)]
    expect(await onB.vote(ballotId, 'yes')).toMatchObject({ ok: true })
    expect(await onA.vote(ballotId, 'no')).toMatchObject({ ok: true })
    await Promise.all(
      [onA, onB, chair].map((each) => each.until(({ turnout }) => turnout() === 2)),
    )
    expect(
      await command(chair, { type: 'close-ballot', ballotId }, 'close-on-a'),
    ).toMatchObject({ ok: true })
    // Refused by the database's word, whatever this process has heard so far.
    const late = await at.phoneAt(b.url, 3)
    expect(await late.vote(ballotId, 'yes')).toEqual({
      ok: false,
      refusal: expect.objectContaining({ code: 'ballot-closed' }) as unknown,
    })
    await onB.until((each) => each.view()?.meeting.ballot?.closedAt !== null)
  }, 60_000)

  test('[N4] a process with another secret does not start, and says which', async () => {
    const other = { ...at.settings, SESSION_SECRET: 'another secret that is long enough, too' }
    await expect(startApp(other)).rejects.toThrow(
      /ended with 1: SESSION_SECRET: differs from that of the processes that are running/,
    )
  }, 60_000)

  test.each(['refuse', 'swallow'] as const)(
    '[N7] behind a proxy that would %s WebSockets a phone polls, stays with one process and says so',
    async (rule) => {
      at.proxy.setWebSocketRule(rule)
      // The page was loaded through the proxy, which left its cookie.
      const page = await fetch(`${at.proxy.url}/health/live`)
      const phone = await at.phoneAt(at.proxy.url, 5, page.headers.getSetCookie()[0])
      expect(phone.transport()).toBe('polling')
      await command(
        await at.chairAt(at.a.url),
        { type: 'pause', reason: null },
        `pause-${rule}`,
      )
      await phone.until((each) => each.view()?.meeting.phase === 'paused')
      await command(await at.chairAt(at.b.url), { type: 'resume' }, `resume-${rule}`)
      await phone.until((each) => each.view()?.meeting.phase === 'in-session')
      expect(phone.joins()).toBe(1)
      const seen = await Promise.all(
        [at.a, at.b].map(async ({ url }) => {
          const told = (await (await fetch(`${url}/health/live`)).json()) as {
            connected: { polling: number }
          }
          return told.connected.polling
        }),
      )
      expect(seen.sort()).toEqual([0, 1])
      at.proxy.setWebSocketRule('pass')
      phone.close()
      await wait(100)
    },
    60_000,
  )
})

describe.skipIf(left !== null)('phones of two processes', () => {
  test('[N12] whose phone is connected is known of both, and of one that is killed no more', async () => {
    const at = await startTopology('lines', redisUrl ?? '')
    try {
      const chair = await at.chairAt(at.b.url)
      await at.phoneAt(at.a.url, 1)
      await at.phoneAt(at.a.url, 2)
      await at.phoneAt(at.b.url, 2)
      await at.phoneAt(at.b.url, 3)
      const online = async () => {
        const answer = await chair.ask('phones:online', { meetingId: MEETING })
        return answer?.ok ? answer.value.seatIds.toSorted() : answer
      }
      const seats = (...residents: number[]) =>
        residents.map((resident) => seatId(`residents-${resident}`)).sort()
      await vi.waitFor(async () => expect(await online()).toEqual(seats(1, 2, 3)), 10_000)
      await at.a.end('SIGKILL')
      await vi.waitFor(async () => expect(await online()).toEqual(seats(2, 3)), 10_000)
    } finally {
      await at.stop()
    }
  }, 60_000)
})

describe.skipIf(left !== null)(
  'one of two processes is killed in the middle of a ballot',
  () => {
    test('[N5] its phones go on with the other within seconds, and no answered vote is lost', async () => {
      const at = await startTopology('killed', redisUrl ?? '')
      try {
        const chair = await at.chairAt(at.proxy.url)
        const ballotId = await openBallot(at, chair)
        const phones = await Promise.all(
          Array.from({ length: RESIDENTS }, (_, index) => at.phoneAt(at.proxy.url, index + 1)),
        )
        let answered = 0
        let killedAt = 0
        const votes = phones.map(async (phone, index) => {
          const reply = await phone.vote(ballotId, CHOICES[index % 3] ?? 'abstain')
          answered += 1
          if (answered === Math.floor(RESIDENTS / 3)) {
            killedAt = performance.now()
            void at.a.end('SIGKILL')
          }
          return reply
        })
        const receipts = await Promise.all(votes)
        expect(performance.now() - killedAt).toBeLessThan(MOVED_WITHIN_MS)
        expect(receipts.every((reply) => reply.ok)).toBe(true)
        // Everybody is on the one that is left, and hears the close.
        while (
          !(await command(chair, { type: 'close-ballot', ballotId }, 'close-after-kill'))?.ok
        ) {
          await wait(100)
        }
        await Promise.all(
          phones.map((phone) =>
            phone.until((each) => each.view()?.meeting.ballot?.closedAt !== null),
          ),
        )
        const { ballot } = await at.room.state()
        expect(ballot?.verdict?.counts.heads).toMatchObject({
          participating: String(RESIDENTS),
          yes: String(RESIDENTS / 3),
          no: String(RESIDENTS / 3),
        })
        const rows = await at.services.db
          .select()
          .from(openVotes)
          .where(eq(openVotes.ballotId, ballotId))
        expect(rows.map((row) => row.receipt).sort()).toEqual(
          receipts.flatMap((reply) => (reply.ok ? [reply.value.receipt] : [])).sort(),
        )
      } finally {
        await at.stop()
      }
    }, 120_000)
  },
)

describe.skipIf(left !== null)('one after the other is restarted while a ballot runs', () => {
  test('[N8] phones move by themselves, no vote is refused, and everybody hears the close', async () => {
    const at = await startTopology('rolling', redisUrl ?? '')
    try {
      const chair = await at.chairAt(at.proxy.url)
      const ballotId = await openBallot(at, chair)
      const phones = await Promise.all(
        Array.from({ length: RESIDENTS }, (_, index) => at.phoneAt(at.proxy.url, index + 1)),
      )
      // Everybody votes and changes their mind for as long as it takes.
      let restarting = true
      const replies: Awaited<ReturnType<Phone['vote']>>[] = []
      const voting = phones.map(async (phone) => {
        for (let turn = 0; restarting || turn === 0; turn += 1) {
          replies.push(await phone.vote(ballotId, CHOICES[turn % 3] ?? 'yes'))
          await wait(200)
        }
      })
      for (const which of ['a', 'b'] as const) {
        expect(await at[which].end('SIGTERM')).toBe(0)
        await at.startAgain(which)
      }
      restarting = false
      await Promise.all(voting)
      expect(replies.filter((reply) => !reply.ok)).toEqual([])
      while (
        !(await command(chair, { type: 'close-ballot', ballotId }, 'close-after-all'))?.ok
      ) {
        await wait(100)
      }
      await Promise.all(
        phones.map((phone) =>
          phone.until((each) => each.view()?.meeting.ballot?.closedAt !== null),
        ),
      )
      const { ballot } = await at.room.state()
      expect(ballot?.verdict?.counts.heads?.participating).toBe(String(RESIDENTS))
    } finally {
      await at.stop()
    }
  }, 300_000)
})

const noRedis = left ?? (canStartRedis ? null : 'there is no redis-server here to kill')
if (!left && noRedis) process.stdout.write(`Left out, Redis killed: ${noRedis}\n`)

describe.skipIf(noRedis !== null)('Redis is killed and comes back empty', () => {
  test('[N6] both go on, hear of each other from the database, and again at once when it is back', async () => {
    const port = await freePort()
    let redis = await startRedis(port)
    const at = await startTopology('alone', redis.url)
    try {
      const chair = await at.chairAt(at.a.url)
      const phone = await at.phoneAt(at.b.url, 1)
      await redis.kill()
      await untilReadySays(at.b.url, 'redis: away')
      expect(
        await command(chair, { type: 'start-item', itemId: TALK }, 'while-away'),
      ).toMatchObject({ ok: true })
      await phone.until((each) => each.view()?.meeting.currentItemId === TALK)
      const ballotId = await openBallot(at, chair)
      expect(await phone.vote(ballotId, 'yes')).toMatchObject({ ok: true })
      await chair.until(({ turnout }) => turnout() === 1)

      redis = await startRedis(port)
      await Promise.all([at.a, at.b].map(({ url }) => untilReadySays(url, 'redis: here')))
      await command(chair, { type: 'close-ballot', ballotId }, 'while-back')
      await phone.until((each) => each.view()?.meeting.ballot?.closedAt !== null)
      expect(phone.joins()).toBe(1)
    } finally {
      await at.stop()
      await redis.kill()
    }
  }, 120_000)
})

describe.skipIf(noRedis !== null)('somebody is sent out while Redis is away', () => {
  test('[N10] the other process hears of it from the database within seconds, and the new link opens', async () => {
    const redis = await startRedis(await freePort())
    const at = await startTopology('sent_out', redis.url)
    try {
      const [chair, screen] = [await at.chairAt(at.b.url), await at.screenAt(at.b.url)]
      const [phone, neighbour] = [await at.phoneAt(at.b.url, 1), await at.phoneAt(at.b.url, 2)]
      await redis.kill()
      await untilReadySays(at.b.url, 'redis: away')
      const revokedAt = performance.now()
      const mine = seatId('residents-1')
      await renewSeatLink(at.services, CHAIR, { meetingId: MEETING, seatId: mine })
      await renewScreenLink(at.services, CHAIR, { meetingId: MEETING })
      await at.services.db.update(accounts).set({ disabledAt: new Date() })
      await Promise.all(
        [chair, screen, phone].map((each) => each.until(({ removed }) => removed())),
      )
      expect(performance.now() - revokedAt).toBeLessThan(SENT_OUT_WITHIN_MS)
      expect(neighbour.removed()).toBe(false)

      const hand = { type: 'raise-hand', seatId: mine, stance: 'for' } as const
      for (const refused of [
        await command(phone, hand, 'raise-sent-out'),
        await command(chair, { type: 'start-item', itemId: TALK }, 'start-sent-out'),
      ]) {
        expect(refused).toEqual({ ok: false, refusal: { code: 'no-such-meeting' } })
      }
      // Opens only once it has joined.
      const anew = await at.phoneAt(at.b.url, 1, '', 2)
      await wait(SENT_OUT_WITHIN_MS / 2)
      expect([anew.removed(), neighbour.removed()]).toEqual([false, false])
    } finally {
      await at.stop()
      await redis.kill()
    }
  }, 120_000)
})

async function untilReadySays(url: string, words: string): Promise<void> {
  for (;;) {
    const answer = await fetch(`${url}/health/ready`)
    expect(answer.status).toBe(200)
    if ((await answer.text()).includes(words)) return
    await wait(50)
  }
}
