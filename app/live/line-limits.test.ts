import { expect, test } from 'vitest'
import { createLineLimits } from './line-limits.ts'

test('[L44] of one browser the oldest line gives way to the newest, of other browsers none', () => {
  const limits = createLineLimits<string>({ ofBrowser: 2, ofAddress: 100 })
  const mine = { session: 'mine', address: '198.51.100.7' }
  expect(limits.opened('first', mine)).toBeNull()
  expect(limits.opened('other', { ...mine, session: 'theirs' })).toBeNull()
  expect(limits.opened('second', mine)).toBeNull()
  expect(limits.opened('third', mine)).toBe('first')
  limits.closed('first', mine)
  expect(limits.opened('fourth', mine)).toBe('second')
  limits.closed('second', mine)
  limits.closed('third', mine)
  expect(limits.opened('fifth', mine)).toBeNull()
  for (let guest = 0; guest < 10; guest += 1) {
    expect(limits.opened(`guest ${guest}`, { ...mine, session: null })).toBeNull()
  }
})

test('[L44] an address has room for so many, and again for whoever leaves; this machine always has', () => {
  const limits = createLineLimits<number>({ ofBrowser: 100, ofAddress: 3 })
  const from = { session: null, address: '198.51.100.7' }
  for (const line of [1, 2, 3]) {
    expect(limits.hasRoom(from.address)).toBe(true)
    limits.opened(line, from)
  }
  expect(limits.hasRoom(from.address)).toBe(false)
  expect(limits.hasRoom('198.51.100.8')).toBe(true)
  limits.closed(2, from)
  expect(limits.hasRoom(from.address)).toBe(true)
  for (let line = 4; line < 20; line += 1) {
    limits.opened(line, { session: null, address: null })
    expect(limits.hasRoom(null)).toBe(true)
  }
})
