import { io, type Socket } from 'socket.io-client'
import type { ClientToServer, LiveHandshake, ServerToClient } from '#app/live/contract.ts'
import { LIVE_PATH } from '#app/live/protocol.ts'
import { serverTime } from '#app/ui/clock.ts'
import { chooseTransports } from './transports.ts'

export type LiveSocket = Socket<ServerToClient, ClientToServer>

/** A hall that is sent to another process leaves within this time, each phone at its own moment; ms. */
const LEAVE_WITHIN_MS = 2000
/** A hall that was cut off comes back within this time; ms. */
const RETURN_WITHIN_MS = 1000

export type LiveConnection = {
  socket: LiveSocket
  /** Leaves, and does not come back. */
  end: () => void
}

/**
 * The page's one connection. It comes back by itself however it was lost; it moves to another
 * process when its own says that it stops; and where a proxy lets no WebSocket through it polls.
 */
export function connectLive({
  url = '',
  face,
  isBusy,
  extraHeaders,
}: {
  /** Of the server; the page's own where it is left out. */
  url?: string
  face: LiveHandshake['face']
  /** Whether an answer is still awaited: then a move waits too. */
  isBusy: () => boolean
  /** For a client that is no browser. */
  extraHeaders?: Record<string, string>
}): LiveConnection {
  const transports = chooseTransports()
  const socket: LiveSocket = io(url, {
    path: LIVE_PATH,
    auth: { face } satisfies LiveHandshake,
    transports: transports.order(),
    tryAllTransports: true,
    forceNew: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 5000,
    // An attempt that hangs, as behind a lift's door, gives way to the next one.
    timeout: 5000,
    // A hall full of phones that lost the same router does not come back in one instant.
    randomizationFactor: 0.6,
    ...(extraHeaders ? { extraHeaders } : {}),
  })
  let ended = false
  let waiting: ReturnType<typeof setTimeout> | undefined

  const later = (withinMs: number, act: () => void) => {
    clearTimeout(waiting)
    waiting = setTimeout(() => {
      if (!ended) act()
    }, withinMs * chance())
  }
  const move = () => {
    // What was asked of this process is answered by it; then the next one is found.
    if (isBusy()) return later(RETURN_WITHIN_MS, move)
    socket.disconnect()
    socket.connect()
  }

  socket.on('connect', () => {
    transports.opened(socket.io.engine.transport.name, serverTime(0))
    clearTimeout(waiting)
  })
  socket.on('server:restarting', () => later(LEAVE_WITHIN_MS, move))
  socket.on('disconnect', (reason) => {
    if (reason.startsWith('io ')) transports.left()
    else transports.closed(serverTime(0))
    socket.io.opts.transports = transports.order()
    // The one kind of loss after which the library leaves coming back to us.
    if (reason === 'io server disconnect') later(RETURN_WITHIN_MS, () => socket.connect())
  })
  socket.on('connect_error', () => {
    transports.failed()
    socket.io.opts.transports = transports.order()
  })

  return {
    socket,
    end: () => {
      ended = true
      clearTimeout(waiting)
      socket.disconnect()
    },
  }
}

/** From 0 to 1, another one on each phone. */
function chance(): number {
  const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1))
  return drawn / 2 ** 32
}
