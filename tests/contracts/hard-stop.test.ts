import { setTimeout as wait } from 'node:timers/promises'
import { expect, inject, test as base } from 'vitest'
import { endTurnsInTime } from '#app/jobs/end-turns-in-time.server.ts'
import type { SpeakingRules } from '#app/domain/meetings/speaking-rules.ts'
import { readConfig } from '#app/runtime/env.server.ts'
import type { Services } from '#app/runtime/services.server.ts'
import { startServices } from '#app/runtime/start-services.server.ts'
import { endTurn } from '#app/services/meetings/end-turn.server.ts'
import { createMeetingLogs, loadMeeting } from '#app/services/meetings/load-meeting.server.ts'
import { turnsEndingBy } from '#app/services/meetings/running-turns.server.ts'
import { verifyLog } from '#app/services/meetings/verify-log.server.ts'
import { aSigningKey } from '#tests/helpers/a-signing-key.ts'
import { startApp } from '#tests/helpers/app-process.ts'
import {
  CHAIR,
  MEETING,
  openMeeting,
  seat,
  seatId,
  TALK,
} from '#tests/helpers/meeting-setting.ts'
import { createDatabase, databaseUrl } from '#tests/helpers/migrate-once.ts'
import { describeEachDatabase } from '#tests/helpers/test-database.ts'

const SPEAKER = 'residents-1'
const NEXT = 'property-1'

/** Two have raised their hand, and the first of them speaks. */
async function speaking(services: Services, rules: Partial<SpeakingRules> = {}) {
  const room = await openMeeting(services, { rules })
  await room.must(CHAIR, { type: 'start-item', itemId: TALK })
  for (const name of [SPEAKER, NEXT]) {
    await room.must(seat(name), { type: 'raise-hand', seatId: seatId(name), stance: 'for' })
  }
  await room.must(CHAIR, { type: 'give-floor', seatId: seatId(SPEAKER) })
  return room
}

/** Another process on the same database: it has read nothing yet, and nobody is connected to it. */
const anotherProcess = (services: Services): Services => ({
  ...services,
  logs: createMeetingLogs(),
})

const ends = (services: Services, clock: { now: () => Date }, inMs: number) =>
  turnsEndingBy(services, new Date(clock.now().getTime() + inMs))

