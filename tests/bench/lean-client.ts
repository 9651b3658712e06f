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
  /** What the Socket.IO handshake carries, as JSON. */
  auth?: string
  /** Told of every event with its whole packet: `42["name",…]`. */
  onEvent?: (packet: Buffer) => void
  onClose?: () => void
}

/**
 * A Socket.IO client on raw TCP that does as little as possible, so that the
 * server is what saturates. Speaks Engine.IO 4 and Socket.IO 5 over WebSocket,
 * text only; frames are masked as a browser's are.
 */
export type LeanClient = {
  /** Sends an event with an acknowledgement; `payload` is JSON already. */
  ask: (event: string, payload: string) => Promise<Answer>
  close: () => void
}

const HANDSHAKE_KEY = 'dGhlIHNhbXBsZSBub25jZQ=='
const [PING, MESSAGE, CONNECTED, EVENT, ACK] = [0x32, 0x34, 0x30, 0x32, 0x33]

export async function connectLean(options: Options): Promise<LeanClient> {
  const socket = connect(options.port, '127.0.0.1')
  socket.setNoDelay(true)
  const waiting = new Map<number, { sentAt: number; settle: (answer: Answer) => void }>()
  let nextId = 0

  await new Promise<void>((resolve, reject) => {
    socket.on('error', reject)
    socket.on('close', () => {
      reject(new Error('The server closed the connection'))
      for (const { sentAt, settle } of waiting.values())
        settle({ sentAt, ok: false, text: 'closed' })
      waiting.clear()
      options.onClose?.()
    })
    readFrames(socket, reject, (packet) => {
      const [engine, kind] = packet
      if (engine === CONNECTED) socket.write(frame(`40${options.auth ?? ''}`))
      else if (engine === PING) socket.write(frame('3'))
      else if (engine !== MESSAGE) return
      else if (kind === EVENT) options.onEvent?.(packet)
      else if (kind === ACK) {
        const bracket = packet.indexOf('[')
        const id = Number(packet.toString('latin1', 2, bracket))
        const asked = waiting.get(id)
        waiting.delete(id)
        asked?.settle({
          sentAt: asked.sentAt,
          ok: packet.toString('latin1', bracket, bracket + 11) === '[{"ok":true',
          text: packet.toString('utf8', bracket),
        })
      } else if (kind === CONNECTED) resolve()
      else reject(new Error(packet.toString()))
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
  return {
    ask: (event, payload) =>
      new Promise((settle) => {
        const id = nextId++
        const sentAt = monotonicMs()
        if (socket.destroyed) {
          settle({ sentAt, ok: false, text: 'closed' })
          return
        }
        waiting.set(id, { sentAt, settle })
        socket.write(frame(`42${id}["${event}",${payload}]`))
      }),
    close: () => socket.destroy(),
  }
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
  onPacket: (packet: Buffer) => void,
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
      if (opcode === 1) onPacket(data.subarray(offset + head, offset + head + length))
      offset += head + length
    }
    rest = Buffer.from(data.subarray(offset))
  })
}
