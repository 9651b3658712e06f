import { describe, expect, test } from 'vitest'
import { RULE_PROFILES } from '#app/domain/voting/rule-profiles.ts'
import type { BallotId, SeatId } from '#app/domain/shared/ids.ts'
import { chairFacts } from '#app/domain/records/chair-facts.ts'
import {
  CHAIR,
  CONVENER,
  DECIDE,
  O1,
  openBallot,
  P1,
  pureRoom,
  R1,
  R2,
  RECORDER,
} from '#tests/helpers/pure-room.ts'
import { bodyPlan } from '#tests/helpers/reps-meeting.ts'

type Body = Parameters<typeof bodyPlan>[0]

/** A body whose doors are open and of whose seats the first so many are here. */
function gathered(body: Body, here: number) {
  const room = pureRoom()
  const plan = bodyPlan(body)
  room.must(CHAIR, { type: 'convene', plan })
  room.must(CHAIR, { type: 'open-doors' })
  for (const seat of plan.seats.slice(0, here)) {
    room.must(CONVENER, {
      type: 'check-in',
      seatId: seat.id,
      by: 'staff',
      reason: '当面核对',
    })
  }
  return room
}

const open = (reason: string | null = null) =>
  ({ type: 'open', overrideReason: reason }) as const

describe('[V31] what keeps a session from opening, and what a reason cannot replace', () => {
  test.each<[string, Body, number, object | null]>([
    ['four of five are representatives', { reps: 4, committee: 1 }, 5, null],
    [
      'three of four are under four fifths',
      { reps: 3, committee: 1 },
      4,
      { code: 'law-not-met', condition: 'composition', need: 4, have: 3 },
    ],
    ['exactly two thirds of six are there', { reps: 5, committee: 1 }, 4, null],
    [
      'one short of two thirds',
      { reps: 5, committee: 1 },
      3,
      { code: 'law-not-met', condition: 'quorum', need: 4, have: 3 },
    ],
    ['over half of a residents’ meeting', { as: 'residents-meeting', reps: 9 }, 6, null],
    [
      'half of it is not over half',
      { as: 'residents-meeting', reps: 9 },
      5,
      { code: 'law-not-met', condition: 'quorum', need: 6, have: 5 },
    ],
    [
      'a village meeting ten days after its notice',
      { as: 'village-meeting-adults', noticeOn: '2026-11-16' },
      5,
      null,
    ],
    [
      'nine days after it',
      { as: 'village-meeting-adults', noticeOn: '2026-11-17' },
      5,
      { code: 'law-not-met', condition: 'notice', need: 10, have: 9 },
    ],
    [
      'an owners’ committee of three, two there',
      { as: 'owners-committee', reps: 0, committee: 0, owners: 3 },
      2,
      null,
    ],
  ])('%s', (_why, body, here, refusal) => {
    const room = gathered(body, here)
    const given = room.give(CHAIR, open('大家都同意'))
    if (refusal) {
      expect(given).toEqual(refusal)
      expect(room.state().phase).toBe('doors-open')
    } else {
      expect(given).toBeNull()
      expect(room.state()).toMatchObject({ phase: 'in-session', overrideReason: null })
    }
  })

  test('a representative who has the chair is one of the four of five all the same', () => {
    const room = gathered({ reps: 4, committee: 1 }, 5)
    const to = { id: 'guest-1', name: '代表', title: '', seatId: 'residents-1' as SeatId }
    const chair = { role: 'chair', id: to.id } as const
    room.must(CHAIR, { type: 'hand-over-chair', to, reason: '主持人嗓子哑了' })
    room.must(chair, open())
    room.must(chair, { type: 'adjourn', reason: '停电' })
    expect(room.give(chair, { type: 'reopen', overrideReason: null })).toBeNull()
  })

  test('a residents’ meeting may be called at once, with a reason that is kept', () => {
    const late = { as: 'residents-meeting', noticeOn: '2026-11-17' } as const
    const room = gathered(late, 5)
    expect(room.give(CHAIR, open())).toMatchObject({
      code: 'not-ready',
      noticeNeed: 10,
      noticeHave: 9,
    })
    room.must(CHAIR, open('水管爆裂'))
    expect(room.events.at(-1)?.event).toMatchObject({
      type: 'opened',
      overrideReason: '水管爆裂',
      waived: ['notice'],
    })
    const inTime = gathered({ ...late, noticeOn: '2026-11-16' }, 5)
    inTime.must(CHAIR, open('用不着的理由'))
    expect(inTime.state().overrideReason).toBeNull()
  })

  test('no text of a body but the residents’ and the Party’s leaves anything open', () => {
    const open = RULE_PROFILES.filter(({ mayWaive }) => mayWaive).map(({ id }) => id)
    expect(open).toEqual(['deliberation', 'residents-meeting', 'party-meeting'])
  })
})

