import { describe, expect, test } from 'vitest'
import type { ItemId, SeatId } from '#app/domain/shared/ids.ts'
import {
  asSeat,
  assignTask,
  CHAIR,
  CONVENER,
  DECIDE,
  LATER,
  O1,
  P1,
  PLAN,
  pureRoom,
  R1,
  R2,
  RECORDER,
  TALK,
  VERDICT,
  type PureRoom,
} from '#tests/helpers/pure-room.ts'
import { MAX_TEXT } from './decide.ts'

const nothing = 'nothing' as ItemId
const speaking = (room: PureRoom) => {
  room.open()
  room.start(TALK)
  room.raise(R1)
  room.floor(R1)
}

describe('what comes of a command', () => {
  test('[M2] what is added after the notice becomes a discussion', () => {
    const room = pureRoom()
    room.open()
    room.must(CHAIR, { type: 'add-item', item: { ...PLAN.agenda[1]!, id: nothing } })
    expect(room.state().agenda.at(-1)).toMatchObject({
      id: nothing,
      kind: 'discussion',
      inNotice: false,
      method: 'none',
      proposal: null,
    })
  })

  test('[M3] who goes on without quorum says why, and it is kept', () => {
    const room = pureRoom()
    room.doors()
    room.arrive(R1)
    room.must(CHAIR, { type: 'open', overrideReason: ' 下雨 ' })
    expect(room.events.at(-1)?.event).toEqual({
      type: 'opened',
      present: 1,
      invited: 4,
      missingSides: ['property', 'owners'],
      overrideReason: '下雨',
    })
    expect(room.state().overrideReason).toBe('下雨')
  })

  test('[M3] a reason is not kept where none was needed', () => {
    const room = pureRoom()
    room.doors()
    room.arrive(R1, R2, P1, O1)
    room.must(CHAIR, { type: 'open', overrideReason: '以防万一' })
    expect(room.state().overrideReason).toBeNull()
  })

  test('[M4] the next item ends the one before, and the turn that was running', () => {
    const room = pureRoom()
    speaking(room)
    room.start(DECIDE)
    expect(room.events.slice(-3).map(({ event }) => event)).toEqual([
      { type: 'floor-taken', seatId: R1, end: 'finished' },
      { type: 'item-ended', itemId: TALK, outcome: 'none' },
      { type: 'item-started', itemId: DECIDE },
    ])
  })

  test('[M5] giving the floor takes it from whoever has it', () => {
    const room = pureRoom()
    speaking(room)
    room.raise(P1)
    room.floor(P1)
    expect(room.state().floor?.seatId).toBe(P1)
    expect(room.state().turns.map((turn) => turn.seatId)).toEqual([R1])
  })

  test('[M5] who gives the floor back has finished, whatever their page says', () => {
    const room = pureRoom()
    speaking(room)
    room.must(asSeat(R1), { type: 'take-floor', end: 'chair' })
    expect(room.events.at(-1)?.event).toMatchObject({ type: 'floor-taken', end: 'finished' })
  })

  test('[M6] who leaves gives up the floor and the place in the queue', () => {
    const room = pureRoom()
    speaking(room)
    room.raise(P1)
    room.leave(R1)
    room.leave(P1)
    expect(room.state().floor).toBeNull()
    expect(room.state().queue).toEqual([])
  })

  test('[M7] a ballot ends the turn and the question of consensus, and freezes the roll', () => {
    const room = pureRoom()
    room.readyToVote()
    room.raise(R1)
    room.floor(R1)
    room.must(CHAIR, { type: 'ask-consensus' })
    const ballotId = room.ballot('secret')
    room.must(CONVENER, {
      type: 'add-seat',
      seat: { ...PLAN.seats[0]!, id: 'late' as SeatId },
    })
    expect(room.state()).toMatchObject({
      floor: null,
      consensus: null,
      ballot: {
        ballotId,
        roll: [R1, R2, P1, O1],
        changeable: false,
        dueAt: room.now() - 1000 + 120_000,
      },
    })
  })

  test.each([
    [{ ...VERDICT }, 'carried'],
    [{ ...VERDICT, passed: false }, 'not-carried'],
    [{ ...VERDICT, passed: false, quorumMet: false }, 'quorum-not-met'],
  ] as const)('[M8] an item ends with what its ballot came to: %#', (verdict, outcome) => {
    const room = pureRoom()
    room.readyToVote()
    room.closeBallot(room.ballot(), verdict)
    room.must(CHAIR, { type: 'end-item' })
    expect(room.state().agenda.find((item) => item.id === DECIDE)?.outcome).toBe(outcome)
  })

  test('[M8] consensus is an outcome of its own', () => {
    const room = pureRoom()
    room.open()
    room.start(DECIDE)
    room.must(CHAIR, { type: 'ask-consensus' })
    room.must(CHAIR, { type: 'declare-consensus', label: 'agreement' })
    room.must(CHAIR, { type: 'end-item' })
    expect(room.state().agenda.find((item) => item.id === DECIDE)?.outcome).toBe('consensus')
  })

  test('[M42] consensus is declared over reservations, which are kept in their words', () => {
    const room = pureRoom()
    room.open()
    room.start(DECIDE)
    room.must(CHAIR, { type: 'ask-consensus' })
    const dissent = (seatId: SeatId, kind: 'objection' | 'reservation', text: string) =>
      room.must(asSeat(seatId), { type: 'raise-objection', seatId, text, kind })
    dissent(R1, 'reservation', ' 费用要公开 ')
    dissent(P1, 'objection', '来不及')
    const declare = { type: 'declare-consensus', label: 'agreement' } as const
    expect(room.give(CHAIR, declare)).toEqual({ code: 'objection-standing' })
    // Whoever can live with it after all says so; the last word counts.
    dissent(P1, 'reservation', '来不及，但可以试')
    room.must(CHAIR, declare)
    expect(room.state().decisions.at(-1)).toMatchObject({
      by: 'consensus',
      reservations: [
        { seatId: R1, text: '费用要公开' },
        { seatId: P1, text: '来不及，但可以试' },
      ],
    })
    // One that stands in the way is logged as it always was.
    const logged = room.events.flatMap(({ event }) =>
      event.type === 'objection-raised' ? ['kind' in event ? event.kind : 'as before'] : [],
    )
    expect(logged).toEqual(['reservation', 'as before', 'reservation'])
  })

  test('[M9] a ballot voided later leaves its item undecided, and the one that runs alone', () => {
    const room = pureRoom()
    room.readyToVote()
    const first = room.ballot()
    room.closeBallot(first)
    room.start(LATER)
    room.lastCall()
    const second = room.ballot()
    room.must(CHAIR, { type: 'void-ballot', ballotId: first, reason: '题目有误' })
    expect(room.state().ballot?.ballotId).toBe(second)
    expect(room.state().decisions).toEqual([])
    expect(room.state().agenda.find((item) => item.id === DECIDE)?.outcome).toBe('none')
    expect(room.state().pastBallots.map((ballot) => ballot.voidReason)).toEqual(['题目有误'])
  })

  test('[M10] a closed meeting may still be given tasks, and nothing else', () => {
    const room = pureRoom()
    room.open()
    room.must(CHAIR, { type: 'close' })
    expect(room.give(RECORDER, assignTask())).toBeNull()
    expect(room.state().tasks).toHaveLength(1)
  })

  test('[M11] clocks stand still while the meeting pauses', () => {
    const room = pureRoom()
    speaking(room)
    room.pass(9000)
    room.must(CHAIR, { type: 'pause', reason: null })
    room.pass(600_000)
    room.must(CHAIR, { type: 'resume' })
    room.must(CHAIR, { type: 'take-floor', end: 'time-up' })
    // Ten seconds until the pause began, one after it ended.
    expect(room.state().turns[0]?.ms).toBe(11_000)
  })

  test('[M11] closing in a pause counts the turn up to the pause', () => {
    const room = pureRoom()
    speaking(room)
    room.must(CHAIR, { type: 'pause', reason: null })
    room.pass(600_000)
    room.must(CHAIR, { type: 'close' })
    expect(room.state().turns[0]?.ms).toBe(1000)
    expect(room.state().pausedAt).toBeNull()
  })

  test('[M12] texts are kept without the blanks around them', () => {
    const room = pureRoom()
    room.open()
    room.must(RECORDER, { type: 'park-point', pointId: 'p1', text: '  充电桩  ' })
    expect(room.state().parked[0]?.text).toBe('充电桩')
    expect(MAX_TEXT).toBe(500)
  })
})
