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
  pureRoom,
  R1,
  R2,
  RECORDER,
  RULE,
  SYSTEM,
  TALK,
  VERDICT,
  X1,
} from '#tests/helpers/pure-room.ts'
import {
  ROOM_REFUSALS,
  type RefusalCase,
  type Step,
} from '#tests/helpers/room-refusal-cases.ts'
import { bodyPlan } from '#tests/helpers/reps-meeting.ts'
import type { MeetingActor, MeetingCommand } from './meeting-command.ts'
import type { MeetingRefusalCode } from './meeting-refusal.ts'

const open: Step = (room) => room.open()
const onTalk: Step = (room) => {
  room.open()
  room.start(TALK)
}
const onDecision: Step = (room) => {
  room.open()
  room.start(DECIDE)
}
const readyToVote: Step = (room) => room.readyToVote()
const voting: Step = (room) => {
  room.readyToVote()
  room.ballot()
}
const decided: Step = (room) => {
  room.readyToVote()
  room.closeBallot(room.ballot())
}
const asked: Step = (room) => {
  onDecision(room)
  room.must(CHAIR, { type: 'ask-consensus' })
}
const objected: Step = (room) => {
  asked(room)
  room.must(asSeat(R1), { type: 'raise-objection', seatId: R1, text: '太贵' })
}
const speaking: Step = (room) => {
  onTalk(room)
  room.raise(R1)
  room.floor(R1)
}
const closed: Step = (room) => {
  room.open()
  room.must(CHAIR, { type: 'close' })
}
const both =
  (...steps: Step[]): Step =>
  (room) => {
    for (const step of steps) step(room)
  }
const by =
  (actor: MeetingActor, command: MeetingCommand): Step =>
  (room) =>
    room.must(actor, command)

const raise = (seatId: SeatId): [MeetingActor, MeetingCommand] => [
  asSeat(seatId),
  { type: 'raise-hand', seatId, stance: 'for' },
]
const checkIn = (seatId: SeatId): [MeetingActor, MeetingCommand] => [
  asSeat(seatId),
  { type: 'check-in', seatId, by: 'code', reason: null },
]
const setPresent = (reason: string | null): [MeetingActor, MeetingCommand] => [
  CONVENER,
  { type: 'check-in', seatId: R1, by: 'staff', reason },
]
const setAbsent = (seatId: SeatId, reason = '没来'): [MeetingActor, MeetingCommand] => [
  CONVENER,
  { type: 'mark-absent', seatId, reason },
]
const repsHere: Step = (room) => {
  room.must(CHAIR, { type: 'convene', plan: bodyPlan() })
  room.must(CHAIR, { type: 'open-doors' })
  room.arrive(...bodyPlan().seats.map(({ id }) => id))
}
const repsAtTheVote: Step = (room) => {
  repsHere(room)
  room.must(CHAIR, { type: 'open', overrideReason: null })
  room.start(DECIDE)
  room.must(CHAIR, { type: 'make-last-call' })
}
const BALLOT_1 = 'ballot-1' as BallotId
const close = (ballotId: BallotId): [MeetingActor, MeetingCommand] => [
  CHAIR,
  { type: 'close-ballot', ballotId, verdict: VERDICT },
]
const voidIt = (ballotId: BallotId, reason = '题目有误'): [MeetingActor, MeetingCommand] => [
  CHAIR,
  { type: 'void-ballot', ballotId, reason },
]
const nobody = 'nobody' as SeatId
const nothing = 'nothing' as ItemId
const chair = (command: MeetingCommand): [MeetingActor, MeetingCommand] => [CHAIR, command]

/** Every refusal there is, with what makes the same command right: a code left out does not compile. */
/**
 * `already-answered` is the answers' own: those are not in the log. `option-misnumbered` is a
 * record's: here the numbers come from the list itself.
 */
