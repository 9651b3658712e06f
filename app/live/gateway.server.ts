import { randomUUID } from 'node:crypto'
import type { IncomingMessage, Server as HttpServer } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { Server } from 'socket.io'
import { loggedSeenBy, AUDIENCES, type Audience } from '#app/domain/meetings/audience.ts'
import type { MeetingId } from '#app/domain/shared/ids.ts'
import type { Viewer } from '#app/domain/permissions/viewer.ts'
import { isLoopback } from '#app/http/demo-access.server.ts'
import { networkOf } from '#app/http/network-of.ts'
import type { RequestHead } from '#app/http/origin-guard.server.ts'
import { sessionShown, type Sessions } from '#app/http/session.server.ts'
import { viewerInMeeting, type Face } from '#app/http/viewer.server.ts'
import type { ConnectedPage, Metrics } from '#app/runtime/metrics.server.ts'
import type { Services } from '#app/runtime/services.server.ts'
import { findRevoked } from '#app/services/invitations/find-revoked.server.ts'
import type { FeedNotice } from '#app/services/meetings/meeting-feed.server.ts'
import { answer } from './answer.server.ts'
import { LIVE_PATH, liveHandshake } from './contract.ts'
import { countUnsent, cut, cutSlow } from './cut-slow.server.ts'
import { handshakeForgetter } from './handshake-forgetter.server.ts'
import { createHandlers, type Peer } from './handlers.server.ts'
import { createLineLimits, type Whence } from './line-limits.ts'
import {
  joinOtherProcesses,
  lookAround,
  paceTurnout,
  type Line,
  type LiveIo,
  type LiveSocket,
} from './other-processes.server.ts'
import { createTokenBucket } from './token-bucket.ts'
import { liveParser, writeAnswer } from './written-answer.server.ts'

/** What a handshake is checked with. */
export type LiveDoor = {
  sessions: Sessions
  isOwnPage: (head: RequestHead) => boolean
}

export type LiveGateway = { connected: () => ConnectedPage[]; close: () => Promise<void> }

/** Any of the contract's requests fits; a flood of anything else is cut off unread. */
const MOST_BYTES = 16 * 1024
/** A page that is used sends a few requests a second, also when it comes back after a break. */
const REQUESTS = { burst: 30, perSecond: 10 }
/** Past these requests in vain somebody is not using a page. */
const MOST_REFUSED = 200
/** Windows and tabs of one browser, and lines of it that are dead without knowing it. */
const MOST_OF_A_BROWSER = 20
/** Behind one address may be a hall, or all who use one telephone company. */
const MOST_OF_AN_ADDRESS = 5000
const LOOK_AT_UNSENT_MS = 1000
/** Pages whose right to be here is asked for in one query; more would keep the others waiting. */
const CHECKED_AT_ONCE = 500
/** Who stops waits so long for its phones to go to another process; they leave within two seconds. */
const LEAVING_WITHIN_MS = 3500

/**
 * Turnouts that may be told in one ms. The wall and the console, which a hall looks at, hear theirs
 * five a second with two hundred halls at once; phones, which are a hall each, share a thirtieth of a
 * core: a thousand of them hear it every half second.
 */
const TURNOUTS_PER_MS: Record<Audience, number> = { staff: 3, screen: 3, seats: 2 }

