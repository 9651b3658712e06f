import { describe, expect, test } from 'vitest'
import type { SeatId } from '#app/domain/shared/ids.ts'
import {
  assignTask,
  asSeat,
  CHAIR,
  CONVENER,
  DECIDE,
  LATER,
  O1,
  openBallot,
  P1,
  PLAN,
  pureRoom,
  R1,
  R2,
  RECORDER,
  TALK,
  X1,
  type PureRoom,
} from '#tests/helpers/pure-room.ts'
import { bodyPlan } from '#tests/helpers/reps-meeting.ts'
import { XU } from '#tests/helpers/room-refusal-cases.ts'
import { seenBy, type Audience } from './audience.ts'
import type { MeetingCommand } from './meeting-command.ts'
import { openMotion } from './open-motion.ts'
import { readiness } from './readiness.ts'

const agenda = (room: PureRoom) =>
  room.state().agenda.map((item) => [item.id, item.progress] as const)
const begun = () => {
  const room = pureRoom()
  room.open()
  return room
}
const debating = () => {
  const room = begun()
  room.start(DECIDE)
  return room
}
const last = (room: PureRoom) => room.events.at(-1)!.event

describe('[M26] the order of what is to come', () => {
  test.each([
    [LATER, 0, [LATER, TALK, DECIDE]],
    [TALK, 1, [DECIDE, TALK, LATER]],
    [TALK, 99, [DECIDE, LATER, TALK]],
  ])('%s to %i', (itemId, toIndex, order) => {
    const room = begun()
    room.must(CHAIR, { type: 'move-item', itemId, toIndex })
    expect(agenda(room).map(([id]) => id)).toEqual(order)
  })

  test('what was skipped can be taken up again', () => {
    const room = begun()
    room.must(CHAIR, { type: 'skip-item', itemId: TALK, reason: ' 等物业来 ' })
    expect(room.state().agenda[0]).toMatchObject({
      progress: 'skipped',
      asideReason: '等物业来',
    })
    room.start(TALK)
    expect(room.state().agenda[0]).toMatchObject({ progress: 'current', asideReason: null })
  })

  test('putting off the current item ends it first', () => {
    const room = debating()
    room.raise(R1)
    room.floor(R1)
    room.must(CHAIR, { type: 'carry-over-item', itemId: DECIDE, reason: '缺报价' })
    expect(room.events.slice(-3).map(({ event }) => event.type)).toEqual([
      'floor-taken',
      'item-ended',
      'item-carried-over',
    ])
    expect(room.state()).toMatchObject({ currentItemId: null, floor: null })
  })

  test('an item that was decided is not put off', () => {
    const room = pureRoom()
    room.readyToVote()
    room.closeBallot(room.ballot())
    const carry = { type: 'carry-over-item', itemId: DECIDE, reason: '再议' } as const
    expect(room.give(CHAIR, carry)?.code).toBe('already-decided')
  })
})

describe('[M27] who has the chair', () => {
  const seat: SeatId = R1
  const toSeat = { id: R1, name: 'r1 name', title: '代表', seatId: seat }

  test('a delegate in the chair holds no vote, and has it again afterwards', () => {
    const room = debating()
    room.raise(R1)
    room.handTo(toSeat)
    expect(room.state().queue).toEqual([])
    room.lastCall()
    room.ballot()
    expect(room.state().ballot?.roll).toEqual([R2, P1, O1])
    room.must(CHAIR, { type: 'close-ballot', ...closing(room) })
    room.must({ role: 'convener', id: 'lin' }, { type: 'take-back-chair', reason: '我回来了' })
    room.start(LATER)
    room.lastCall()
    room.ballot()
    expect(room.state().ballot?.roll).toEqual([R1, R2, P1, O1])
  })

  test('when the recorder takes the chair, whoever had it writes', () => {
    const room = begun()
    room.handTo(XU)
    expect(room.state()).toMatchObject({ chair: { id: 'xu' }, recorder: { id: 'lin' } })
    room.must(CHAIR, {
      type: 'hand-over-chair',
      to: { id: 'lin', name: '林雅芳', title: '主任' },
      reason: '说完了',
    })
    expect(room.state()).toMatchObject({ chair: { id: 'lin' }, recorder: { id: 'xu' } })
    expect(room.state().handovers.map(({ to }) => to.id)).toEqual(['xu', 'lin'])
  })

  test('only whoever the notice named takes it back', () => {
    const room = begun()
    room.handTo(XU)
    const back = { type: 'take-back-chair', reason: '我来' } as const
    expect(room.give(CONVENER, back)?.code).toBe('not-yours-to-do')
    expect(room.give({ role: 'recorder', id: 'lin' }, back)).toBeNull()
    expect(room.state().chair.id).toBe('lin')
  })

  test('nobody takes the chair while people vote', () => {
    const room = pureRoom()
    room.readyToVote()
    room.ballot()
    const hand = { type: 'hand-over-chair', to: XU, reason: '发言' } as const
    expect(room.give(CHAIR, hand)?.code).toBe('ballot-open')
  })
})

