import { connect, type Socket } from 'node:net'
import { Manager } from 'socket.io-client'
import { eq } from 'drizzle-orm'
import { expect, vi } from 'vitest'
import { seenBy } from '#app/domain/meetings/audience.ts'
import { replay } from '#app/domain/meetings/evolve.ts'
import { LIVE_PROTOCOL } from '#app/live/contract.ts'
import { verifyLog } from '#app/services/meetings/verify-log.server.ts'
import { getMinutes } from '#app/services/records/get-minutes.server.ts'
import { renewScreenLink } from '#app/services/invitations/renew-link.server.ts'
import { castVote } from '#app/services/voting/cast-vote.server.ts'
import { accounts, sessions as sessionRows } from '#db/schema/accounts.ts'
import {
  chairCookie,
  openPage,
  screenCookie,
  seatCookie,
  serveLive,
  type Page,
} from '#tests/helpers/live-server.ts'
import {
  CHAIR,
  DECIDE,
  MEETING,
  openMeeting,
  RECORDER,
  seat,
  seatId,
  TALK,
} from '#tests/helpers/meeting-setting.ts'
import { test as base } from '#tests/helpers/test-database.ts'

type Live = {
  port: number
  /** How many lines the server holds. */
  lines: () => Promise<number>
  room: Awaited<ReturnType<typeof openMeeting>>
  chair: () => Promise<Page>
  resident: (number: number) => Promise<Page>
  screen: () => Promise<Page>
}

const test = base.extend<{ live: Live }>({
  live: async ({ services }, use) => {
    const room = await openMeeting(services)
    const { port, http, sessions, close } = await serveLive(services)
    const pages: Page[] = []
    const kept = (page: Page) => {
      pages.push(page)
      return page
    }
    await use({
      port,
      room,
      lines: () =>
        new Promise((resolve) => http.getConnections((_error, count) => resolve(count))),
      chair: async () =>
        kept(
          await openPage(port, {
            cookie: await chairCookie(services, sessions),
            face: 'staff',
          }),
        ),
      resident: async (number) =>
        kept(
          await openPage(port, { cookie: await seatCookie(sessions, `residents-${number}`) }),
        ),
      screen: async () =>
        kept(await openPage(port, { cookie: await screenCookie(sessions), face: 'screen' })),
    })
    for (const page of pages) page.close()
    await close()
  },
})

const command = (page: Page, what: Parameters<Live['room']['act']>[1], key = 'key-of-test') =>
  page.ask('meeting:command', { meetingId: MEETING, key, command: what })

test('[L1] what one does the others see, in order, and fold to the same state', async ({
  live,
}) => {
  const [chair, resident] = [await live.chair(), await live.resident(1)]
  const joined = await resident.join()
  expect(joined.me).toEqual({
    audience: 'seats',
    role: 'seat',
    seatId: seatId('residents-1'),
    name: '张residents-1',
  })
  await chair.join()
  expect(await command(chair, { type: 'start-item', itemId: TALK })).toEqual({
    ok: true,
    value: { seq: joined.seq + 1, repeated: false },
  })
  const hand = { type: 'raise-hand', seatId: seatId('residents-1'), stance: 'for' } as const
  await command(resident, hand)
  await resident.hears((heard) => heard['meeting:events'].length === 2)
  const events = resident.heard['meeting:events'].flatMap(([push]) => push.events)
  expect(events.map(({ seq }) => seq)).toEqual([joined.seq + 1, joined.seq + 2])
  const log = await live.room.log()
  expect(replay(events, joined.snapshot)).toEqual(log.stateFor('seats'))
})

test('[L2] the same key is done once', async ({ live }) => {
  const chair = await live.chair()
  const what = { type: 'start-item', itemId: TALK } as const
  const [first, second] = await Promise.all([
    command(chair, what, 'double-click'),
    command(chair, what, 'double-click'),
  ])
  expect([first, second].map((each) => each.ok && each.value.repeated).sort()).toEqual([
    false,
    true,
  ])
})

