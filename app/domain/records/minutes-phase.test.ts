import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { WORK_CALENDAR } from '#app/domain/calendar/work-calendar.ts'
import {
  askingUntil,
  decideMinutes,
  LONGEST_PROPOSAL,
  MOST_OPEN_PROPOSALS,
  type MinutesStanding,
  type MinutesStep,
} from './minutes-phase.ts'

const TODAY = '2026-11-26'

const PREPARED: MinutesStanding = {
  phase: 'prepared',
  revision: 2,
  meeting: 'closed',
  askedUntil: null,
  endedEarly: false,
  proposals: 0,
  unanswered: 0,
}
const DRAFT: MinutesStanding = { ...PREPARED, phase: 'draft', revision: 0 }
const ASKING: MinutesStanding = { ...PREPARED, phase: 'proposals', askedUntil: '2026-11-30' }
const ASKED: MinutesStanding = { ...ASKING, askedUntil: '2026-11-25' }
const SEALED: MinutesStanding = { ...PREPARED, phase: 'confirmed' }

const save: MinutesStep = { type: 'save', revision: 2 }
const ask: MinutesStep = { type: 'ask', days: 3 }
const takeBack: MinutesStep = { type: 'take-back-asking' }
const end = (reason = '都看过了'): MinutesStep => ({ type: 'end-asking', reason })
const propose = (text = '应为 6 个', openOfMine = 0): MinutesStep => ({
  type: 'propose',
  text,
  openOfMine,
})
const withdraw = (answered = false): MinutesStep => ({ type: 'withdraw-proposal', answered })
const answer = (accepted: boolean, words = ''): MinutesStep => ({
  type: 'answer',
  accepted,
  words,
})
const seal = (unasked = '', revision = 2): MinutesStep => ({
  type: 'confirm',
  revision,
  unasked,
})
const add: MinutesStep = { type: 'add', reason: '笔误', text: '应为 6 个' }

type Row = [why: string, MinutesStanding, MinutesStep, refusal: string | null]

function check(
  _why: string,
  standing: MinutesStanding,
  step: MinutesStep,
  code: string | null,
) {
  const decided = decideMinutes(standing, step, TODAY)
  expect(decided.ok ? null : decided.refusal.code).toBe(code)
}

describe('[R15] minutes go through four phases, and each step has its own', () => {
  test.each<Row>([
    ['words are typed into a draft', DRAFT, { type: 'save', revision: 0 }, null],
    ['while the meeting runs', { ...PREPARED, meeting: 'running' }, save, null],
    ['and while participants check', ASKING, save, null],
    ['from the revision that stands', PREPARED, { type: 'save', revision: 1 }, 'stale-minutes'],
    ['never once sealed', SEALED, save, 'minutes-confirmed'],
    [
      'asking follows the meeting',
      { ...PREPARED, meeting: 'running' },
      ask,
      'meeting-not-closed',
    ],
    [
      'not one that was called off',
      { ...DRAFT, meeting: 'cancelled' },
      ask,
      'meeting-cancelled',
    ],
    ['from a draft', DRAFT, ask, null],
    ['from what was typed', PREPARED, ask, null],
    ['not twice', ASKING, ask, 'already-asked'],
    ['not of what is sealed', SEALED, ask, 'minutes-confirmed'],
    ['an addition follows the seal', PREPARED, add, 'minutes-not-confirmed'],
    ['with words', SEALED, { type: 'add', reason: 'x', text: ' ' }, 'addendum-empty'],
    ['and a reason', SEALED, { type: 'add', reason: ' ', text: 'x' }, 'reason-missing'],
    ['as often as needed', SEALED, add, null],
  ])('%s', check)
})

describe('[R16] participants are asked for 1 to 14 days; it can be taken back or ended', () => {
  test.each<Row>([
    ['one day', PREPARED, { type: 'ask', days: 1 }, null],
    ['none', PREPARED, { type: 'ask', days: 0 }, 'asking-days'],
    ['fourteen', PREPARED, { type: 'ask', days: 14 }, null],
    ['fifteen', PREPARED, { type: 'ask', days: 15 }, 'asking-days'],
    ['half a day', PREPARED, { type: 'ask', days: 1.5 }, 'asking-days'],
    ['no number', PREPARED, { type: 'ask', days: Number.NaN }, 'asking-days'],
    ['taken back while nobody has proposed', ASKING, takeBack, null],
    ['not after', { ...ASKING, proposals: 1 }, takeBack, 'has-proposals'],
    ['what was not asked is not taken back', PREPARED, takeBack, 'not-asked'],
    ['ended early with a reason', ASKING, end(), null],
    ['not without', ASKING, end(' '), 'reason-missing'],
    ['nor when it is over by itself', ASKED, end(), 'not-asked'],
    ['nor twice', { ...ASKING, endedEarly: true }, end(), 'not-asked'],
  ])('%s', check)

  test.each([
    ['three days from a Thursday end on a Sunday, so on Monday', '2026-11-26', 3, '2026-11-30'],
    ['the day of asking is not counted', '2026-11-23', 1, '2026-11-24'],
  ])('%s', (_why, today, days, until) => {
    expect(askingUntil(today, days, WORK_CALENDAR)).toBe(until)
  })
})

