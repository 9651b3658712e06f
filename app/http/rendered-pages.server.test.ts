import { expect, test } from 'vitest'
import { RenderedPages } from './rendered-pages.server.ts'

const keyOf = (madeOf: unknown) => new RenderedPages().keyOf(madeOf)

test('[H10] a page is drawn once, and each answer has its own nonce', () => {
  const pages = new RenderedPages()
  const key = pages.keyOf(['/c/hebin', 'zh-CN', { title: '楼道停车' }]) ?? ''
  expect(pages.find(key, 'n1')).toBeNull()
  pages.keep(key, '<script nonce="n1"></script><p>楼道停车</p><script nonce="n1">', 'n1')
  expect(pages.find(key, 'n2')).toBe(
    '<script nonce="n2"></script><p>楼道停车</p><script nonce="n2">',
  )
})

const now = new Date('2026-11-24T11:30:00Z')

test.for<[what: string, one: unknown, other: unknown]>([
  ['address', ['/c/hebin', 'zh-CN', {}], ['/c/longmen', 'zh-CN', {}]],
  ['language', ['/', 'zh-CN', {}], ['/', 'en', {}]],
  ['a text', { title: '甲' }, { title: '乙' }],
  ['a field that is not there', { a: 1 }, { a: 1, b: null }],
  ['a date and its text', { at: now }, { at: now.toISOString() }],
  ['two dates', { at: now }, { at: new Date(now.getTime() + 1) }],
  ['maps', new Map([['a', 1]]), new Map([['a', 2]])],
  ['sets', new Set([1]), new Set([2])],
  ['big integers', 9_007_199_254_740_993n, 9_007_199_254_740_992n],
  ['a number and its text', { heads: 1 }, { heads: '1' }],
])('[H10] another page: %s', ([, one, other]) => {
  expect(keyOf(one)).not.toBeNull()
  expect(keyOf(one)).not.toBe(keyOf(other))
})

test('[H10] what is read twice and says the same is the same page', () => {
  const read = () => ({ at: new Date(now), areas: new Map([['5幢', 8000n]]), none: undefined })
  expect(keyOf(read())).toBe(keyOf(read()))
})

test.for<[what: string, madeOf: unknown]>([
  ['a promise', { later: Promise.resolve(1) }],
  ['a function', { act: () => 1 }],
])('[H10] %s cannot be told apart, so such a page is drawn each time', ([, madeOf]) => {
  expect(keyOf(madeOf)).toBeNull()
})

test('[H10] what is kept stays within its bytes', () => {
  const pages = new RenderedPages(1000)
  pages.keep('first', 'a'.repeat(400), 'n')
  pages.keep('second', 'b'.repeat(400), 'n')
  expect(pages.find('first', 'n')).toBeNull()
  expect(pages.find('second', 'n')).toHaveLength(400)
  pages.keep('too large', 'c'.repeat(600), 'n')
  expect(pages.find('too large', 'n')).toBeNull()
})
