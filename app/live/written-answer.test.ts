import { Decoder, Encoder, PacketType, type Packet } from 'socket.io-parser'
import { expect, test } from 'vitest'
import type { JoinAnswer } from './contract.ts'
import { liveParser, writeAnswer } from './written-answer.server.ts'

const joined = (told: Partial<JoinAnswer>): { ok: true; value: JoinAnswer } => ({
  ok: true,
  value: {
    me: { audience: 'seats', role: 'seat', seatId: null, name: '张 "三" [1]' },
    serverNow: 5,
    seq: 2,
    snapshot: null,
    events: [],
    turnout: null,
    ...told,
  },
})

const packet = (data: unknown): Packet => ({
  type: PacketType.ACK,
  nsp: '/',
  id: 7,
  data: [data],
})

function read(encoder: Encoder, data: unknown): Packet {
  const decoder = new Decoder()
  const packets: Packet[] = []
  decoder.on('decoded', (decoded) => packets.push(decoded))
  for (const part of encoder.encode(packet(data))) decoder.add(part)
  return packets[0]!
}

const event = (text: string) =>
  ({ seq: 1, at: 3, actorId: null, event: { type: 'message-shown', text } }) as never
const state = { title: '楼道 "停车"', seats: [] } as never

test.each([
  ['the whole meeting', joined({ snapshot: state })],
  ['what was missed', joined({ events: [event('甲'), event('乙\n')] })],
  ['nothing new', joined({})],
  ['a turnout', joined({ turnout: { ballotId: 'b', voted: 3 } as never })],
])('[L46] %s reads as Socket.IO would have written it', (_what, answered) => {
  const ours = read(new liveParser.Encoder(), writeAnswer('meeting:join', answered))
  expect(ours).toEqual(read(new Encoder(), answered))
})

test('[L46] what all of an audience are told is written once', () => {
  let times = 0
  const counted = { toJSON: () => ((times += 1), { title: '楼道' }) } as never
  const encoder = new liveParser.Encoder()
  for (const name of ['甲', '乙', '丙']) {
    const answered = joined({ snapshot: counted, events: [counted] })
    answered.value.me = { ...answered.value.me, name }
    const { data } = read(encoder, writeAnswer('meeting:join', answered)) as {
      data: { value: JoinAnswer }[]
    }
    expect(data[0]!.value.me.name).toBe(name)
    expect(data[0]!.value.snapshot).toEqual({ title: '楼道' })
  }
  expect(times).toBe(1)
})

test('[L46] every other answer is left to Socket.IO', () => {
  const refused = { ok: false, refusal: { code: 'no-such-meeting' } } as const
  const receipt = { ok: true, value: { snapshot: 1 } } as const
  expect(writeAnswer('meeting:join', refused)).toBe(refused)
  expect(writeAnswer('ballot:cast', receipt)).toBe(receipt)
  expect(read(new liveParser.Encoder(), receipt)).toEqual(read(new Encoder(), receipt))
})
