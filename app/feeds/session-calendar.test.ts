import { describe, expect, test } from 'vitest'
import { sessionCalendar, type CalendarSession } from './session-calendar.ts'

const session: CalendarSession = {
  meetingId: '0198-session',
  title: '蓝溪花园第18次，议事厅；充电棚, "选址"',
  description: '议程：电动自行车集中充电棚选址；消防通道划线与楼道停车约定。\n'.repeat(3),
  venue: '蓝溪花园党群服务站二楼, 大厅',
  startsAt: new Date('2026-11-26T19:30:00+08:00'),
  durationMinutes: 90,
  revision: 4,
  changedAt: new Date('2026-11-20T08:00:00Z'),
  cancelled: false,
  url: 'http://127.0.0.1:3000/m/0198-session',
}

const write = (change: Partial<CalendarSession> = {}) =>
  sessionCalendar([{ ...session, ...change }], { name: '730议事厅', host: 'council' })

/** Reads a file back as RFC 5545 says: unfold, split, unescape. */
function parse(text: string): { name: string; params: string; value: string }[] {
  return text
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter(Boolean)
    .map((line) => {
      const [, name = '', params = '', value = ''] = /^([\w-]+)([^:]*):(.*)$/s.exec(line) ?? []
      return {
        name,
        params,
        value: value.replace(/\\([\\;,nN])/g, (_all, escaped: string) =>
          escaped.toLowerCase() === 'n' ? '\n' : escaped,
        ),
      }
    })
}
const valueOf = (text: string, name: string) =>
  parse(text).find((property) => property.name === name)?.value

describe('[S13] a session opens in a real calendar', () => {
  test('it reads back as what was written', () => {
    const text = write()
    expect(valueOf(text, 'UID')).toBe('0198-session@council')
    expect(valueOf(text, 'SEQUENCE')).toBe('4')
    expect(valueOf(text, 'DTSTAMP')).toBe('20261120T080000Z')
    expect(valueOf(text, 'DTSTART')).toBe('20261126T113000Z')
    expect(valueOf(text, 'DTEND')).toBe('20261126T130000Z')
    expect(valueOf(text, 'SUMMARY')).toBe(session.title)
    expect(valueOf(text, 'LOCATION')).toBe(session.venue)
    expect(valueOf(text, 'METHOD')).toBe('PUBLISH')
    expect(valueOf(text, 'STATUS')).toBe('CONFIRMED')
    expect(valueOf(text, 'TRIGGER')).toBe('-PT1H')
    expect(valueOf(text, 'DESCRIPTION')).toBe(session.description)
    expect(valueOf(text, 'URL')).toBe(session.url)
  })

  test('no line is longer than 75 octets, and every one ends with CRLF', () => {
    const lines = write().split('\r\n')
    for (const line of lines) {
      expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75)
      expect(line).not.toContain('\n')
    }
  })

  test('a session that was called off takes its entry out and does not ring', () => {
    const text = write({ cancelled: true, revision: 5 })
    expect(valueOf(text, 'METHOD')).toBe('CANCEL')
    expect(valueOf(text, 'STATUS')).toBe('CANCELLED')
    expect(valueOf(text, 'SEQUENCE')).toBe('5')
    expect(valueOf(text, 'UID')).toBe('0198-session@council')
    expect(valueOf(text, 'TRIGGER')).toBeUndefined()
  })

  test('the whole of a small one', () => {
    expect(write({ title: 'Council', description: 'Agenda', venue: 'Hall' })).toBe(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//730 Council//730 Council//ZH',
        'METHOD:PUBLISH',
        'NAME:730议事厅',
        'X-WR-CALNAME:730议事厅',
        'BEGIN:VEVENT',
        'UID:0198-session@council',
        'SEQUENCE:4',
        'DTSTAMP:20261120T080000Z',
        'DTSTART:20261126T113000Z',
        'DTEND:20261126T130000Z',
        'SUMMARY:Council',
        'LOCATION:Hall',
        'DESCRIPTION:Agenda',
        'BEGIN:VALARM',
        'ACTION:DISPLAY',
        'TRIGGER:-PT1H',
        'DESCRIPTION:Council',
        'END:VALARM',
        'URL;VALUE=URI:http://127.0.0.1:3000/m/0198-session',
        'STATUS:CONFIRMED',
        'END:VEVENT',
        'END:VCALENDAR',
      ].join('\r\n'),
    )
  })
})