/** Carries requests and events over Socket.IO, and says who is told of what. */
export function attachLive(http: HttpServer, services: Services, door: LiveDoor): LiveGateway {
  let stopping = false
  const limits = createLineLimits<Line>({
    ofBrowser: MOST_OF_A_BROWSER,
    ofAddress: MOST_OF_AN_ADDRESS,
  })
  const behindProxy = services.config.publicOrigin !== undefined
  const whyNot = (request: IncomingMessage) => {
    if (stopping) return 'restarting'
    if (!door.isOwnPage(headOf(request))) return 'foreign-origin'
    return limits.hasRoom(whence(request, behindProxy).address) ? null : 'too-many-lines'
  }
  const io: LiveIo = new Server(http, {
    path: LIVE_PATH,
    transports: ['websocket', 'polling'],
    serveClient: false,
    perMessageDeflate: false,
    httpCompression: false,
    parser: liveParser,
    maxHttpBufferSize: MOST_BYTES,
    connectTimeout: 10_000,
    // The `cors` option does not guard WebSocket; only this does.
    allowRequest(request, decide) {
      const refusal = whyNot(request)
      if (refusal !== null) {
        services.metrics.refused(refusal)
        services.log.info({ requestId: randomUUID(), refusal }, 'no socket opened')
      }
      decide(null, refusal === null)
    },
  })
  const forgetHandshake = handshakeForgetter(io)
  io.engine.on('connection', (line: Line) => {
    const from = whence(line.request, behindProxy)
    const tooMany = limits.opened(line, from)
    line.once('close', () => limits.closed(line, from))
    if (tooMany) cut(tooMany)
  })
  const unanswered = new Set<Promise<void>>()
  const tell = createTeller(io, services.metrics)
  const pages = new Map<LiveSocket, OpenPage>()
  const seatsHere = (meetingId: string) => seatsOf(io, pages, meetingId)
  const others = joinOtherProcesses(io, services, tell, seatsHere)
  const handlers = createHandlers(services, async (meetingId) => {
    const there = await others.seatsThere(meetingId)
    return [...new Set([...seatsHere(meetingId), ...there])]
  })
  const stopListening = services.feed.subscribe((notice) => {
    tell(notice)
    others.tellOthers(notice)
  })
  const stopWatching = watchRooms(io, services)
  const stopChecking = lookAround(services, () => sendOutRevoked(pages, services))

  io.on('connection', (socket) => {
    const joined: Joined = new Map()
    pages.set(socket, { joined, unsent: countUnsent(socket) })
    socket.on('disconnect', () => pages.delete(socket))
    const peer = peerOf(socket, joined, services, door)
    const bucket = createTokenBucket(REQUESTS)
    let refused = 0
    // Before Socket.IO's own listeners, of which there are none: nothing is passed on to them.
    socket.use((packet: unknown[]) => {
      const [name] = packet
      const reply = packet.at(-1)
      const isAnswerable = typeof name === 'string' && isReply(reply)
      // What wants no answer is counted too: it has to be read like everything else.
      if (!bucket.take(services.now().getTime())) {
        refused += 1
        if (refused > MOST_REFUSED) cut(socket.conn)
        else if (isAnswerable) reply({ ok: false, refusal: { code: 'too-fast' } })
        return
      }
      // Without somebody to answer there is nothing to do.
      if (!isAnswerable) return
      const answering = answer(
        handlers,
        peer,
        name,
        packet.length > 2 ? packet[1] : undefined,
        services.log,
      ).then((answered) => {
        unanswered.delete(answering)
        if (!answered.ok) services.metrics.refused(answered.refusal.code)
        try {
          reply(writeAnswer(name, answered))
        } catch (error) {
          services.log.error({ err: error }, 'no answer was sent')
        }
      })
      unanswered.add(answering)
    })
    socket.on('error', () => socket.disconnect(true))
    forgetHandshake(socket)
  })

  const cutting = setInterval(() => cutSlow(pages), LOOK_AT_UNSENT_MS)
  cutting.unref()

  return {
    connected() {
      return [...io.sockets.sockets.values()].map((socket) => ({
        face: faceOf(socket),
        transport: socket.conn.transport.name,
      }))
    },
    async close() {
      clearInterval(cutting)
      // Nobody new, and of the phones those that are ours: they go to another process by themselves,
      // each at its own moment, and until then everything is answered as ever.
      stopping = true
      io.local.emit('server:restarting')
      for (let left = LEAVING_WITHIN_MS; left > 0 && io.engine.clientsCount > 0; left -= 50) {
        await wait(50)
      }
      // Whoever has asked gets an answer before the line goes dead; votes that wait are written.
      await services.votes.drain()
      await Promise.all(unanswered)
      stopListening()
      stopChecking()
      others.leave()
      io.local.disconnectSockets(true)
      // `engine.close` throws away what is still being sent, so it comes last.
      for (let look = 0; look < 40 && io.engine.clientsCount > 0; look += 1) await wait(25)
      io.engine.close()
      stopWatching()
      await io.of('/').adapter.close()
    },
  }
}

/** The meetings one page has joined: as whom, and which rooms it hears. */
type Joined = Map<string, { viewer: Viewer; rooms: string[] }>

type OpenPage = {
  joined: Joined
  /** How many packets wait for it. */
  unsent: () => number
}

function peerOf(socket: LiveSocket, joined: Joined, services: Services, door: LiveDoor): Peer {
  const { headers } = socket.request
  const cookie = headers.cookie
  const face = faceOf(socket)
  const leave = async (meetingId: string) => {
    const rooms = joined.get(meetingId)?.rooms ?? []
    joined.delete(meetingId)
    for (const room of rooms) await socket.leave(room)
  }
  return {
    origin: services.config.publicOrigin ?? `http://${headers.host ?? 'localhost'}`,
    findViewer: (meetingId) =>
      viewerInMeeting({ services, sessions: door.sessions }, cookie, meetingId, face),
    viewerAt(meetingId) {
      const here = joined.get(meetingId)
      // Whoever was sent away has left the room, and does not act from memory.
      return here?.rooms.every((room) => socket.rooms.has(room)) ? here.viewer : null
    },
    async join(meetingId, viewer, audience) {
      await leave(meetingId)
      const rooms = [audienceRoom(meetingId, audience)]
      if (viewer.kind === 'seat') rooms.push(seatRoom(meetingId, viewer.seatId))
      await socket.join(rooms)
      joined.set(meetingId, { viewer, rooms })
    },
    leave,
  }
}

/**
 * Sends a notice to those of this process who may know, written out once for each audience. Other
 * processes tell their own.
 */
