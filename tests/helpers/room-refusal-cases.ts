import type { MeetingActor, MeetingCommand } from '#app/domain/meetings/meeting-command.ts'
import type { MeetingRefusalCode } from '#app/domain/meetings/meeting-refusal.ts'
import type { Officer } from '#app/domain/meetings/meeting.ts'
import type { SpeakingRules } from '#app/domain/meetings/speaking-rules.ts'
import type { BallotId, ItemId, SeatId } from '#app/domain/shared/ids.ts'
import type { BallotMethod } from '#app/domain/voting/ballot-question.ts'
import {
  asSeat,
  CHAIR,
  CONVENER,
  DECIDE,
  O1,
  openBallot,
  P1,
  R1,
  R2,
  RECORDER,
  RULE,
  SYSTEM,
  TALK,
  X1,
  type PureRoom,
} from './pure-room.ts'

export type Step = (room: PureRoom) => void
export type RefusalCase = {
  why: string
  when: [MeetingActor, MeetingCommand]
  /** What came before when it is refused. */
  refused: Step
  /** What came before when the very same command is allowed. Left out where nothing makes it right. */
  allowed?: Step
  /** Rules other than the usual ones. */
  rules?: Partial<SpeakingRules>
}

const open: Step = (room) => room.open()
const onTalk: Step = (room) => {
  room.open()
  room.start(TALK)
}
const onDecision: Step = (room) => {
  room.open()
  room.start(DECIDE)
}
const moved: Step = (room) => {
  onDecision(room)
  room.move(R1)
}
const seconded: Step = (room) => {
  moved(room)
  room.second(P1)
}
const voting: Step = (room) => {
  seconded(room)
  room.lastCall()
  room.ballot()
}
const readyToVote: Step = (room) => room.readyToVote()
const movedAmong =
  (...options: string[]): Step =>
  (room) => {
    onDecision(room)
    room.move(R1, 'm1', options)
    room.second(P1)
    room.lastCall()
  }
const putting = (method: BallotMethod, ...options: string[]) =>
  openBallot('b1' as BallotId, 'open', 120, { method, options })
const adjourned: Step = (room) => {
  open(room)
  room.must(CHAIR, { type: 'adjourn', reason: '停电' })
}
const measuring: Step = (room) => {
  open(room)
  room.must(CHAIR, { type: 'open-temperature', checkId: 't1', question: '行吗' })
}
const both =
  (...steps: Step[]): Step =>
  (room) => {
    for (const step of steps) step(room)
  }
const chair = (command: MeetingCommand): [MeetingActor, MeetingCommand] => [CHAIR, command]
const seat = (id: SeatId, command: MeetingCommand): [MeetingActor, MeetingCommand] => [
  asSeat(id),
  command,
]
const raise = (
  seatId: SeatId,
  more: { kind?: 'reply' | 'order'; stance?: 'remark' } = {},
): [MeetingActor, MeetingCommand] =>
  seat(seatId, { type: 'raise-hand', seatId, stance: 'for', ...more })

export const XU: Officer = { id: 'xu', name: '许晓燕', title: '社工' }
const R1_CHAIRS: Officer = { id: R1, name: 'r1 name', title: '代表', seatId: R1 }
const give = (to: Officer, reason = '主持人要发言'): [MeetingActor, MeetingCommand] =>
  chair({ type: 'hand-over-chair', to, reason })
const motion = (options: string[] = []): [MeetingActor, MeetingCommand] =>
  seat(R1, { type: 'make-motion', motionId: 'm2', seatId: R1, text: '先修东门', options })
const second = (seatId: SeatId): [MeetingActor, MeetingCommand] =>
  seat(seatId, { type: 'second-motion', motionId: 'm1', seatId })
const edit: [MeetingActor, MeetingCommand] = chair({
  type: 'edit-motion',
  motionId: 'm1',
  text: '先修西门',
  options: [],
  why: '东门刚修过',
})
const skip = (itemId: ItemId): [MeetingActor, MeetingCommand] =>
  chair({ type: 'skip-item', itemId, reason: null })
const closeTemperature = (checkId: string): [MeetingActor, MeetingCommand] =>
  chair({ type: 'close-temperature', checkId, counts: { green: 3, yellow: 1, red: 1 } })
const deputy: [MeetingActor, MeetingCommand] = [
  CONVENER,
  {
    type: 'seat-deputy',
    seatId: R1,
    deputy: null,
    invited: { publicName: '张女士', publicNameEn: 'Ms Zhang' },
  },
]
const sendDeputy: Step = (room) => {
  room.leave(R1)
  room.must(CONVENER, {
    type: 'seat-deputy',
    seatId: R1,
    deputy: { name: '李明', publicName: '李先生', publicNameEn: 'Mr Li' },
    invited: { publicName: '张女士', publicNameEn: 'Ms Zhang' },
  })
}

