import { expect, test } from 'vitest'
import { citation } from './citation.ts'

test.each([
  [null, '《民法典》'],
  ['279', '《民法典》第279条'],
  ['278(2)', '《民法典》第278条第2款'],
  ['278(1)(8)', '《民法典》第278条第1款第8项'],
  ['第三条', '《民法典》第三条'],
])('[V29] %s', (article, cited) => {
  expect(citation({ title: '民法典', article })).toBe(cited)
})
