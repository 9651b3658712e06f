import { expect, test } from 'vitest'
import { safeReturnPath } from './responses.server.ts'

test.each([
  ['/meetings/7?tab=minutes#m3', '/meetings/7?tab=minutes#m3'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['/.//evil.example', '/'],
  ['/desk/..//evil.example', '/'],
  ['/%2e%2e//evil.example', '/'],
  ['/./\\evil.example', '/'],
  ['https://evil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['', '/'],
  [null, '/'],
])('[H4] a form that wants to return to %j goes to %s', (asked, path) => {
  expect(safeReturnPath(asked)).toBe(path)
})
