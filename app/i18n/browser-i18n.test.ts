import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInstance, type i18n } from 'i18next'
import { expect, test, vi } from 'vitest'
import { createReader } from './browser-i18n.ts'
import { i18nOptions } from './i18n-options.ts'
import { LANGUAGES } from './language.ts'

type Words = { [key: string]: string | Words }

const FOLDER = join('app', 'i18n', 'locales')

const wordsOf = (language: string) =>
  Object.fromEntries(
    readdirSync(join(FOLDER, language)).map((file) => [
      file.replace('.json', ''),
      JSON.parse(readFileSync(join(FOLDER, language, file), 'utf8')) as Words,
    ]),
  )

/** Every key with its path, and what stands there. */
function textsIn(words: Words, path = ''): [key: string, text: string][] {
  return Object.entries(words).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[path + name, value]] : textsIn(value, `${path}${name}.`),
  )
}

/** Keys that are found while the test runs are none that TypeScript knows. */
const readWith = (words: i18n, namespace: string) =>
  words.getFixedT(null, namespace as never) as unknown as (
    key: string,
    values: Record<string, unknown>,
  ) => string

test.each(LANGUAGES)(
  'every word of %s reads the same in the browser as on the server',
  async (language) => {
    const words = wordsOf(language)
    const server = createInstance()
    await server.init({
      ...i18nOptions,
      lng: language,
      ns: Object.keys(words),
      resources: { [language]: words },
    })
    const browser = createReader(language, words, () =>
      Promise.reject(new Error('all is there')),
    )
    let read = 0
    for (const [namespace, texts] of Object.entries(words)) {
      for (const [key, text] of textsIn(texts)) {
        const holes = [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, hole]) => hole ?? '')
        const values = Object.fromEntries(holes.map((hole) => [hole, `<$& ${hole}>`]))
        const asked = key.replace(/_(one|other)$/, '')
        const isCounted = asked !== key || holes.includes('count')
        for (const count of isCounted ? [0, 1, 2, 11, 100] : [undefined]) {
          const all = count === undefined ? values : { ...values, count }
          const expected = readWith(server, 'common')(`${namespace}:${asked}`, all)
          expect(readWith(browser, 'common')(`${namespace}:${asked}`, all)).toBe(expected)
          expect(readWith(browser, namespace)(asked, all)).toBe(expected)
          read += 1
        }
      }
    }
    expect(read).toBeGreaterThan(1000)
  },
)

test('a key that is nowhere reads as itself, and a hole without a value stays one', async () => {
  const words = { common: { hello: 'Hello {{name}}!', deep: { down: 'down' } } }
  const server = createInstance()
  await server.init({ ...i18nOptions, lng: 'en', ns: ['common'], resources: { en: words } })
  const browser = createReader('en', words, () => Promise.reject(new Error('no more')))
  for (const key of ['nowhere', 'common:nowhere', 'deep.nowhere', 'hello', 'deep.down']) {
    expect(readWith(browser, 'common')(key, {})).toBe(readWith(server, 'common')(key, {}))
  }
})

test('words that did not come are asked for again, whoever else waited for them', async () => {
  let tries = 0
  const reader = createReader('en', {}, () => {
    tries += 1
    return tries === 1
      ? Promise.reject(new Error('offline'))
      : Promise.resolve({ back: 'Back' })
  })
  const asked = () =>
    new Promise<void>((done) => void reader.loadNamespaces(['late'], () => done()))
  vi.useFakeTimers()
  const both = Promise.all([asked(), asked()])
  // Long enough for whatever the library tries by itself; a database of another test may keep timers for good.
  await vi.advanceTimersByTimeAsync(60_000)
  await both
  vi.useRealTimers()
  expect(reader.hasLoadedNamespace('late')).toBe(false)
  await asked()
  expect(reader.hasLoadedNamespace('late')).toBe(true)
  expect(readWith(reader, 'late')('back', {})).toBe('Back')
})
