import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '#app/i18n/language.ts'

const FOLDER = 'app/i18n/locales'

/** Every word of a file: its key, without the plural ending, and what it says. */
type Word = { key: string; says: string }

function wordsOf(language: string, file: string): Word[] {
  return flatten(JSON.parse(readFileSync(join(FOLDER, language, file), 'utf8')), '')
}

function flatten(value: unknown, key: string): Word[] {
  if (typeof value === 'string') return [{ key, says: value }]
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error(`${key} is neither words nor a group of words`)
  }
  return Object.entries(value).flatMap(([name, inner]) =>
    flatten(inner, key ? `${key}.${name}` : name),
  )
}

/** Chinese has one form where English has two, so `_one` and `_other` are the same word. */
function meaning(key: string): string {
  return key.replace(/_(zero|one|two|few|many|other)$/, '')
}

function placeholders(says: string): string[] {
  return [...says.matchAll(/\{\{-?\s*([\w.]+)/g)].map(([, name]) => name ?? '').toSorted()
}

const filesOf = (language: string) => readdirSync(join(FOLDER, language)).toSorted()
const files = filesOf('zh-CN')

test('every language has the same files', () => {
  expect(files).not.toEqual([])
  for (const language of LANGUAGES) expect(filesOf(language), language).toEqual(files)
})

describe.each(files)('%s', (file) => {
  const chinese = wordsOf('zh-CN', file)
  const english = wordsOf('en', file)

  test('has every word in both languages', () => {
    const keys = (words: Word[]) =>
      [...new Set(words.map(({ key }) => meaning(key)))].toSorted()
    expect(keys(english)).toEqual(keys(chinese))
  })

  test('asks for the same values in both languages', () => {
    const asked = (words: Word[]) =>
      Object.fromEntries(
        words
          // `_one` and `_zero` may leave the number out: “the one who is left”.
          .filter(({ key }) => !/_(zero|one)$/.test(key))
          .map(({ key, says }) => [meaning(key), placeholders(says)]),
      )
    expect(asked(english)).toEqual(asked(chinese))
  })

  test('says something, and says it calmly', () => {
    for (const { key, says } of [...chinese, ...english]) {
      expect(says.trim(), key).not.toBe('')
      expect(says, `${key} shouts`).not.toMatch(/[!！]/)
    }
  })

  test('English has its own marks, and no character’s width of space around them', () => {
    for (const { key, says } of english) {
      expect(says, key).not.toMatch(/['"]|[，。：；？（）、]/u)
    }
  })

  test('the plural of each English word has both forms', () => {
    const keys = new Set(english.map(({ key }) => key))
    const plurals = english.filter(({ key }) => /_(one|other)$/.test(key))
    for (const { key } of plurals) {
      expect([...keys]).toContain(`${meaning(key)}_one`)
      expect([...keys]).toContain(`${meaning(key)}_other`)
    }
  })
})

test('every word is asked for somewhere', () => {
  const code = readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.(test|d)\.tsx?$/.test(file))
    .map((file) => readFileSync(join('app', file), 'utf8'))
    .join('\n')
  const written = new Set([...code.matchAll(/['"]([\w.:-]+)['"]/g)].map(([, key = '']) => key))
  // `refused.${code}` asks for each word of that group, and for none further down.
  const made = [...code.matchAll(/`([\w-]+[.:][\w.:-]*(?:\$\{[^`}]*\}[\w.:-]*)+)`/g)].map(
    ([, key = '']) =>
      new RegExp(`^${key.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '[^.]+')}$`),
  )
  const idle = files.flatMap((file) => {
    const namespace = basename(file, '.json')
    return [...new Set(wordsOf('zh-CN', file).map(({ key }) => meaning(key)))]
      .flatMap((key) => [[key, `${namespace}:${key}`]])
      .filter((names) => !names.some((name) => written.has(name)))
      .filter((names) => !names.some((name) => made.some((pattern) => pattern.test(name))))
      .map(([, name]) => name)
  })
  expect(idle).toEqual([])
})
