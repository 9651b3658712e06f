import type { IncomingMessage } from 'node:http'
import type { LiveIo, LiveSocket } from './other-processes.server.ts'

/**
 * Lets go of the HTTP request a phone came with, and of the connection's ends it holds on to. Its
 * head stays: whoever says hello twice over one line is asked for it again.
 *
 * @returns what forgets the handshake of one phone.
 */
export function handshakeForgetter(io: LiveIo): (socket: LiveSocket) => void {
  // What Engine.IO made to answer a handshake, by its request: it keeps the one for as long as the line.
  const responses = new WeakMap<IncomingMessage, { req: unknown }>()
  io.engine.use((request: IncomingMessage, response: { req: unknown }, next: () => void) => {
    if (request.headers.upgrade !== undefined) responses.set(request, response)
    next()
  })
  return ({ conn, request }) => {
    const { headers, url } = request
    const held = conn as unknown as { request: unknown }
    held.request = { headers, url, connection: {} }
    const response = responses.get(request)
    if (response) response.req = null
  }
}
