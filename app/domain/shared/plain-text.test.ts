import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainText } from './plain-text.ts'

test.each([
  ['a NUL', '充电\u0000棚', '充电棚'],
  ['half a pair', '茶\ud83c都', '茶都'],
  ['the other half', '茶\udf75都', '茶都'],
  ['a whole pair', '茶🍵都', '茶🍵都'],
  ['a family of joined signs', '👩‍👧', '👩‍👧'],
  ['a turned direction', '\u202e反对\u202c', '反对'],
  ['an isolate', '\u2067abc\u2069', 'abc'],
  ['a byte-order mark', '\ufeff林雅芳', '林雅芳'],
  ['a bell and an escape', '\u0007停\u001b[31m', '停[31m'],
  ['lines and tabs', '一\r\n二\t三', '一\r\n二\t三'],
  ['fifty marks on one letter', `e${'\u0301'.repeat(50)}`, `e${'\u0301'.repeat(8)}`],
])('[H8] %s', (_what, written, kept) => {
  expect(plainText(written)).toBe(kept)
})

test('[H8] what was made plain stays as it is, and is whole', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (written) => {
      const plain = plainText(written)
      expect(plainText(plain)).toBe(plain)
      expect(plain.includes('\u0000')).toBe(false)
      expect(encodeURIComponent(plain)).toBeDefined()
    }),
  )
})
