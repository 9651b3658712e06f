import { describe, expect, test } from 'vitest'
import { decideAnswer } from './invitation.ts'

const yes = { rsvp: 'yes', deputyName: null, note: null } as const

describe('[S12] an invitation is answered until the doors open', () => {
  test('yes, with a note or without', () => {
    expect(decideAnswer('notified', yes)).toEqual({ ok: true, value: yes })
    expect(decideAnswer('notified', { ...yes, note: ' 晚到十分钟 ' })).toEqual({
      ok: true,
      value: { ...yes, note: '晚到十分钟' },
    })
  })

  test('who comes instead has a name', () => {
    const deputy = { rsvp: 'deputy', deputyName: ' 王小明 ', note: null } as const
    expect(decideAnswer('notified', deputy)).toEqual({
      ok: true,
      value: { ...deputy, deputyName: '王小明' },
    })
    expect(decideAnswer('notified', { ...deputy, deputyName: '  ' })).toEqual({
      ok: false,
      refusal: { code: 'deputy-missing' },
    })
  })

  test('a deputy’s name does not stay behind when I come myself', () => {
    expect(decideAnswer('notified', { ...yes, deputyName: '王小明' })).toEqual({
      ok: true,
      value: yes,
    })
  })

  test.each([
    ['doors-open', 'too-late'],
    ['in-session', 'too-late'],
    ['closed', 'too-late'],
    ['cancelled', 'cancelled'],
  ] as const)('once the session is %s: %s', (status, code) => {
    expect(decideAnswer(status, yes)).toEqual({ ok: false, refusal: { code } })
  })
})