const closing = (room: PureRoom) => ({
  ballotId: room.state().ballot!.ballotId,
  verdict: { quorumMet: true, passed: true, tests: [], counts: {}, failed: [] },
})

describe('[M28] one motion at a time', () => {
  const edit = (text: string, why = '更清楚'): MeetingCommand => ({
    type: 'edit-motion',
    motionId: 'm1',
    text,
    options: [],
    why,
  })

  test('its words are what is voted on', () => {
    const room = debating()
    room.move(R1, 'm1', ['东门', '西门'])
    room.second(P1)
    room.must(asSeat(R1), edit('先修西门'))
    room.lastCall()
    const ballotId = room.ballot()
    expect(room.state().ballot?.title).toBe('先修西门')
    expect(openMotion(room.state())?.status).toBe('frozen')
    room.closeBallot(ballotId)
    expect(room.state().motions[0]?.status).toBe('decided')
    expect(room.state().decisions[0]?.proposal).toBe('先修西门')
  })

  test('every change says who, why and what was there before', () => {
    const room = debating()
    room.move(R1)
    room.must(asSeat(R1), edit('甲', '说清楚'))
    room.must(RECORDER, edit('乙', '改错字'))
    room.must(CHAIR, edit('丙', '照大家说的'))
    const { edits, text } = room.state().motions[0]!
    expect(text).toBe('丙')
    expect(edits.map(({ by, why, before }) => [by.role, why, before.text])).toEqual([
      ['mover', '说清楚', '先修东门，再修西门'],
      ['recorder', '改错字', '甲'],
      ['chair', '照大家说的', '乙'],
    ])
    expect(room.give(asSeat(R2), edit('丁'))?.code).toBe('not-yours-to-do')
  })

  test('a change says why, and the chair says why it is withdrawn', () => {
    const room = debating()
    room.move(R1)
    expect(room.give(CHAIR, edit('甲', ' '))?.code).toBe('reason-missing')
    const withdraw = { type: 'withdraw-motion', motionId: 'm1', reason: null } as const
    expect(room.give(CHAIR, withdraw)?.code).toBe('reason-missing')
    expect(room.give(asSeat(P1), withdraw)?.code).toBe('not-yours-to-do')
    expect(room.give(asSeat(R1), withdraw)).toBeNull()
  })

  type Ending = [string, MeetingCommand, string]
  test.each<Ending>([
    [
      'referred',
      { type: 'refer-motion', motionId: 'm1', to: '街道办', reason: '归他们管' },
      '街道办: 归他们管',
    ],
    ['postponed', { type: 'postpone-motion', motionId: 'm1', reason: '等报价' }, '等报价'],
  ])('being %s ends it', (status, command, endedWith) => {
    const room = debating()
    room.move(R1)
    room.must(CHAIR, command)
    expect(room.state().motions[0]).toMatchObject({ status, endedWith })
    room.move(R2, 'm2')
    expect(openMotion(room.state())?.motionId).toBe('m2')
  })

  test('it ends with its item, and comes back when its ballot is void', () => {
    const room = debating()
    room.move(R1)
    room.start(LATER)
    expect(room.state().motions[0]?.status).toBe('lapsed')
    room.move(R2, 'm2')
    room.second(P1, 'm2')
    room.lastCall()
    const ballotId = room.ballot()
    room.must(CHAIR, { type: 'void-ballot', ballotId, reason: '题目有误' })
    expect(openMotion(room.state())).toMatchObject({ motionId: 'm2', status: 'seconded' })
  })

  test('a motion on what the notice did not name for decision is none', () => {
    const room = begun()
    room.start(TALK)
    const command: MeetingCommand = {
      type: 'make-motion',
      motionId: 'm1',
      seatId: R1,
      text: '甲',
      options: [],
    }
    expect(room.give(asSeat(R1), command)?.code).toBe('not-a-decision')
    room.start(DECIDE)
    expect(room.give(asSeat(R1), command)).toBeNull()
  })
})

