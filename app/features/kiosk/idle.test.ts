import { describe, expect, test } from 'vitest'
import { idleReading } from './idle.ts'

const AT = Date.parse('2026-11-24T19:30:00+08:00')

describe('a tablet that nobody touches', () => {
  test('[L33] says nothing for 45 seconds, then counts down from 15', () => {
    expect(idleReading(AT, AT)).toBeNull()
    expect(idleReading(AT, AT + 44_999)).toBeNull()
    expect(idleReading(AT, AT + 45_000)).toBe(15)
    expect(idleReading(AT, AT + 50_000)).toBe(10)
    expect(idleReading(AT, AT + 59_999)).toBe(1)
  })

  test('[L33] forgets after a minute, and also when it slept through the asking', () => {
    expect(idleReading(AT, AT + 60_000)).toBe('over')
    expect(idleReading(AT, AT + 3_600_000)).toBe('over')
  })

  test('[L33] begins again with a touch', () => {
    expect(idleReading(AT + 50_000, AT + 62_000)).toBeNull()
  })
})
