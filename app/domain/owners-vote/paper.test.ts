import { expect, test } from 'vitest'
import { handMissing } from './paper.ts'

test.each([
  ['one reads no paper twice', 1, 'second-reader'],
  ['two read it, nobody is left to settle it', 2, 'third'],
  ['three are enough', 3, null],
] as const)('[W15] %s', (_why, people, missing) => {
  expect(handMissing(people)).toBe(missing)
})