describe('[M32] how the room feels', () => {
  const close = (room: PureRoom, green: number) => {
    room.must(CHAIR, { type: 'open-temperature', checkId: 't1', question: '能接受吗' })
    room.must(CHAIR, {
      type: 'close-temperature',
      checkId: 't1',
      counts: { green, yellow: 1, red: 1 },
    })
    return last(room)
  }
  test('four answers say nothing, not even that they were four', () => {
    expect(close(begun(), 2)).toEqual({
      type: 'temperature-closed',
      checkId: 't1',
      counts: null,
    })
  })
  test('five say what they are, and decide nothing', () => {
    const room = begun()
    expect(close(room, 3)).toMatchObject({ counts: { green: 3, yellow: 1, red: 1 } })
    expect(room.state().decisions).toEqual([])
  })
})

describe('[M33] an interest of one’s own', () => {
  test('takes somebody off the roll of that item, and of no other', () => {
    const room = debating()
    room.conflict(P1, DECIDE)
    room.lastCall()
    const ballotId = room.ballot()
    expect(room.state().ballot?.roll).toEqual([R1, R2, O1])
    room.closeBallot(ballotId)
    room.start(LATER)
    room.lastCall()
    room.ballot()
    expect(room.state().ballot?.roll).toEqual([R1, R2, P1, O1])
  })

  test('takes back an objection that was standing', () => {
    const room = debating()
    room.must(CHAIR, { type: 'ask-consensus' })
    room.must(asSeat(P1), { type: 'raise-objection', seatId: P1, text: '太贵' })
    room.conflict(P1, DECIDE)
    expect(room.state().consensus?.objections).toEqual([])
  })

  test('may be declared by oneself without a word, and not while people vote', () => {
    const room = debating()
    const flag = { type: 'flag-conflict', seatId: P1, itemId: DECIDE, reason: '' } as const
    expect(room.give(RECORDER, flag)?.code).toBe('reason-missing')
    room.lastCall()
    room.ballot()
    expect(room.give(asSeat(P1), flag)?.code).toBe('ballot-open')
    expect(room.give(asSeat(P1), { ...flag, itemId: LATER })).toBeNull()
  })

  test('why is told to staff alone', () => {
    const room = debating()
    room.conflict(P1, DECIDE)
    expect(seenBy(last(room), 'staff')).toMatchObject({ reason: '物业员工' })
    expect(seenBy(last(room), 'seats')).toMatchObject({ reason: '' })
    expect(seenBy(last(room), 'screen')).toMatchObject({ reason: '' })
  })
})

describe('[M34] somebody comes in another’s place', () => {
  const names = { publicName: '李先生', publicNameEn: 'Mr Li' }
  const invited = { publicName: 'r1女士', publicNameEn: 'Ms r1' }
  const deputy = (room: PureRoom, name = '李明') =>
    room.must(CONVENER, {
      type: 'seat-deputy',
      seatId: R1,
      deputy: { name, ...names },
      invited,
    })
  test('under their own name, with the seat’s side and vote', () => {
    const room = begun()
    room.leave(R1)
    deputy(room)
    deputy(room, '李四')
    expect(room.state().seats[0]).toMatchObject({
      name: '李四',
      publicName: '李先生',
      deputyFor: 'r1 name',
      canVote: true,
      side: 'residents',
    })
    expect(seenBy(last(room), 'screen')).toMatchObject({ name: '李先生' })
  })
  test('and goes again when the person comes after all', () => {
    const room = begun()
    room.leave(R1)
    const before = room.state().seats[0]
    deputy(room)
    room.must(CONVENER, { type: 'seat-deputy', seatId: R1, deputy: null, invited })
    expect(room.state().seats[0]).toEqual(before)
  })
  test.each([
    [{ as: 'owners-committee', owners: 3, topicType: 'owners-committee-mandate' }, 'owners-1'],
    [{ reps: 4, topicType: 'residents-committee-election' }, 'residents-1'],
  ] as const)('[V35] but not for a vote in %j', (body, seatId) => {
    const plan = bodyPlan(body)
    const listener = { ...PLAN.seats[0]!, id: X1, role: 'observer' as const, canVote: false }
    const room = pureRoom()
    room.must(CONVENER, {
      type: 'convene',
      plan: { ...plan, seats: [...plan.seats, listener] },
    })
    const seat = (id: string) =>
      room.give(CONVENER, {
        type: 'seat-deputy',
        seatId: id as SeatId,
        invited,
        deputy: { name: '李明', ...names },
      })?.code
    expect(seat(seatId)).toBe('in-person-only')
    expect(seat(X1), 'who holds no vote').toBeUndefined()
  })
  test('not where somebody sits', () => {
    const room = begun()
    const command = { type: 'seat-deputy', seatId: R1, deputy: null, invited } as const
    expect(room.give(CONVENER, command)?.code).toBe('already-present')
  })
})