describe('[V32] what keeps a body from voting', () => {
  const BALLOT = {
    type: 'open-ballot',
    ballotId: 'b1' as BallotId,
    secrecy: 'open',
    label: 'resolution',
    seconds: 120,
  } as const
  const review = { by: '蓝溪社区党委', on: '2026-11-26', opinion: '同意提交' } as const

  function atTheVote(body: Body, here: number) {
    const room = gathered(body, here)
    room.must(CHAIR, open())
    room.must(CHAIR, { type: 'start-item', itemId: DECIDE })
    room.must(CHAIR, { type: 'make-last-call' })
    const rule = bodyPlan(body).body?.profile.rule
    if (!rule) throw new Error('No rule')
    return { ...room, vote: () => room.give(CHAIR, { ...BALLOT, rule }) }
  }

  test('it waits for what the Party organisation said', () => {
    const room = atTheVote({}, 5)
    expect(room.vote()).toEqual({ code: 'party-review-missing' })
    room.must(RECORDER, { type: 'record-party-review', ...review })
    expect(room.vote()).toBeNull()
    expect(room.state().partyReview).toEqual(review)
  })

  test.each([
    ['tomorrow is not yet', { on: '2026-11-27' }, 'bad-date'],
    ['no day is none', { on: '2026-02-30' }, 'bad-date'],
    ['nobody said it', { by: ' ' }, 'text-missing'],
    ['nothing was said', { opinion: '' }, 'text-missing'],
  ])('a review needs who, when and what: %s', (_why, change, code) => {
    const room = gathered({}, 5)
    const command = { type: 'record-party-review', ...review, ...change } as const
    expect(room.give(CHAIR, command)).toEqual({ code })
  })

  test('an owners’ committee asks for none', () => {
    const body = { as: 'owners-committee', reps: 0, committee: 0, owners: 3 } as const
    const room = atTheVote({ ...body, topicType: 'owners-committee-mandate' }, 3)
    expect(room.give(CHAIR, { type: 'record-party-review', ...review })).toEqual({
      code: 'no-party-review',
    })
    expect(room.vote()).toBeNull()
  })

  test('[V36] who stands back is of all the members and has no vote', () => {
    const body = { as: 'owners-committee', reps: 0, committee: 0, owners: 4 } as const
    const committee = { ...body, topicType: 'owners-committee-mandate' } as const
    const [one, two] = bodyPlan(committee).seats
    if (!one || !two) throw new Error('Nobody there')
    const room = atTheVote(committee, 3)
    room.must(CHAIR, {
      type: 'flag-conflict',
      ...{ seatId: one.id, itemId: DECIDE, reason: '亲属' },
    })
    // Three of four are here, one of them stands back: enough of them are here all the same.
    expect(room.vote()).toBeNull()
    expect(room.state().ballot?.roll).not.toContain(one.id)
    expect(room.state().ballot).toMatchObject({ standingBack: [one.id] })

    // Two of the three who may vote on it are not enough of four.
    const fewer = atTheVote(committee, 3)
    fewer.must(CHAIR, {
      type: 'flag-conflict',
      ...{ seatId: two.id, itemId: DECIDE, reason: '亲属' },
    })
    fewer.must(CONVENER, { type: 'mark-absent', seatId: two.id, reason: '先走' })
    expect(fewer.vote()).toMatchObject({ condition: 'quorum', need: 3, have: 2 })
  })

  test('[V36] a consultation is of those who vote in it', () => {
    const room = pureRoom()
    room.readyToVote()
    room.must(CHAIR, {
      type: 'flag-conflict',
      ...{ seatId: P1, itemId: DECIDE, reason: '评议物业' },
    })
    room.ballot()
    expect(room.state().ballot?.roll).not.toContain(P1)
    expect(room.state().ballot?.standingBack).toBeUndefined()
  })

  test('whoever left is missed before the ballot, not after it', () => {
    const room = atTheVote({ reps: 5, committee: 1 }, 4)
    room.must(CHAIR, { type: 'record-party-review', ...review })
    const leaves = bodyPlan({ reps: 5, committee: 1 }).seats[0]
    if (!leaves) throw new Error('Nobody there')
    room.must(CONVENER, { type: 'mark-absent', seatId: leaves.id, reason: '先走' })
    expect(room.vote()).toEqual({
      code: 'law-not-met',
      condition: 'quorum',
      need: 4,
      have: 3,
    })
  })

  test('an election asks for more than the meeting it is held in: exactly two thirds opens, and does not elect', () => {
    const election = {
      reps: 5,
      committee: 1,
      topicType: 'residents-committee-election',
    } as const
    const room = atTheVote(election, 4)
    expect(room.vote()).toEqual({ code: 'law-not-met', condition: 'quorum', need: 5, have: 4 })
    expect(atTheVote(election, 5).vote()).toBeNull()
  })
})

