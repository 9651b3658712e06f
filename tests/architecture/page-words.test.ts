import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const ROUTES = 'app/routes'
const files = readdirSync('app/i18n/locales/zh-CN')
const routes = readdirSync(ROUTES).filter((file) => file.endsWith('.tsx'))

/** What a file brings to the browser: what it imports, at once or later, but for types and the server's. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  const named = [
    ...text.matchAll(/^(?:import|export)\s(?!type\s)[^'"]*?from '([^']+)'/gm),
    ...text.matchAll(/\bimport\('([^']+)'\)/g),
  ].map(([, from = '']) => from)
  return named
    .filter((from) => /^(?:#app\/|\.)/.test(from) && /(?<!\.server)\.tsx?$/.test(from))
    .map((from) => (from.startsWith('#app/') ? from.slice(1) : join(dirname(file), from)))
    .filter((path) => existsSync(path))
}

/** The namespaces of words a page may ask for, wherever on it. */
function wordsUsedBy(route: string): Set<string> {
  const seen = new Set([route])
  for (const file of seen) for (const next of importsOf(file)) seen.add(next)
  const used = [...seen].flatMap((file) => {
    const text = readFileSync(file, 'utf8')
    return [
      ...[...text.matchAll(/\buseTranslation\(\s*'([\w-]+)'/g)].map(([, name]) => name),
      ...[...text.matchAll(/['`]([\w-]+):[a-z]/g)].map(([, name]) => name),
      ...[...text.matchAll(/\buseTranslation\(\s*\[([^\]]+)\]/g)].flatMap(([, names = '']) =>
        [...names.matchAll(/'([\w-]+)'/g)].map(([, name]) => name),
      ),
    ]
  })
  return new Set(
    used.filter((name) => name !== undefined && files.includes(`${name}.json`)) as string[],
  )
}

/** The namespaces a route says it brings. */
function wordsNamedBy(route: string): string[] {
  const handle = /export const handle = \{[^}]*i18n: \[([^\]]*)\]/.exec(
    readFileSync(route, 'utf8'),
  )
  return [...(handle?.[1] ?? '').matchAll(/'([\w-]+)'/g)].map(([, name = '']) => name)
}

/** The routes a page stands in, from the root inwards. */
function around(file: string): string[] {
  const parts = basename(file, '.tsx').split('.')
  const parents = parts
    .map((_, index) => `${parts.slice(0, index).join('.')}.tsx`)
    .filter((each) => routes.includes(each))
  return [join('app', 'root.tsx'), ...parents.map((each) => join(ROUTES, each))]
}

test('[H9] a page brings the words it asks for, and no others', () => {
  const wrong = routes.flatMap((file) => {
    const route = join(ROUTES, file)
    const named = wordsNamedBy(route)
    const brought = new Set([...around(file).flatMap(wordsNamedBy), ...named])
    const used = wordsUsedBy(route)
    const lacks = [...used].filter((name) => !brought.has(name))
    const inside = routes.filter((each) => around(each).includes(route))
    const usedInside = inside.flatMap((each) => [...wordsUsedBy(join(ROUTES, each))])
    const idle = named.filter((name) => !used.has(name) && !usedInside.includes(name))
    return [
      ...(lacks.length > 0 ? [`${file} lacks ${lacks.join(', ')}`] : []),
      ...(idle.length > 0 ? [`${file} does not use ${idle.join(', ')}`] : []),
    ]
  })
  expect(wrong).toEqual([])
})
