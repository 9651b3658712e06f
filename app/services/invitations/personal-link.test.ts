import { expect, test } from 'vitest'
import { readLink, signLink } from './personal-link.server.ts'

const secret = 'a secret that is long enough for this'
const token = signLink(secret, 'seat', '0198-abc', 3)

test('[P4] a link says what it was signed for', () => {
  expect(readLink(secret, 'seat', token)).toEqual({ id: '0198-abc', version: 3 })
})

test.each([
  ['another kind', () => readLink(secret, 'task', token)],
  ['another secret', () => readLink(`${secret}!`, 'seat', token)],
  ['another version', () => readLink(secret, 'seat', token.replace('.3.', '.4.'))],
  ['another id', () => readLink(secret, 'seat', token.replace('0198', '0199'))],
  [
    'a letter changed',
    () => readLink(secret, 'seat', `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`),
  ],
  ['cut short', () => readLink(secret, 'seat', token.slice(0, -1))],
  ['nothing', () => readLink(secret, 'seat', '')],
])('[P4] %s is no link', (_why, read) => {
  expect(read()).toBeNull()
})
