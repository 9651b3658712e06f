import type { LiveSocket, Line } from './other-processes.server.ts'

/** Packets that may wait for a phone; past that it is cut off and catches up when it is back. */
const MOST_UNSENT = 256
/** The same in bytes: answers to a WebSocket's pings are no packets of ours, and wait as well. */
const MOST_UNSENT_BYTES = 4 * 1024 * 1024

/** A phone that stopped reading must not fill our memory; it joins again when it is back. */
export function cutSlow(pages: ReadonlyMap<LiveSocket, { unsent: () => number }>): void {
  for (const [{ conn }, { unsent }] of pages) {
    if (unsent() > MOST_UNSENT || bytesUnsent(conn) > MOST_UNSENT_BYTES) cut(conn)
  }
}

function bytesUnsent({ transport }: Line): number {
  return transport.name === 'websocket' ? webSocketOf(transport).bufferedAmount : 0
}

/** Engine.IO tells of each packet it takes in, and hands over all that wait when the line is free. */
export function countUnsent({ conn }: LiveSocket): () => number {
  let waiting = 0
  conn.on('packetCreate', () => void (waiting += 1))
  conn.on('flush', () => void (waiting = 0))
  return () => waiting
}

/**
 * At once, with what waits: a polite goodbye would stand at the end of the same queue, and `ws`
 * keeps the line for thirty seconds to say it.
 */
export function cut(line: Line): void {
  const { transport } = line
  line.close(true)
  if (transport.name === 'websocket') webSocketOf(transport).terminate()
}

/**
 * Nothing public of Engine.IO ends a line or says what waits on it: its transport has the WebSocket in
 * the private `socket` (read in 6.6.12); [L42] is red without it.
 */
function webSocketOf(transport: Line['transport']) {
  const { socket } = transport as unknown as {
    socket: { terminate: () => void; bufferedAmount: number }
  }
  return socket
}
