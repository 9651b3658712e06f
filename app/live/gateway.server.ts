import type { Server } from 'node:http'
import type { RequestHead } from '#app/http/origin-guard.server.ts'
import type { Sessions } from '#app/http/session.server.ts'
import type { Services } from '#app/runtime/services.server.ts'

/** What a handshake is checked with. */
export type LiveDoor = {
  sessions: Sessions
  isOwnPage: (head: RequestHead) => boolean
}

export function attachLive(
  _http: Server,
  _services: Services,
  _door: LiveDoor,
): { close: () => Promise<void> } {
  return { close: () => Promise.resolve() }
}
