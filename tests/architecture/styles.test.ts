import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const tokens = readFileSync('app/styles/tokens.css', 'utf8')

/** What stands between the braces after `selector`. */
function blockOf(selector: string): string[] {
  const from = tokens.indexOf(`${selector} {`)
  expect(from).toBeGreaterThan(-1)
  const block = tokens.slice(tokens.indexOf('{', from) + 1, tokens.indexOf('}', from))
  return block
    .split(';')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
}

test('dark is the same whether the reader chose it or the device did', () => {
  const chosen = blockOf("[data-theme='dark']")
  expect(chosen.length).toBeGreaterThan(40)
  // Written twice: a selector list cannot reach into a media query, and `light-dark()` is
  // unknown to the browsers inside older telephones.
  expect(blockOf(':root:not([data-theme])')).toEqual(chosen)
})

test('what dark changes, light has', () => {
  const names = (lines: string[]) => lines.map((line) => line.split(':')[0])
  const light = new Set(names(blockOf("[data-theme='light']")))
  expect(names(blockOf("[data-theme='dark']")).filter((name) => !light.has(name))).toEqual([])
})
