import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const RULE = /^- \*\*([A-Z]+\d+)\*\* /gm

const ruleIds = [...readFileSync('app/domain/RULES.md', 'utf8').matchAll(RULE)].map(
  ([, id]) => id ?? '',
)

const tests = ['app', 'db', 'tests']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) =>
      join(folder, file),
    ),
  )
  .filter((file) => /\.(test|spec)\.tsx?$/.test(file))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n')

/** `[V1]`, and `[V1, V2]` or `[V1][V2]` where one test holds several. */
const held = new Set(
  [...tests.matchAll(/\[((?:[A-Z]+\d+)(?:[,\s]+[A-Z]+\d+)*)\]/g)].flatMap(([, ids]) =>
    (ids ?? '').split(/[,\s]+/),
  ),
)

test('rules are numbered once', () => {
  expect(ruleIds.length).toBeGreaterThan(0)
  expect(ruleIds).toEqual([...new Set(ruleIds)])
})

test('each rule is held by a test that carries its id', () => {
  expect(ruleIds.filter((id) => !held.has(id))).toEqual([])
})
