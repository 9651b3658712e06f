import { describe, expect, test } from 'vitest'
import { DEFAULT_SPEAKING_RULES } from './speaking-rules.ts'
import { decide } from './decide.ts'
import { evolve } from './evolve.ts'
import type { MeetingCommand } from './meeting-command.ts'
import type { MeetingEvent } from './meeting-event.ts'
import type { MeetingState } from './meeting-state.ts'

const chair = { role: 'chair', id: 'lin' } as const
const at = Date.parse('2026-11-26T10:00:00+08:00')

function fold(...events: MeetingEvent[]): MeetingState {
  const officer = { name: '林雅芳', title: '社区书记' }
  const convened: MeetingEvent = {
    type: 'convened',
    room: 'council',
    title: '蓝溪花园第18次',
    compoundName: '蓝溪花园',
    venue: '党群服务站二楼',
    startsAt: at,
    durationMinutes: 90,
    agenda: [],
    seats: [],
    chair: { id: 'lin', ...officer },
    recorder: { id: 'xu', ...officer },
    rules: DEFAULT_SPEAKING_RULES,
  }
  const states = [convened, ...events].reduce<MeetingState | null>(
    (state, event, index) => evolve(state, { seq: index + 1, at, actorId: 'lin', event }),
    null,
  )
  if (!states) throw new Error('a log with an event has a state')
  return states
}

const move: MeetingCommand = {
  type: 'move',
  startsAt: at + 86_400_000,
  venue: '',
  reason: '台风',
}
const cancel: MeetingCommand = { type: 'cancel', reason: '台风' }
const opened: MeetingEvent = {
  type: 'opened',
  present: 0,
  invited: 0,
  missingSides: [],
  overrideReason: '-',
}

describe('[S11] after the notice a session is moved or called off in its log, with the reason', () => {
  test('it is moved while its doors are closed, and an empty place means the same place', () => {
    const decided = decide(fold(), move, chair, at)
    expect(decided).toEqual({
      ok: true,
      value: [
        { type: 'moved', startsAt: at + 86_400_000, venue: '党群服务站二楼', reason: '台风' },
      ],
    })
    const after = fold({ type: 'moved', startsAt: at + 1, venue: '广场', reason: '台风' })
    expect(after).toMatchObject({ phase: 'notified', startsAt: at + 1, venue: '广场' })
  })

  test('with the doors open it can be called off but not moved', () => {
    const open = fold({ type: 'doors-opened' })
    expect(decide(open, move, chair, at)).toEqual({
      ok: false,
      refusal: { code: 'already-open' },
    })
    expect(decide(open, cancel, chair, at)).toMatchObject({ ok: true })
  })

  test('once it was opened neither', () => {
    const running = fold({ type: 'doors-opened' }, opened)
    for (const command of [move, cancel]) {
      expect(decide(running, command, chair, at)).toEqual({
        ok: false,
        refusal: { code: 'already-open' },
      })
    }
  })

  test('no reason, no change', () => {
    for (const command of [move, cancel]) {
      expect(decide(fold(), { ...command, reason: '  ' }, chair, at)).toEqual({
        ok: false,
        refusal: { code: 'reason-missing' },
      })
    }
  })

  test('a session that was called off is closed and cannot begin any more', () => {
    const gone = fold({ type: 'cancelled', reason: '台风' })
    expect(gone).toMatchObject({ phase: 'closed', cancelledReason: '台风' })
    expect(decide(gone, { type: 'open-doors' }, chair, at)).toEqual({
      ok: false,
      refusal: { code: 'meeting-closed' },
    })
  })

  test('a recorder moves, and only chair or convener call off', () => {
    const recorder = { role: 'recorder', id: 'xu' } as const
    expect(decide(fold(), move, recorder, at)).toMatchObject({ ok: true })
    expect(decide(fold(), cancel, recorder, at)).toEqual({
      ok: false,
      refusal: { code: 'not-yours-to-do' },
    })
  })
})
