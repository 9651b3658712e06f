import { describe, expect, test } from 'vitest'
import { readConfig, SettingsError } from './env.server.ts'

describe('settings are read and checked in one place', () => {
  test('with nothing set, it serves this machine from the embedded database, with the demo', () => {
    expect(readConfig({})).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      databaseUrl: undefined,
      dataDir: '.data',
      demo: true,
    })
  })

  test.each<[why: string, environment: Record<string, string>, complaint: RegExp]>([
    ['a port that is no number', { PORT: 'http' }, /^PORT: must be a whole number/],
    ['a port out of range', { PORT: '65536' }, /^PORT: must be a whole number/],
    ['another database', { DATABASE_URL: 'mysql://x' }, /^DATABASE_URL: must start with/],
    ['a level pino does not know', { LOG_LEVEL: 'loud' }, /^LOG_LEVEL: /],
    ['a short secret', { SESSION_SECRET: 'short' }, /^SESSION_SECRET: must have at least 32/],
    ['an origin without a scheme', { PUBLIC_ORIGIN: 'example.org' }, /^PUBLIC_ORIGIN: /],
    [
      'PostgreSQL without a secret, which would sign everybody out at each start',
      { DATABASE_URL: 'postgres://db/council' },
      /^SESSION_SECRET: is required when DATABASE_URL is set$/,
    ],
    [
      'several processes without one database',
      { REDIS_URL: 'redis://cache' },
      /^REDIS_URL: joins processes on one DATABASE_URL, which is not set$/,
    ],
    [
      'several processes that would each sign with a key of their own',
      {
        DATABASE_URL: 'postgres://db/council',
        SESSION_SECRET: 'x'.repeat(32),
        REDIS_URL: 'redis://cache',
      },
      /^SIGNING_KEY: is required when REDIS_URL is set, and the same for all$/,
    ],
  ])('%s stops the start with one line that names it', (_why, environment, complaint) => {
    expect(() => readConfig(environment)).toThrow(SettingsError)
    expect(() => readConfig(environment)).toThrow(complaint)
  })

  test('an empty value counts as absent', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '' }).port).toBe(3000)
  })

  test('the demo never runs on a database somebody named', () => {
    const config = readConfig({
      DATABASE_URL: 'postgres://db/council',
      SESSION_SECRET: 'x'.repeat(32),
      DEMO: 'on',
    })
    expect(config.demo).toBe(false)
  })
})
