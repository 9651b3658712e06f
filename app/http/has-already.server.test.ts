import { expect, test } from 'vitest'
import { hasAlready } from './has-already.server.ts'

test.each([
  ['its tag', '"a1"', true],
  ['its tag, weakened on the way', 'W/"a1"', true],
  ['one of several', '"b2", "a1"', true],
  ['another', '"b2"', false],
  ['a longer one that begins alike', '"a12"', false],
  ['none', null, false],
])('%s', (_what, held, answer) => {
  const headers = new Headers(held === null ? {} : { 'If-None-Match': held })
  expect(hasAlready(new Request('http://127.0.0.1/photos/1', { headers }), '"a1"')).toBe(answer)
})