type Reachable = Exclude<MeetingRefusalCode, 'already-answered' | 'option-misnumbered'>
const CASES: Record<Reachable, RefusalCase[]> = {
  'not-yours-to-do': [
    {
      why: 'a seat opens no doors',
      when: [asSeat(R1), { type: 'open-doors' }],
      refused: (room) => room.convene(),
    },
    {
      why: 'the floor is given back by whoever has it',
      when: [asSeat(R1), { type: 'take-floor', end: 'finished' }],
      refused: both(onTalk, (room) => {
        room.raise(P1)
        room.floor(P1)
      }),
      allowed: speaking,
    },
    {
      why: 'who does not vote does not stand in the way of a consensus',
      when: [asSeat(X1), { type: 'raise-objection', seatId: X1, text: null }],
      refused: asked,
    },
  ],
  'already-convened': [
    {
      why: 'the notice is sent once',
      when: chair({ type: 'convene', plan: PLAN }),
      refused: (room) => room.convene(),
      allowed: () => {},
    },
  ],
  'not-convened': [
    {
      why: 'before the notice there is no meeting',
      when: chair({ type: 'open-doors' }),
      refused: () => {},
      allowed: (room) => room.convene(),
    },
  ],
  'doors-not-open': [
    {
      why: 'nobody comes in before the doors are open',
      when: checkIn(R1),
      refused: (room) => room.convene(),
      allowed: (room) => room.doors(),
    },
    {
      why: 'a session does not begin behind closed doors',
      when: chair({ type: 'open', overrideReason: '时间到' }),
      refused: (room) => room.convene(),
      allowed: (room) => room.doors(),
    },
  ],
  'not-in-session': [
    {
      why: 'hands are raised in session',
      when: raise(R1),
      refused: (room) => {
        room.doors()
        room.arrive(R1)
      },
      allowed: onTalk,
    },
    {
      why: 'there is nothing to pause yet',
      when: chair({ type: 'pause', reason: null }),
      refused: (room) => room.doors(),
      allowed: open,
    },
    {
      why: 'what has not begun is not closed',
      when: chair({ type: 'close' }),
      refused: (room) => room.doors(),
      allowed: open,
    },
  ],
  'already-open': [
    {
      why: 'doors open once',
      when: [CONVENER, { type: 'open-doors' }],
      refused: (room) => room.doors(),
      allowed: (room) => room.convene(),
    },
    {
      why: 'a session begins once',
      when: chair({ type: 'open', overrideReason: null }),
      refused: open,
      allowed: both(
        (room) => room.doors(),
        (room) => room.arrive(R1, R2, P1, O1),
      ),
    },
    {
      why: 'people who have come are not told another time',
      when: chair({ type: 'move', startsAt: PLAN.startsAt + 1, venue: '', reason: '停电' }),
      refused: (room) => room.doors(),
      allowed: (room) => room.convene(),
    },
    {
      why: 'a session that began is closed, not called off',
      when: chair({ type: 'cancel', reason: '停电' }),
      refused: open,
      allowed: (room) => room.doors(),
    },
  ],
  'meeting-closed': [
    { why: 'closed is final', when: chair({ type: 'resume' }), refused: closed },
    {
      why: 'nobody comes in any more',
      when: checkIn(R1),
      refused: closed,
      allowed: (room) => room.doors(),
    },
    {
      why: 'a session called off takes no tasks',
      when: chair(assignTask()),
      refused: both((room) => room.convene(), by(CHAIR, { type: 'cancel', reason: '停电' })),
      allowed: closed,
    },
  ],
  'meeting-paused': [
    {
      why: 'nobody speaks in a pause',
      when: raise(R1),
      refused: both(onTalk, by(CHAIR, { type: 'pause', reason: null })),
      allowed: both(
        onTalk,
        by(CHAIR, { type: 'pause', reason: null }),
        by(CHAIR, { type: 'resume' }),
      ),
    },
    {
      why: 'a pause is not paused',
      when: chair({ type: 'pause', reason: null }),
      refused: both(open, by(CHAIR, { type: 'pause', reason: null })),
      allowed: open,
    },
  ],
  'not-paused': [
    {
      why: 'only a pause ends',
      when: chair({ type: 'resume' }),
      refused: open,
      allowed: both(open, by(CHAIR, { type: 'pause', reason: null })),
    },
  ],
  'law-not-met': [
    {
      why: 'three representatives beside one of the committee are under four fifths',
      when: chair({ type: 'open', overrideReason: '大家同意' }),
      refused: (room) => {
        room.must(CHAIR, { type: 'convene', plan: bodyPlan({ reps: 3 }) })
        room.must(CHAIR, { type: 'open-doors' })
        room.arrive(...bodyPlan({ reps: 3 }).seats.map(({ id }) => id))
      },
      allowed: repsHere,
    },
  ],
  'party-review-missing': [
    {
      why: 'representatives do not vote before the Party organisation has studied it',
      when: chair({
        type: 'open-ballot',
        ballotId: BALLOT_1,
        secrecy: 'open',
        rule: RULE,
        label: 'resolution',
        seconds: 60,
      }),
      refused: repsAtTheVote,
      allowed: both(
        repsAtTheVote,
        by(CHAIR, {
          type: 'record-party-review',
          by: '社区党委',
          on: '2026-11-20',
          opinion: '同意',
        }),
      ),
    },
  ],
  'no-party-review': [
    {
      why: 'a consultation asks for none',
      when: chair({
        type: 'record-party-review',
        by: '社区党委',
        on: '2026-11-20',
        opinion: '同意',
      }),
      refused: open,
      allowed: repsHere,
    },
  ],
  'not-ready': [
    {
      why: 'two of four delegates are under two thirds',
      when: chair({ type: 'open', overrideReason: null }),
      refused: both(
        (room) => room.doors(),
        (room) => room.arrive(R1, P1, X1),
      ),
      allowed: both(
        (room) => room.doors(),
        (room) => room.arrive(R1, P1, O1),
      ),
    },
    {
      why: 'three of four, and one side is not at the table',
      when: chair({ type: 'open', overrideReason: ' ' }),
      refused: both(
        (room) => room.doors(),
        (room) => room.arrive(R1, R2, P1),
      ),
      allowed: both(
        (room) => room.doors(),
        (room) => room.arrive(R1, R2, P1, O1),
      ),
    },
  ],
  'no-such-seat': [
    {
      why: 'nobody sits there',
      when: [CONVENER, { type: 'check-in', seatId: nobody, by: 'staff', reason: '来了' }],
      refused: open,
    },
    { why: 'nor leaves', when: setAbsent(nobody), refused: open },
    {
      why: 'nor speaks',
      when: [CHAIR, { type: 'raise-hand', seatId: nobody, stance: 'for' }],
      refused: onTalk,
    },
    {
      why: 'nor objects',
      when: [asSeat(nobody), { type: 'raise-objection', seatId: nobody, text: null }],
      refused: asked,
    },
  ],
  'seat-exists': [
    {
      why: 'a seat is added once',
      when: [CONVENER, { type: 'add-seat', seat: PLAN.seats[0]! }],
      refused: open,
    },
  ],
  'reason-missing': [
    {
      why: 'staff say why somebody counts as here',
      when: setPresent(' '),
      refused: (room) => room.doors(),
    },
    { why: 'and why not', when: setAbsent(R1, ' '), refused: open },
    { why: 'voiding has a reason', when: voidIt(BALLOT_1, ' '), refused: voting },
    {
      why: 'moving has a reason',
      when: chair({ type: 'move', startsAt: 1, venue: '', reason: ' ' }),
      refused: (room) => room.convene(),
    },
    {
      why: 'calling off has a reason',
      when: chair({ type: 'cancel', reason: '' }),
      refused: (room) => room.convene(),
    },
  ],
  'already-present': [
    {
      why: 'who is here has come',
      when: checkIn(R1),
      refused: open,
      allowed: both(open, (room) => room.leave(R1)),
    },
  ],
  'already-absent': [
    {
      why: 'who is not here has not left',
      when: setAbsent(R1),
      refused: both(open, (room) => room.leave(R1)),
      allowed: open,
    },
  ],
  'not-checked-in': [
    {
      why: 'nobody speaks who is not here',
      when: raise(R1),
      refused: both(onTalk, (room) => room.leave(R1)),
      allowed: onTalk,
    },
    {
      why: 'nobody objects from home',
      when: [asSeat(R1), { type: 'raise-objection', seatId: R1, text: null }],
      refused: both(asked, (room) => room.leave(R1)),
      allowed: asked,
    },
  ],
  'no-such-item': [
    {
      why: 'not on the agenda',
      when: chair({ type: 'start-item', itemId: nothing }),
      refused: open,
    },
    { why: 'a task is for an item', when: chair(assignTask(nothing)), refused: open },
  ],
  'item-current': [
    {
      why: 'this is what is being discussed',
      when: chair({ type: 'start-item', itemId: TALK }),
      refused: onTalk,
      allowed: onDecision,
    },
  ],
  'no-current-item': [
    { why: 'nothing to speak on', when: raise(R1), refused: open, allowed: onTalk },
    {
      why: 'nothing to end',
      when: chair({ type: 'end-item' }),
      refused: open,
      allowed: onTalk,
    },
    {
      why: 'nothing to lengthen',
      when: chair({ type: 'add-time', seconds: 60 }),
      refused: open,
      allowed: onTalk,
    },
    {
      why: 'nothing to call',
      when: chair({ type: 'make-last-call' }),
      refused: open,
      allowed: onTalk,
    },
    {
      why: 'nothing to ask',
      when: chair({ type: 'ask-consensus' }),
      refused: open,
      allowed: onDecision,
    },
    {
      why: 'nothing to vote on',
      when: chair(openBallot()),
      refused: open,
      allowed: readyToVote,
    },
    {
      why: 'nothing to give the floor on',
      when: chair({ type: 'give-floor', seatId: R1 }),
      refused: open,
      allowed: both(onTalk, (room) => room.raise(R1)),
    },
  ],
  'hand-already-raised': [
    {
      why: 'one hand each',
      when: raise(R1),
      refused: both(onTalk, (room) => room.raise(R1)),
      allowed: both(onTalk, (room) => room.raise(P1)),
    },
  ],
  'hand-not-raised': [
    {
      why: 'nothing to lower',
      when: [asSeat(R1), { type: 'withdraw-hand', seatId: R1 }],
      refused: onTalk,
      allowed: both(onTalk, (room) => room.raise(R1)),
    },
    {
      why: 'nothing to move',
      when: chair({ type: 'move-hand', seatId: R1, toIndex: 0, reason: null }),
      refused: onTalk,
      allowed: both(onTalk, (room) => room.raise(R1)),
    },
    {
      why: 'the floor goes to a raised hand',
      when: chair({ type: 'give-floor', seatId: R1 }),
      refused: onTalk,
      allowed: both(onTalk, (room) => room.raise(R1)),
    },
  ],
  'turns-used-up': [
    {
      why: 'twice on one item',
      when: raise(R1),
      refused: both(
        onTalk,
        (room) => room.speak(R1),
        (room) => room.speak(R1),
      ),
      allowed: both(onTalk, (room) => room.speak(R1)),
    },
    {
      why: 'each item has turns of its own',
      when: raise(R1),
      refused: both(
        onTalk,
        (room) => room.speak(R1),
        (room) => room.speak(R1),
        (room) => room.start(DECIDE),
        (room) => room.start(TALK),
      ),
      allowed: both(
        onTalk,
        (room) => room.speak(R1),
        (room) => room.speak(R1),
        (room) => room.start(DECIDE),
      ),
    },
  ],
  'already-speaking': [
    {
      why: 'who has the floor needs no hand',
      when: raise(R1),
      refused: speaking,
      allowed: both(speaking, (room) => room.finish()),
    },
  ],
  'nobody-speaking': [
    {
      why: 'nobody’s time is up',
      when: [SYSTEM, { type: 'end-turn' }],
      refused: both(onTalk, (room) => room.pass(180_000)),
      allowed: both(speaking, (room) => room.pass(180_000)),
    },
    {
      why: 'nothing to take',
      when: chair({ type: 'take-floor', end: 'chair' }),
      refused: onTalk,
      allowed: speaking,
    },
    {
      why: 'nothing to extend',
      when: chair({ type: 'extend-floor', seconds: 30 }),
      refused: onTalk,
      allowed: speaking,
    },
  ],
  'time-left': [
    {
      why: 'nobody is stopped before their time is up',
      when: [SYSTEM, { type: 'end-turn' }],
      refused: both(speaking, (room) => room.pass(180_000 - 1001)),
      allowed: both(speaking, (room) => room.pass(180_000 - 1000)),
    },
  ],
  'not-in-notice': [
    {
      why: 'what came up tonight is discussed, not decided',
      when: chair(openBallot()),
      refused: both(
        open,
        by(CHAIR, { type: 'add-item', item: { ...PLAN.agenda[1]!, id: nothing } }),
        (room) => room.start(nothing),
        (room) => room.lastCall(),
      ),
      allowed: readyToVote,
    },
  ],
  'not-a-decision': [
    {
      why: 'a discussion is not voted on',
      when: chair(openBallot()),
      refused: both(onTalk, (room) => room.lastCall()),
      allowed: readyToVote,
    },
    {
      why: 'nor agreed',
      when: chair({ type: 'ask-consensus' }),
      refused: onTalk,
      allowed: onDecision,
    },
  ],
  'consensus-open': [
    {
      why: 'one question at a time',
      when: chair({ type: 'ask-consensus' }),
      refused: asked,
      allowed: both(asked, by(CHAIR, { type: 'fail-consensus' })),
    },
    {
      why: 'what people are asked about is not replaced while they are asked',
      when: [
        asSeat(R1),
        { type: 'make-motion', motionId: 'm1', seatId: R1, text: '先修东门', options: [] },
      ],
      refused: asked,
      allowed: both(asked, by(CHAIR, { type: 'fail-consensus' })),
    },
  ],
  'consensus-not-open': [
    {
      why: 'nothing to object to',
      when: [asSeat(R1), { type: 'raise-objection', seatId: R1, text: null }],
      refused: onDecision,
      allowed: asked,
    },
    {
      why: 'nothing to take back',
      when: [asSeat(R1), { type: 'withdraw-objection', seatId: R1 }],
      refused: onDecision,
      allowed: objected,
    },
    {
      why: 'nothing to declare',
      when: chair({ type: 'declare-consensus', label: 'agreement' }),
      refused: onDecision,
      allowed: asked,
    },
    {
      why: 'nothing to give up',
      when: chair({ type: 'fail-consensus' }),
      refused: onDecision,
      allowed: asked,
    },
  ],
  'objection-standing': [
    {
      why: 'consensus is without objection',
      when: chair({ type: 'declare-consensus', label: 'agreement' }),
      refused: objected,
      allowed: both(objected, by(asSeat(R1), { type: 'withdraw-objection', seatId: R1 })),
    },
    {
      why: 'a reservation stands in nobody’s way, and an objection that becomes one neither',
      when: chair({ type: 'declare-consensus', label: 'agreement' }),
      refused: objected,
      allowed: both(
        objected,
        by(asSeat(R1), {
          type: 'raise-objection',
          seatId: R1,
          text: '太贵',
          kind: 'reservation',
        }),
      ),
    },
  ],
  'no-such-objection': [
    {
      why: 'only who objected takes it back',
      when: [asSeat(R2), { type: 'withdraw-objection', seatId: R2 }],
      refused: objected,
    },
  ],
  'last-call-missing': [
    {
      why: 'before a vote everybody is asked once more',
      when: chair(openBallot()),
      refused: onDecision,
      allowed: readyToVote,
    },
  ],
  'already-decided': [
    {
      why: 'an item is decided once',
      when: chair(openBallot()),
      refused: decided,
      allowed: both(decided, by(...voidIt(BALLOT_1))),
    },
    {
      why: 'nor agreed on after the vote',
      when: chair({ type: 'ask-consensus' }),
      refused: decided,
      allowed: both(decided, (room) => room.start(LATER)),
    },
  ],
  'ballot-open': [
    {
      why: 'one ballot at a time',
      when: chair(openBallot()),
      refused: voting,
      allowed: readyToVote,
    },
    {
      why: 'nothing else begins',
      when: chair({ type: 'start-item', itemId: TALK }),
      refused: voting,
      allowed: readyToVote,
    },
    {
      why: 'the item stays',
      when: chair({ type: 'end-item' }),
      refused: voting,
      allowed: readyToVote,
    },
    {
      why: 'no pause',
      when: chair({ type: 'pause', reason: null }),
      refused: voting,
      allowed: readyToVote,
    },
    {
      why: 'no going home',
      when: chair({ type: 'close' }),
      refused: voting,
      allowed: readyToVote,
    },
    {
      why: 'no speeches',
      when: chair({ type: 'give-floor', seatId: R1 }),
      refused: both(
        readyToVote,
        (room) => room.raise(R1),
        (room) => void room.ballot(),
      ),
      allowed: both(readyToVote, (room) => room.raise(R1)),
    },
  ],
  'no-such-ballot': [
    { why: 'closing what never opened', when: close('other' as BallotId), refused: voting },
    { why: 'voiding what never opened', when: voidIt('other' as BallotId), refused: voting },
  ],
  'ballot-not-open': [
    { why: 'closed once', when: close(BALLOT_1), refused: decided, allowed: voting },
    {
      why: 'void once',
      when: voidIt(BALLOT_1),
      refused: both(decided, by(...voidIt(BALLOT_1))),
      allowed: decided,
    },
  ],
  'nobody-can-vote': [
    {
      why: 'of those who are here nobody has a vote',
      when: chair({ ...openBallot(), overrideReason: '今晚要定' }),
      refused: both(readyToVote, (room) => [R1, R2, P1, O1].forEach(room.leave)),
      allowed: both(readyToVote, (room) => [R1, R2, P1].forEach(room.leave)),
    },
  ],
  'bad-duration': [
    {
      why: 'nine seconds are no ballot',
      when: chair(openBallot(BALLOT_1, 'open', 9)),
      refused: readyToVote,
    },
    {
      why: 'nor half a second more',
      when: chair(openBallot(BALLOT_1, 'open', 10.5)),
      refused: readyToVote,
    },
    {
      why: 'no time is no more time',
      when: chair({ type: 'add-time', seconds: 0 }),
      refused: onTalk,
    },
    {
      why: 'an hour is the most',
      when: chair({ type: 'extend-floor', seconds: 3601 }),
      refused: speaking,
    },
    {
      why: 'an item takes a minute at least',
      when: chair({ type: 'add-item', item: { ...PLAN.agenda[0]!, minutes: 0 } }),
      refused: open,
    },
  ],
  'bad-date': [
    {
      why: 'a due date is a day',
      when: chair({ ...assignTask(), dueOn: 'soon' }),
      refused: onDecision,
    },
  ],
  'text-missing': [
    {
      why: 'a parked point says something',
      when: chair({ type: 'park-point', pointId: 'p', text: ' ' }),
      refused: open,
    },
    {
      why: 'an item has a title',
      when: chair({ type: 'add-item', item: { ...PLAN.agenda[0]!, title: ' ' } }),
      refused: open,
    },
    { why: 'a task has a title', when: chair({ ...assignTask(), title: ' ' }), refused: open },
    {
      why: 'and somebody who leads it',
      when: [
        RECORDER,
        { ...assignTask(), lead: { personId: null, name: ' ', side: 'property' } },
      ],
      refused: open,
    },
  ],
  'in-person-only': [
    {
      why: 'a member of an owners’ committee sends nobody',
      when: [
        CONVENER,
        {
          type: 'seat-deputy',
          seatId: 'owners-1' as SeatId,
          deputy: { name: '李明', publicName: '李先生', publicNameEn: 'Mr Li' },
          invited: { publicName: '王女士', publicNameEn: 'Ms Wang' },
        },
      ],
      refused: by(CHAIR, {
        type: 'convene',
        plan: bodyPlan({ as: 'owners-committee', owners: 3 }),
      }),
      allowed: by(CHAIR, {
        type: 'convene',
        plan: bodyPlan({ as: 'deliberation', owners: 3 }),
      }),
    },
  ],
  ...ROOM_REFUSALS,
}

describe.each(Object.entries(CASES))('[M1] %s', (code, cases) => {
  test.each(cases.map((each) => [each.why, each] as const))('%s', (_why, each) => {
    const refused = pureRoom(each.rules)
    each.refused(refused)
    const before = refused.events.length
    expect(refused.give(...each.when)?.code).toBe(code)
    expect(refused.events).toHaveLength(before)
    if (!each.allowed) return
    const allowed = pureRoom(each.rules)
    each.allowed(allowed)
    expect(allowed.give(...each.when)).toBeNull()
  })
})
