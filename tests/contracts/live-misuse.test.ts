import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import { connect, type Socket } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { Manager } from 'socket.io-client'
import { expect, vi } from 'vitest'
import { LIVE_PROTOCOL } from '#app/live/contract.ts'
import type { Services } from '#app/runtime/services.server.ts'
import { conveneMeeting } from '#app/services/meetings/convene-meeting.server.ts'
import { castVote } from '#app/services/voting/cast-vote.server.ts'
import { openVotes } from '#db/schema/ballots.ts'
import {
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
  planMeeting,
  roomOf,
  seat,
  seatId,
} from '#tests/helpers/meeting-setting.ts'
import { test as base } from '#tests/helpers/test-database.ts'

/** What comes by itself is looked for until it is there. */
const SOON = { timeout: 10_000, interval: 5 }

type Hall = {
  port: number
  http: Awaited<ReturnType<typeof serveLive>>['http']
  room: Awaited<ReturnType<typeof openMeeting>>
  /** The cookie of a resident's phone. */
  cookieOf: (resident: number) => Promise<string>
  open: (page: Parameters<typeof openPage>[1]) => Promise<Page>
  line: (cookie?: string) => Promise<Line>
}

/** A line to the server on which any text can be said, after a good handshake. */
type Line = {
  say: (text: string) => void
  /** Says hello and waits for the answer: what is said before it is never looked at. */
  sayHello: () => Promise<void>
  hears: (sign: string) => Promise<void>
  heard: string[]
  closed: Promise<unknown>
}

const test = base.extend<{ hall: Hall }>({
  hall: async ({ services }, use) => {
    const room = await openMeeting(services)
    const { port, http, sessions, close } = await serveLive(services)
    const ends: (() => void)[] = []
    await use({
      port,
      http,
      room,
      cookieOf: (resident) => seatCookie(sessions, `residents-${resident}`),
      open: async (settings) => {
        const page = await openPage(port, settings)
        ends.push(page.close)
        return page
      },
      line: async (cookie) => {
        const line = await openLine(port, cookie)
        ends.push(line.end)
        return line
      },
    })
    for (const end of ends) end()
    await close()
  },
})

async function openLine(port: number, cookie?: string): Promise<Line & { end: () => void }> {
  const manager = new Manager(`http://127.0.0.1:${port}`, {
    path: '/live/',
    transports: ['websocket'],
    extraHeaders: { origin: `http://127.0.0.1:${port}`, ...(cookie ? { cookie } : {}) },
    reconnection: false,
  })
  await new Promise<void>((resolve) => manager.once('open', resolve))
  const { engine } = manager
  const { ws } = engine.transport as unknown as { ws: { send: (frame: string) => void } }
  const heard: string[] = []
  engine.on('data', (text) => heard.push(String(text)))
  const closed = new Promise((resolve) => engine.once('close', resolve))
  const say = (text: string) => ws.send(text)
  const hears = async (sign: string) => {
    await vi.waitFor(() => expect(heard.some((text) => text.includes(sign))).toBe(true), SOON)
  }
  const sayHello = async () => {
    say('40')
    await hears('"sid"')
  }
  return { say, sayHello, hears, heard, closed, end: () => engine.close() }
}

/** Answers to what was asked, as Socket.IO writes them. */
const answersIn = (line: Line) => line.heard.filter((text) => /^3\d/.test(text))

test.for([
  ['that wants no answer', () => '42["ballot:mine",{}]'],
  ['that wants an answer each', (index: number) => `42${index}["ballot:mine",{}]`],
] as const)(
  '[L23] a hundred thousand requests at once, %s, are cut off, and nobody else waits',
  async ([, ask], { hall }) => {
    const flood = await hall.line()
    const neighbour = await hall.open({ cookie: await hall.cookieOf(1) })
    await flood.sayHello()
    for (let index = 0; index < 100_000; index += 1) flood.say(ask(index))
    const startedAt = performance.now()
    await neighbour.join()
    await flood.closed
    expect(performance.now() - startedAt).toBeLessThan(10_000)
    expect(answersIn(flood).length).toBeLessThanOrEqual(30 + 200)
    await neighbour.join()
  },
)

