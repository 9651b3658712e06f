import { describe, expect, test } from 'vitest'
import { CONTACTS_BEFORE_CLOSING, decideMatter } from './decide-matter.ts'
import type { MatterStatus } from './matter.ts'
import type { MatterCommand } from './matter-command.ts'
import {
  evolveMatter,
  SUBMITTED,
  type MatterState,
  type NewTask,
  type Visit,
} from './matter-state.ts'

const TODAY = '2026-11-26'

const TASK: NewTask = {
  id: 't1',
  meetingId: null,
  itemId: null,
  title: '更换水泵软接头',
  lead: { personId: 'chen', name: '安和物业', side: 'property' },
  helpers: [],
  dueOn: '2026-12-03',
}
const SOLVED: Visit = {
  method: 'phone',
  reached: true,
  solved: 'yes',
  satisfaction: 'satisfied',
  reason: null,
}
const MISSED: Visit = {
  method: 'phone',
  reached: false,
  solved: null,
  satisfaction: null,
  reason: null,
}

const visit = (change: Partial<Extract<Visit, { reached: true }>>): MatterCommand => ({
  type: 'record-visit',
  visit: { ...SOLVED, ...change } as Visit,
})
const assign = (
  change: Partial<NewTask> = {},
  by: 'desk' | 'session' = 'desk',
): MatterCommand => ({
  type: 'assign-task',
  by,
  task: { ...TASK, ...change },
})
const done = (taskId = 't1'): MatterCommand => ({ type: 'report-done', taskId, text: '换好了' })
const progress = (percent: number, text = '做了一半'): MatterCommand => ({
  type: 'report-progress',
  taskId: 't1',
  percent,
  text,
})
const accept: MatterCommand = { type: 'accept', dueOn: '2026-12-06' }

/** The state after commands, each of which has to be allowed. */
function after(...commands: MatterCommand[]): MatterState {
  return commands.reduce((state, command) => {
    const decided = decideMatter(state, command, TODAY)
    if (!decided.ok) throw new Error(`${command.type} was refused: ${decided.refusal.code}`)
    return decided.value.reduce(evolveMatter, state)
  }, SUBMITTED)
}

const screening = () => after({ type: 'start-screening' })
const accepted = () => after(accept)
const scheduled = () => after(accept, { type: 'schedule', meetingId: 'm1' })
const deliberated = () => after(accept, { type: 'record-deliberation', meetingId: 'm1' })
const inProgress = () => after(accept, assign())
const reported = () => after(accept, assign(), done())
const visited = () => after(accept, assign(), done(), { type: 'record-visit', visit: MISSED })
const closed = () => after(accept, assign(), done(), visit({}))
const reopened = () => after(accept, assign(), done(), visit({ solved: 'no' }))
const rejected = () => after({ type: 'reject', reason: '在打官司' })
const merged = () => after({ type: 'merge', ownId: 'a', intoId: 'b' })
const referred = () => after({ type: 'refer', to: '城管中队' })

