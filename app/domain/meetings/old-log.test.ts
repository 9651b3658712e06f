import { describe, expect, test } from 'vitest'
import { replay } from './evolve.ts'
import type { LoggedEvent } from './meeting-event.ts'

/**
 * An evening as it was logged before sessions adopted switches: rules of five
 * fields, no kinds of turn, no places. Written out, so that no change of ours
 * changes it.
 */
const LOG = JSON.parse(`[
  {"type":"convened","room":"council","title":"蓝溪花园第1次","compoundName":"蓝溪花园","venue":"党群服务中心","startsAt":1790000000000,"durationMinutes":90,
   "agenda":[{"id":"talk","kind":"discussion","title":"停车","minutes":20,"matterId":null,"topicType":null,"proposal":null,"method":"none","secrecy":"open","inNotice":true},
             {"id":"decide","kind":"decision","title":"水泵","minutes":20,"matterId":null,"topicType":"soft-matter","proposal":"更换","method":"ballot","secrecy":"open","inNotice":true}],
   "seats":[{"id":"r1","name":"张三","publicName":"张先生","publicNameEn":"Mr Zhang","side":"residents","role":"delegate","title":"代表","canVote":true},
            {"id":"p1","name":"李四","publicName":"李女士","publicNameEn":"Ms Li","side":"property","role":"delegate","title":"经理","canVote":true}],
   "chair":{"id":"lin","name":"林雅芳","title":"主任"},"recorder":{"id":"xu","name":"许晓燕","title":"社工"},
   "rules":{"version":"2026","turnSeconds":180,"turnsPerItem":2,"warnSeconds":30,"quorum":[2,3]}},
  {"type":"doors-opened"},
  {"type":"checked-in","seatId":"r1","by":"code","reason":null},
  {"type":"checked-in","seatId":"p1","by":"staff","reason":"没带手机"},
  {"type":"opened","present":2,"invited":2,"missingSides":[],"overrideReason":null},
  {"type":"item-started","itemId":"talk"},
  {"type":"hand-raised","seatId":"r1","stance":"question"},
  {"type":"hand-raised","seatId":"p1","stance":"for"},
  {"type":"floor-given","seatId":"r1","stance":"question"},
  {"type":"floor-taken","seatId":"r1","end":"finished"},
  {"type":"paused","reason":"喝茶"},
  {"type":"resumed"},
  {"type":"item-ended","itemId":"talk","outcome":"none"},
  {"type":"item-started","itemId":"decide"},
  {"type":"last-call-made","itemId":"decide"},
  {"type":"ballot-opened","ballotId":"b1","itemId":"decide","title":"更换","secrecy":"open","changeable":true,
   "rule":{"id":"deliberation","measures":["heads"],"quorum":null,"pass":{"of":"present","share":[1,2],"strict":true}},"label":"agreement","roll":["r1","p1"],"dueAt":1790000200000},
  {"type":"ballot-closed","ballotId":"b1","verdict":{"quorumMet":true,"passed":true,"tests":[],"counts":{},"failed":[]}},
  {"type":"item-ended","itemId":"decide","outcome":"carried"},
  {"type":"closed"}
]`) as LoggedEvent['event'][]

const EVENTS = LOG.map((event, index): LoggedEvent => ({
  seq: index + 1,
  at: 1790000000000 + index * 10_000,
  actorId: 'lin',
  event,
}))

describe('[M31] what was logged before still folds', () => {
  test('what the session did not adopt is off, what it ran by is on', () => {
    expect(replay(EVENTS)?.rules).toEqual({
      version: '2026',
      turnSeconds: 180,
      turnsPerItem: 2,
      warnSeconds: 30,
      quorum: [2, 3],
      stanceFirst: true,
      neverSpokenFirst: true,
      alternateSides: true,
      rightOfReply: false,
      pointOfOrder: false,
      shortTurnSeconds: 60,
      warnings: 0,
      conflictMaySpeak: true,
      hardStop: false,
    })
  })

  test('to the same evening', () => {
    const state = replay(EVENTS)
    expect(state).toMatchObject({
      phase: 'closed',
      remote: [],
      motions: [],
      handovers: [],
      appointedChair: { id: 'lin' },
      screen: { pinned: null, message: null, readBack: null },
    })
    expect(state?.turns).toEqual([
      {
        seatId: 'r1',
        itemId: 'talk',
        stance: 'question',
        kind: 'turn',
        startedAt: 1790000080000,
        ms: 10_000,
        endedAt: 1790000090000,
        end: 'finished',
      },
    ])
    expect(state?.decisions).toMatchObject([{ by: 'ballot', passed: true }])
    expect(state?.agenda.map((item) => item.outcome)).toEqual(['none', 'carried'])
  })

  test('and at every moment of it', () => {
    for (const seq of EVENTS.keys()) {
      const state = replay(EVENTS.slice(0, seq + 1))
      expect(replay(EVENTS.slice(seq + 1), state)).toEqual(replay(EVENTS))
    }
  })
})
