import { Decoder, Encoder, PacketType, type Packet } from 'socket.io-parser'
import type { Answered } from './answer.server.ts'
import type { JoinAnswer } from './contract.ts'

/** An answer that is JSON already. What receives it sees no difference. */
class WrittenAnswer {
  readonly json: string

  constructor(json: string) {
    this.json = json
  }
}

/**
 * A join's answer holds the meeting, which is written once for all of an audience: with a thousand
 * seats that is milliseconds, and after a restart a thousand phones ask for it together. Who asked,
 * and when, is written for each; so is every other answer, by Socket.IO.
 */
export function writeAnswer(name: string, answered: Answered): Answered | WrittenAnswer {
  if (name !== 'meeting:join' || !answered.ok) return answered
  // `name` chose the handler whose answer this is; TypeScript cannot see that.
  const { snapshot, events, ...mine } = answered.value as JoinAnswer
  const told = [
    `"snapshot":${snapshot ? writeOnce(snapshot) : 'null'}`,
    `"events":[${events.map(writeOnce).join(',')}]`,
  ]
  const value = [JSON.stringify(mine).slice(1, -1), ...told].join(',')
  return new WrittenAnswer(`{"ok":true,"value":{${value}}}`)
}

/** Gone with what it was written from: a state when the log has grown, an event with its log. */
const written = new WeakMap<object, string>()

function writeOnce(value: object): string {
  const known = written.get(value)
  if (known !== undefined) return known
  const json = JSON.stringify(value)
  written.set(value, json)
  return json
}

/** Socket.IO's own way of writing, but for what is written already. */
class LiveEncoder extends Encoder {
  override encode(packet: Packet): unknown[] {
    const data: unknown = packet.data
    const [answered] = packet.type === PacketType.ACK && Array.isArray(data) ? data : []
    if (!(answered instanceof WrittenAnswer)) return super.encode(packet)
    // Socket.IO protocol 5: type, id, data. The namespace is left out, there is only the main one.
    return [`${PacketType.ACK}${packet.id}[${answered.json}]`]
  }
}

/** For Socket.IO's `parser`: the wire is the same, so phones have the usual one. */
export const liveParser = { Encoder: LiveEncoder, Decoder }