test('[L42] whoever pings without end and reads no answer is cut off', async ({ hall }) => {
  const resident = await hall.open({ cookie: await hall.cookieOf(1) })
  const pinging = connect(hall.port, '127.0.0.1')
  pinging.on('error', () => undefined)
  const closed = new Promise((resolve) => pinging.once('close', resolve))
  const head = Object.entries(wantsWebSocket(hall.port)).map(
    ([name, value]) => `${name}: ${value}`,
  )
  pinging.write(
    `GET ${WEBSOCKET} HTTP/1.1\r\nHost: 127.0.0.1:${hall.port}\r\n${head.join('\r\n')}\r\n\r\n`,
  )
  await once(pinging, 'data')
  pinging.write(Buffer.from([0x81, 0x82, 0, 0, 0, 0, 0x34, 0x30]))
  await once(pinging, 'data')
  pinging.pause()
  // 125 bytes each, masked with nothing.
  const ping = Buffer.concat([
    Buffer.from([0x89, 0x80 | 125, 0, 0, 0, 0]),
    Buffer.alloc(125, 'x'),
  ])
  const pings = Buffer.concat(Array.from({ length: 1000 }, () => ping))
  const lines = await linesOf(hall.http)
  for (let sent = 0; sent < 250; sent += 1) {
    pinging.write(pings)
    if (sent % 10 === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  await expect.poll(() => linesOf(hall.http), { timeout: 15_000 }).toBe(lines - 1)
  await resident.join()
  pinging.destroy()
  await closed
})

/** How many lines the server holds. */
const linesOf = (http: Hall['http']) =>
  new Promise<number>((resolve) => http.getConnections((_error, count) => resolve(count)))

test('[L23] whoever asks too fast for a moment stays', async ({ hall }) => {
  const hasty = await hall.line()
  await hasty.sayHello()
  for (let index = 0; index < 200; index += 1) hasty.say(`42${index}["ballot:mine",{}]`)
  await vi.waitFor(() => expect(answersIn(hasty)).toHaveLength(200), SOON)
  expect(answersIn(hasty).filter((text) => text.includes('too-fast'))).toHaveLength(170)
})

/** What no client of ours would say, after `40` unless the row says its own hello. */
const SAID: [string, string[]][] = [
  ['a vote that wants no answer', ['42["ballot:cast",{"meetingId":"tonight"}]']],
  ['words where the answer’s way should be', ['42["ballot:cast",{},"reply"]']],
  ['nothing at all', ['42[]', '42', '4', '']],
  ['a request named by a number', ['421[5,{}]']],
  [
    'a request named like what every object has',
    ['421["constructor",{}]', '422["hasOwnProperty"]'],
  ],
  ['the same number of an answer twice', ['427["ballot:mine",{}]', '427["ballot:mine",{}]']],
  ['an answer’s number below nothing', ['42-1["ballot:mine",{}]']],
  ['an answer’s number of 2^53', ['429007199254740992["ballot:mine",{}]']],
  ['an answer’s number without end', [`42${'9'.repeat(400)}["ballot:mine",{}]`]],
  ['answers to nothing asked', ['43-1[]', '431000000000[{}]', '430']],
  [
    'two of an announced three attachments',
    ['453-["ballot:cast",{"_placeholder":true,"num":0}]', '42["x"]'],
  ],
  [
    'an attachment that refers to a prototype',
    ['451-["x",{"_placeholder":true,"num":"__proto__"}]'],
  ],
  [
    'lists in lists, five thousand deep',
    [`421["meeting:join",${'['.repeat(5000)}${']'.repeat(5000)}]`],
  ],
  [
    'objects in objects, two thousand deep',
    [`421["meeting:join",${'{"a":'.repeat(2000)}1${'}'.repeat(2000)}]`],
  ],
  ['packets of Engine.IO that are none', ['7', '8', '1', '0', '6', '5probe']],
  ['a hello that is too large', [`40{"face":"${'x'.repeat(1_000_000)}"}`]],
  ['a hello that is a list in lists', [`40${'['.repeat(10_000)}`]],
  ['a hello with a prototype', ['40{"__proto__":{"face":"staff"}}', '421["ballot:mine",{}]']],
  ['three hellos and a goodbye', ['40', '40', '40', '41', '421["ballot:mine",{}]']],
  ['a hello to somewhere with a prototype’s name', ['40/__proto__,', '40/constructor,{}']],
]

test.for(SAID)(
  '[L24] %s: the process lives, and others notice nothing',
  async (row, { hall }) => {
    const resident = await hall.open({ cookie: await hall.cookieOf(1) })
    await resident.join()
    const line = await hall.line()
    if (!row[1][0]?.startsWith('40')) await line.sayHello()
    for (const text of row[1]) line.say(text)
    // What is said after it is read after it: so all of this was read, or the line is closed.
    line.say('40/last,')
    await Promise.race([line.closed, line.hears('/last')])
    expect((await resident.join()).me.role).toBe('seat')
  },
)

type Handshake = { path?: string; headers?: Record<string, string | string[]> }

const originOf = (port: number) => `http://127.0.0.1:${port}`
const wantsWebSocket = (port: number) => ({
  Origin: originOf(port),
  Connection: 'Upgrade',
  Upgrade: 'websocket',
  'Sec-WebSocket-Version': '13',
  'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
})

/** Asks for a WebSocket by hand; resolves to the status, or to `closed` when nobody says anything. */
async function shakeHands(port: number, { path = WEBSOCKET, headers = {} }: Handshake = {}) {
  const asked = request({
    host: '127.0.0.1',
    port,
    path,
    headers: {
      ...(path.includes('polling') ? { Origin: originOf(port) } : wantsWebSocket(port)),
      ...headers,
    },
  })
  asked.end()
  const answered = await Promise.race([
    once(asked, 'response').then(([answer]) => {
      const response = answer as IncomingMessage
      response.resume()
      return response
    }),
    once(asked, 'upgrade').then(([answer, socket]) => {
      ;(socket as Socket).destroy()
      return answer as IncomingMessage
    }),
    once(asked, 'error').then(
      () => null,
      () => null,
    ),
  ]).catch(() => null)
  asked.destroy()
  return answered
}

const WEBSOCKET = '/live/?EIO=4&transport=websocket'
const POLLING = '/live/?EIO=4&transport=polling'

const HANDSHAKES: [string, number | null, Handshake][] = [
  ['as our pages do', 101, {}],
  ['as our pages do where WebSockets are cut', 200, { path: POLLING }],
  ['of an older protocol', 400, { path: '/live/?EIO=3&transport=polling' }],
  ['of no protocol', 400, { path: '/live/?transport=polling' }],
  ['over something else', 400, { path: '/live/?EIO=4&transport=flash' }],
  ['over a prototype', 400, { path: '/live/?EIO=4&transport=__proto__' }],
  ['of a line that is not there', 400, { path: `${WEBSOCKET}&sid=AAAAAAAAAAAAAAAAAAAA` }],
  [
    'of another page, polling',
    403,
    { path: POLLING, headers: { Origin: 'http://evil.example' } },
  ],
  ['from nowhere, polling', 403, { path: POLLING, headers: { Origin: 'null' } }],
  ['with a header of 20 kB', 431, { headers: { 'X-Long': 'x'.repeat(20_000) } }],
  ['with an origin of 20 kB', 431, { headers: { Origin: `http://${'x'.repeat(20_000)}` } }],
  [
    'with ours and another origin',
    400,
    { headers: { Origin: 'http://127.0.0.1, http://evil.example' } },
  ],
]

test.for(HANDSHAKES)(
  '[L7] a handshake %s is answered with %s',
  async ([, status, shake], { hall }) => {
    const answered = await shakeHands(hall.port, shake)
    expect(answered?.statusCode ?? null).toBe(status)
    await (await hall.open({ cookie: await hall.cookieOf(1) })).join()
  },
)

test('[L7] an address that only looks like ours opens nothing', async ({ hall }) => {
  for (const path of [
    '//live/?EIO=4&transport=websocket',
    '/LIVE/?EIO=4&transport=websocket',
  ]) {
    expect((await shakeHands(hall.port, { path }))?.statusCode, path).not.toBe(101)
  }
})

test('what is sent is not compressed, whatever a browser offers: it costs five times the work', async ({
  hall,
}) => {
  const offered = { 'Sec-WebSocket-Extensions': 'permessage-deflate; client_max_window_bits' }
  const answered = await shakeHands(hall.port, { headers: offered })
  expect(answered?.statusCode).toBe(101)
  expect(answered?.headers['sec-websocket-extensions']).toBeUndefined()
})

test('the request a phone came with is let go of', async ({ hall }) => {
  let came: WeakRef<IncomingMessage> | undefined
  hall.http.on('upgrade', (request) => void (came = new WeakRef(request)))
  const phone = await hall.open({ cookie: await hall.cookieOf(1) })
  await phone.join()
  expect(came).toBeDefined()
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  await vi.waitFor(() => {
    collect()
    expect(came?.deref() === undefined).toBe(true)
  }, SOON)
  // It is still who it was.
  expect((await phone.join()).me.seatId).toBe(seatId('residents-1'))
})

test('[L44] a browser’s twenty-first line takes the place of its first, and of nobody else’s', async ({
  hall,
}) => {
  const [mine, theirs] = [await hall.cookieOf(1), await hall.cookieOf(2)]
  const other = await hall.open({ cookie: theirs })
  const pages: Page[] = []
  for (let count = 0; count < 20; count += 1) pages.push(await hall.open({ cookie: mine }))
  expect(pages.every(({ socket }) => socket.connected)).toBe(true)
  const gone = new Promise((resolve) => pages[0]?.socket.once('disconnect', resolve))
  const newest = await hall.open({ cookie: mine })
  await gone
  await newest.join()
  await other.join()
  expect(pages.slice(1).every(({ socket }) => socket.connected)).toBe(true)
})

/** Another meeting of the same community, in which a ballot is open. */
async function elsewhere(services: Services) {
  await planMeeting(services, { id: 'elsewhere' })
  const convened = await conveneMeeting(services, CHAIR, {
    meetingId: 'elsewhere',
    revision: 1,
  })
  if (!convened.ok) throw new Error(convened.refusal.code)
  const room = roomOf(services, 'elsewhere')
  await room.must(CHAIR, { type: 'open-doors' })
  await room.present((await room.state()).seats.map((each) => each.id))
  await room.must(CHAIR, { type: 'open', overrideReason: null })
  const ballotId = await room.openBallot(`elsewhere-${DECIDE}` as typeof DECIDE, 'open')
  return { room, ballotId }
}

test('[L14] who votes in one meeting votes in no other, hears nothing of it, and learns nothing by its names', async ({
  hall,
  services,
  db,
}) => {
  const { room, ballotId } = await elsewhere(services)
  const here = await hall.room.openBallot(DECIDE, 'open')
  const voter = await hall.open({ cookie: await hall.cookieOf(1) })
  await voter.join()
  const refusal = (code: string) => ({ ok: false, refusal: { code } })
  const cast = (meetingId: string, ballot: string) =>
    voter.ask('ballot:cast', {
      meetingId,
      ballotId: ballot,
      choice: 'yes',
      key: 'a-key-of-mine',
    })
  expect(await cast('elsewhere', ballotId)).toEqual(refusal('no-such-meeting'))
  expect(await cast('elsewhere', here)).toEqual(refusal('no-such-meeting'))
  expect(await cast(MEETING, ballotId)).toEqual(refusal('no-such-ballot'))
  expect(
    await voter.ask('meeting:join', {
      meetingId: 'elsewhere',
      protocol: LIVE_PROTOCOL,
      lastSeq: 0,
    }),
  ).toEqual(refusal('no-such-meeting'))
  const theirs = { ...seat('residents-2', 'elsewhere') }
  const vote = {
    meetingId: 'elsewhere',
    ballotId,
    choice: 'no',
    key: 'a-key-of-theirs',
  } as const
  expect(await castVote(services, theirs, { ...vote, origin: 'phone' })).toMatchObject({
    ok: true,
  })
  for (const meetingId of [MEETING, 'elsewhere']) {
    expect(await voter.ask('ballot:mine', { meetingId, ballotId })).toEqual({
      ok: true,
      value: null,
    })
  }
  await room.must(CHAIR, { type: 'close-ballot', ballotId })
  expect(await cast(MEETING, here)).toMatchObject({ ok: true })
  expect(JSON.stringify(voter.heard)).not.toContain('elsewhere')
  const rows = await db.select().from(openVotes)
  expect(rows.map(({ electorId }) => electorId).sort()).toEqual([
    'elsewhere-residents-2',
    seatId('residents-1'),
  ])
})

test('[L3] a phone that says it is the wall or the chair hears and does what a phone may', async ({
  hall,
}) => {
  for (const face of ['screen', 'staff'] as const) {
    const phone = await hall.open({ cookie: await hall.cookieOf(1), face })
    expect((await phone.join()).me).toMatchObject({ audience: 'seats', role: 'seat' })
    const opens = await phone.ask('meeting:command', {
      meetingId: MEETING,
      key: `as-${face}-from-a-phone`,
      command: { type: 'adjourn', reason: '散会' } as never,
    })
    expect(opens.ok).toBe(false)
    expect(await phone.ask('checkin:code', { meetingId: MEETING })).toEqual({
      ok: false,
      refusal: { code: 'not-yours-to-do' },
    })
  }
})

test('[L8] while a ballot is open nobody who comes in is told how it stands, chair and wall included', async ({
  hall,
  services,
}) => {
  const ballotId = await hall.room.openBallot(DECIDE, 'open')
  for (const [number, choice] of (['yes', 'yes', 'no', 'abstain'] as const).entries()) {
    const voter = seat(`residents-${number + 1}`)
    const key = `key-of-${number}-here`
    const vote = { meetingId: MEETING, ballotId, choice, key, origin: 'phone' } as const
    expect(await castVote(services, voter, vote)).toMatchObject({ ok: true })
  }
  const sessions = (await serveLive(services)).sessions
  const wall = await hall.open({ cookie: await screenCookie(sessions), face: 'screen' })
  const phone = await hall.open({ cookie: await hall.cookieOf(4) })
  for (const told of [await wall.join(), await phone.join()]) {
    expect(told.snapshot?.ballot?.ballotId).toBe(ballotId)
    expect(told.snapshot?.ballot?.verdict ?? null).toBeNull()
    expect(JSON.stringify(told)).not.toMatch(/"(yes|no|abstain)":/)
  }
})