describe('[T1][T2] where a matter may go from where it stands', () => {
  type Case = [
    why: string,
    from: () => MatterState,
    MatterCommand,
    to: MatterStatus,
    facts: string[],
  ]
  test.each<Case>([
    [
      'somebody looks at it',
      () => SUBMITTED,
      { type: 'start-screening' },
      'screening',
      ['screened'],
    ],
    ['it is accepted at first sight', () => SUBMITTED, accept, 'accepted', ['accepted']],
    ['it is accepted after screening', screening, accept, 'accepted', ['accepted']],
    [
      'a session found that it is a department’s',
      deliberated,
      { type: 'refer', to: '县住建局' },
      'referred',
      ['referred'],
    ],
    [
      'it is the same as another',
      screening,
      { type: 'merge', ownId: 'a', intoId: 'b' },
      'merged',
      ['merged'],
    ],
    [
      'somebody else decides it',
      screening,
      { type: 'refer', to: '城管中队' },
      'referred',
      ['referred'],
    ],
    [
      'it is not ours, with a reason',
      screening,
      { type: 'reject', reason: '在打官司' },
      'rejected',
      ['rejected'],
    ],
    [
      'it goes on an agenda',
      accepted,
      { type: 'schedule', meetingId: 'm1' },
      'scheduled',
      ['scheduled'],
    ],
    [
      'it is put off to another session',
      deliberated,
      { type: 'schedule', meetingId: 'm2' },
      'scheduled',
      ['scheduled'],
    ],
    [
      'a session talks about it',
      scheduled,
      { type: 'record-deliberation', meetingId: 'm1' },
      'deliberated',
      ['deliberated'],
    ],
    ['the desk gives a task at once', accepted, assign(), 'in-progress', ['task-assigned']],
    [
      'a session gives a task',
      deliberated,
      assign({}, 'session'),
      'in-progress',
      ['task-assigned'],
    ],
    ['a second task', inProgress, assign({ id: 't2' }), 'in-progress', ['task-assigned']],
    [
      'there is more to do after all',
      reported,
      assign({ id: 't2' }),
      'in-progress',
      ['task-assigned'],
    ],
    [
      'the lead reports progress',
      inProgress,
      progress(60),
      'in-progress',
      ['progress-reported'],
    ],
    ['the lead reports done', inProgress, done(), 'reported-done', ['done-reported']],
    [
      'nobody answers the telephone',
      reported,
      { type: 'record-visit', visit: MISSED },
      'return-visit',
      ['return-visit'],
    ],
    ['solved and content', reported, visit({}), 'closed', ['return-visit', 'closed']],
    ['reached at the second try', visited, visit({}), 'closed', ['return-visit', 'closed']],
    [
      '基本满意 is content',
      reported,
      visit({ satisfaction: 'mostly-satisfied' }),
      'closed',
      ['return-visit', 'closed'],
    ],
    [
      '[T5] not solved',
      reported,
      visit({ solved: 'no' }),
      'reopened',
      ['return-visit', 'reopened'],
    ],
    [
      '[T5] half solved is not solved',
      reported,
      visit({ solved: 'partly' }),
      'reopened',
      ['return-visit', 'reopened'],
    ],
    [
      '[T5] solved, and not content',
      reported,
      visit({ satisfaction: 'dissatisfied' }),
      'reopened',
      ['return-visit', 'reopened'],
    ],
    [
      '[T5] progress of one sent back',
      reopened,
      progress(30),
      'reopened',
      ['progress-reported'],
    ],
    [
      '[T5] done again after it was sent back',
      reopened,
      done(),
      'reported-done',
      ['done-reported'],
    ],
    [
      'it comes back after closing',
      closed,
      { type: 'reopen', reason: '又响了', dueOn: '2026-12-05' },
      'reopened',
      ['reopened'],
    ],
    [
      '[T9] a session takes up what nobody screened',
      () => SUBMITTED,
      assign({}, 'session'),
      'in-progress',
      ['accepted', 'task-assigned'],
    ],
    [
      '[T9] a session takes up what was refused',
      rejected,
      assign({}, 'session'),
      'in-progress',
      ['accepted', 'task-assigned'],
    ],
    [
      '[T9] a session takes up what had closed',
      closed,
      assign({ id: 't2' }, 'session'),
      'reopened',
      ['reopened', 'task-assigned'],
    ],
    [
      'a note changes nothing',
      closed,
      { type: 'add-note', text: '已电话告知' },
      'closed',
      ['note'],
    ],
  ])('%s', (_why, from, command, to, facts) => {
    const state = from()
    const decided = decideMatter(state, command, TODAY)
    if (!decided.ok) throw new Error(decided.refusal.code)
    expect(decided.value.map(({ type }) => type)).toEqual(facts)
    expect(decided.value.reduce(evolveMatter, state).status).toBe(to)
  })
})

test('[T1] accepting says what it is about', () => {
  const command = { ...accept, topicType: 'maintenance-fund-use' } as const
  expect(decideMatter(screening(), command, TODAY)).toEqual({
    ok: true,
    value: [{ type: 'accepted', dueOn: '2026-12-06', topicType: 'maintenance-fund-use' }],
  })
})

