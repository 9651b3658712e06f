import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** A small program with one breach of each layer rule, and a lawful neighbour of each. */
const PROGRAM = {
  'package.json': JSON.stringify({
    type: 'module',
    imports: { '#app/*': './app/*', '#db/*': './db/*' },
  }),
  'tsconfig.json': JSON.stringify({
    compilerOptions: { module: 'ESNext', moduleResolution: 'Bundler', jsx: 'react-jsx' },
  }),
  'db/tables.ts': 'export const tables = 1',

  'app/domain/rule.ts': 'export const rule = 1',
  'app/domain/lawful.ts': "export { rule } from './rule.ts'",
  'app/domain/reads-disk.ts': "import 'node:fs'",

  'app/services/use.server.ts':
    "import '#app/domain/rule.ts'\nimport '#db/tables.ts'\nexport const use = 1",
  'app/services/knows-page.server.ts': "import '#app/routes/page.tsx'",

  'app/routes/page.tsx': "import '#app/services/use.server.ts'\nexport const page = 1",
  'app/routes/writes-sql.tsx': "import '#db/tables.ts'",

  'app/features/lawful.tsx': "import '#app/ui/button.tsx'\nimport '#app/domain/rule.ts'",
  'app/features/calls-service.tsx': "import '#app/services/use.server.ts'",

  'app/ui/button.tsx': 'export const button = 1',
  'app/ui/knows-rules.tsx': "import '#app/domain/rule.ts'",

  'app/live/a.ts': "import type { B } from './b.ts'\nexport type A = B | 1",
  'app/live/b.ts': "import type { A } from './a.ts'\nexport type B = A | 2",
}

const BREACHES = [
  'browser-without-server app/features/calls-service.tsx',
  'database-behind-services app/routes/writes-sql.tsx',
  'domain-is-pure app/domain/reads-disk.ts',
  'no-cycles app/live/a.ts',
  'services-below-delivery app/services/knows-page.server.ts',
  'ui-is-for-any-product app/ui/knows-rules.tsx',
]

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'council-layers-'))
  for (const [file, text] of Object.entries(PROGRAM)) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFile(join(folder, file), `${text}\n`)
  }
})
afterAll(() => rm(folder, { recursive: true }))

test('each rule of the layers finds the breach planted for it, and nothing else', async () => {
  const program = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const config = resolve('.dependency-cruiser.cjs')
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [program, '--config', config, '--output-type', 'json', 'app', 'db'],
    { cwd: folder },
  )
  const { summary } = JSON.parse(stdout) as {
    summary: { violations: { from: string; rule: { name: string } }[] }
  }
  const found = summary.violations.map(({ rule, from }) => `${rule.name} ${from}`)
  expect([...new Set(found)].toSorted()).toEqual(BREACHES)
}, 30_000)
