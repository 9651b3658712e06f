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
  SYSTEM,
  TALK,
  VERDICT,
  X1,
  pureRoom,
} from '#tests/helpers/pure-room.ts'
import { AUDIENCES, seenBy } from './audience.ts'
import { evolve, replay } from './evolve.ts'
import { isSilenced } from './find-in-meeting.ts'
import type { MeetingActor, MeetingCommand } from './meeting-command.ts'
import type { LoggedEvent } from './meeting-event.ts'
import type { MeetingState } from './meeting-state.ts'
import { DISSENT_KINDS } from './meeting.ts'
import { speakingOrder } from './speaking-order.ts'
import { turnEndsAt } from './turn-end.ts'

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
    { type: 'end-turn' },
    assignTask(),
  ),
  fc.constantFrom<MeetingCommand[]>(
    { type: 'pause', reason: null },
    { type: 'open', overrideReason: null },
    { type: 'move', startsAt: PLAN.startsAt, venue: '', reason: '停电' },
    { type: 'convene', plan: PLAN },
    { type: 'add-seat', seat: { ...PLAN.seats[0]!, id: 'stranger' as SeatId } },
    { type: 'record-party-review', by: '支部', on: '2026-11-20', opinion: '同意' },
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
  fc.tuple(seatId, fc.constantFrom(...DISSENT_KINDS)).map(([id, kind]): MeetingCommand => ({
    type: 'raise-objection',
    seatId: id,
    text: '太贵',
    kind,
  })),
  seatId.map((id): MeetingCommand => ({ type: 'withdraw-objection', seatId: id })),
  fc.constant(openBallot()),
  ballotId.map((id): MeetingCommand => ({
    type: 'close-ballot',
    ballotId: id,
    verdict: VERDICT,
  })),
  ballotId.map((id): MeetingCommand => ({ type: 'void-ballot', ballotId: id, reason: '有误' })),
  ...roomCommands(),
)

/** What a room does beside talking and voting. */
function roomCommands(): fc.Arbitrary<MeetingCommand>[] {
  const kind = fc.constantFrom('turn', 'reply', 'order')
  const motionId = fc.constantFrom('m1', 'm2', 'm3')
  const reason = '有理由'
  const seatCommand = (make: (seatId: SeatId) => MeetingCommand) => seatId.map(make)
  const itemCommand = (make: (itemId: ItemId) => MeetingCommand) => itemId.map(make)
  const motionCommand = (make: (motionId: string) => MeetingCommand) => motionId.map(make)
  const words = { text: '先修东门', options: [] }
  return [
    fc.record({ type: fc.constant('raise-hand' as const), seatId, stance, kind }),
    fc.record({ type: fc.constant('raise-hand' as const), seatId, stance, kind }),
    seatCommand((id) => ({ type: 'name-party', seatId: id })),
    seatCommand((id) => ({ type: 'warn', seatId: id, reason })),
    seatCommand((id) => ({ type: 'lift-warning', seatId: id, reason })),
    seatCommand((id) => ({ type: 'make-motion', motionId: 'm1', seatId: id, ...words })),
    fc.tuple(motionId, seatId).map(([id, of]): MeetingCommand => ({
      type: 'second-motion',
      motionId: id,
      seatId: of,
    })),
    motionCommand((id) => ({ type: 'edit-motion', motionId: id, ...words, why: reason })),
    motionCommand((id) => ({ type: 'withdraw-motion', motionId: id, reason })),
    motionCommand((id) => ({ type: 'refer-motion', motionId: id, to: '街道', reason })),
    motionCommand((id) => ({ type: 'postpone-motion', motionId: id, reason })),
    fc
      .tuple(itemId, fc.integer({ min: -1, max: 5 }))
      .map(([id, toIndex]): MeetingCommand => ({ type: 'move-item', itemId: id, toIndex })),
    itemCommand((id) => ({ type: 'skip-item', itemId: id, reason: null })),
    itemCommand((id) => ({ type: 'carry-over-item', itemId: id, reason })),
    fc.tuple(seatId, itemId).map(([of, id]): MeetingCommand => ({
      type: 'flag-conflict',
      seatId: of,
      itemId: id,
      reason,
    })),
    fc.tuple(seatId, itemId).map(([of, id]): MeetingCommand => ({
      type: 'clear-conflict',
      seatId: of,
      itemId: id,
      reason,
    })),
    seatCommand((id) => ({
      type: 'seat-deputy',
      seatId: id,
      deputy: { name: '李明', publicName: '李先生', publicNameEn: 'Mr Li' },
      invited: { publicName: '张女士', publicNameEn: 'Ms Zhang' },
    })),
    fc
      .tuple(seatId, fc.constantFrom('hall', 'remote'))
      .map(([id, where]): MeetingCommand => ({ type: 'change-place', seatId: id, where })),
    seatCommand((id) => ({
      type: 'hand-over-chair',
      to: { id, name: id, title: '', seatId: id },
      reason,
    })),
    fc.constantFrom<MeetingCommand[]>(
      { type: 'hand-over-chair', to: { id: 'xu', name: '许晓燕', title: '' }, reason },
      { type: 'take-back-chair', reason },
      { type: 'take-back-chair', reason },
      { type: 'adjourn', reason },
      { type: 'reopen', overrideReason: reason },
      { type: 'reopen', overrideReason: reason },
      { type: 'pause', reason: null, minutes: 10 },
      { type: 'open-temperature', checkId: 't1', question: '行吗' },
      { type: 'show-message', text: '请静音' },
      { type: 'clear-message' },
      { type: 'pin-screen', view: 'speakers' },
      { type: 'pin-screen', view: null },
      { type: 'show-minutes', itemId: TALK, text: '议过' },
      { type: 'hide-minutes' },
    ),
    fc.integer({ min: 0, max: 9 }).map((green): MeetingCommand => ({
      type: 'close-temperature',
      checkId: 't1',
      counts: { green, yellow: 0, red: 0 },
    })),
  ]
}

