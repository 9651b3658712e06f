import { expect, test } from 'vitest'
import { lookUpReceipt } from './vote-receipt.ts'

const LISTED = ['10AB-C9', '7K4M-Q2', '7K4M-Q2', 'ZZZZ-ZZ']

test.each([
  ['10ab c9', '10AB-C9', 1],
  // No receipt has I, L, O or U.
  ['IOABC9', '10AB-C9', 1],
  ['７Ｋ４Ｍ－Ｑ２', '7K4M-Q2', 2],
  ['7K4M-Q3', '7K4M-Q3', 0],
  ['7K4M', '7K4M', 0],
])('[C3] %s is looked for as %s and found %i times', (typed, receipt, votes) => {
  expect(lookUpReceipt(LISTED, typed)).toEqual({ receipt, votes })
})

test('[C3] nothing typed looks for nothing', () => {
  expect(lookUpReceipt(LISTED, ' - ')).toBeNull()
})
