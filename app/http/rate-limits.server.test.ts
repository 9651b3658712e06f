import { expect, test } from 'vitest'
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
