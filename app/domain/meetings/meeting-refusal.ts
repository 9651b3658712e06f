import type { Side } from '#app/domain/organisation/side.ts'
import type { QuestionRefusal } from '#app/domain/voting/ballot-question.ts'
import type { SwitchedRule } from './speaking-rules.ts'

/** What must be true before a session opens: days of notice, who sits in it, who is here. */
export type ConditionName = 'notice' | 'composition' | 'quorum' | 'sides'

/** Every reason a live meeting can give for not doing what it was asked. */
export type MeetingRefusal =
  | { code: 'not-yours-to-do' }
  | { code: 'already-convened' }
  | { code: 'not-convened' }
  | { code: 'doors-not-open' }
  | { code: 'not-in-session' }
  | { code: 'already-open' }
  | { code: 'meeting-closed' }
  | { code: 'meeting-paused' }
  | { code: 'not-paused' }
  | {
      code: 'not-ready'
      need: number
      present: number
      missingSides: Side[]
      noticeNeed?: number
      noticeHave?: number
    }
  /** What the law of this body asks, and no reason replaces. */
  | { code: 'law-not-met'; condition: ConditionName; need: number; have: number }
  | { code: 'party-review-missing' }
  /** The rule of this session asks for no such review. */
  | { code: 'no-party-review' }
  | { code: 'no-such-seat' }
  | { code: 'seat-exists' }
  | { code: 'reason-missing' }
  | { code: 'already-present' }
  | { code: 'already-absent' }
  | { code: 'not-checked-in' }
  | { code: 'no-such-item' }
  | { code: 'item-current' }
  | { code: 'no-current-item' }
  | { code: 'hand-already-raised' }
  | { code: 'hand-not-raised' }
  | { code: 'turns-used-up'; turns: number }
  | { code: 'already-speaking' }
  | { code: 'nobody-speaking' }
  /** Whoever speaks has some time left. */
  | { code: 'time-left' }
  | { code: 'not-in-notice' }
  | { code: 'not-a-decision' }
  | { code: 'consensus-open' }
  | { code: 'consensus-not-open' }
  | { code: 'objection-standing' }
  | { code: 'no-such-objection' }
  | { code: 'last-call-missing' }
  | { code: 'already-decided' }
  | { code: 'ballot-open' }
  | { code: 'no-such-ballot' }
  | { code: 'ballot-not-open' }
  | { code: 'nobody-can-vote' }
  | { code: 'bad-duration' }
  | { code: 'bad-date' }
  | { code: 'text-missing' }
  /** Somebody else was quicker: what this was about is over. */
  | { code: 'moved-on' }
  | { code: 'item-not-waiting' }
  | { code: 'item-carried-over' }
  | { code: 'meeting-adjourned' }
  | { code: 'not-adjourned' }
  | { code: 'another-day' }
  | { code: 'already-chair' }
  | { code: 'chair-is-neutral' }
  | { code: 'rule-off'; rule: SwitchedRule }
  | { code: 'stance-missing' }
  | { code: 'not-named' }
  | { code: 'already-named' }
  | { code: 'silenced'; warnings: number }
  | { code: 'no-such-warning' }
  | { code: 'motion-open' }
  | { code: 'no-such-motion' }
  | { code: 'motion-frozen' }
  | { code: 'motion-not-seconded' }
  | { code: 'already-seconded' }
  | { code: 'own-motion' }
  | { code: 'bad-options' }
  | { code: 'not-a-delegate' }
  | { code: 'temperature-open' }
  | { code: 'temperature-not-open' }
  | { code: 'already-answered' }
  | { code: 'observes-item' }
  | { code: 'no-such-conflict' }
  | { code: 'no-deputy' }
  | { code: 'in-person-only' }
  | { code: 'same-place' }
  | { code: 'nothing-shown' }
  | { code: 'witness-missing' }
  | { code: 'method-not-allowed' }
  /** The motion before the room was changed after the chair looked. */
  | { code: 'options-of-motion' }
  | QuestionRefusal

export type MeetingRefusalCode = MeetingRefusal['code']
