/** In which order a connection tries its ways: a WebSocket, or plain requests one after another. */
type Transport = 'websocket' | 'polling'

/** A WebSocket that does not live this long was cut by something on the way, not by a sleep; ms. */
const SHORT_LIFE_MS = 20_000
/** So many short lives, or attempts in vain, and the plain way goes first. */
const MOST_IN_VAIN = 2

export type Transports = {
  order: () => Transport[]
  /** An attempt came to nothing. */
  failed: () => void
  opened: (transport: string, now: number) => void
  /** Lost on the way. */
  closed: (now: number) => void
  /** Ended by this page or by the server, as when a process is restarted: that says nothing of the way. */
  left: () => void
}

/**
 * WebSocket first: it is quicker and needs no one server. A proxy that refuses,
 * holds back or soon cuts WebSockets makes plain requests go first; from there
 * the connection still changes to a WebSocket once one has been seen to work. Where plain requests
 * fail too, as between several processes without a cookie, a WebSocket goes first again.
 */
export function chooseTransports(): Transports {
  let inVain = 0
  let opened: { transport: string; at: number } | null = null
  const plainFirst = () => inVain >= MOST_IN_VAIN
  const inVainOnce = () => {
    inVain = plainFirst() ? 0 : inVain + 1
  }
  return {
    order: () => (plainFirst() ? ['polling', 'websocket'] : ['websocket', 'polling']),
    failed: inVainOnce,
    opened(transport, now) {
      opened = { transport, at: now }
    },
    closed(now) {
      if (opened === null) return
      const { transport, at } = opened
      opened = null
      const short = now - at < SHORT_LIFE_MS
      if (transport === 'websocket') {
        if (short) inVain += 1
        else inVain = 0
      } else if (short && plainFirst()) inVain = 0
    },
    left() {
      opened = null
    },
  }
}
