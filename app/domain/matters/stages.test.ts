import { describe, expect, test } from 'vitest'
import { stagesOf } from './stages.ts'

const day = (n: number) => new Date(`2026-11-${String(n).padStart(2, '0')}T02:00:00Z`)

const FRESH = {
  status: 'submitted' as const,
  raisedAt: day(2),
  acceptedAt: null,
  dueOn: null,
  reportedDoneAt: null,
  closedAt: null,
  reopenedCount: 0,
  steps: [],
}
const brief = (matter: Parameters<typeof stagesOf>[0]) =>
  stagesOf(matter).map(({ name, state }) => `${name} ${state}`)

describe('a matter’s way, told in at most six stages', () => {
  test('not screened yet', () => {
    expect(brief(FRESH).slice(0, 3)).toEqual(['raised done', 'screening now', 'working next'])
  })

  test('at work says when it is due', () => {
    const stages = stagesOf({
      ...FRESH,
      status: 'in-progress',
      acceptedAt: day(3),
      dueOn: '2026-11-13',
    })
    expect(stages[2]).toMatchObject({ name: 'working', state: 'now', dueOn: '2026-11-13' })
    expect(stages.at(-1)).toMatchObject({ name: 'closed', state: 'next' })
  })

  test('reported done, the resident is asked now', () => {
    const reported = {
      ...FRESH,
      status: 'reported-done' as const,
      acceptedAt: day(3),
      reportedDoneAt: day(12),
    }
    expect(brief(reported).slice(2)).toEqual([
      'working done',
      'reported done',
      'visit now',
      'closed next',
    ])
  })

  test('sent back: which report failed, when, and until when it is done again', () => {
    const stages = stagesOf({
      ...FRESH,
      status: 'reopened',
      acceptedAt: day(3),
      dueOn: '2026-11-23',
      reopenedCount: 1,
      steps: [
        { type: 'done-reported', at: day(12) },
        { type: 'reopened', at: day(14) },
      ],
    })
    expect(stages.map(({ name }) => name)).toEqual([
      'raised',
      'accepted',
      'reported',
      'notSolved',
      'reworking',
      'closed',
    ])
    expect(stages[2]).toMatchObject({ at: day(12), round: 1 })
    expect(stages[3]).toMatchObject({ state: 'failed', at: day(14) })
    expect(stages[4]).toMatchObject({ state: 'now', dueOn: '2026-11-23' })
  })

  test('refused ends there', () => {
    const rejected = { ...FRESH, status: 'rejected' as const }
    expect(brief(rejected)).toEqual(['raised done', 'rejected failed'])
  })
})
