import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { startEmbeddedPostgres } from './helpers/embedded-postgres.ts'
import { findBrowser } from './helpers/find-browser.ts'

/** `npm test`: everything that proves the program, in order, all of it even when something fails. */

type Outcome = { passed: number; failed: number }

const RESULTS = join('.cache', 'results')
const leftOut: string[] = []
const outcomes: [what: string, Outcome][] = []

rmSync(RESULTS, { recursive: true, force: true })
mkdirSync(RESULTS, { recursive: true })

// `prestart` builds when there is no build of these sources; a page is weighed by its own manifest.
for (const script of ['typecheck', 'lint', 'layers', 'knip', 'format:check', 'prestart']) {
  check(script)
}
await unitTests()
endToEnd()
report()

/** A check is one thing: it passes or it fails. */
function check(script: string): void {
  const passed = run('npm', ['run', '--silent', script])
  outcomes.push([script, { passed: passed ? 1 : 0, failed: passed ? 0 : 1 }])
}

async function unitTests(): Promise<void> {
  const results = join(RESULTS, 'vitest.json')
  const postgres = await databaseForTests()
  if (!process.env['TEST_REDIS_URL'])
    leftOut.push('several processes (TEST_REDIS_URL is not set)')
  const passed = run(
    'npx',
    ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`],
    postgres ? { TEST_DATABASE_URL: postgres.url } : {},
  )
  await postgres?.stop()
  const { numPassedTests = 0, numFailedTests = 0 } = readResults(results)
  outcomes.push(['unit and contracts', counted(passed, numPassedTests, numFailedTests)])
}

/** `TEST_DATABASE_URL`, else a PostgreSQL of our own, else none, and then it says so. */
async function databaseForTests() {
  const given = process.env['TEST_DATABASE_URL']
  if (given) return { url: given, stop: () => Promise.resolve() }
  try {
    return await startEmbeddedPostgres()
  } catch (error) {
    leftOut.push(`PostgreSQL (${error instanceof Error ? error.message : String(error)})`)
    return undefined
  }
}

function endToEnd(): void {
  if (!findBrowser()) run('npx', ['playwright', 'install', 'chromium'])
  if (!findBrowser()) {
    leftOut.push('end to end (no Chromium here, and none could be downloaded)')
    return
  }
  const results = join(RESULTS, 'playwright.json')
  const passed = run('npx', ['playwright', 'test', '-c', 'tests/e2e', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: join(process.cwd(), results),
  })
  const { stats } = readResults(results)
  outcomes.push(['end to end', counted(passed, stats?.expected ?? 0, stats?.unexpected ?? 0)])
}

/** A run that failed without a failed test (it did not start, say) is one failure. */
function counted(ranWell: boolean, passed: number, failed: number): Outcome {
  return { passed, failed: !ranWell && failed === 0 ? 1 : failed }
}

function report(): void {
  const line = (text: string) => process.stdout.write(`${text}\n`)
  line('')
  for (const [what, { passed, failed }] of outcomes) {
    line(`${failed === 0 ? 'ok    ' : 'FAILED'} ${what}: ${passed} passed, ${failed} failed`)
  }
  line(`Left out: ${leftOut.length === 0 ? 'nothing' : leftOut.join('; ')}`)
  const sum = (of: keyof Outcome) =>
    outcomes.reduce((total, [, outcome]) => total + outcome[of], 0)
  line(`${sum('passed')} passed, ${sum('failed')} failed`)
  process.exitCode = sum('failed') === 0 ? 0 : 1
}

type Results = {
  numPassedTests?: number
  numFailedTests?: number
  stats?: { expected: number; unexpected: number }
}

function readResults(file: string): Results {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Results
  } catch {
    return {}
  }
}

function run(command: string, args: string[], env: Record<string, string> = {}): boolean {
  process.stdout.write(`\n> ${[command, ...args].join(' ')}\n`)
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  })
  return status === 0
}
