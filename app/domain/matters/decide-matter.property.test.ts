import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CONTACTS_BEFORE_CLOSING, decideMatter, saysSolved } from './decide-matter.ts'
import { SATISFACTIONS } from './matter.ts'
import type { MatterCommand } from './matter-command.ts'
import {
  evolveMatter,
  SOLVED,
  SUBMITTED,
  VISIT_METHODS,
  type MatterFact,
  type MatterState,
  type Visit,
} from './matter-state.ts'

const TODAY = '2026-11-26'
const day = fc.constantFrom('2026-11-20', '2026-11-26', '2026-12-03', '2027-01-10')
const taskId = fc.constantFrom('t1', 't2', 't3')
const words = fc.constantFrom('', '  ', '换好了')
const method = fc.constantFrom(...VISIT_METHODS)

const visit: fc.Arbitrary<Visit> = fc.oneof(
  fc.record({
    method,
    reached: fc.constant(false as const),
    solved: fc.constant(null),
    satisfaction: fc.constant(null),
    reason: fc.constant(null),
  }),
  fc.record({
    method,
    reached: fc.constant(true as const),
    solved: fc.constantFrom(...SOLVED),
    satisfaction: fc.constantFrom(...SATISFACTIONS),
    reason: fc.constant(null),
  }),
)

const command: fc.Arbitrary<MatterCommand> = fc.oneof(
  fc.record({ type: fc.constant('start-screening' as const) }),
  fc.record({ type: fc.constant('accept' as const), dueOn: fc.option(day) }),
  fc.record({ type: fc.constant('reject' as const), reason: words }),
  fc.record({ type: fc.constant('schedule' as const), meetingId: fc.constant('m') }),
  fc.record({ type: fc.constant('record-deliberation' as const), meetingId: fc.constant('m') }),
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('assign-task' as const),
      by: fc.constantFrom('desk' as const, 'session' as const),
      task: fc.record({
        id: fc.uuid(),
        meetingId: fc.constant(null),
        itemId: fc.constant(null),
        title: fc.constant('修'),
        lead: fc.constant({ personId: null, name: '物业', side: 'property' as const }),
        helpers: fc.constant([]),
        dueOn: day,
      }),
    }),
  },
  fc.record({
    type: fc.constant('report-progress' as const),
    taskId,
    percent: fc.integer({ min: -5, max: 110 }),
    text: words,
  }),
  {
    weight: 4,
    arbitrary: fc.record({ type: fc.constant('report-done' as const), taskId, text: words }),
  },
  { weight: 6, arbitrary: fc.record({ type: fc.constant('record-visit' as const), visit }) },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('close-unreached' as const), reason: words }),
  },
  fc.record({ type: fc.constant('reopen' as const), reason: words, dueOn: day }),
)

/** Ids that the reports above can name: the first three tasks are t1, t2, t3. */
function named(commands: readonly MatterCommand[]): MatterCommand[] {
  let given = 0
  return commands.map((each) =>
    each.type === 'assign-task' ? { ...each, task: { ...each.task, id: `t${++given}` } } : each,
  )
}

function play(commands: readonly MatterCommand[]) {
  const history: MatterFact[] = []
  let state = SUBMITTED
  for (const each of named(commands)) {
    const decided = decideMatter(state, each, TODAY)
    if (!decided.ok) continue
    history.push(...decided.value)
    state = decided.value.reduce(evolveMatter, state)
  }
  return { history, state }
}

const run = fc.array(command, { maxLength: 40 })

test('[T7] the rows follow from the history: replayed, it gives the same state', () => {
  fc.assert(
    fc.property(run, (commands) => {
      const { history, state } = play(commands)
      expect(history.reduce(evolveMatter, SUBMITTED)).toEqual(state)
      expect(state.reopenedCount).toBe(history.filter(({ type }) => type === 'reopened').length)
      expect(state.tasks).toHaveLength(
        history.filter(({ type }) => type === 'task-assigned').length,
      )
    }),
    { numRuns: 500 },
  )
})

test('[T4] closed implies a return visit that says so, or three that reached nobody', () => {
  let closings = 0
  fc.assert(
    fc.property(run, (commands) => {
      let state = decided(SUBMITTED, { type: 'accept', dueOn: null })
      for (const each of named([...TO_REPORTED_DONE, ...commands])) {
        state = decided(state, each)
        if (state.status !== 'closed') continue
        closings += 1
        const answers = state.visits.filter(({ reached }) => reached)
        if (state.solved) expect(answers.some(saysSolved)).toBe(true)
        else {
          expect(state.visits.length - answers.length).toBeGreaterThanOrEqual(
            CONTACTS_BEFORE_CLOSING,
          )
        }
      }
    }),
    { numRuns: 1000 },
  )
  expect(closings).toBeGreaterThan(100)
})

const TO_REPORTED_DONE: MatterCommand[] = [
  {
    type: 'assign-task',
    by: 'desk',
    task: {
      id: 't1',
      meetingId: null,
      itemId: null,
      title: '修',
      lead: { personId: null, name: '物业', side: 'property' },
      helpers: [],
      dueOn: TODAY,
    },
  },
  { type: 'report-done', taskId: 't1', text: '修好了' },
]

/** The state after a command, or the same one when it was refused. */
function decided(state: MatterState, command: MatterCommand): MatterState {
  const result = decideMatter(state, command, TODAY)
  return result.ok ? result.value.reduce(evolveMatter, state) : state
}

test('[T7] a refused command leaves no trace, and an allowed one only adds', () => {
  fc.assert(
    fc.property(run, command, (commands, last) => {
      const before = play(commands)
      const later = play([...commands, last])
      expect(later.history.slice(0, before.history.length)).toEqual(before.history)
    }),
  )
})

test('[T3] what is reported done has no open task, and what is closed only done ones', () => {
  fc.assert(
    fc.property(run, (commands) => {
      const { state } = play(commands)
      if (state.status === 'reported-done' || state.status === 'return-visit') {
        expect(state.tasks.some(({ status }) => status === 'open')).toBe(false)
      }
      if (state.status === 'closed') {
        expect(state.tasks.every(({ status }) => status === 'done')).toBe(true)
      }
    }),
    { numRuns: 500 },
  )
})