describe('[V33] a consultation votes while enough are here, and every side', () => {
  const atTheVote = (...left: SeatId[]) => {
    const room = pureRoom()
    room.readyToVote()
    left.forEach(room.leave)
    return room
  }

  test.each<[string, SeatId[], object | null]>([
    ['everybody is here', [], null],
    ['three of four, and every side', [R2], null],
    [
      'three of four, and nobody for the property company',
      [P1],
      { need: 3, present: 3, missingSides: ['property'] },
    ],
    [
      'two of four, and no resident',
      [R1, R2],
      { need: 3, present: 2, missingSides: ['residents'] },
    ],
  ])('%s', (_why, left, lacks) => {
    const room = atTheVote(...left)
    expect(room.give(CHAIR, openBallot())).toEqual(lacks && { code: 'not-ready', ...lacks })
  })

  test('else with a reason, which the log keeps and the minutes tell', () => {
    const room = atTheVote(R1, R2)
    const blank = { ...openBallot(), overrideReason: ' ' }
    expect(room.give(CHAIR, blank)).toMatchObject({ code: 'not-ready' })
    room.must(CHAIR, { ...openBallot(), overrideReason: '停水在即，今晚要定' })
    expect(room.events.at(-1)?.event).toMatchObject({
      type: 'ballot-opened',
      waived: { present: 2, missingSides: ['residents'], reason: '停水在即，今晚要定' },
    })
    expect(room.state().ballot?.waivedReason).toBe('停水在即，今晚要定')
    expect(chairFacts(room.events).at(-1)).toMatchObject({
      itemId: DECIDE,
      open: true,
      text: '人没有到齐，仍然表决：停水在即，今晚要定',
    })
  })

  test('what was said when the session opened is not asked again, unless more are missing', () => {
    const room = pureRoom()
    room.doors()
    room.arrive(R1, R2, O1)
    room.must(CHAIR, { type: 'open', overrideReason: '物业经理在抢修' })
    room.start(DECIDE)
    room.lastCall()
    room.leave(R2)
    expect(room.give(CHAIR, openBallot())).toEqual({
      code: 'not-ready',
      ...{ need: 3, present: 2, missingSides: [] },
    })
    room.arrive(R2)
    expect(room.give(CHAIR, openBallot())).toBeNull()
    expect(room.state().ballot?.waivedReason).toBeUndefined()
  })
})

describe('[V34] a consultation by a rule of its county’s own', () => {
  const OWN = {
    ...{ id: 'local-deliberation-stairs', region: '350524' },
    name: { zh: '楼道议事会', en: null },
    noticeDays: 5,
  }
  const talk = (own: object, here: number) =>
    gathered({ as: 'deliberation', reps: 4, committee: 2, topicType: 'soft-matter', own }, here)
  const quorum = (share: readonly [number, number], strict = false) => ({
    rule: {
      ...{ id: OWN.id, measures: ['heads'] },
      quorum: { of: 'roll', count: 'present', share, strict },
      pass: { of: 'present', share: [1, 2], strict: true },
    },
  })

  test('opens without a side where its rule asks for none', () => {
    expect(talk({ ...OWN, needsEverySide: true }, 4).give(CHAIR, open())).toMatchObject({
      code: 'not-ready',
      missingSides: ['committees'],
    })
    expect(talk({ ...OWN, needsEverySide: false }, 4).give(CHAIR, open())).toBeNull()
    // Nor is a side missed when it is people that lack.
    expect(talk({ ...OWN, needsEverySide: false }, 3).give(CHAIR, open())).toMatchObject({
      code: 'not-ready',
      missingSides: [],
    })
  })

  test('asks no fewer to come than its rule, whatever it adopted', () => {
    const five = { ...OWN, needsEverySide: false, ...quorum([5, 6]) }
    expect(talk(five, 4).give(CHAIR, open())).toMatchObject({ code: 'not-ready', need: 5 })
    expect(talk(five, 5).give(CHAIR, open())).toBeNull()
  })

  test('its days of notice are told, and can be gone on without', () => {
    const late = { ...OWN, noticeDays: 30, needsEverySide: false }
    expect(talk(late, 6).give(CHAIR, open())).toMatchObject({ noticeNeed: 30, noticeHave: 16 })
    expect(talk(late, 6).give(CHAIR, open('大家都同意提前'))).toBeNull()
  })

  test('where its rule asks for a review, there is no vote before', () => {
    const room = talk({ ...OWN, needsPartyReview: true }, 6)
    room.must(CHAIR, open())
    room.start(DECIDE)
    room.lastCall()
    expect(room.give(CHAIR, openBallot())).toEqual({ code: 'party-review-missing' })
    room.must(CHAIR, {
      ...{ type: 'record-party-review', by: '楼道党小组', on: '2026-11-20' },
      opinion: '同意',
    })
    expect(room.give(CHAIR, openBallot())).toBeNull()
  })
})
