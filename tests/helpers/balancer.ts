import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'

/** What the proxy does with a WebSocket: lets it through, answers 502, or says nothing at all. */
export type WebSocketRule = 'pass' | 'refuse' | 'swallow'

export type Balancer = {
  port: number
  url: string
  /** How many requests and WebSockets each process was given. */
  given: () => number[]
  setWebSocketRule: (rule: WebSocketRule) => void
  close: () => Promise<void>
}

/** Names the process that a browser which polls was given first; it stays there while that one answers. */
const STICKY = 'council_lb'

/**
 * A reverse proxy in front of several processes, as Caddy is in `compose.yaml`: in turn, or where
 * the browser's cookie says; a process that cannot be reached is left out and the next one taken.
 */
export async function startBalancer(ports: readonly number[], port = 0): Promise<Balancer> {
  let next = 0
  let rule: WebSocketRule = 'pass'
  const given = ports.map(() => 0)
  const open = new Set<Socket>()

  /** The processes in the order in which they are tried. */
  const orderFor = (incoming: IncomingMessage): number[] => {
    const sticky = new RegExp(`${STICKY}=(\\d+)`).exec(incoming.headers.cookie ?? '')?.[1]
    next += 1
    const turn = ports.map((_, index) => (next + index) % ports.length)
    const kept = sticky === undefined ? -1 : Number(sticky)
    return turn.includes(kept) ? [kept, ...turn.filter((index) => index !== kept)] : turn
  }
  const forwarded = (incoming: IncomingMessage) => ({
    ...incoming.headers,
    'x-forwarded-for': incoming.socket.remoteAddress ?? '',
  })

  const pass = (
    incoming: IncomingMessage,
    outgoing: ServerResponse,
    body: Buffer,
    order: number[],
  ) => {
    const [index, ...others] = order
    if (index === undefined) return void outgoing.writeHead(502).end('no process answers\n')
    const passed = request(
      {
        port: ports[index],
        host: '127.0.0.1',
        method: incoming.method,
        path: incoming.url,
        headers: forwarded(incoming),
        agent: false,
      },
      (answer) => {
        given[index] = (given[index] ?? 0) + 1
        const cookies = [...(answer.headers['set-cookie'] ?? []), `${STICKY}=${index}; Path=/`]
        outgoing.writeHead(answer.statusCode ?? 502, {
          ...answer.headers,
          'set-cookie': cookies,
        })
        answer.pipe(outgoing)
      },
    )
    passed.on('error', () => {
      if (outgoing.headersSent) outgoing.destroy()
      else pass(incoming, outgoing, body, others)
    })
    outgoing.on('close', () => passed.destroy())
    passed.end(body)
  }

  const upgrade = (incoming: IncomingMessage, socket: Socket, order: number[]) => {
    const [index, ...others] = order
    const to = index === undefined ? undefined : ports[index]
    if (index === undefined || to === undefined)
      return void socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
    const upstream = connect(to, '127.0.0.1')
    upstream.once('connect', () => {
      given[index] = (given[index] ?? 0) + 1
      const lines = Object.entries(forwarded(incoming)).flatMap(([name, value]) =>
        (Array.isArray(value) ? value : [value]).map((each) => `${name}: ${each ?? ''}`),
      )
      upstream.write(
        `${incoming.method ?? 'GET'} ${incoming.url ?? '/'} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`,
      )
      upstream.pipe(socket)
      socket.pipe(upstream)
    })
    upstream.once('error', () => {
      if (upstream.bytesWritten > 0) socket.destroy()
      else upgrade(incoming, socket, others)
    })
    upstream.once('close', () => socket.destroy())
    socket.once('close', () => upstream.destroy())
    socket.on('error', () => socket.destroy())
  }

  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () =>
      pass(incoming, outgoing, Buffer.concat(chunks), orderFor(incoming)),
    )
    incoming.on('error', () => outgoing.destroy())
  })
  server.on('connection', (socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
  })
  server.on('upgrade', (incoming, socket: Socket) => {
    if (rule === 'refuse') return void socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
    if (rule === 'swallow') return
    upgrade(incoming, socket, orderFor(incoming))
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const { port: listening } = server.address() as AddressInfo
  return {
    port: listening,
    url: `http://127.0.0.1:${listening}`,
    given: () => [...given],
    setWebSocketRule: (wanted) => (rule = wanted),
    close: async () => {
      for (const socket of open) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