/** Who would give this command; seats act for themselves. */
function usualActor(what: MeetingCommand): MeetingActor {
  if (what.type === 'check-in' || what.type === 'raise-hand' || what.type === 'withdraw-hand') {
    return asSeat(what.seatId)
  }
  if (what.type === 'raise-objection' || what.type === 'withdraw-objection') {
    return asSeat(what.seatId)
  }
  if (what.type === 'take-back-chair') return { role: 'convener', id: 'lin' }
  if (what.type === 'end-turn') return SYSTEM
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
      .tuple(itemId, fc.constantFrom('asked', 'objected', 'reserved', 'agreed'))
      .map(([item, until]): Step[] => [
        usual({ type: 'start-item', itemId: item }),
        usual({ type: 'ask-consensus' }),
        ...(until === 'objected'
          ? [
              usual({ type: 'raise-objection', seatId: P1, text: '太贵' }),
              usual({ type: 'withdraw-objection', seatId: P1 }),
            ]
          : []),
        ...(until === 'reserved'
          ? [usual({ type: 'raise-objection', seatId: R1, text: '太贵', kind: 'reservation' })]
          : []),
        ...(until === 'agreed' || until === 'reserved'
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
    weight: 6,
    arbitrary: fc
      .tuple(itemId, seatId, seatId)
      .map(([item, mover, other]): Step[] => [
        usual({ type: 'start-item', itemId: item }),
        [
          asSeat(mover),
          { type: 'make-motion', motionId: '', seatId: mover, text: '先修东门', options: [] },
        ],
        ...['m1', 'm2', 'm3'].map((motionId): Step => [
          asSeat(other),
          { type: 'second-motion', motionId, seatId: other },
        ]),
        usual({ type: 'make-last-call' }),
        usual(openBallot()),
      ]),
  },
  {
    weight: 6,
    arbitrary: fc
      .tuple(
        fc.constantFrom(R1, P1, O1),
        fc.constantFrom<MeetingCommand[]>(
          { type: 'edit-motion', motionId: '', text: '先修西门', options: [], why: '好' },
          { type: 'withdraw-motion', motionId: '', reason: '不提了' },
          { type: 'refer-motion', motionId: '', to: '街道', reason: '归他们' },
          { type: 'postpone-motion', motionId: '', reason: '等报价' },
        ),
      )
      .map(([mover, end]): Step[] => [
        usual({ type: 'start-item', itemId: DECIDE }),
        [
          asSeat(mover),
          { type: 'make-motion', motionId: '', seatId: mover, text: '先修东门', options: [] },
        ],
        ...['m1', 'm2', 'm3'].map((motionId) => usual({ ...end, motionId } as MeetingCommand)),
      ]),
  },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom<[MeetingCommand, MeetingCommand][]>(
        [{ type: 'pause', reason: null }, { type: 'resume' }],
        [
          { type: 'adjourn', reason: '停电' },
          { type: 'reopen', overrideReason: '来电了' },
        ],
      )
      .map((pair) => pair.map(usual)),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(seatId, itemId)
      .map(([who, item]): Step[] => [
        usual({ type: 'flag-conflict', seatId: who, itemId: item, reason: '员工' }),
        usual({ type: 'clear-conflict', seatId: who, itemId: item, reason: '弄错了' }),
      ]),
  },
  {
    weight: 5,
    arbitrary: fc
      .tuple(seatId, seatId)
      .map(([speaker, caller]): Step[] => [
        usual({ type: 'raise-hand', seatId: speaker, stance: 'for' }),
        usual({ type: 'give-floor', seatId: speaker }),
        usual({ type: 'raise-hand', seatId: caller, stance: 'remark', kind: 'order' }),
        usual({ type: 'give-floor', seatId: caller }),
      ]),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom<MeetingCommand[]>({ type: 'close' }, { type: 'cancel', reason: '停电' })
      .map((what) => [usual(what)]),
  },
)

/**
 * A session, mostly one that was opened, and then whatever anybody tries. In `watched` ones the
 * server ends each turn in time; in others it looks now and then.
 */
const evening = fc
  .tuple(
    fc.integer({ min: 0, max: 9 }),
    fc.array(fc.tuple(steps, fc.integer({ min: 0, max: 90_000 })), {
      maxLength: 60,
      size: 'max',
    }),
    fc.record({ hardStop: fc.boolean(), watched: fc.boolean() }),
  )
  .map(([kind, drawn, { hardStop, watched }]) => {
    // Short enough for the pauses drawn to end on both sides of it.
    const room = pureRoom({ hardStop, turnSeconds: 60, shortTurnSeconds: 30 })
    room.convene()
    if (kind > 0) {
      room.must(CONVENER, { type: 'open-doors' })
      room.arrive(R1, P1, O1)
      room.must(CHAIR, { type: 'open', overrideReason: null })
    }
    const states: MeetingState[] = [room.state()]
    for (const [together, pause] of drawn) {
      if (watched) room.wait(pause)
      else {
        room.pass(pause)
        room.give(SYSTEM, { type: 'end-turn' })
      }
      for (const [who, what] of together) {
        if (watched) {
          // Also in the second that passes with each command.
          room.wait(1000)
          room.pass(-1000)
        }
        // The server never gives an id twice.
        const count = (type: string) =>
          room.events.filter(({ event }) => event.type === type).length + 1
        room.give(
          who,
          what.type === 'open-ballot'
            ? { ...what, ballotId: `b${count('ballot-opened')}` as BallotId }
            : what.type === 'make-motion'
              ? { ...what, motionId: `m${count('motion-made')}` }
              : what.type === 'add-item'
                ? {
                    ...what,
                    item: { ...what.item, id: `added-${count('item-added')}` as ItemId },
                  }
                : what,
        )
        states.push(room.state())
      }
    }
    return { events: room.events, states, last: room.state(), watched }
  })

const RUNS = { numRuns: 120 }
const OPEN: readonly string[] = ['moved', 'seconded', 'frozen']
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
          state.turns.filter(
            ({ seatId, itemId, kind }) =>
              kind === 'turn' && seatId === seat.id && itemId === item.id,
          ).length <= state.rules.turnsPerItem,
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
  'one motion at a time, and only on what the notice named for decision': (state) =>
    state.motions.filter((each) => OPEN.includes(each.status)).length <= 1 &&
    state.motions.every((motion) =>
      state.agenda.some(
        (item) => item.id === motion.itemId && item.inNotice && item.kind === 'decision',
      ),
    ),
  'a motion is before the room only while its item is': (state) =>
    state.motions.every(
      (each) => !OPEN.includes(each.status) || each.itemId === state.currentItemId,
    ),
  'nobody seconds their own motion': (state) =>
    state.motions.every((each) => each.seconderId !== each.moverId),
  'words are frozen exactly while people vote on them': (state) =>
    state.motions.some((each) => each.status === 'frozen') ===
    (state.ballot !== null &&
      state.ballot.closedAt === null &&
      state.motions.some((each) => OPEN.includes(each.status))),
  'whoever has the chair neither speaks nor waits to': (state) =>
    state.chair.seatId === undefined ||
    (state.floor?.seatId !== state.chair.seatId &&
      state.queue.every((hand) => hand.seatId !== state.chair.seatId)),
  'chair and recorder are two people': (state) => state.chair.id !== state.recorder.id,
  'whoever was warned as often as the rules allow neither speaks nor waits to': (state) =>
    state.seats
      .filter((seat) => isSilenced(state, seat.id))
      .every(
        ({ id }) =>
          state.floor?.seatId !== id && state.queue.every((hand) => hand.seatId !== id),
      ),
  'whoever has an interest in an item is not on the roll of its open ballot': (state) =>
    state.ballot === null ||
    state.ballot.closedAt !== null ||
    state.conflicts.every(
      (each) =>
        each.itemId !== state.ballot?.itemId || !state.ballot.roll.includes(each.seatId),
    ),
  'an interrupted turn waits for a point of order and nothing else': (state) =>
    state.interrupted === null ||
    (state.floor?.kind === 'order' &&
      state.interrupted.floor.seatId !== state.floor.seatId &&
      isPresent(state, state.interrupted.floor.seatId)),
  'a look at the room with fewer than five answers says nothing': (state) =>
    state.pastTemperatures.every(
      ({ counts }) => counts === null || counts.green + counts.yellow + counts.red >= 5,
    ),
  'whoever takes part from elsewhere is present': (state) =>
    state.remote.every((id) => isPresent(state, id)),
  'what was put off is not decided': (state) =>
    state.agenda.every(
      (item) =>
        item.progress !== 'carried-over' ||
        state.decisions.every((each) => each.itemId !== item.id),
    ),
  'no item is lost or doubled by moving it': (state) =>
    new Set(state.agenda.map((item) => item.id)).size === state.agenda.length &&
    PLAN.agenda.every(({ id }) => state.agenda.some((item) => item.id === id)),
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
    for (const { events } of fc.sample(evening, { numRuns: 600, seed: 730 })) {
      for (const { event } of events) seen.add(event.type)
    }
    const kinds = [
      'ballot-closed',
      'ballot-voided',
      'consensus-reached',
      'objection-withdrawn',
      'hand-moved',
      'floor-extended',
      'floor-taken',
      'paused',
      'resumed',
      'closed',
      'cancelled',
      'task-assigned',
      'item-moved',
      'item-skipped',
      'item-carried-over',
      'party-named',
      'warned',
      'warning-lifted',
      'motion-made',
      'motion-seconded',
      'motion-edited',
      'motion-withdrawn',
      'motion-referred',
      'motion-postponed',
      'temperature-closed',
      'conflict-flagged',
      'conflict-cleared',
      'deputy-seated',
      'seat-added',
      'place-changed',
      'chair-handed-over',
      'adjourned',
      'reopened',
      'screen-pinned',
    ]
    for (const kind of kinds) expect([...seen]).toContain(kind)
  })

  test('a consensus that was declared had nobody who could not accept it, and keeps every reservation', () => {
    let reserved = 0
    fc.assert(
      fc.property(evening, ({ events }) => {
        let standing = new Map<string, string>()
        let asked = ''
        let state: MeetingState | null = null
        for (const logged of events) {
          const { event } = logged
          state = evolve(state, logged)
          if (event.type === 'consensus-asked') {
            standing = new Map()
            asked = event.itemId
          }
          if (event.type === 'objection-raised') {
            standing.set(event.seatId, event.kind ?? 'objection')
          }
          if (event.type === 'objection-withdrawn') standing.delete(event.seatId)
          if (event.type === 'conflict-flagged' && event.itemId === asked) {
            standing.delete(event.seatId)
          }
          if (event.type !== 'consensus-reached') continue
          expect([...standing.values()]).not.toContain('objection')
          const decision = state.decisions.at(-1)
          const kept = decision?.by === 'consensus' ? decision.reservations : []
          expect(new Set(kept.map(({ seatId: id }) => id))).toEqual(new Set(standing.keys()))
          reserved += kept.length
        }
      }),
      RUNS,
    )
    expect(reserved).toBeGreaterThan(0)
  })

  test('[M43] nobody is stopped before their time is up, nor where the session did not adopt it', () => {
    let stopped = 0
    fc.assert(
      fc.property(evening, ({ events }) => {
        let state: MeetingState | null = null
        for (const logged of events) {
          const before: MeetingState | null = state
          state = evolve(state, logged)
          if (logged.actorId !== 'system' || !before) continue
          stopped += 1
          expect(before.rules.hardStop).toBe(true)
          expect(before.phase).toBe('in-session')
          expect(logged.at).toBeGreaterThanOrEqual(turnEndsAt(before) ?? Infinity)
          expect(logged.event).toMatchObject({ type: 'floor-taken', end: 'time-up' })
          // Of a point of order the interrupted one speaks on; else nobody does.
          expect(state.floor).toEqual(before.interrupted ? state.floor : null)
        }
      }),
      RUNS,
    )
    expect(stopped).toBeGreaterThan(0)
  })

  test('[M43] where the server is there in time nobody speaks longer than they were given', () => {
    let longest = 0
    fc.assert(
      fc.property(evening, ({ events, last, watched }) => {
        if (!watched || !last.rules.hardStop) return
        const given = new Map<string, number>()
        let state: MeetingState | null = null
        for (const logged of events) {
          state = evolve(state, logged)
          const { floor } = state
          if (floor) given.set(`${floor.seatId} ${floor.clock.startedAt}`, floor.clock.limitMs)
        }
        for (const turn of last.turns) {
          longest = Math.max(longest, turn.ms)
          expect(turn.ms).toBeLessThanOrEqual(
            given.get(`${turn.seatId} ${turn.startedAt}`) ?? 0,
          )
        }
      }),
      RUNS,
    )
    expect(longest).toBeGreaterThan(0)
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