/** The refusals of a room at work; those of a session's frame are in the test itself. */
export const ROOM_REFUSALS = {
  'moved-on': [
    {
      why: 'two consoles end the same turn, and another one has begun meanwhile',
      when: chair({ type: 'take-floor', end: 'chair', seatId: P1 }),
      refused: both(onTalk, (room) => {
        room.raise(R1)
        room.floor(R1)
      }),
      allowed: both(onTalk, (room) => {
        room.raise(P1)
        room.floor(P1)
      }),
    },
    {
      why: 'more time for somebody who has finished',
      when: chair({ type: 'extend-floor', seconds: 30, seatId: P1 }),
      refused: both(onTalk, (room) => {
        room.raise(R1)
        room.floor(R1)
      }),
    },
    {
      why: 'an item is ended that is not the current one',
      when: chair({ type: 'end-item', itemId: TALK }),
      refused: onDecision,
      allowed: onTalk,
    },
  ],
  'item-not-waiting': [
    {
      why: 'what has begun keeps its place',
      when: chair({ type: 'move-item', itemId: TALK, toIndex: 2 }),
      refused: onTalk,
      allowed: open,
    },
    { why: 'what has begun is not skipped', when: skip(TALK), refused: onTalk, allowed: open },
    {
      why: 'what is done is not put off',
      when: chair({ type: 'carry-over-item', itemId: TALK, reason: '缺资料' }),
      refused: both(onTalk, (room) => room.must(CHAIR, { type: 'end-item' })),
      allowed: onTalk,
    },
  ],
  'item-carried-over': [
    {
      why: 'what was put off is for the next session',
      when: chair({ type: 'start-item', itemId: TALK }),
      refused: both(open, (room) =>
        room.must(CHAIR, { type: 'carry-over-item', itemId: TALK, reason: '缺资料' }),
      ),
      allowed: both(open, (room) => room.must(...skip(TALK))),
    },
  ],
  'meeting-adjourned': [
    {
      why: 'whoever was sent home is counted again before it goes on',
      when: chair({ type: 'resume' }),
      refused: adjourned,
      allowed: both(open, (room) => room.must(CHAIR, { type: 'pause', reason: null })),
    },
    {
      why: 'nothing is discussed meanwhile',
      when: chair({ type: 'start-item', itemId: TALK }),
      refused: adjourned,
      allowed: open,
    },
    {
      why: 'it is broken off once',
      when: chair({ type: 'adjourn', reason: '停电' }),
      refused: adjourned,
      allowed: both(open, (room) => room.must(CHAIR, { type: 'pause', reason: null })),
    },
  ],
  'not-adjourned': [
    {
      why: 'what was not broken off is not reopened',
      when: chair({ type: 'reopen', overrideReason: null }),
      refused: open,
      allowed: adjourned,
    },
  ],
  'another-day': [
    {
      why: 'at midnight the evening is over',
      when: chair({ type: 'reopen', overrideReason: null }),
      // 19:30 and some seconds; four and a half hours lead past midnight in Shanghai.
      refused: both(adjourned, (room) => room.pass(4.5 * 3_600_000)),
      allowed: both(adjourned, (room) => room.pass(4.5 * 3_600_000 - 60_000)),
    },
  ],
  'already-chair': [
    {
      why: 'the chair is not given to whoever has it',
      when: give({ id: 'lin', name: '林雅芳', title: '主任' }),
      refused: open,
    },
    {
      why: 'whoever has it need not take it back',
      when: [
        { role: 'convener', id: 'lin' },
        { type: 'take-back-chair', reason: '我来' },
      ],
      refused: open,
      allowed: both(open, (room) => room.handTo(XU)),
    },
  ],
  'chair-is-neutral': [
    {
      why: 'whoever has the chair does not speak',
      when: raise(R1),
      refused: both(onTalk, (room) => room.handTo(R1_CHAIRS)),
      allowed: both(onTalk, (room) => room.handTo(XU)),
    },
    {
      why: 'nor moves',
      when: motion(),
      refused: both(onDecision, (room) => room.handTo(R1_CHAIRS)),
      allowed: onDecision,
    },
    {
      why: 'nor objects',
      when: seat(R1, { type: 'raise-objection', seatId: R1, text: null }),
      refused: both(
        onDecision,
        (room) => room.must(CHAIR, { type: 'ask-consensus' }),
        (room) => room.handTo(R1_CHAIRS),
      ),
      allowed: both(onDecision, (room) => room.must(CHAIR, { type: 'ask-consensus' })),
    },
  ],
  'rule-off': [
    {
      why: 'where there is no right of reply nobody is named',
      when: chair({ type: 'name-party', seatId: R1 }),
      refused: onTalk,
      rules: { rightOfReply: false },
    },
    {
      why: 'and nobody replies',
      when: raise(R1, { kind: 'reply' }),
      refused: onTalk,
      rules: { rightOfReply: false },
    },
    {
      why: 'where there are no points of order nobody interrupts',
      when: raise(R1, { kind: 'order' }),
      refused: onTalk,
      rules: { pointOfOrder: false },
    },
    {
      why: 'where there are no warnings nobody is warned',
      when: chair({ type: 'warn', seatId: R1, reason: '插话' }),
      refused: onTalk,
      rules: { warnings: 0 },
    },
    {
      why: 'where nothing stops them they speak until the chair does',
      when: [SYSTEM, { type: 'end-turn' }],
      refused: both(onTalk, (room) => {
        room.raise(R1)
        room.floor(R1)
        room.pass(600_000)
      }),
      rules: { hardStop: false },
    },
  ],
  'stance-missing': [
    { why: 'stance first', when: raise(R1, { stance: 'remark' }), refused: onTalk },
  ],
  'not-named': [
    {
      why: 'only who was named replies',
      when: raise(R1, { kind: 'reply' }),
      refused: onTalk,
      allowed: both(onTalk, (room) => room.must(CHAIR, { type: 'name-party', seatId: R1 })),
    },
  ],
  'already-named': [
    {
      why: 'being named once is enough',
      when: chair({ type: 'name-party', seatId: R1 }),
      refused: both(onTalk, (room) => room.must(CHAIR, { type: 'name-party', seatId: R1 })),
      allowed: onTalk,
    },
  ],
  silenced: [
    {
      why: 'after three warnings somebody speaks no more',
      when: raise(R1),
      refused: both(onTalk, (room) => [1, 2, 3].forEach(() => room.warn(R1))),
      allowed: both(onTalk, (room) => [1, 2].forEach(() => room.warn(R1))),
    },
    {
      why: 'and is not warned again',
      when: chair({ type: 'warn', seatId: R1, reason: '插话' }),
      refused: both(onTalk, (room) => [1, 2, 3].forEach(() => room.warn(R1))),
    },
  ],
  'no-such-warning': [
    {
      why: 'only a warning that was given is lifted',
      when: chair({ type: 'lift-warning', seatId: R1, reason: '误会' }),
      refused: onTalk,
      allowed: both(onTalk, (room) => room.warn(R1)),
    },
  ],
  'motion-open': [
    { why: 'one motion at a time', when: motion(), refused: moved, allowed: onDecision },
  ],
  'no-such-motion': [
    { why: 'there is none', when: second(P1), refused: onDecision, allowed: moved },
    {
      why: 'it was withdrawn',
      when: edit,
      refused: both(moved, (room) =>
        room.must(asSeat(R1), { type: 'withdraw-motion', motionId: 'm1', reason: null }),
      ),
      allowed: moved,
    },
  ],
  'motion-frozen': [
    {
      why: 'while people vote its words stand',
      when: edit,
      refused: voting,
      allowed: seconded,
    },
    {
      why: 'and while they are asked whether anybody objects',
      when: edit,
      refused: both(seconded, (room) => room.must(CHAIR, { type: 'ask-consensus' })),
    },
  ],
  'motion-not-seconded': [
    {
      why: 'a motion nobody seconds is not voted on',
      when: chair({ type: 'ask-consensus' }),
      refused: moved,
      allowed: seconded,
    },
  ],
  'already-seconded': [
    { why: 'one seconder is enough', when: second(O1), refused: seconded, allowed: moved },
  ],
  'own-motion': [{ why: 'nobody seconds themselves', when: second(R1), refused: moved }],
  'bad-options': [
    { why: 'one option is none', when: motion(['东门']), refused: onDecision },
    { why: 'two that are one', when: motion(['东门', ' 东门 ']), refused: onDecision },
    { why: 'one that says nothing', when: motion(['东门', ' ']), refused: onDecision },
    {
      why: 'more than nine',
      when: motion(Array.from({ length: 10 }, (_, index) => `第${index}处`)),
      refused: onDecision,
    },
  ],
  'not-a-delegate': [
    { why: 'an expert seconds nothing', when: second(X1), refused: moved },
    {
      why: 'nor takes the chair',
      when: give({ id: X1, name: 'x1 name', title: '', seatId: X1 }),
      refused: open,
    },
  ],
  'temperature-open': [
    {
      why: 'one look at a time',
      when: chair({ type: 'open-temperature', checkId: 't2', question: '行吗' }),
      refused: measuring,
      allowed: open,
    },
  ],
  'temperature-not-open': [
    { why: 'another one', when: closeTemperature('t2'), refused: measuring },
    { why: 'none', when: closeTemperature('t1'), refused: open, allowed: measuring },
  ],
  'observes-item': [
    {
      why: 'whoever has an interest does not object',
      when: seat(R1, { type: 'raise-objection', seatId: R1, text: null }),
      refused: both(
        onDecision,
        (room) => room.conflict(R1, DECIDE),
        (room) => room.must(CHAIR, { type: 'ask-consensus' }),
      ),
      allowed: both(
        onDecision,
        (room) => room.conflict(R1, TALK),
        (room) => room.must(CHAIR, { type: 'ask-consensus' }),
      ),
    },
    {
      why: 'nor moves',
      when: motion(),
      refused: both(onDecision, (room) => room.conflict(R1, DECIDE)),
      allowed: both(onDecision, (room) => room.conflict(R2, DECIDE)),
    },
    {
      why: 'nor speaks, where the session says so',
      when: raise(R1),
      refused: both(onTalk, (room) => room.conflict(R1, TALK)),
      rules: { conflictMaySpeak: false },
    },
    {
      why: 'and is flagged once',
      when: chair({ type: 'flag-conflict', seatId: R1, itemId: DECIDE, reason: '员工' }),
      refused: both(open, (room) => room.conflict(R1, DECIDE)),
      allowed: both(open, (room) => room.conflict(R1, TALK)),
    },
  ],
  'no-such-conflict': [
    {
      why: 'nothing is cleared that was not flagged',
      when: chair({ type: 'clear-conflict', seatId: R1, itemId: DECIDE, reason: '弄错了' }),
      refused: open,
      allowed: both(open, (room) => room.conflict(R1, DECIDE)),
    },
  ],
  'no-deputy': [
    {
      why: 'nobody had come in their place',
      when: deputy,
      refused: both(open, (room) => room.leave(R1)),
      allowed: both(open, sendDeputy),
    },
  ],
  'same-place': [
    {
      why: 'whoever is in the hall is in the hall',
      when: seat(R1, { type: 'change-place', seatId: R1, where: 'hall' }),
      refused: open,
      allowed: both(open, (room) =>
        room.must(asSeat(R1), { type: 'change-place', seatId: R1, where: 'remote' }),
      ),
    },
  ],
  'nothing-shown': [
    {
      why: 'no message to take down',
      when: [RECORDER, { type: 'clear-message' }],
      refused: open,
      allowed: both(open, (room) =>
        room.must(RECORDER, { type: 'show-message', text: '请静音' }),
      ),
    },
    {
      why: 'no minutes to take down',
      when: [RECORDER, { type: 'hide-minutes' }],
      refused: open,
      allowed: both(open, (room) =>
        room.must(RECORDER, { type: 'show-minutes', itemId: TALK, text: '' }),
      ),
    },
  ],
  'witness-missing': [
    {
      why: 'whoever raises a hand for somebody names who saw it',
      when: [CONVENER, { type: 'raise-hand', seatId: R1, stance: 'for', witness: ' ' }],
      refused: onTalk,
    },
  ],
  'method-not-allowed': [
    {
      why: 'what needs everybody’s consent is asked as one question',
      when: chair({
        ...putting({ kind: 'single-choice' }, '东门', '西门'),
        rule: { ...RULE, id: 'unanimous-interested' },
      }),
      refused: readyToVote,
    },
  ],
  'options-of-motion': [
    {
      why: 'the motion was changed after the chair looked',
      when: chair(putting({ kind: 'single-choice' }, '东门', '西门')),
      refused: movedAmong('东门', '北门'),
      allowed: movedAmong('东门', '西门'),
    },
  ],
  'options-too-few': [
    {
      why: 'one option is no choice, and a motion may name two',
      when: chair(putting({ kind: 'single-choice' })),
      refused: readyToVote,
      allowed: movedAmong('东门', '西门'),
    },
  ],
  'options-too-many': [
    {
      why: 'nobody keeps 21 apart',
      when: chair(putting({ kind: 'single-choice' }, ...Array.from({ length: 21 }, String))),
      refused: readyToVote,
    },
  ],
  'options-not-asked': [
    {
      why: 'yes and no have no options',
      when: chair(putting({ kind: 'yes-no' }, '东门', '西门')),
      refused: readyToVote,
    },
  ],
  'option-empty': [
    {
      why: 'an option says something',
      when: chair(putting({ kind: 'approval', upTo: 1 }, '东门', ' ')),
      refused: readyToVote,
    },
  ],
  'option-twice': [
    {
      why: 'two options differ',
      when: chair(putting({ kind: 'ranked', count: 'schulze' }, '东门', '东门 ')),
      refused: readyToVote,
    },
  ],
  'number-of-marks': [
    {
      why: 'no more seats than people who stand',
      when: chair(putting({ kind: 'seats', seats: 3 })),
      refused: movedAmong('甲', '乙'),
      allowed: movedAmong('甲', '乙', '丙'),
    },
  ],
} satisfies Partial<Record<MeetingRefusalCode, RefusalCase[]>>
