import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BallotId, ItemId, SeatId } from '#app/domain/shared/ids.ts'
import {
  asSeat,
  assignTask,
  CHAIR,
  CONVENER,
  DECIDE,
  LATER,
  O1,
  openBallot,
  P1,
  PLAN,
  R1,
  R2,
  RECORDER,
  TALK,
  VERDICT,
  X1,
  pureRoom,
} from '#tests/helpers/pure-room.ts'
import { AUDIENCES, seenBy } from './audience.ts'
import { evolve, replay } from './evolve.ts'
import type { MeetingActor, MeetingCommand } from './meeting-command.ts'
import type { LoggedEvent } from './meeting-event.ts'
import type { MeetingState } from './meeting-state.ts'
import { speakingOrder } from './speaking-order.ts'

const seatIds = [R1, R2, P1, O1, X1, 'stranger' as SeatId]
const itemIds = [TALK, DECIDE, LATER, 'added-1' as ItemId, 'nowhere' as ItemId]
const ballotIds = ['b1', 'b2', 'b3', 'never'] as BallotId[]

const seatId = fc.constantFrom(...seatIds)
const itemId = fc.constantFrom(...itemIds)
const ballotId = fc.constantFrom(...ballotIds)
const text = fc.constantFrom('', ' ', '理由')
const seconds = fc.constantFrom(0, 10, 60, 4000)
const stance = fc.constantFrom('for', 'against', 'question')

const command: fc.Arbitrary<MeetingCommand> = fc.oneof(
  fc.constantFrom<MeetingCommand[]>(
    { type: 'open-doors' },
    { type: 'open', overrideReason: '时间到' },
    { type: 'end-item' },
    { type: 'make-last-call' },
    { type: 'make-last-call' },
    { type: 'ask-consensus' },
    { type: 'declare-consensus', label: 'agreement' },
    { type: 'fail-consensus' },
    { type: 'resume' },
    { type: 'resume' },
    assignTask(),
  ),
  fc.constantFrom<MeetingCommand[]>(
    { type: 'pause', reason: null },
    { type: 'open', overrideReason: null },
    { type: 'move', startsAt: PLAN.startsAt, venue: '', reason: '停电' },
    { type: 'convene', plan: PLAN },
    { type: 'add-item', item: { ...PLAN.agenda[1]!, id: 'added-1' as ItemId } },
  ),
  seatId.map((id): MeetingCommand => ({
    type: 'check-in',
    seatId: id,
    by: 'code',
    reason: null,
  })),
  seatId.map((id): MeetingCommand => ({ type: 'mark-absent', seatId: id, reason: '走了' })),
  itemId.map((id): MeetingCommand => ({ type: 'start-item', itemId: id })),
  fc.record({ type: fc.constant('raise-hand' as const), seatId, stance }),
  fc.record({ type: fc.constant('raise-hand' as const), seatId, stance }),
  seatId.map((id): MeetingCommand => ({ type: 'withdraw-hand', seatId: id })),
  seatId.map((id): MeetingCommand => ({ type: 'give-floor', seatId: id })),
  fc.record({
    type: fc.constant('move-hand' as const),
    seatId,
    toIndex: fc.integer({ min: -1, max: 6 }),
    reason: fc.constant(null),
  }),
  fc
    .constantFrom('finished', 'time-up', 'chair')
    .map((end): MeetingCommand => ({ type: 'take-floor', end })),
  seconds.map((each): MeetingCommand => ({ type: 'extend-floor', seconds: each })),
  seconds.map((each): MeetingCommand => ({ type: 'add-time', seconds: each })),
  text.map((each): MeetingCommand => ({ type: 'park-point', pointId: 'p', text: each })),
  seatId.map((id): MeetingCommand => ({ type: 'raise-objection', seatId: id, text: '太贵' })),
  seatId.map((id): MeetingCommand => ({ type: 'withdraw-objection', seatId: id })),
  fc.constant(openBallot()),
  ballotId.map((id): MeetingCommand => ({
    type: 'close-ballot',
    ballotId: id,
    verdict: VERDICT,
  })),
  ballotId.map((id): MeetingCommand => ({ type: 'void-ballot', ballotId: id, reason: '有误' })),
)

/** Who would give this command; seats act for themselves. */
function usualActor(what: MeetingCommand): MeetingActor {
  if (what.type === 'check-in' || what.type === 'raise-hand' || what.type === 'withdraw-hand') {
    return asSeat(what.seatId)
  }
  if (what.type === 'raise-objection' || what.type === 'withdraw-objection') {
    return asSeat(what.seatId)
  }
  return CHAIR
}