test('[L3] each audience is told what it may know', async ({ live }) => {
  const pages = [await live.chair(), await live.resident(1), await live.screen()]
  for (const page of pages) await page.join()
  await live.room.must(CHAIR, {
    type: 'set-absent',
    seatId: seatId('residents-2'),
    reason: '住院',
  })
  for (const page of pages) await page.hears((heard) => heard['meeting:events'].length === 1)
  const [staff, seats, screen] = pages.map((page) => JSON.stringify(page.heard))
  expect(staff).toContain('住院')
  expect(seats).not.toContain('住院')
  expect(screen).not.toContain('住院')
  const shown = await pages[2]!.join()
  expect(shown.snapshot?.seats[0]?.name).toBe('张女士')
})

test('[L4] coming back with the last seq brings what was missed; a wrong one brings the whole', async ({
  live,
}) => {
  const resident = await live.resident(1)
  const before = await resident.join()
  resident.close()
  await live.room.must(CHAIR, { type: 'start-item', itemId: TALK })
  const back = await live.resident(1)
  const missed = await back.join(before.seq)
  expect(missed.snapshot).toBeNull()
  expect(missed.events.map(({ event }) => event.type)).toEqual(['item-started'])
  const whole = await back.join(9999)
  expect(whole.events).toEqual([])
  expect(replay(missed.events, before.snapshot)).toEqual(whole.snapshot)
})

test('[L46] who comes is told what their audience may know, whoever came before', async ({
  live,
}) => {
  const told = async (page: Page) => ({
    whole: (await page.join()).snapshot,
    missed: (await page.join(1)).events,
  })
  await live.room.must(CHAIR, {
    type: 'set-absent',
    seatId: seatId('residents-2'),
    reason: '住院',
  })
  await live.room.must(CHAIR, { type: 'skip-item', itemId: TALK, reason: '主讲人生病' })
  const pages = [await live.resident(1), await live.chair(), await live.screen()]
  const { events, stateFor } = await live.room.log()
  for (const page of [...pages, ...pages.toReversed()]) {
    const { whole, missed } = await told(page)
    const { audience } = (await page.join()).me
    expect(whole).toEqual(stateFor(audience))
    expect(missed).toEqual(
      events.slice(1).map((logged) => ({ ...logged, event: seenBy(logged.event, audience) })),
    )
    const read = JSON.stringify([whole, missed])
    expect(read.includes('住院')).toBe(audience === 'staff')
    expect(read.includes('主讲人生病')).toBe(audience !== 'screen')
  }
})

test('[L47] staff and the chair are told whose phones are connected, others are not', async ({
  live,
}) => {
  const online = (page: Page) => page.ask('phones:online', { meetingId: MEETING })
  const seatIdsSeenBy = async (page: Page) => {
    const answer = await online(page)
    return answer.ok ? answer.value.seatIds.toSorted() : answer.refusal
  }
  const [chair, screen] = [await live.chair(), await live.screen()]
  const [tab, otherTab] = [await live.resident(1), await live.resident(1)]
  const second = await live.resident(2)
  for (const page of [chair, screen, tab, otherTab]) await page.join()
  const [mine, other] = [seatId('residents-1'), seatId('residents-2')]
  // Connected alone is not there: it may be of another meeting.
  expect(await seatIdsSeenBy(chair)).toEqual([mine])
  await second.join()
  expect(await seatIdsSeenBy(chair)).toEqual([mine, other].sort())
  for (const page of [second, screen]) {
    expect(await online(page)).toEqual({ ok: false, refusal: { code: 'not-yours-to-do' } })
  }
  tab.close()
  await vi.waitFor(async () => expect(await live.lines()).toBe(4))
  expect(await seatIdsSeenBy(chair)).toEqual([mine, other].sort())
  otherTab.close()
  await vi.waitFor(async () => expect(await seatIdsSeenBy(chair)).toEqual([other]))
})

test('[L5] an old page is told to load again', async ({ live }) => {
  const resident = await live.resident(1)
  expect(
    await resident.ask('meeting:join', {
      meetingId: MEETING,
      protocol: LIVE_PROTOCOL - 1,
      lastSeq: null,
    }),
  ).toEqual({ ok: false, refusal: { code: 'reload-needed' } })
})