describeEachDatabase('[M43] a turn that ends by itself', (test) => {
  test('its end is written down with it, moves with what the chair adds, and goes with it', async ({
    services,
    clock,
  }) => {
    const room = await speaking(services)
    expect(await ends(services, clock, 179_999)).toEqual([])
    expect(await ends(services, clock, 180_000)).toEqual([
      { meetingId: MEETING, endsAt: new Date(clock.now().getTime() + 180_000) },
    ])
    await room.must(CHAIR, { type: 'extend-floor', seconds: 30 })
    expect(await ends(services, clock, 209_999)).toEqual([])
    expect(await ends(services, clock, 210_000)).toHaveLength(1)

    await room.must(CHAIR, { type: 'pause', reason: null })
    expect(await ends(services, clock, 600_000)).toEqual([])
    clock.advance(600_000)
    await room.must(CHAIR, { type: 'resume' })
    expect(await ends(services, clock, 209_999)).toEqual([])
    expect(await ends(services, clock, 210_000)).toHaveLength(1)

    await room.must(seat(SPEAKER), { type: 'take-floor', end: 'finished' })
    expect(await ends(services, clock, 600_000)).toEqual([])
  })

  test('a session that did not adopt it has none', async ({ services, clock }) => {
    await speaking(services, { hardStop: false })
    expect(await ends(services, clock, 600_000)).toEqual([])
    clock.advance(600_000)
    await endTurn(services, MEETING)
    const { state } = (await loadMeeting(services, MEETING)) ?? {}
    expect(state?.floor?.seatId).toBe(seatId(SPEAKER))
  })

  test('several processes at once, none of which knows of the turn, end it once', async ({
    services,
    clock,
  }) => {
    const room = await speaking(services)
    const before = (await room.log()).seq
    clock.advance(180_000)
    const processes = [services, ...[1, 2, 3].map(() => anotherProcess(services))]
    await Promise.all(processes.map((each) => endTurn(each, MEETING)))
    const log = await room.log()
    expect(log.events.slice(before)).toMatchObject([
      {
        seq: before + 1,
        at: clock.now().getTime(),
        actorId: 'system',
        event: { type: 'floor-taken', seatId: seatId(SPEAKER), end: 'time-up' },
      },
    ])
    expect(log.state.floor).toBeNull()
    expect(log.state.queue.map((hand) => hand.seatId)).toEqual([seatId(NEXT)])
    expect(await verifyLog(services.db, MEETING)).toMatchObject({ sound: true })
  })

  test('too early, or for whoever has finished, nothing happens', async ({
    services,
    clock,
  }) => {
    const room = await speaking(services)
    const before = (await room.log()).seq
    clock.advance(179_999)
    await endTurn(services, MEETING)
    expect((await room.log()).seq).toBe(before)
    await room.must(CHAIR, { type: 'give-floor', seatId: seatId(NEXT) })
    clock.advance(1)
    await endTurn(anotherProcess(services), MEETING)
    expect((await room.state()).floor?.seatId).toBe(seatId(NEXT))
  })

  test('a server that starts after the time was up ends it at once, and everybody there hears it once', async ({
    services,
    clock,
  }) => {
    const room = await speaking(services)
    const before = (await room.log()).seq
    clock.advance(500_000)
    const told: string[] = []
    const stopListening = services.feed.subscribe((notice) => {
      if (notice.type === 'events') told.push(...notice.events.map(({ event }) => event.type))
    })
    const stop = endTurnsInTime(services)
    await expect.poll(async () => (await room.log()).seq).toBe(before + 1)
    await stop()
    stopListening()
    expect(told).toEqual(['floor-taken'])
    // Whoever is stopped late has spoken as long as they have.
    expect((await room.state()).turns.at(-1)).toMatchObject({ end: 'time-up', ms: 500_000 })
  })

  test('it watches for turns that begin later, and takes the floor within the second', async ({
    services,
    clock,
  }) => {
    const began = clock.now().getTime()
    const from = performance.now()
    const running = { ...services, now: () => new Date(began + performance.now() - from) }
    const stop = endTurnsInTime(running)
    await speaking(running, { turnSeconds: 2 })
    const log = async () => (await loadMeeting(running, MEETING))?.state
    await expect.poll(async () => (await log())?.turns.length, { timeout: 8000 }).toBe(1)
    await stop()
    const turn = (await log())?.turns[0]
    expect(turn?.end).toBe('time-up')
    expect(turn?.ms).toBeGreaterThanOrEqual(2000)
    expect(turn?.ms).toBeLessThan(3000)
  })
})

const postgres = inject('postgres')

base.skipIf(postgres === undefined)(
  '[M43] two processes and nobody connected: one of them ends it in time, and after a kill at once',
  async () => {
    if (!postgres) return
    const name = `${postgres.template}_hard_stop`
    await createDatabase(postgres.url, name, postgres.template)
    const settings = {
      DATABASE_URL: databaseUrl(postgres.url, name),
      SESSION_SECRET: `a secret of ${name} that is long enough`,
      SIGNING_KEY: aSigningKey(),
      LOG_LEVEL: 'error',
    }
    const services = await startServices(readConfig(settings))
    const processes = await Promise.all([startApp(settings), startApp(settings)])
    const room = await speaking(services, { turnSeconds: 2 })
    const turns = async () => (await room.log()).state.turns

    await expect.poll(async () => (await turns()).length, { timeout: 8000 }).toBe(1)
    const [first] = await turns()
    expect(first?.end).toBe('time-up')
    expect(first?.ms).toBeGreaterThanOrEqual(2000)
    expect(first?.ms).toBeLessThan(3000)

    for (const each of processes) await each.end('SIGKILL')
    await room.must(CHAIR, { type: 'give-floor', seatId: seatId(NEXT) })
    await wait(3000)
    expect(await turns(), 'nobody is there to end it').toHaveLength(1)
    const again = await startApp(settings)
    await expect.poll(async () => (await turns()).length, { timeout: 8000 }).toBe(2)
    const { events } = await room.log()
    const stops = events.filter(({ actorId }) => actorId === 'system')
    expect(stops.map(({ event }) => event.type)).toEqual(['floor-taken', 'floor-taken'])
    expect(await verifyLog(services.db, MEETING)).toMatchObject({ sound: true })
    expect(again.said()).not.toContain('was not')
    await again.end('SIGTERM')
    await services.close()
  },
  120_000,
)