type Step = [MeetingActor, MeetingCommand]
const usual = (what: MeetingCommand): Step => [usualActor(what), what]
const anybody = fc.constantFrom(CHAIR, RECORDER, CONVENER, ...seatIds.map(asSeat))

/** Mostly what people would do, sometimes by whoever may not, and now and then the way to a ballot. */
const steps: fc.Arbitrary<Step[]> = fc.oneof(
  { weight: 40, arbitrary: command.map((what) => [usual(what)]) },
  { weight: 8, arbitrary: fc.tuple(anybody, command).map((step) => [step]) },
  {
    weight: 6,
    arbitrary: itemId.map((item): Step[] => [
      usual({ type: 'start-item', itemId: item }),
      usual({ type: 'make-last-call' }),
      usual(openBallot()),
    ]),
  },
  {
    weight: 6,
    arbitrary: fc
      .tuple(itemId, fc.constantFrom('asked', 'objected', 'agreed'))
      .map(([item, until]): Step[] => [
        usual({ type: 'start-item', itemId: item }),
        usual({ type: 'ask-consensus' }),
        ...(until === 'objected'
          ? [
              usual({ type: 'raise-objection', seatId: P1, text: '太贵' }),
              usual({ type: 'withdraw-objection', seatId: P1 }),
            ]
          : []),
        ...(until === 'agreed'
          ? [usual({ type: 'declare-consensus', label: 'agreement' })]
          : []),
      ]),
  },
  {
    weight: 10,
    arbitrary: seatId.map((id): Step[] => [
      usual({ type: 'check-in', seatId: id, by: 'code', reason: null }),
      usual({ type: 'raise-hand', seatId: id, stance: 'question' }),
      usual({ type: 'give-floor', seatId: id }),
    ]),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom<MeetingCommand[]>({ type: 'close' }, { type: 'cancel', reason: '停电' })
      .map((what) => [usual(what)]),
  },
)

/** A session, mostly one that was opened, and then whatever anybody tries. */
const evening = fc
  .tuple(
    fc.integer({ min: 0, max: 9 }),
    fc.array(fc.tuple(steps, fc.integer({ min: 0, max: 90_000 })), {
      maxLength: 60,
      size: 'max',
    }),
  )
  .map(([kind, drawn]) => {
    const room = pureRoom()
    room.convene()
    if (kind > 0) {
      room.must(CONVENER, { type: 'open-doors' })
      room.arrive(R1, P1, O1)
      room.must(CHAIR, { type: 'open', overrideReason: null })
    }
    const states: MeetingState[] = [room.state()]
    for (const [together, pause] of drawn) {
      room.pass(pause)
      for (const [who, what] of together) {
        // The server never gives an id twice.
        const opens = room.events.filter(({ event }) => event.type === 'ballot-opened').length
        const fresh = `b${opens + 1}` as BallotId
        room.give(who, what.type === 'open-ballot' ? { ...what, ballotId: fresh } : what)
        states.push(room.state())
      }
    }
    return { events: room.events, states, last: room.state() }
  })

const RUNS = { numRuns: 300 }
const isPresent = (state: MeetingState, id: string) => Object.hasOwn(state.presence, id)

