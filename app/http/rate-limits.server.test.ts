import { Redis } from 'ioredis'
import { expect, onTestFinished, test } from 'vitest'
import { createRateLimits } from './rate-limits.server.ts'

test('[H3] the eleventh password within a quarter of an hour is not heard, and it says how long to wait', async () => {
  const { signIn } = createRateLimits()
  for (let tries = 0; tries < 10; tries++) {
    expect(await signIn.take('chen')).toEqual({ ok: true, value: null })
  }
  expect(await signIn.take('chen')).toEqual({
    ok: false,
    refusal: { code: 'too-many-tries', retryAfter: 900 },
  })
  expect(await signIn.take('lin')).toMatchObject({ ok: true })
})

test('[H3] who shows a code of their own between guesses at others is not heard more often', async () => {
  const { codes } = createRateLimits()
  let heard = 0
  for (let round = 0; round < 30; round++) {
    if ((await codes.take('a tablet')).ok) heard += 1
    // Their own, which is right.
    if ((await codes.take('a tablet')).ok) await codes.giveBack('a tablet')
  }
  expect(heard).toBe(20)
})

test('whoever got it right starts afresh', async () => {
  const { codes } = createRateLimits()
  for (let tries = 0; tries < 20; tries++) await codes.take('10.0.0.7')
  await codes.forgive('10.0.0.7')
  expect(await codes.take('10.0.0.7')).toMatchObject({ ok: true })
})

const redisUrl = process.env['TEST_REDIS_URL']

test.skipIf(!redisUrl)('[N13] who tried, and from where, does not stand in Redis', async () => {
  const client = new Redis(redisUrl ?? '')
  const prefix = `730-council-test:${process.pid}`
  onTestFinished(async () => {
    const keys = await client.keys(`${prefix}*`)
    if (keys.length > 0) await client.del(keys)
    client.disconnect()
  })
  await client.ping()
  const shared = { client, prefix, isHere: () => true, close: () => client.disconnect() }
  const limits = createRateLimits(shared)
  await limits.signIn.take('linyafang 203.0.113.7')
  await limits.votes.take('seat-of-somebody')
  const keys = await client.keys(`${prefix}*`)
  expect(keys).toHaveLength(2)
  expect(keys.join()).not.toMatch(/linyafang|203|seat/)
  await limits.signIn.forgive('linyafang 203.0.113.7')
  expect(await client.keys(`${prefix}*`)).toHaveLength(1)
})
