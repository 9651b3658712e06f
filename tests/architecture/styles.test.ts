import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
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

test('every class that is styled is given to something', () => {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' }).map((file) =>
    join('app', file),
  )
  const code = files
    .filter((file) => /\.tsx?$/.test(file) && !/\.(test|d)\.tsx?$/.test(file))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
  const words = new Set(code.match(/[\w-]+/g))
  // `t-${tone}`: the beginning is written, the end is worked out.
  const beginnings = [...code.matchAll(/[`\s]([a-z]+-?)\$\{/g)].map(([, start = '']) => start)
  const idle = files
    .filter((file) => file.endsWith('.css'))
    .flatMap((file) => {
      const rules = readFileSync(file, 'utf8').replace(/\/\*.*?\*\//gs, '')
      const classes = rules.replace(/\{[^{}]*\}/g, '{}').match(/(?<=\.)[a-z_][\w-]*/gi) ?? []
      return [...new Set(classes)]
        .filter((name) => !words.has(name))
        .filter((name) => !beginnings.some((start) => name.startsWith(start)))
        .map((name) => `${file}: ${name}`)
    })
  expect(idle).toEqual([])
})
