import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const compose = readFileSync('compose.yaml', 'utf8')
const dockerfile = readFileSync('Dockerfile', 'utf8')
const readme = readFileSync('README.md', 'utf8')
const settings = readFileSync('app/runtime/env.server.ts', 'utf8')
const gateway = readFileSync('app/live/gateway.server.ts', 'utf8')
const stopping = readFileSync('app/runtime/stop-on-signal.server.ts', 'utf8')
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>
}

/** What the pattern's first group holds, each once. */
function all(pattern: RegExp, text: string): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, found]) => found ?? ''))].toSorted()
}

/** A service of `compose.yaml`, with what it takes over from another. */
function service(name: string): string {
  const [, own = ''] =
    new RegExp(`^  ${name}:.*\n((?:    .*\n|\n|  #.*\n)*)`, 'm').exec(compose) ?? []
  return own.includes('<<: *app') ? `${service('app-1')}${own}` : own
}

describe('compose.yaml', () => {
  test('has every part, and says of each but Redis, which all can do without, when it is well', () => {
    expect(all(/^ {2}([\w-]+):/gm, compose.split(/^configs:/m)[0] ?? '')).toEqual([
      'app-1',
      'app-2',
      'db',
      'proxy',
      'redis',
    ])
    for (const name of ['db', 'redis', 'proxy']) expect(service(name)).toContain('healthcheck:')
    // The two processes have theirs from their image.
    expect(dockerfile).toContain('HEALTHCHECK')
    expect(service('proxy').match(/condition: service_healthy/g)).toHaveLength(2)
  })

  test('both processes are told the same, and only settings that there are', () => {
    const known = all(/^ {2}([A-Z][A-Z_]+):/gm, settings)
    const told = all(/^ {6}([A-Z_]+):/gm, service('app-1'))
    expect(told).toEqual([
      'DATABASE_URL',
      'PUBLIC_ORIGIN',
      'REDIS_URL',
      'SESSION_SECRET',
      'SIGNING_KEY',
    ])
    expect(told.filter((name) => !known.includes(name))).toEqual([])
    expect(service('app-2')).toContain(service('app-1'))
  })

  test('what it is given is what the README has put into `.env`', () => {
    const wanted = all(/\$\{([A-Z_]+)/g, compose)
    const [, written = ''] = /printf '([^']+)'/.exec(readme) ?? []
    expect(all(/([A-Z_]+)=/g, written)).toEqual(wanted)
    // Left out, each is named, and nothing starts.
    for (const name of wanted) expect(compose).toContain(`\${${name}:?`)
  })

  test('a process has time to see its phones off before it is killed', () => {
    const [grace = ''] = all(/stop_grace_period: (\d+)s/g, service('app-1'))
    const [leaving = ''] = all(/LEAVING_WITHIN_MS = (\d+)/g, gateway)
    const [patience = ''] = all(/PATIENCE_MS = (\d+)/g, stopping)
    expect(Number(grace) * 1000).toBeGreaterThan(2 * (Number(leaving) + Number(patience)))
  })

  test('a phone that polls is sent back to the same process, and to another when that one is gone', () => {
    expect(compose).toContain('lb_policy cookie council_lb')
    expect(compose).toContain('health_uri /health/ready')
    expect(readme).toContain('`lb_policy cookie`')
  })
})

describe('Dockerfile', () => {
  const [building = '', serving = ''] = dockerfile.split(/^(?=FROM )/m).slice(1)

  test('what serves is built elsewhere, belongs to nobody mighty, and says when it is well', () => {
    expect(building).toContain('npm ci')
    expect(serving).not.toMatch(/npm|COPY \. /)
    expect(serving.indexOf('USER node')).toBeGreaterThan(0)
    expect(serving.indexOf('USER node')).toBeLessThan(serving.indexOf('CMD ['))
    expect(serving).toMatch(
      /HEALTHCHECK [^\n]+\\\n\s+CMD node -e "fetch\('[^']+\/health\/ready'\)/,
    )
  })

  test('it starts as `npm start` does, from folders that there are', () => {
    const [, started = ''] = /\nCMD \[(.+)\]/.exec(serving) ?? []
    expect(started.replaceAll(/[",]/g, '')).toBe(scripts['start'])
    const copied = all(/ \/app\/([\w./]+) /g, serving).filter((path) => path !== 'build')
    expect(copied).toEqual(['db/migrations', 'node_modules', 'package.json', 'public'])
    expect(copied.filter((path) => !existsSync(path))).toEqual([])
  })

  test('no secret and nothing made here is sent to be built', () => {
    const ignored = readFileSync('.dockerignore', 'utf8').split('\n')
    expect(ignored).toEqual(expect.arrayContaining(['.env', '.data', 'node_modules', 'build']))
  })
})