/** Each is a sentence about every state a meeting can reach. */
const ALWAYS: Record<string, (state: MeetingState) => boolean> = {
  'nobody speaks who is absent': (state) =>
    state.floor === null || isPresent(state, state.floor.seatId),
  'nobody waits to speak who is absent': (state) =>
    state.queue.every((hand) => isPresent(state, hand.seatId)),
  'nobody stands in the queue twice': (state) =>
    new Set(state.queue.map((hand) => hand.seatId)).size === state.queue.length,
  'whoever speaks is not in the queue': (state) =>
    state.queue.every((hand) => hand.seatId !== state.floor?.seatId),
  'people speak only on an item': (state) =>
    state.currentItemId !== null || (state.floor === null && state.queue.length === 0),
  'one item at most is current, and it is the one named': (state) => {
    const current = state.agenda.filter((item) => item.progress === 'current')
    return state.phase === 'closed' || state.currentItemId === (current[0]?.id ?? null)
  },
  'nobody has more turns on an item than the rules give': (state) =>
    state.seats.every((seat) =>
      state.agenda.every(
        (item) =>
          state.turns.filter((turn) => turn.seatId === seat.id && turn.itemId === item.id)
            .length <= state.rules.turnsPerItem,
      ),
    ),
  'while people vote nobody speaks': (state) =>
    state.ballot === null || state.ballot.closedAt !== null || state.floor === null,
  'a ballot runs only in session': (state) =>
    state.ballot === null || state.ballot.closedAt !== null || state.phase === 'in-session',
  'only what stood in the notice as a decision is decided, and once': (state) =>
    state.decisions.every(
      (decision) =>
        state.agenda.some(
          (item) => item.id === decision.itemId && item.inNotice && item.kind === 'decision',
        ) && state.decisions.filter((each) => each.itemId === decision.itemId).length === 1,
    ),
  'a void ballot decides nothing': (state) =>
    state.pastBallots.every(
      (ballot) =>
        ballot.voidReason === null ||
        state.decisions.every(
          (each) => each.by !== 'ballot' || each.ballotId !== ballot.ballotId,
        ),
    ),
  'a consensus that was declared had no objection': (state) =>
    state.decisions.every((each) => each.by !== 'consensus' || each.reservations.length === 0),
  'only delegates who have a vote are on a roll': (state) =>
    [...state.pastBallots, ...(state.ballot ? [state.ballot] : [])].every((ballot) =>
      ballot.roll.every((id) =>
        state.seats.some((seat) => seat.id === id && seat.canVote && seat.role === 'delegate'),
      ),
    ),
  'closed is still and silent': (state) =>
    state.phase !== 'closed' ||
    (state.floor === null && state.queue.length === 0 && state.consensus === null),
  'the queue shows everybody in it once, with a reason': (state) => {
    const rows = speakingOrder(state).map((row) => row.seatId)
    return (
      rows.length === state.queue.length &&
      state.queue.every((hand) => rows.includes(hand.seatId))
    )
  },
  'no two hands are pinned to one place': (state) => {
    const pins = state.queue.flatMap((hand) =>
      hand.pinnedIndex === null ? [] : [hand.pinnedIndex],
    )
    return new Set(pins).size === pins.length && pins.every((pin) => pin >= 0)
  },
}

describe('[M13] whatever anybody tries, in any order', () => {
  test.each(Object.entries(ALWAYS))('%s', (_sentence, holds) => {
    fc.assert(
      fc.property(evening, ({ states }) => {
        for (const state of states) expect(holds(state)).toBe(true)
      }),
      RUNS,
    )
  })

  test('the runs get as far as votes, consensus and the end', () => {
    const seen = new Set<string>()
    for (const { events } of fc.sample(evening, { numRuns: 400, seed: 730 })) {
      for (const { event } of events) seen.add(event.type)
    }
    const kinds = [
      'ballot-closed',
      'ballot-voided',
      'consensus-reached',
      'objection-withdrawn',
      'hand-moved',
      'floor-extended',
      'paused',
      'resumed',
      'closed',
      'cancelled',
      'task-assigned',
    ]
    for (const kind of kinds) expect([...seen]).toContain(kind)
  })

  test('closed is final: after it come tasks and nothing else', () => {
    fc.assert(
      fc.property(evening, ({ events }) => {
        const end = events.findIndex(
          ({ event }) => event.type === 'closed' || event.type === 'cancelled',
        )
        const after = end < 0 ? [] : events.slice(end + 1)
        expect(after.every(({ event }) => event.type === 'task-assigned')).toBe(true)
      }),
      RUNS,
    )
  })
})

describe('[M14] a meeting is its log', () => {
  const asSeen = (events: readonly LoggedEvent[], audience: (typeof AUDIENCES)[number]) =>
    events.map((logged) => ({ ...logged, event: seenBy(logged.event, audience) }))

  test('replaying it, also after it has crossed the wire, gives the same state', () => {
    fc.assert(
      fc.property(evening, ({ events, last }) => {
        expect(replay(events)).toEqual(last)
        expect(replay(JSON.parse(JSON.stringify(events)) as LoggedEvent[])).toEqual(last)
      }),
      RUNS,
    )
  })

  test('seq starts at 1 and has no gaps', () => {
    fc.assert(
      fc.property(evening, ({ events }) => {
        expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1))
      }),
    )
  })

  test.each(AUDIENCES)(
    '%s who catch up from any seq know what those who stayed know',
    (audience) => {
      fc.assert(
        fc.property(evening, fc.nat(), ({ events }, drawn) => {
          const seen = asSeen(events, audience)
          const seq = 1 + (drawn % events.length)
          const left = replay(seen.slice(0, seq))
          expect(replay(seen.slice(seq), left)).toEqual(replay(seen))
        }),
        RUNS,
      )
    },
  )

  test('an event is applied without changing the state it is applied to', () => {
    fc.assert(
      fc.property(evening, ({ events }) => {
        let state: MeetingState | null = null
        for (const logged of events) {
          const before: string = JSON.stringify(state)
          const next: MeetingState = evolve(state, logged)
          expect(JSON.stringify(state)).toBe(before)
          state = next
        }
      }),
      { numRuns: 60 },
    )
  })
})
