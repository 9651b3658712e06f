import { decide } from '#app/domain/meetings/decide.ts'
import { evolve } from '#app/domain/meetings/evolve.ts'
import type { MeetingActor, MeetingCommand } from '#app/domain/meetings/meeting-command.ts'
import type { LoggedEvent, MeetingEvent } from '#app/domain/meetings/meeting-event.ts'
import type { MeetingRefusal } from '#app/domain/meetings/meeting-refusal.ts'
import type { MeetingState } from '#app/domain/meetings/meeting-state.ts'
import type { AgendaItem, Officer, Seat, Stance } from '#app/domain/meetings/meeting.ts'
import { turnEndsAt } from '#app/domain/meetings/turn-end.ts'
import {
  DEFAULT_SPEAKING_RULES,
  type SpeakingRules,
} from '#app/domain/meetings/speaking-rules.ts'
import type { Side } from '#app/domain/organisation/side.ts'
import type { BallotId, ItemId, SeatId, TaskId } from '#app/domain/shared/ids.ts'
import { RULE_PROFILES } from '#app/domain/voting/rule-profiles.ts'
import type { VoteRule } from '#app/domain/voting/rule.ts'
import type { BallotMethod } from '#app/domain/voting/ballot-question.ts'
import type { Verdict } from '#app/domain/voting/tally.ts'

export const CHAIR: MeetingActor = { role: 'chair', id: 'lin' }
export const RECORDER: MeetingActor = { role: 'recorder', id: 'xu' }
export const CONVENER: MeetingActor = { role: 'convener', id: 'guo' }
/** Nobody in the room: the server itself. */
export const SYSTEM: MeetingActor = { role: 'system', id: 'system' }
export const asSeat = (id: SeatId): MeetingActor => ({ role: 'seat', id })

export const R1 = 'r1' as SeatId
export const R2 = 'r2' as SeatId
export const P1 = 'p1' as SeatId
export const O1 = 'o1' as SeatId
/** An expert: speaks, never votes. */
export const X1 = 'x1' as SeatId

export const TALK = 'talk' as ItemId
export const DECIDE = 'decide' as ItemId
export const LATER = 'decide-later' as ItemId

export const RULE: VoteRule = ruleOf('deliberation')

function ruleOf(id: string): VoteRule {
  const profile = RULE_PROFILES.find((each) => each.id === id)
  if (!profile) throw new Error(`No rule ${id}`)
  return profile.rule
}

export const VERDICT: Verdict = {
  quorumMet: true,
  passed: true,
  tests: [],
  counts: {},
  failed: [],
}

const aSeat = (id: SeatId, side: Side, role: Seat['role'] = 'delegate'): Seat => ({
  id,
  name: `${id} name`,
  publicName: `${id}女士`,
  publicNameEn: `Ms ${id}`,
  side,
  role,
  title: '代表',
  canVote: role === 'delegate',
})

const anItem = (id: ItemId, kind: AgendaItem['kind']): AgendaItem => ({
  id,
  kind,
  title: `about ${id}`,
  minutes: 20,
  matterId: null,
  topicType: null,
  proposal: kind === 'decision' ? `agree to ${id}` : null,
  method: kind === 'decision' ? 'ballot' : 'none',
  secrecy: 'open',
  inNotice: true,
})

export const PLAN: Extract<MeetingEvent, { type: 'convened' }> = {
  type: 'convened',
  room: 'council',
  title: '蓝溪花园第1次',
  compoundName: '蓝溪花园',
  venue: '党群服务中心',
  startsAt: Date.parse('2026-11-26T11:30:00Z'),
  durationMinutes: 90,
  agenda: [anItem(TALK, 'discussion'), anItem(DECIDE, 'decision'), anItem(LATER, 'decision')],
  seats: [
    aSeat(R1, 'residents'),
    aSeat(R2, 'residents'),
    aSeat(P1, 'property'),
    aSeat(O1, 'owners'),
    aSeat(X1, 'others', 'expert'),
  ],
  chair: { id: 'lin', name: '林雅芳', title: '主任' },
  recorder: { id: 'xu', name: '许晓燕', title: '社工' },
  rules: DEFAULT_SPEAKING_RULES,
}

