import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = join(dirname(fileURLToPath(import.meta.url)), 'locales', 'zh-CN')
const target = join(dirname(fileURLToPath(import.meta.url)), 'keys.generated.d.ts')

/**
 * Tells TypeScript which files of words there are, so that a key that does not exist fails to
 * compile. Keys come from the files themselves; only a new file makes this list change.
 *
 * @returns whether the list was out of date.
 */
export function writeKeyTypes(): boolean {
  const namespaces = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replace(/\.json$/, ''))
    .toSorted()
  const variable = (name: string) =>
    name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
  const text = [
    '// Written by write-key-types.ts from the files in locales/zh-CN.',
    "import 'i18next'",
    ...namespaces.map(
      (name) => `import type ${variable(name)} from './locales/zh-CN/${name}.json'`,
    ),
    '',
    "declare module 'i18next' {",
    '  interface CustomTypeOptions {',
    "    defaultNS: 'common'",
    '    returnNull: false',
    '    resources: {',
    ...namespaces.map((name) => `      '${name}': typeof ${variable(name)}`),
    '    }',
    '  }',
    '}',
    '',
  ].join('\n')
  if (existsSync(target) && readFileSync(target, 'utf8') === text) return false
  writeFileSync(target, text)
  return true
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeKeyTypes()
