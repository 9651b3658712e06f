import { randomInt } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { io, type Socket } from 'socket.io-client'
import { expect } from 'vitest'
import { chooseTransports } from '#app/features/live/transports.ts'
import { firstView, joined, pushed, type LiveView } from '#app/features/live/live-view.ts'
import type { SeatId } from '#app/domain/shared/ids.ts'
import { CHOICES, type Choice } from '#app/domain/voting/ballot.ts'
import {
  LIVE_PATH,
  LIVE_PROTOCOL,
  type EventsPush,
  type LiveRequestName,
  type Reply,
  type Sent,
} from '#app/live/contract.ts'
import { openVotes } from '#db/schema/ballots.ts'
import { seatCookie, serveLive } from '#tests/helpers/live-server.ts'
import { CHAIR, DECIDE, MEETING, openMeeting, TALK } from '#tests/helpers/meeting-setting.ts'
import { test } from '#tests/helpers/test-database.ts'
import { chanceOf, startFaultProxy, type Toxics } from '#tests/helpers/fault-proxy.ts'

const RESIDENTS = 48
/** How long each weather lasts; ms. */
const LASTS_MS = 80
/** `FAULT_SEED=1234` plays the same evening again. */
const SEED = Number(process.env['FAULT_SEED'] ?? randomInt(1_000_000))

/** How the network is between two things that happen; each evening goes through all of them. */
const WEATHER: Partial<Toxics>[] = [
  { latencyMs: 40, jitterMs: 40 },
  { sliceBytes: 5 },
  { resets: 0.05 },
  { holds: true },
  { latencyMs: 20, jitterMs: 20, resets: 0.02, sliceBytes: 40 },
  { limitBytes: 4000 },
  { refuses: true },
  { shuffleMs: 60, latencyMs: 10, jitterMs: 10 },
]

/** A phone that behaves as the page does: joins, folds, joins again where something is missing. */
function openPhone(port: number, cookie: string) {
  let view: LiveView | null = null
  let looking: (() => void)[] = []
  const transports = chooseTransports()
  const socket: Socket = io(`http://127.0.0.1:${port}`, {
    path: LIVE_PATH,
    transports: transports.order(),
    tryAllTransports: true,
    forceNew: true,
    auth: { face: 'seat' },
    extraHeaders: { cookie, origin: `http://127.0.0.1:${port}` },
    // The page's waits, a tenth as long.
    reconnectionDelay: 50,
    reconnectionDelayMax: 500,
    randomizationFactor: 0.6,
    timeout: 1500,
  })
  const show = (next: LiveView | null) => {
    view = next
    for (const look of looking.splice(0)) look()
  }
  const startAnew = () => {
    socket.disconnect()
    socket.connect()
  }
  const ask = async <Name extends LiveRequestName>(name: Name, request: Sent<Name>) => {
    if (!socket.connected) return null
    try {
      const answer: unknown = await socket.timeout(1500).emitWithAck(name, request)
      return answer as Reply<Name>
    } catch {
      // No answer: the line is dead without knowing it, so a new one is made.
      if (socket.connected) startAnew()
      return null
    }
  }
  const join = async () => {
    const answer = await ask('meeting:join', {
      meetingId: MEETING,
      protocol: LIVE_PROTOCOL,
      lastSeq: view?.seq ?? null,
    })
    if (answer?.ok) show(view ? joined(view, answer.value) : firstView(answer.value))
    else if (answer) startAnew()
  }
  socket.on('connect', () => {
    transports.opened(socket.io.engine.transport.name, performance.now())
    void join()
  })
  const reorder = () => (socket.io.opts.transports = transports.order())
  socket.on('disconnect', (reason) => {
    if (reason === 'io server disconnect') socket.connect()
    transports.closed(performance.now())
    reorder()
  })
  socket.on('connect_error', () => {
    transports.failed()
    reorder()
  })
  socket.on('meeting:events', (push: EventsPush) => {
    if (!view) return
    const heard = pushed(view, push)
    if (heard.gap) void join()
    else show(heard.view)
  })
  const until = async (enough: (view: LiveView | null) => boolean) => {
    while (!enough(view))
      await new Promise<void>((resolve) => (looking = [...looking, resolve]))
  }
  return {
    view: () => view,
    until,
    /** Asks with the same words until somebody answers, as the page does after each return. */
    insist: async <Name extends LiveRequestName>(name: Name, request: Sent<Name>) => {
      for (;;) {
        const answer = await ask(name, request)
        const passing =
          answer && !answer.ok && ['busy', 'too-fast'].includes(answer.refusal.code)
        if (answer && !passing) return answer
        // Heard again as soon as anything changes: connected, joined, or an event.
        await new Promise<void>((resolve) => {
          socket.once('connect', resolve)
          looking = [...looking, resolve]
          if (socket.connected) resolve()
        })
      }
    },
    close: () => socket.disconnect(),
  }
}

