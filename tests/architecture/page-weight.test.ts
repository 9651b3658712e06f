import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const MANIFEST = join('build', '.vite', 'client-manifest.json')
type Chunk = { file: string; imports?: string[]; css?: string[]; assets?: string[] }

/** The participant's live page: the frame, the layout of one meeting, and the page itself. */
const PAGE = [
  'app/entry.client.tsx',
  'app/root.tsx?__remix-build-client-route',
  'app/routes/m.$meetingId.tsx?__remix-build-client-route',
  'app/routes/m.$meetingId._index.tsx?__remix-build-client-route',
]
/** kB on the wire, compressed. React and Remix alone are 76 of them; the socket's client is 12. */
const MOST_JAVASCRIPT = 130
const MOST_CSS = 30

/** What a browser loads before the page is awake: these files and all they import, once each. */
function filesOf(manifest: Record<string, Chunk>, entries: readonly string[]): Set<string> {
  const seen = new Set<string>()
  const files = new Set<string>()
  const visit = (name: string) => {
    const chunk = manifest[name]
    if (!chunk || seen.has(name)) return
    seen.add(name)
    for (const file of [chunk.file, ...(chunk.css ?? []), ...(chunk.assets ?? [])])
      files.add(file)
    for (const imported of chunk.imports ?? []) visit(imported)
  }
  for (const entry of entries) visit(entry)
  return files
}

function weightOf(files: Iterable<string>, ending: string): number {
  let bytes = 0
  for (const file of files) {
    if (!file.endsWith(ending)) continue
    const built = join('build', 'client', file)
    bytes += statSync(existsSync(`${built}.br`) ? `${built}.br` : built).size
  }
  return bytes / 1000
}

// `npm test` builds before it gets here; a run of one file may come before any build.
test.skipIf(!existsSync(MANIFEST))('a phone’s live page stays light', () => {
  const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8')) as Record<string, Chunk>
  for (const entry of PAGE) expect(manifest).toHaveProperty([entry])
  const files = filesOf(manifest, PAGE)
  const weight = {
    javascript: weightOf(files, '.js'),
    css: weightOf(files, '.css'),
  }
  process.stdout.write(
    `Phone page: ${weight.javascript.toFixed(1)} kB of JavaScript, ${weight.css.toFixed(1)} kB of CSS, ${files.size} files\n`,
  )
  expect(weight.javascript).toBeLessThanOrEqual(MOST_JAVASCRIPT)
  expect(weight.css).toBeLessThanOrEqual(MOST_CSS)
})
