import { connect, type Socket } from 'node:net'

/** ms on a clock that processes of one machine share. */
export function monotonicMs(): number {
  return Number(process.hrtime.bigint()) / 1e6
}

export type Answer = { sentAt: number; ok: boolean; text: string }

type Options = {
  port: number
  /** Path of the Engine.IO endpoint, such as `/live/`. */
  path: string
  cookie?: string
  onEvent?: (client: LeanClient, text: string) => void
  onClose?: (client: LeanClient) => void
}

/**
 * A Socket.IO client on raw TCP that does as little as possible, so that the
 * server is what saturates. Speaks Engine.IO 4 and Socket.IO 5 over WebSocket,
 * text only; frames are masked as a browser's are.
 */
export type LeanClient = {
  /** Sends an event with an acknowledgement. */
  ask: (event: string, payload: unknown) => Promise<Answer>
  close: () => void
}

const HANDSHAKE_KEY = 'dGhlIHNhbXBsZSBub25jZQ=='

export async function connectLean(options: Options): Promise<LeanClient> {
  const socket = connect(options.port, '127.0.0.1')
  socket.setNoDelay(true)
  const waiting = new Map<number, { sentAt: number; settle: (answer: Answer) => void }>()
  let nextId = 0

  const client: LeanClient = {
    ask: (event, payload) =>
      new Promise((settle) => {
        const id = nextId++
        waiting.set(id, { sentAt: monotonicMs(), settle })
        socket.write(frame(`42${id}${JSON.stringify([event, payload])}`))
      }),
    close: () => socket.destroy(),
  }

  await new Promise<void>((resolve, reject) => {
    socket.on('error', reject)
    socket.on('close', () => {
      reject(new Error('The server closed the connection'))
      for (const { sentAt, settle } of waiting.values())
        settle({ sentAt, ok: false, text: 'closed' })
      waiting.clear()
      options.onClose?.(client)
    })
    readFrames(socket, reject, (text) => {
      const kind = text.slice(0, 2)
      if (text.startsWith('0')) socket.write(frame('40'))
      else if (text === '2') socket.write(frame('3'))
      else if (kind === '40') resolve()
      else if (kind === '44') reject(new Error(text))
      else if (kind === '42') options.onEvent?.(client, text)
      else if (kind === '43') {
        const bracket = text.indexOf('[')
        const id = Number(text.slice(2, bracket))
        const asked = waiting.get(id)
        waiting.delete(id)
        asked?.settle({
          sentAt: asked.sentAt,
          ok: text.startsWith('[{"ok":true', bracket),
          text: text.slice(bracket),
        })
      }
    })
    socket.write(
      [
        `GET ${options.path}?EIO=4&transport=websocket HTTP/1.1`,
        `Host: 127.0.0.1:${options.port}`,
        `Origin: http://127.0.0.1:${options.port}`,
        'Upgrade: websocket',
        'Connection: Upgrade',
        `Sec-WebSocket-Key: ${HANDSHAKE_KEY}`,
        'Sec-WebSocket-Version: 13',
        ...(options.cookie === undefined ? [] : [`Cookie: ${options.cookie}`]),
        '\r\n',
      ].join('\r\n'),
    )
  })
  return client
}

/** One masked client text frame. */
function frame(text: string): Buffer {
  const payload = Buffer.from(text)
  const { length } = payload
  const head = length < 126 ? 6 : 8
  const framed = Buffer.allocUnsafe(head + length)
  framed[0] = 0x81
  if (length < 126) {
    framed[1] = 0x80 | length
  } else {
    framed[1] = 0x80 | 126
    framed.writeUInt16BE(length, 2)
  }
  framed.writeUInt32BE(0x01020304, head - 4)
  for (let index = 0; index < length; index += 1) {
    framed[head + index] = (payload[index] ?? 0) ^ ((index & 3) + 1)
  }
  return framed
}

function readFrames(
  socket: Socket,
  fail: (error: Error) => void,
  onText: (text: string) => void,
): void {
  let rest: Buffer = Buffer.alloc(0)
  let upgraded = false
  socket.on('data', (chunk) => {
    const data = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
    let offset = 0
    if (!upgraded) {
      const end = data.indexOf('\r\n\r\n')
      if (end < 0) {
        rest = data
        return
      }
      if (data.toString('latin1', 9, 12) !== '101') {
        fail(new Error(data.toString('latin1', 0, 80)))
        socket.destroy()
        return
      }
      upgraded = true
      offset = end + 4
    }
    for (;;) {
      const left = data.length - offset
      if (left < 2) break
      let length = (data[offset + 1] ?? 0) & 0x7f
      let head = 2
      if (length === 126) {
        if (left < 4) break
        length = data.readUInt16BE(offset + 2)
        head = 4
      } else if (length === 127) {
        if (left < 10) break
        length = Number(data.readBigUInt64BE(offset + 2))
        head = 10
      }
      if (left < head + length) break
      const opcode = (data[offset] ?? 0) & 0x0f
      if (opcode === 1) onText(data.toString('utf8', offset + head, offset + head + length))
      offset += head + length
    }
    rest = Buffer.from(data.subarray(offset))
  })
}