test('[L6] a meeting that is not mine looks like one that is not there', async ({ live }) => {
  const stranger = await openPage(live.port)
  const ask = (meetingId: string) =>
    stranger.ask('meeting:join', { meetingId, protocol: LIVE_PROTOCOL, lastSeq: null })
  const mine = await ask(MEETING)
  expect(mine).toEqual(await ask('nowhere'))
  expect(mine).toEqual({ ok: false, refusal: { code: 'no-such-meeting' } })
  await live.room.must(CHAIR, { type: 'start-item', itemId: TALK })
  expect(
    await stranger.ask('ballot:cast', {
      meetingId: MEETING,
      ballotId: 'b',
      choice: 'yes',
      key: 'key-of-test',
    }),
  ).toEqual({ ok: false, refusal: { code: 'no-such-meeting' } })
  expect(stranger.heard['meeting:events']).toEqual([])
  stranger.close()
})

test.for([
  ['another site', 'http://evil.example'],
  ['a sandboxed frame', 'null'],
  ['our name in front of another', 'http://127.0.0.1.evil.example'],
  ['another port', 'http://127.0.0.1:1'],
  ['no origin at all', null],
] as const)(
  '[L7] a page of %s opens no socket, cookie or not',
  async ([, origin], { live }) => {
    await expect(openPage(live.port, { origin })).rejects.toThrow()
  },
)

test('[L8] a vote by socket: receipt, turnout for all, and no word of the choice', async ({
  live,
}) => {
  const [chair, voter, other] = [
    await live.chair(),
    await live.resident(1),
    await live.resident(2),
  ]
  for (const page of [chair, voter, other]) await page.join()
  const ballotId = await live.room.openBallot(DECIDE, 'open')
  const cast = await voter.ask('ballot:cast', {
    meetingId: MEETING,
    ballotId,
    choice: 'no',
    key: 'vote-key-1',
  })
  expect(cast).toMatchObject({ ok: true, value: { choice: 'no', version: 1 } })
  await other.hears((heard) => heard['ballot:turnout'].length > 0)
  expect(other.heard['ballot:turnout'].at(-1)?.[0]).toEqual({
    meetingId: MEETING,
    ballotId,
    cast: 1,
    version: 1,
  })
  expect(JSON.stringify(other.heard)).not.toContain('"no"')
  expect(await voter.ask('ballot:mine', { meetingId: MEETING, ballotId })).toEqual(cast)
  expect(await other.ask('ballot:mine', { meetingId: MEETING, ballotId })).toEqual({
    ok: true,
    value: null,
  })
  expect(
    await chair.ask('ballot:cast', {
      meetingId: MEETING,
      ballotId,
      choice: 'yes',
      key: 'chair-key',
    }),
  ).toEqual({ ok: false, refusal: { code: 'not-on-roll' } })
})

test('[L9] the hall’s code is for its screen and for staff', async ({ live, clock }) => {
  const [screen, resident] = [await live.screen(), await live.resident(1)]
  const shown = await screen.ask('checkin:code', { meetingId: MEETING })
  expect(shown).toMatchObject({
    ok: true,
    value: { code: expect.stringMatching(/^\d{6}$/) as string },
  })
  expect(shown.ok && shown.value.changesAt - clock.now().getTime()).toBeLessThanOrEqual(60_000)
  expect(await resident.ask('checkin:code', { meetingId: MEETING })).toEqual({
    ok: false,
    refusal: { code: 'not-yours-to-do' },
  })
})

test('[L10] whose link was revoked is sent out, and does nothing from memory', async ({
  live,
  services,
  db,
}) => {
  const resident = await live.resident(1)
  await resident.join()
  await db.delete(sessionRows)
  services.feed.publishRemoved(MEETING, seatId('residents-1'))
  await resident.hears((heard) => heard['meeting:removed'].length === 1)
  await live.room.must(CHAIR, { type: 'start-item', itemId: TALK })
  const hand = { type: 'raise-hand', seatId: seatId('residents-1'), stance: 'for' } as const
  expect(await command(resident, hand)).toEqual({
    ok: false,
    refusal: { code: 'no-such-meeting' },
  })
  expect(resident.heard['meeting:events']).toEqual([])
})

