import { describe, expect, test } from 'vitest'
import { decideAnswer, mayDepute } from './invitation.ts'

const NOTICE = { status: 'notified', mayDepute: true } as const
const yes = { rsvp: 'yes', deputyName: null, note: null } as const

describe('[S12] an invitation is answered until the doors open', () => {
  test('yes, with a note or without', () => {
    expect(decideAnswer(NOTICE, yes)).toEqual({ ok: true, value: yes })
    expect(decideAnswer(NOTICE, { ...yes, note: ' 晚到十分钟 ' })).toEqual({
      ok: true,
      value: { ...yes, note: '晚到十分钟' },
    })
  })

  test('who comes instead has a name', () => {
    const deputy = { rsvp: 'deputy', deputyName: ' 王小明 ', note: null } as const
    expect(decideAnswer(NOTICE, deputy)).toEqual({
      ok: true,
      value: { ...deputy, deputyName: '王小明' },
    })
    expect(decideAnswer(NOTICE, { ...deputy, deputyName: '  ' })).toEqual({
      ok: false,
      refusal: { code: 'deputy-missing' },
    })
  })

  test('not that somebody else comes, where members come themselves', () => {
    const deputy = { rsvp: 'deputy', deputyName: '王小明', note: null } as const
    expect(decideAnswer({ ...NOTICE, mayDepute: false }, deputy)).toEqual({
      ok: false,
      refusal: { code: 'in-person-only' },
    })
  })

  test.each([
    ['owners-committee', true, false],
    ['local-owners-committee-7k4mq', true, false],
    ['owners-committee', false, true],
    ['residents-meeting', true, true],
    ['deliberation', true, true],
  ] as const)('[V35] in a %s, with a vote %s: may be deputised %s', (body, canVote, may) => {
    expect(mayDepute({ body, canVote })).toBe(may)
  })

  test('a deputy’s name does not stay behind when I come myself', () => {
    expect(decideAnswer(NOTICE, { ...yes, deputyName: '王小明' })).toEqual({
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
    expect(decideAnswer({ ...NOTICE, status }, yes)).toEqual({ ok: false, refusal: { code } })
  })
})