describe('[T1][T3][T4][T6] what is refused, and why', () => {
  type Case = [why: string, from: () => MatterState, MatterCommand, refusal: object]
  test.each<Case>([
    [
      'screened twice',
      screening,
      { type: 'start-screening' },
      { code: 'already-screened', status: 'screening' },
    ],
    ['accepted twice', accepted, accept, { code: 'already-screened', status: 'accepted' }],
    [
      'rejected after work began',
      inProgress,
      { type: 'reject', reason: '不办了' },
      { code: 'already-screened', status: 'in-progress' },
    ],
    [
      'rejected without a reason',
      screening,
      { type: 'reject', reason: '  ' },
      { code: 'reason-needed' },
    ],
    [
      'referred while the work goes on',
      inProgress,
      { type: 'refer', to: '县住建局' },
      { code: 'already-screened', status: 'in-progress' },
    ],
    ['referred to nobody', screening, { type: 'refer', to: '' }, { code: 'reason-needed' }],
    [
      'merged into itself',
      screening,
      { type: 'merge', ownId: 'a', intoId: 'a' },
      { code: 'merge-into-itself' },
    ],
    [
      'merged twice',
      merged,
      { type: 'merge', ownId: 'a', intoId: 'c' },
      { code: 'already-screened', status: 'merged' },
    ],
    [
      'accepted for yesterday',
      screening,
      { type: 'accept', dueOn: '2026-11-25' },
      { code: 'day-in-past' },
    ],
    [
      'on an agenda before it is accepted',
      screening,
      { type: 'schedule', meetingId: 'm1' },
      { code: 'not-accepted', status: 'screening' },
    ],
    [
      'on an agenda while the work goes on',
      inProgress,
      { type: 'schedule', meetingId: 'm1' },
      { code: 'not-accepted', status: 'in-progress' },
    ],
    [
      'talked about after it was referred',
      referred,
      { type: 'record-deliberation', meetingId: 'm1' },
      { code: 'not-accepted', status: 'referred' },
    ],
    [
      'a desk task before it is accepted',
      screening,
      assign(),
      { code: 'not-accepted', status: 'screening' },
    ],
    [
      'a desk task on a closed matter',
      closed,
      assign({ id: 't2' }),
      { code: 'already-finished', status: 'closed' },
    ],
    [
      'a task due yesterday',
      accepted,
      assign({ dueOn: '2026-11-25' }),
      { code: 'day-in-past' },
    ],
    ['a task without words', accepted, assign({ title: ' ' }), { code: 'words-needed' }],
    ['progress of a task of another matter', accepted, progress(10), { code: 'no-such-task' }],
    ['progress without words', inProgress, progress(10, ' '), { code: 'words-needed' }],
    ['more than all of it', inProgress, progress(101), { code: 'percent-out-of-range' }],
    ['less than nothing', inProgress, progress(-1), { code: 'percent-out-of-range' }],
    ['half a percent', inProgress, progress(12.5), { code: 'percent-out-of-range' }],
    ['done twice', reported, done(), { code: 'task-already-reported' }],
    ['progress after done', reported, progress(90), { code: 'task-already-reported' }],
    [
      'progress after closing',
      closed,
      progress(90),
      { code: 'already-finished', status: 'closed' },
    ],
    [
      '[T4] closed by a visit before it was reported done',
      inProgress,
      visit({}),
      { code: 'not-reported-done', status: 'in-progress' },
    ],
    [
      'a visit after it was closed',
      closed,
      visit({ solved: 'no' }),
      { code: 'already-finished', status: 'closed' },
    ],
    [
      '[T6] closed after two contacts',
      () => nextVisits(2),
      { type: 'close-unreached', reason: '联系不上' },
      { code: 'too-few-contacts', made: 2, needed: 3 },
    ],
    [
      '[T6] closed after three contacts without a reason',
      () => nextVisits(3),
      { type: 'close-unreached', reason: '' },
      { code: 'reason-needed' },
    ],
    [
      '[T6] closed unreached before it was done',
      inProgress,
      { type: 'close-unreached', reason: '联系不上' },
      { code: 'not-reported-done', status: 'in-progress' },
    ],
    [
      '[T6] closed unreached twice',
      closed,
      { type: 'close-unreached', reason: '联系不上' },
      { code: 'already-finished', status: 'closed' },
    ],
    [
      'reopened while it is open',
      inProgress,
      { type: 'reopen', reason: '没好', dueOn: '2026-12-05' },
      { code: 'not-closed', status: 'in-progress' },
    ],
    [
      'reopened without a reason',
      closed,
      { type: 'reopen', reason: '', dueOn: '2026-12-05' },
      { code: 'reason-needed' },
    ],
    [
      'reopened for yesterday',
      closed,
      { type: 'reopen', reason: '又响了', dueOn: '2026-11-25' },
      { code: 'day-in-past' },
    ],
    ['an empty note', inProgress, { type: 'add-note', text: '' }, { code: 'words-needed' }],
  ])('%s', (_why, from, command, refusal) => {
    expect(decideMatter(from(), command, TODAY)).toEqual({ ok: false, refusal })
  })
})

function nextVisits(count: number): MatterState {
  const missed: MatterCommand = { type: 'record-visit', visit: MISSED }
  return after(accept, assign(), done(), ...Array.from({ length: count }, () => missed))
}

test('[T3] a matter is reported done when the last of its tasks is', () => {
  const two = after(accept, assign(), assign({ id: 't2', dueOn: '2026-12-20' }), done('t1'))
  expect(two.status).toBe('in-progress')
  expect(two.dueOn).toBe('2026-12-20')
  const both = decideMatter(two, done('t2'), TODAY)
  expect(both.ok && both.value.reduce(evolveMatter, two).status).toBe('reported-done')
})

test('[T5] one sent back is due a week later, with every task open again, and counts the round', () => {
  const state = reopened()
  expect(state).toMatchObject({
    dueOn: '2026-12-03',
    reopenedCount: 1,
    solved: null,
    visits: [],
  })
  expect(state.tasks).toMatchObject([{ status: 'open', progress: 0, dueOn: '2026-12-03' }])
})

test('[T6] three contacts that reached nobody, and a reason, close it without an answer', () => {
  const state = nextVisits(CONTACTS_BEFORE_CLOSING)
  const decided = decideMatter(state, { type: 'close-unreached', reason: '户主搬走' }, TODAY)
  expect(decided.ok && decided.value.reduce(evolveMatter, state)).toMatchObject({
    status: 'closed',
    solved: null,
    satisfaction: null,
  })
})

test('[T6] contacts before it was sent back do not count after', () => {
  const missed: MatterCommand = { type: 'record-visit', visit: MISSED }
  const state = after(
    accept,
    assign(),
    done(),
    missed,
    missed,
    visit({ solved: 'no' }),
    done(),
    missed,
  )
  const decided = decideMatter(state, { type: 'close-unreached', reason: '户主搬走' }, TODAY)
  expect(decided).toEqual({
    ok: false,
    refusal: { code: 'too-few-contacts', made: 1, needed: 3 },
  })
})
