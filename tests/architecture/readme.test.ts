import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '#db/seed/load-organisation.ts'

const readme = readFileSync('README.md', 'utf8')
const people = readFileSync('db/seed/people.ts', 'utf8')
const settings = readFileSync('app/runtime/env.server.ts', 'utf8')
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>
}

/** What the pattern's first group holds, each once. */
function all(pattern: RegExp, text: string): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, found]) => found ?? ''))].toSorted()
}

/** The lines from this heading to the next. */
function section(heading: string): string {
  return readme.split(/^#+ /m).find((each) => each.startsWith(`${heading}\n`)) ?? ''
}

describe('README.md', () => {
  test('names only commands that exist', () => {
    const named = [
      ...all(/npm run (?:--silent )?([\w:]+)/g, readme),
      ...all(/npm (start|test)\b/g, readme),
    ]
    expect(named).toContain('recount')
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([])
  })

  test('links to files that are there', () => {
    const linked = all(/\]\((?!https?:|#)([^)]+)\)/g, readme)
    expect(linked).toContain('LICENSE')
    expect(linked.filter((path) => !existsSync(path))).toEqual([])
  })

  test('has exactly the settings that are read', () => {
    const described = all(/^\| `([A-Z_]+)`/gm, section('Settings'))
    expect(described).toContain('DATABASE_URL')
    expect(described).toEqual(all(/^ {2}([A-Z][A-Z_]+):/gm, settings))
  })

  test('tells accounts that the demo has', () => {
    const logins = all(/^\| `([a-z]+)` +\|/gm, section('Try it'))
    expect(logins).toHaveLength(4)
    expect(logins.filter((login) => !people.includes(`'${login}'`))).toEqual([])
    expect(readme).toContain(`\`${DEMO_PASSWORD}\``)
  })
})
