import { expect, test } from 'vitest'
import { percentDone, readImportLine } from './import-progress.ts'

test.each([
  ['{"done":1000,"of":3000}', { done: 1000, of: 3000 }],
  ['{"ended":"applied"}', { ended: 'applied' }],
  ['{"ended":"refused","code":"problems-left"}', { ended: 'refused', code: 'problems-left' }],
])('[G8] %s is told', (text, line) => {
  expect(readImportLine(text)).toEqual(line)
})

test.each([
  '{"done":1000,',
  '',
  'null',
  '{"done":"all","of":3000}',
  '{"ended":"refused","code":"constructor"}',
  '{"ended":"perhaps"}',
])('[G8] %j says nothing', (text) => {
  expect(readImportLine(text)).toBeNull()
})

test.each([
  [{ done: 0, of: 3000 }, 0],
  [{ done: 2999, of: 3000 }, 99],
  [{ done: 3000, of: 3000 }, 100],
  [{ done: 0, of: 0 }, 100],
])('[G8] %j is %i percent, and never rounded up', (progress, percent) => {
  expect(percentDone(progress)).toBe(percent)
})