test(`[L30] fifty phones behind a bad network come to the same state, each vote once (FAULT_SEED=${SEED})`, async ({
  services,
  clock,
}) => {
  const chance = chanceOf(SEED)
  const ticking = setInterval(() => clock.advance(50), 50)
  const room = await openMeeting(services, { residents: RESIDENTS })
  const live = await serveLive(services)
  const proxy = await startFaultProxy(live.port, chance)
  const names = room.seats.map((id) => id.slice(MEETING.length + 1))
  const phones = await Promise.all(
    names.map(async (name) => openPhone(proxy.port, await seatCookie(live.sessions, name))),
  )
  expect(phones).toHaveLength(50)
  await Promise.all(phones.map((phone) => phone.until((view) => view !== null)))

  // The hands of half the room and a floor that goes round, in every weather.
  await room.must(CHAIR, { type: 'start-item', itemId: TALK })
  const hands: Promise<unknown>[] = []
  for (const [turn, weather] of WEATHER.entries()) {
    proxy.poison(weather)
    for (const [index, phone] of phones.entries()) {
      if (index % WEATHER.length !== turn || index % 2) continue
      hands.push(
        phone.insist('meeting:command', {
          meetingId: MEETING,
          key: `hand-of-${index}-in-the-storm`,
          command: { type: 'raise-hand', seatId: room.seats[index] as SeatId, stance: 'for' },
        }),
      )
    }
    const [first] = (await room.state()).queue
    if (first) await room.must(CHAIR, { type: 'give-floor', seatId: first.seatId })
    await room.must(CHAIR, { type: 'add-time', seconds: 60 })
    await wait(LASTS_MS)
    proxy.cut(0.4)
  }
  proxy.poison({})
  await Promise.all(hands)

  // Everybody votes, the line worst while they do.
  const ballotId = await room.openBallot(DECIDE, 'open')
  const meant = names.map((): Choice => CHOICES[Math.floor(chance() * CHOICES.length)] ?? 'yes')
  const votes = phones.map((phone, index) =>
    phone.insist('ballot:cast', {
      meetingId: MEETING,
      ballotId,
      choice: meant[index] ?? 'yes',
      key: `vote-of-${index}-in-the-storm`,
    }),
  )
  for (const weather of WEATHER) {
    proxy.poison(weather)
    await room.must(CHAIR, { type: 'add-time', seconds: 60 })
    await wait(LASTS_MS)
    proxy.cut(0.3)
  }
  proxy.poison({ latencyMs: 10, jitterMs: 10 })
  const answers = await Promise.all(votes)
  await room.must(CHAIR, { type: 'close-ballot', ballotId })
  // Everybody falls out at once and comes back in another order.
  proxy.poison({ shuffleMs: 100 })
  proxy.cut(1)

  const log = await room.log()
  await Promise.all(phones.map((phone) => phone.until((view) => view?.seq === log.seq)))
  const truth = JSON.stringify(log.stateFor('seats'))
  for (const phone of phones) expect(JSON.stringify(phone.view()?.meeting)).toBe(truth)

  const receipts = answers.map((answer) => (answer.ok ? answer.value : answer))
  expect(receipts.filter((each) => 'receipt' in each)).toHaveLength(50)
  const rows = await services.db.select().from(openVotes)
  expect(rows).toHaveLength(50)
  const recorded = new Map(rows.map((row) => [row.electorId, row]))
  for (const [index, seat] of room.seats.entries()) {
    const row = recorded.get(seat)
    expect(row).toMatchObject({ choice: meant[index], version: 1 })
    expect(receipts[index]).toMatchObject({ receipt: row?.receipt })
  }
  const raised = log.events.flatMap(({ event }) =>
    event.type === 'hand-raised' ? [event.seatId] : [],
  )
  expect(new Set(raised).size).toBe(raised.length)
  const seen = proxy.seen()
  expect(seen.broken).toBeGreaterThan(50)
  expect(seen.overtaken).toBeGreaterThan(20)
  process.stdout.write(
    `Fifty phones came to the same state at event ${log.seq}: FAULT_SEED=${SEED}, ${seen.made} connections, ${seen.broken} broken, ${seen.overtaken} overtaken\n`,
  )

  clearInterval(ticking)
  for (const phone of phones) phone.close()
  await proxy.close()
  await live.close()
}, 60_000)
