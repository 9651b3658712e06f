import { ESLint } from 'eslint'
import { expect, test } from 'vitest'

const eslint = new ESLint({ overrideConfigFile: '.config/eslint.config.js' })

/** What the linter says of a text, if that text were in this file of ours. */
async function complaints(text: string, filePath = 'app/domain/shared/result.ts') {
  const [result] = await eslint.lintText(`${text}\n`, { filePath })
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message)
}

test.each([
  ['the clock', 'export const at = new Date()', 'no-restricted-syntax'],
  ['the clock as a number', 'export const at = Date.now()', 'no-restricted-syntax'],
  ['chance', 'export const drawn = Math.random()', 'no-restricted-syntax'],
  ['the environment', 'export const port = process.env.PORT', 'no-restricted-syntax'],
  [
    'a form that is read past us',
    "import { unstable_parseMultipartFormData } from '@remix-run/node'\nexport const read = unstable_parseMultipartFormData",
    'no-restricted-syntax',
  ],
  ['a barrel', "export * from './ids.ts'", 'no-restricted-syntax'],
  ['any', 'export const x: any = 1', '@typescript-eslint/no-explicit-any'],
  [
    'a promise nobody waits for',
    'export function go(): void {\n  Promise.resolve(1)\n}',
    '@typescript-eslint/no-floating-promises',
  ],
  [
    'a forgotten case',
    "export function f(x: 'a' | 'b'): number {\n  switch (x) {\n    case 'a':\n      return 1\n  }\n  return 2\n}",
    '@typescript-eslint/switch-exhaustiveness-check',
  ],
])(
  '%s is found',
  async (_what, text, rule) => {
    expect(await complaints(text)).toContain(rule)
  },
  60_000,
)

test('a day that is given is no clock', async () => {
  expect(await complaints("export const at = new Date('2026-11-26')")).toEqual([])
}, 60_000)

test('words for people are not written into a page', async () => {
  const page = 'export default function Page() {\n  return <p>您好</p>\n}'
  expect(await complaints(page, 'app/root.tsx')).toContain('no-restricted-syntax')
}, 60_000)