describe('[M35] breaks and being sent home', () => {
  test('a break with a clock says when it is to end, and does not end by itself', () => {
    const room = begun()
    room.must(CHAIR, { type: 'pause', reason: '喝茶', minutes: 10 })
    expect(room.state().pauseUntil).toBe(room.now() + 600_000)
    room.pass(700_000)
    expect(room.give(CHAIR, { type: 'start-item', itemId: TALK })?.code).toBe('meeting-paused')
    room.must(CHAIR, { type: 'resume' })
    expect(room.state().pauseUntil).toBeNull()
  })

  test('what was broken off goes on where it was, its clocks having stood still', () => {
    const room = debating()
    room.raise(R1)
    room.floor(R1)
    room.must(CHAIR, { type: 'adjourn', reason: '停电' })
    expect(room.state()).toMatchObject({ phase: 'paused', floor: null, currentItemId: DECIDE })
    room.pass(1_800_000)
    room.must(CHAIR, { type: 'reopen', overrideReason: null })
    const { phase, adjournedAt, itemClock } = room.state()
    expect([phase, adjournedAt, itemClock?.pausedMs]).toEqual(['in-session', null, 1_801_000])
  })

  test('whoever has gone home is missed, and the chair says why it goes on', () => {
    const room = begun()
    room.must(CHAIR, { type: 'adjourn', reason: '停电' })
    room.leave(P1)
    const refusal = room.give(CHAIR, { type: 'reopen', overrideReason: null })
    expect(refusal).toMatchObject({ code: 'not-ready', missingSides: ['property'] })
    room.must(CHAIR, { type: 'reopen', overrideReason: '物业先走，只议不决' })
    expect(last(room)).toMatchObject({ missingSides: ['property'] })
  })

  test('a break can turn into it, and it can be closed for good', () => {
    const room = begun()
    room.must(CHAIR, { type: 'pause', reason: null })
    room.must(CHAIR, { type: 'adjourn', reason: '停电' })
    room.must(CHAIR, { type: 'close' })
    expect(room.state()).toMatchObject({ phase: 'closed', adjournedAt: null })
  })
})

describe('[M36] warnings', () => {
  test('the third takes the floor and the place in the queue, and leaves the vote', () => {
    const room = begun()
    room.start(TALK)
    room.raise(R1)
    room.floor(R1)
    for (const _ of [1, 2, 3]) room.warn(R1)
    expect(room.state().floor).toBeNull()
    expect(room.state().turns).toHaveLength(1)
    room.start(DECIDE)
    room.lastCall()
    room.must(CHAIR, openBallot())
    expect(room.state().ballot?.roll).toContain(R1)
  })
  test('lifting one lets them speak again', () => {
    const room = begun()
    room.start(TALK)
    for (const _ of [1, 2, 3]) room.warn(R1)
    room.must(CHAIR, { type: 'lift-warning', seatId: R1, reason: '听错了' })
    room.raise(R1)
    expect(room.state().queue).toHaveLength(1)
  })
})

describe('[M37] from elsewhere', () => {
  test('somebody is present, and shown as remote until they leave or come to the hall', () => {
    const room = pureRoom()
    room.doors()
    const come = { type: 'check-in', by: 'link', reason: null } as const
    room.must(asSeat(R1), { ...come, seatId: R1, where: 'remote' })
    room.must(asSeat(X1), { ...come, seatId: X1, where: 'remote' })
    expect(room.state().remote).toEqual([R1, X1])
    // An expert is nobody who is counted.
    expect(readiness(room.state())).toMatchObject({ present: 1, remote: 1 })
    room.must(asSeat(R1), { type: 'change-place', seatId: R1, where: 'hall' })
    expect(readiness(room.state())).toMatchObject({ present: 1, remote: 0 })
    room.leave(X1)
    expect(room.state().remote).toEqual([])
    expect(Object.keys(room.state().presence)).toEqual([R1])
  })
})

test('[L3] the hall, where strangers may stand, is told no full name of anybody at the table', () => {
  const room = debating()
  const resident = { id: R1, name: 'r1 name', title: '', seatId: R1 }
  room.must(CHAIR, { type: 'hand-over-chair', to: resident, reason: '发言' })
  room.must({ role: 'convener', id: 'lin' }, { type: 'take-back-chair', reason: '说完' })
  room.must(CHAIR, { type: 'ask-consensus' })
  room.must(CHAIR, { type: 'declare-consensus', label: 'agreement' })
  room.must(CHAIR, {
    ...assignTask(),
    lead: { personId: null, name: 'r2 name', side: 'residents' },
    helpers: [{ personId: null, name: 'p1 name', side: 'property' }],
  })
  const toldTo = (audience: Audience) =>
    JSON.stringify(room.events.map(({ event }) => seenBy(event, audience)))
  expect(toldTo('screen')).not.toMatch(/[rpox]\d name/)
  expect(toldTo('seats')).toContain('r2 name')
})