function createTeller(io: LiveIo, metrics: Metrics): (notice: FeedNotice) => void {
  const tellTurnouts = AUDIENCES.map((audience) =>
    paceTurnout(TURNOUTS_PER_MS[audience], (meetingId, turnout) => {
      const room = audienceRoom(meetingId, audience)
      io.local.to(room).emit('ballot:turnout', { meetingId, ...turnout })
      return io.sockets.adapter.rooms.get(room)?.size ?? 0
    }),
  )
  return (notice) => {
    const meetingId = notice.meetingId as MeetingId
    switch (notice.type) {
      case 'events': {
        const fannedOut = metrics.startFanOut()
        for (const audience of AUDIENCES) {
          const room = audienceRoom(meetingId, audience)
          if (!io.sockets.adapter.rooms.has(room)) continue
          const events = notice.events.map((logged) => loggedSeenBy(logged, audience))
          io.local.to(room).emit('meeting:events', { meetingId, after: notice.after, events })
        }
        fannedOut()
        return
      }
      case 'turnout':
        for (const tellTurnout of tellTurnouts) tellTurnout(meetingId, notice.turnout)
        return
      case 'removed': {
        const room = seatRoom(meetingId, notice.seatId)
        io.local.to(room).emit('meeting:removed', { meetingId })
        io.local.in(room).socketsLeave([room, audienceRoom(meetingId, 'seats')])
        return
      }
      case 'screens-removed': {
        const room = audienceRoom(meetingId, 'screen')
        io.local.to(room).emit('meeting:removed', { meetingId })
        io.local.in(room).socketsLeave(room)
        return
      }
      case 'head':
    }
  }
}

/** Sends out whoever's right to be here ended in another process, or with nobody to say so. */
async function sendOutRevoked(
  pages: ReadonlyMap<LiveSocket, OpenPage>,
  { database }: Services,
): Promise<void> {
  const present = [...pages].flatMap(([socket, { joined }]) =>
    [...joined]
      .filter(([, { rooms }]) => rooms.every((room) => socket.rooms.has(room)))
      .map(([meetingId, here]) => ({ socket, joined, meetingId, here })),
  )
  for (let from = 0; from < present.length; from += CHECKED_AT_ONCE) {
    const some = present.slice(from, from + CHECKED_AT_ONCE)
    const viewers = some.map(({ here }) => here.viewer)
    const revoked = new Set(await findRevoked(database.query, viewers))
    for (const { socket, joined, meetingId, here } of some) {
      // Joined again meanwhile, it was let in by what holds now.
      if (!revoked.has(here.viewer) || joined.get(meetingId) !== here) continue
      joined.delete(meetingId)
      socket.emit('meeting:removed', { meetingId: meetingId as MeetingId })
      for (const room of here.rooms) await socket.leave(room)
    }
  }
}

/** The seats of a meeting whose phones are connected to this process. */
function seatsOf(
  io: LiveIo,
  pages: ReadonlyMap<LiveSocket, OpenPage>,
  meetingId: string,
): string[] {
  const { sockets, adapter } = io.sockets
  const ids = adapter.rooms.get(audienceRoom(meetingId, 'seats')) ?? []
  return [...ids].flatMap((id) => {
    const socket = sockets.get(id)
    const viewer = socket && pages.get(socket)?.joined.get(meetingId)?.viewer
    return viewer?.kind === 'seat' ? [viewer.seatId] : []
  })
}

/** Keeps the log of each meeting that has a room here. */
function watchRooms(io: LiveIo, { logs }: Services): () => void {
  const watched = new Map<string, () => void>()
  const { adapter } = io.of('/')
  const opened = (room: string) => {
    const meetingId = /^m:(.+):(?:staff|seats|screen)$/.exec(room)?.[1]
    if (meetingId !== undefined) watched.set(room, logs.watch(meetingId))
  }
  const emptied = (room: string) => {
    watched.get(room)?.()
    watched.delete(room)
  }
  adapter.on('create-room', opened)
  adapter.on('delete-room', emptied)
  return () => {
    adapter.off('create-room', opened)
    adapter.off('delete-room', emptied)
    for (const stop of watched.values()) stop()
  }
}

function faceOf(socket: LiveSocket): Face {
  const handshake = liveHandshake.safeParse(socket.handshake.auth)
  return handshake.success ? handshake.data.face : 'staff'
}

/** A proxy adds the address it was asked from at the end; what stands before it anybody may have written. */
function whence({ headers, socket }: IncomingMessage, behindProxy: boolean): Whence {
  const forwarded = behindProxy ? String(headers['x-forwarded-for'] ?? '') : ''
  const address = forwarded.split(',').at(-1)?.trim() || (socket.remoteAddress ?? '')
  return {
    session: sessionShown(headers.cookie),
    address: isLoopback(address) ? null : networkOf(address),
  }
}

function headOf(request: IncomingMessage): RequestHead {
  const { origin, host } = request.headers
  const site = request.headers['sec-fetch-site']
  return { origin, host, secFetchSite: Array.isArray(site) ? site[0] : site }
}

function isReply(value: unknown): value is (answer: unknown) => void {
  return typeof value === 'function'
}

const audienceRoom = (meetingId: string, audience: Audience) => `m:${meetingId}:${audience}`
const seatRoom = (meetingId: string, seatId: string) => `m:${meetingId}:seat:${seatId}`