test('[V27] four secret papers: no frame, no log and no minutes tells their split', async ({
  live,
  services,
}) => {
  const pages = [await live.chair(), await live.resident(1), await live.screen()]
  for (const page of pages) await page.join()
  const ballotId = await live.room.openBallot(DECIDE, 'secret')
  const choices = ['yes', 'yes', 'yes', 'no'] as const
  for (const [index, choice] of choices.entries()) {
    const voter = seat(`residents-${index + 1}`)
    const cast = {
      meetingId: MEETING,
      ballotId,
      choice,
      key: `few-papers-${index}`,
      origin: 'phone' as const,
    }
    expect(await castVote(services, voter, cast)).toMatchObject({ ok: true })
  }
  await live.room.must(CHAIR, { type: 'close-ballot', ballotId })
  for (const page of pages) {
    await page.hears(({ 'meeting:events': events }) =>
      JSON.stringify(events).includes('ballot-closed'),
    )
    const late = await page.join()
    const told = JSON.stringify([page.heard, late])
    expect(told).toContain('"splitWithheld":true')
    expect(told).not.toMatch(/"(yes|no|abstain)":"/)
    expect(told).not.toContain('"test":"pass"')
  }
  const draft = await getMinutes(services, RECORDER, MEETING)
  expect(JSON.stringify(draft)).toContain('"splitWithheld":true')
  expect(JSON.stringify(draft)).not.toMatch(/"(yes|no|abstain)":"/)
  expect(await verifyLog(services.db, MEETING)).toMatchObject({ sound: true })
})

test('[L10] whose screen link was revoked is told at once, and hears nothing more', async ({
  live,
  services,
}) => {
  const screen = await live.screen()
  await screen.join()
  const renewed = await renewScreenLink(services, CHAIR, { meetingId: MEETING })
  expect(renewed.ok).toBe(true)
  await screen.hears((heard) => heard['meeting:removed'].length === 1)
  await live.room.must(CHAIR, { type: 'start-item', itemId: TALK })
  const again = await screen.ask('meeting:join', {
    meetingId: MEETING,
    protocol: LIVE_PROTOCOL,
    lastSeq: null,
  })
  expect(again).toEqual({ ok: false, refusal: { code: 'no-such-meeting' } })
  expect(screen.heard['meeting:events']).toEqual([])
})

test('[N10] whose account is closed is sent out, and does nothing from memory', async ({
  live,
  services,
}) => {
  const [chair, resident] = [await live.chair(), await live.resident(1)]
  await Promise.all([chair.join(), resident.join()])
  await services.db
    .update(accounts)
    .set({ disabledAt: new Date() })
    .where(eq(accounts.id, CHAIR.accountId))
  await chair.hears((heard) => heard['meeting:removed'].length === 1)
  expect(await command(chair, { type: 'start-item', itemId: TALK })).toEqual({
    ok: false,
    refusal: { code: 'no-such-meeting' },
  })
  expect(resident.heard['meeting:removed']).toEqual([])
}, 15_000)

const deep = () => {
  let nested: unknown = 'core'
  for (let level = 0; level < 2000; level += 1) nested = [nested]
  return nested
}
const MALFORMED: [string, unknown[]][] = [
  ['nothing at all', []],
  ['a null', [null]],
  ['a list for an object', [[]]],
  ['ten arguments', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
  ['an id that is no id', [{ meetingId: '../../etc', protocol: 1, lastSeq: null }]],
  ['an id that is an object', [{ meetingId: { toString: 'x' }, protocol: 1, lastSeq: null }]],
  ['a float for a seq', [{ meetingId: MEETING, protocol: 1, lastSeq: 0.5 }]],
  ['a seq below nothing', [{ meetingId: MEETING, protocol: 1, lastSeq: -1 }]],
  ['nesting two thousand deep', [deep()]],
  ['a prototype', [JSON.parse('{"__proto__":{"meetingId":"x"}}')]],
]

test.for(MALFORMED)(
  '[L21] %s is answered with bad-request, and nothing breaks',
  async (row, { live }) => {
    const resident = await live.resident(1)
    for (const name of [
      'meeting:join',
      'meeting:command',
      'ballot:cast',
      '__proto__',
      'toString',
    ]) {
      const reply: unknown = await resident.socket.timeout(5000).emitWithAck(name, ...row[1])
      expect(reply).toEqual({ ok: false, refusal: { code: 'bad-request' } })
    }
    await resident.join()
  },
)

test('[L22] choices and keys that are none never reach the vote', async ({ live }) => {
  const resident = await live.resident(1)
  await resident.join()
  const ballotId = await live.room.openBallot(DECIDE, 'open')
  const good = { meetingId: MEETING, ballotId, choice: 'yes', key: 'a-good-key' }
  const bad: object[] = [
    { ...good, choice: 'maybe' },
    { ...good, choice: ['yes', 'no'] },
    { ...good, choice: null },
    { ...good, key: 'short' },
    { ...good, key: 'a\u0000null-in-it' },
    { ...good, key: 'x'.repeat(65) },
    { ...good, ballotId: 9 },
    { ...good, ballotId: '' },
  ]
  for (const request of bad) {
    expect(await resident.ask('ballot:cast', request as never)).toEqual({
      ok: false,
      refusal: { code: 'bad-request' },
    })
  }
  // Whom the vote is for is never read from the request.
  const forged = { ...good, electorId: seatId('residents-2'), seatId: seatId('residents-2') }
  expect(await resident.ask('ballot:cast', forged as never)).toMatchObject({ ok: true })
  await live.room.must(CHAIR, { type: 'close-ballot', ballotId: ballotId })
})

test('[H8] a sign no database takes costs a command nothing but itself', async ({ live }) => {
  const [chair, resident] = [await live.chair(), await live.resident(1)]
  await chair.join()
  await resident.join()
  const said = await command(chair, {
    type: 'add-item',
    title: '车\u0000棚\ud800选\u202e址',
    minutes: 5,
    kind: 'discussion',
  })
  expect(said).toMatchObject({ ok: true })
  await resident.hears((heard) => heard['meeting:events'].length > 0)
  const [push] = resident.heard['meeting:events'].flat()
  expect(push?.events[0]?.event).toMatchObject({
    type: 'item-added',
    item: { title: '车棚选址' },
  })
  const nothing = await command(
    chair,
    {
      type: 'add-item',
      title: '\u0000\u202e',
      minutes: 5,
      kind: 'discussion',
    },
    'key-of-nothing',
  )
  expect(nothing).toEqual({ ok: false, refusal: { code: 'bad-request' } })
})

test('[L23] a flood is answered with too-fast, and the next minute is a new one', async ({
  live,
  clock,
}) => {
  const resident = await live.resident(1)
  const burst = await Promise.all(
    Array.from({ length: 60 }, () =>
      resident.ask('ballot:mine', { meetingId: MEETING, ballotId: 'b' }),
    ),
  )
  expect(burst.filter((reply) => reply.ok).length).toBe(30)
  expect(burst.at(-1)).toEqual({ ok: false, refusal: { code: 'too-fast' } })
  clock.advance(60_000)
  await resident.join()
})

/** Frames no client of ours would send, each on a connection of its own, after a good handshake. */
const FRAMES: [string, string][] = [
  ['an event named by an object', '42[{"toString":"foo"}]'],
  ['a reserved event', '42["disconnect"]'],
  ['another reserved event', '42["newListener"]'],
  ['an answer nobody asked for', '43999999["x"]'],
  ['an answer to a huge id', '439007199254740993["x"]'],
  ['a thousand million attachments', '451000000000-["x",{"_placeholder":true,"num":0}]'],
  ['a placeholder for nothing', '451-["x",{"_placeholder":true,"num":99}]'],
  ['half a packet', '42["meeting:join",{'],
  ['no packet', 'x'],
  ['an unknown engine packet', '9'],
  ['a second connect', '40'],
  ['a namespace that is not there', '40/admin,'],
  ['a frame larger than any request', `42["meeting:join","${'a'.repeat(20_000)}"]`],
  ['an event before connect', '420["meeting:join",{}]'],
]

test.for(FRAMES)(
  '[L24] %s: the process lives, and others notice nothing',
  async (row, { live }) => {
    const resident = await live.resident(1)
    await resident.join()
    const manager = new Manager(`http://127.0.0.1:${live.port}`, {
      path: '/live/',
      transports: ['websocket'],
      extraHeaders: { origin: `http://127.0.0.1:${live.port}` },
      reconnection: false,
    })
    await new Promise<void>((resolve) => manager.once('open', resolve))
    const { engine } = manager
    const ended = new Promise<void>((resolve) => engine.once('close', () => resolve()))
    const { ws } = engine.transport as unknown as { ws: { send: (frame: string) => void } }
    if (!row[0].includes('before connect')) {
      // What comes before the answer to a hello is never looked at.
      const greeted = new Promise<void>((resolve) => engine.once('data', () => resolve()))
      ws.send('40')
      await greeted
    }
    ws.send(row[1])
    engine.close()
    await ended
    expect((await resident.join()).me.role).toBe('seat')
  },
)

/** A frame as a browser would send it, but for what is given. RFC 6455, section 5.2. */
function frame(
  body: Buffer | string,
  { first = 0x81, masked = true }: { first?: number; masked?: boolean } = {},
): Buffer {
  const bytes = Buffer.from(body)
  const mask = masked ? 0x80 : 0
  const length =
    bytes.length < 126
      ? [mask | bytes.length]
      : [mask | 126, bytes.length >> 8, bytes.length & 0xff]
  // A mask of zeros leaves the bytes as they are.
  return Buffer.concat([
    Buffer.from([first, ...length, ...(masked ? [0, 0, 0, 0] : [])]),
    bytes,
  ])
}

const BYTES: [string, Buffer[]][] = [
  ['an unmasked frame', [frame('40', { masked: false })]],
  ['reserved bits', [frame('40', { first: 0xf1 })]],
  ['a compressed frame, which nobody agreed on', [frame('40', { first: 0xc1 })]],
  ...[3, 4, 5, 6, 7, 11, 15].map((code): [string, Buffer[]] => [
    `an unknown opcode, ${code}`,
    [frame('', { first: 0x80 | code })],
  ]),
  ['a ping in two parts', [frame('a', { first: 0x09 }), frame('b', { first: 0x80 })]],
  ['a ping of 126 bytes', [frame('a'.repeat(126), { first: 0x89 })]],
  ['the end of nothing', [frame('40', { first: 0x80 })]],
  ['a length of 2^63', [Buffer.from([0x81, 0xff, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])]],
  ['a length of 2^32 and nothing more', [Buffer.from([0x81, 0xff, 0, 0, 0, 1, 0, 0, 0, 0])]],
  ['half a head', [Buffer.from([0x81])]],
  ['bytes that are no UTF-8', [frame(Buffer.from([0x34, 0x32, 0xc3, 0x28]))]],
  ['bytes instead of words', [frame('40', { first: 0x82 })]],
  ['a close that says 1005', [frame(Buffer.from([0x03, 0xed]), { first: 0x88 })]],
  ['a close that says 5000', [frame(Buffer.from([0x13, 0x88]), { first: 0x88 })]],
  ['a close of one byte', [frame('x', { first: 0x88 })]],
  ['a thousand pings', Array.from({ length: 1000 }, () => frame('', { first: 0x89 }))],
  [
    'a hello letter by letter',
    [
      frame('4', { first: 0x01 }),
      ...Array.from({ length: 2000 }, () => frame('', { first: 0x00 })),
      frame('0', { first: 0x80 }),
    ],
  ],
  [
    'a hello of 15,000 brackets',
    [frame('40'), frame(`42["meeting:join",${'['.repeat(15_000)}`)],
  ],
]

test.for(BYTES)(
  '[L24] bytes: %s; the process lives, and others notice nothing',
  async (row, { live }) => {
    const resident = await live.resident(1)
    await resident.join()
    const raw = connect(live.port, '127.0.0.1')
    raw.on('error', () => undefined)
    const origin = `Origin: http://127.0.0.1:${live.port}\r\n`
    raw.write(
      `GET /live/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1:${live.port}\r\n${origin}` +
        'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n' +
        'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
    )
    const closed = new Promise<void>((resolve) => raw.once('close', () => resolve()))
    await new Promise((resolve) => raw.once('data', resolve))
    for (const bytes of row[1]) raw.write(bytes)
    raw.end()
    await closed
    expect((await resident.join()).me.role).toBe('seat')
  },
)

test('[L25] who stops says so first, and answers the votes it has taken', async ({
  services,
}) => {
  const room = await openMeeting(services)
  const ballotId = await room.openBallot(DECIDE, 'open')
  const { port, sessions, close } = await serveLive(services)
  const page = await openPage(port, { cookie: await seatCookie(sessions, 'residents-1') })
  await page.join()
  // The database is busy with something else, so that the vote is taken and has to wait.
  let letGo = () => {}
  const busy = services.database.transaction(
    () => new Promise<void>((resolve) => (letGo = resolve)),
  )
  const taken = page.ask('ballot:cast', {
    meetingId: MEETING,
    ballotId,
    choice: 'yes',
    key: 'last-moment',
  })
  // Asked after it and answered without the database: now the vote has arrived.
  await page.ask('meeting:join', { meetingId: MEETING, protocol: -1, lastSeq: null })
  const closing = close()
  letGo()
  await busy
  expect(await taken).toMatchObject({ ok: true })
  await closing
  expect(page.heard['server:restarting']).toHaveLength(1)
  expect(
    await castVote(services, seat('residents-2'), {
      meetingId: MEETING,
      ballotId,
      choice: 'yes',
      key: 'too-late-now',
      origin: 'phone',
    }),
  ).toEqual({ ok: false, refusal: { code: 'busy' } })
})

test('[L42] whoever does not read is cut off with what waits for them, holds nobody up, and gets the whole when back', async ({
  live,
  services,
}) => {
  const [stuck, reader] = [await live.resident(1), await live.resident(2)]
  await stuck.join()
  await reader.join()
  const { seq } = await live.room.log()
  const many = 500
  const text = '议'.repeat(20_000)
  const cut = new Promise<void>((resolve) => stuck.socket.once('disconnect', () => resolve()))
  const lines = await live.lines()
  lineOf(stuck).pause()
  const startedAt = performance.now()
  for (let count = 1; count <= many; count += 1) {
    services.feed.publish(MEETING, seq + count - 1, [
      { seq: seq + count, at: 0, actorId: 'lin', event: { type: 'message-shown', text } },
    ])
    // As a room does: others are heard between two things.
    if (count % 25 === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  await reader.hears((heard) => heard['meeting:events'].length === many)
  expect(performance.now() - startedAt, 'the others wait for nobody').toBeLessThan(10_000)
  expect((await reader.join()).me.role).toBe('seat')
  // The server looks once a second, and does not wait until somebody reads again.
  await new Promise((resolve) => setTimeout(resolve, 1500))
  expect(await live.lines(), 'nothing is kept for who does not read').toBe(lines - 1)
  lineOf(stuck).resume()
  await cut
  expect(stuck.heard['meeting:events'].length).toBeLessThan(many)
  const back = await live.resident(1)
  expect((await back.join(seq + many)).snapshot).not.toBeNull()
})

/** The line itself, under the socket's client. */
function lineOf(page: Page): Pick<Socket, 'pause' | 'resume'> {
  const { transport } = page.socket.io.engine as unknown as {
    transport: { ws: { _socket: Socket } }
  }
  return transport.ws._socket
}
