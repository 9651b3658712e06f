import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { io, type Socket } from 'socket.io-client'
import { createSessions, type Sessions } from '#app/http/session.server.ts'
import { isOwnPage } from '#app/http/origin-guard.server.ts'
import {
  LIVE_PATH,
  LIVE_PROTOCOL,
  type LiveAnswers,
  type LiveHandshake,
  type LiveRequestName,
  type Reply,
  type Sent,
  type ServerToClient,
} from '#app/live/contract.ts'
import { attachLive } from '#app/live/gateway.server.ts'
import type { Services } from '#app/runtime/services.server.ts'
import { accounts } from '#db/schema/accounts.ts'
import { CHAIR, MEETING, seat } from './meeting-setting.ts'

/** The live gateway on a port of its own, without pages. */
export async function serveLive(
  services: Services,
  port = 0,
): Promise<{ port: number; http: Server; sessions: Sessions; close: () => Promise<void> }> {
  const http = createServer((_request, response) => response.end('ok'))
  const sessions = sessionsOf(services)
  const live = attachLive(http, services, {
    sessions,
    isOwnPage: (head) => isOwnPage(head, undefined),
  })
  await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve))
  return {
    port: (http.address() as AddressInfo).port,
    http,
    sessions,
    close: async () => {
      await live.close()
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
    },
  }
}

export function sessionsOf(services: Services): Sessions {
  return createSessions({
    ...services,
    secret: services.config.sessionSecret,
    https: false,
  })
}

/** The cookie of a browser that opened this seat's personal link. */
export async function seatCookie(
  sessions: Sessions,
  name: string,
  meetingId = MEETING,
  version = 1,
): Promise<string> {
  const session = await sessions.getSession()
  session.set('seats', { [meetingId]: { seatId: seat(name, meetingId).seatId, version } })
  return cookieIn(await sessions.commitSession(session))
}

/** The cookie of the chair's browser, who has an account. */
export async function chairCookie(services: Services, sessions: Sessions): Promise<string> {
  await services.db
    .insert(accounts)
    .values({
      id: CHAIR.accountId,
      personId: CHAIR.personId,
      login: 'lin',
      passwordHash: 'none',
      role: 'cadre',
      scopeId: 'riverside',
    })
    .onConflictDoNothing()
  const session = await sessions.getSession()
  session.set('accountId', CHAIR.accountId)
  return cookieIn(await sessions.commitSession(session))
}

/** The cookie of the hall's screen. */
export async function screenCookie(sessions: Sessions, meetingId = MEETING): Promise<string> {
  const session = await sessions.getSession()
  session.set('screens', { [meetingId]: 1 })
  return cookieIn(await sessions.commitSession(session))
}

const cookieIn = (header: string) => header.split(';')[0] ?? ''

type Heard = { [Name in keyof ServerToClient]: Parameters<ServerToClient[Name]>[] }

export type Page = {
  socket: Socket
  heard: Heard
  ask: <Name extends LiveRequestName>(name: Name, request: Sent<Name>) => Promise<Reply<Name>>
  /** Joins, or fails the test. */
  join: (lastSeq?: number | null) => Promise<LiveAnswers['meeting:join']>
  /** Resolves once this page was told so much. */
  hears: (enough: (heard: Heard) => boolean) => Promise<void>
  close: () => void
}

/** A browser's page, through the real client. */
export async function openPage(
  port: number,
  {
    cookie,
    face = 'seat',
    origin = `http://127.0.0.1:${port}`,
  }: { cookie?: string; face?: LiveHandshake['face']; origin?: string | null } = {},
): Promise<Page> {
  const headers = { ...(cookie ? { cookie } : {}), ...(origin === null ? {} : { origin }) }
  const socket = io(`http://127.0.0.1:${port}`, {
    path: LIVE_PATH,
    transports: ['websocket'],
    extraHeaders: headers,
    auth: { face },
    forceNew: true,
    reconnection: false,
  })
  const heard: Heard = {
    'meeting:events': [],
    'ballot:turnout': [],
    'meeting:removed': [],
    'server:restarting': [],
  }
  let waiting: (() => void)[] = []
  socket.onAny((name: keyof Heard, ...args: unknown[]) => {
    heard[name].push(args as never)
    for (const look of waiting.splice(0)) look()
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    // Cut off between the line and the hello, the client says no more than this.
    socket.once('disconnect', (reason) => reject(new Error(reason)))
    socket.once('connect_error', (error) => {
      socket.disconnect()
      reject(error)
    })
  })
  const ask: Page['ask'] = (name, request) =>
    socket.timeout(10_000).emitWithAck(name, request) as never
  return {
    socket,
    heard,
    ask,
    join: async (lastSeq = null) => {
      const joined = await ask('meeting:join', {
        meetingId: MEETING,
        protocol: LIVE_PROTOCOL,
        lastSeq,
      })
      if (!joined.ok) throw new Error(joined.refusal.code)
      return joined.value
    },
    hears: async (enough) => {
      while (!enough(heard))
        await new Promise<void>((resolve) => (waiting = [...waiting, resolve]))
    },
    close: () => socket.disconnect(),
  }
}
