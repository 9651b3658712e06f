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
  closed: (now: number) => void
}

/**
 * WebSocket first: it is quicker and needs no one server. A proxy that refuses,
 * holds back or soon cuts WebSockets makes plain requests go first; from there
 * the connection still changes to a WebSocket once one has been seen to work.
 */
export function chooseTransports(): Transports {
  let inVain = 0
  let openedAt: number | null = null
  return {
    order: () => (inVain < MOST_IN_VAIN ? ['websocket', 'polling'] : ['polling', 'websocket']),
    failed() {
      inVain += 1
    },
    opened(transport, now) {
      openedAt = transport === 'websocket' ? now : null
    },
    closed(now) {
      if (openedAt === null) return
      inVain = now - openedAt < SHORT_LIFE_MS ? inVain + 1 : 0
      openedAt = null
    },
  }
}