/** A meeting without a database: commands go in, events are kept, a second passes each time. */
export function pureRoom(rules: Partial<SpeakingRules> = {}) {
  let state: MeetingState | null = null
  let at = PLAN.startsAt
  let serial = 0
  const events: LoggedEvent[] = []

  const give = (actor: MeetingActor, command: MeetingCommand): MeetingRefusal | null => {
    at += 1000
    const decided = decide(state, command, actor, at)
    if (!decided.ok) return decided.refusal
    for (const event of decided.value) {
      const logged = { seq: events.length + 1, at, actorId: actor.id, event }
      events.push(logged)
      state = evolve(state, logged)
    }
    return null
  }
  const must = (actor: MeetingActor, command: MeetingCommand) => {
    const refusal = give(actor, command)
    if (refusal) throw new Error(`${command.type}: ${refusal.code}`)
  }

  const room = {
    give,
    must,
    events,
    pass: (ms: number) => void (at += ms),
    /** Time passes, and the server ends each turn when its time is up. */
    wait: (ms: number) => {
      const until = at + ms
      for (;;) {
        const endsAt = state && turnEndsAt(state)
        if (endsAt === null || endsAt > until) break
        // The command itself lets a second pass.
        at = Math.max(at, endsAt) - 1000
        must(SYSTEM, { type: 'end-turn' })
      }
      at = until
    },
    now: () => at,
    state: (): MeetingState => {
      if (!state) throw new Error('Not convened')
      return state
    },
    convene: () =>
      must(CHAIR, {
        type: 'convene',
        plan: { ...PLAN, rules: { ...DEFAULT_SPEAKING_RULES, ...rules } },
      }),
    doors: () => {
      room.convene()
      must(CONVENER, { type: 'open-doors' })
    },
    arrive: (...seats: SeatId[]) => {
      for (const seatId of seats) {
        must(asSeat(seatId), { type: 'check-in', seatId, by: 'code', reason: null })
      }
    },
    leave: (seatId: SeatId) =>
      must(CONVENER, { type: 'mark-absent', seatId, reason: '先走了' }),
    /** In session, with everybody there. */
    open: () => {
      room.doors()
      room.arrive(R1, R2, P1, O1, X1)
      must(CHAIR, { type: 'open', overrideReason: null })
    },
    start: (itemId: ItemId) => must(CHAIR, { type: 'start-item', itemId }),
    raise: (seatId: SeatId, stance: Stance = 'for') =>
      must(asSeat(seatId), { type: 'raise-hand', seatId, stance }),
    floor: (seatId: SeatId) => must(CHAIR, { type: 'give-floor', seatId }),
    finish: () => must(CHAIR, { type: 'take-floor', end: 'finished' }),
    /** A whole turn of somebody who was not in the queue. */
    speak: (seatId: SeatId, stance: Stance = 'for') => {
      room.raise(seatId, stance)
      room.floor(seatId)
      room.finish()
    },
    move: (seatId: SeatId, motionId = 'm1', options: string[] = []) =>
      must(asSeat(seatId), {
        type: 'make-motion',
        motionId,
        seatId,
        text: '先修东门，再修西门',
        options,
      }),
    second: (seatId: SeatId, motionId = 'm1') =>
      must(asSeat(seatId), { type: 'second-motion', motionId, seatId }),
    conflict: (seatId: SeatId, itemId: ItemId) =>
      must(CHAIR, { type: 'flag-conflict', seatId, itemId, reason: '物业员工' }),
    warn: (seatId: SeatId) => must(CHAIR, { type: 'warn', seatId, reason: '插话' }),
    handTo: (to: Officer) =>
      must(CHAIR, { type: 'hand-over-chair', to, reason: '主持人要发言' }),
    lastCall: () => must(CHAIR, { type: 'make-last-call' }),
    ballot: (secrecy: 'open' | 'secret' = 'open'): BallotId => {
      const ballotId = `ballot-${++serial}` as BallotId
      must(CHAIR, openBallot(ballotId, secrecy))
      return ballotId
    },
    closeBallot: (ballotId: BallotId, verdict: Verdict = VERDICT) =>
      must(CHAIR, { type: 'close-ballot', ballotId, verdict }),
    /** On an item that can be decided, ready for the ballot. */
    readyToVote: (itemId: ItemId = DECIDE) => {
      room.open()
      room.start(itemId)
      room.lastCall()
    },
  }
  return room
}

export type PureRoom = ReturnType<typeof pureRoom>

export const openBallot = (
  ballotId: BallotId = 'ballot' as BallotId,
  secrecy: 'open' | 'secret' = 'open',
  seconds = 120,
  question: { method?: BallotMethod; options?: string[] } = {},
): Extract<MeetingCommand, { type: 'open-ballot' }> => ({
  type: 'open-ballot',
  ballotId,
  secrecy,
  rule: RULE,
  label: 'agreement',
  seconds,
  ...question,
})

export const assignTask = (
  itemId: ItemId = DECIDE,
): Extract<MeetingCommand, { type: 'assign-task' }> => ({
  type: 'assign-task',
  taskId: 'task-1' as TaskId,
  itemId,
  title: '更换软接头',
  lead: { personId: 'chen', name: '安和物业', side: 'property' },
  helpers: [],
  dueOn: '2026-12-03',
})