describe('[R17] a proposal is made in time, answered in words, and taken back before that', () => {
  test.each<Row>([
    ['on the last day', { ...ASKING, askedUntil: TODAY }, propose(), null],
    ['not on the day after', ASKED, propose(), 'asking-over'],
    ['nor after an early end', { ...ASKING, endedEarly: true }, propose(), 'asking-over'],
    ['nor before anybody was asked', PREPARED, propose(), 'not-asked'],
    ['nor to a seal', SEALED, propose(), 'minutes-confirmed'],
    ['with words', ASKING, propose(' '), 'proposal-empty'],
    ['as many as fit', ASKING, propose('字'.repeat(LONGEST_PROPOSAL)), null],
    ['and no more', ASKING, propose('字'.repeat(LONGEST_PROPOSAL + 1)), 'proposal-too-long'],
    ['nine of mine wait: one more', ASKING, propose('x', MOST_OPEN_PROPOSALS - 1), null],
    ['ten wait', ASKING, propose('x', MOST_OPEN_PROPOSALS), 'too-many-proposals'],
    ['taken back while open', ASKING, withdraw(), null],
    ['also after the last day', ASKED, withdraw(), null],
    ['not once answered', ASKING, withdraw(true), 'proposal-answered'],
    ['accepting needs no words', ASKING, answer(true), null],
    ['declining does', ASKING, answer(false, ' '), 'answer-missing'],
    ['and has them', ASKED, answer(false, '录音里是 5 个'), null],
    ['no answer after the seal', SEALED, answer(true), 'minutes-confirmed'],
  ])('%s', check)
})

describe('[R18] minutes are sealed when everybody had their say, or with the reason why not', () => {
  test.each<Row>([
    ['nobody was asked, and no reason', PREPARED, seal(), 'participants-not-asked'],
    ['nobody was asked, with the reason', PREPARED, seal('当场宣读'), null],
    ['blanks are no reason', PREPARED, seal('  '), 'participants-not-asked'],
    ['they are being asked', ASKING, seal('当场宣读'), 'asking-open'],
    [
      'one has no answer',
      { ...ASKED, proposals: 2, unanswered: 1 },
      seal(),
      'proposals-unanswered',
    ],
    ['all have', { ...ASKED, proposals: 2 }, seal(), null],
    ['ended early, all answered', { ...ASKING, endedEarly: true }, seal(), null],
    ['somebody saved meanwhile', ASKED, seal('', 1), 'stale-minutes'],
    ['the meeting is on', { ...PREPARED, meeting: 'running' }, seal('x'), 'meeting-not-closed'],
    [
      'it was called off',
      { ...DRAFT, meeting: 'cancelled' },
      seal('x', 0),
      'meeting-cancelled',
    ],
    ['once', SEALED, seal('x'), 'minutes-confirmed'],
  ])('%s', check)

  const standing = fc.record({
    phase: fc.constantFrom('draft', 'prepared', 'proposals', 'confirmed'),
    revision: fc.nat(3),
    meeting: fc.constantFrom('running', 'closed', 'cancelled'),
    askedUntil: fc.constantFrom(null, '2026-11-25', TODAY, '2026-11-30'),
    endedEarly: fc.boolean(),
    proposals: fc.nat(3),
    unanswered: fc.nat(3),
  }) satisfies fc.Arbitrary<MinutesStanding>

  test('whatever stands: nothing is sealed over an open question, and a seal stays', () => {
    fc.assert(
      fc.property(standing, fc.string(), (now, reason) => {
        const step: MinutesStep = { type: 'confirm', revision: now.revision, unasked: reason }
        const { ok } = decideMinutes(now, step, TODAY)
        if (now.phase === 'confirmed' || now.meeting !== 'closed') expect(ok).toBe(false)
        if (ok && now.askedUntil !== null) expect(now.unanswered).toBe(0)
        if (ok && now.askedUntil === null) expect(reason.trim()).not.toBe('')
        if (now.phase !== 'confirmed') return
        for (const each of [save, ask, takeBack, end(), propose(), withdraw(), answer(true)]) {
          expect(decideMinutes(now, each, TODAY).ok).toBe(false)
        }
      }),
    )
  })
})
