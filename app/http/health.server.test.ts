import type { AddressInfo } from 'node:net'
import express from 'express'
import { expect, onTestFinished, test } from 'vitest'
import { createLog } from '#app/runtime/log.server.ts'
import type { SharedRedis } from '#app/runtime/redis.server.ts'
import { healthRoutes } from './health.server.ts'

/** The routes over a database and a Redis that are as the test says. */
async function serveHealth() {
  const is = { databaseThere: true, redisHere: true }
  const health = healthRoutes({
    database: {
      query: () => (is.databaseThere ? Promise.resolve([]) : Promise.reject(new Error('away'))),
    } as never,
    log: createLog('silent'),
    redis: { isHere: () => is.redisHere } as SharedRedis,
    metrics: { connectedBy: () => ({ websocket: 7 }) } as never,
  })
  const http = express().use(health.router).listen(0, '127.0.0.1')
  onTestFinished(() => void http.close())
  await new Promise((resolve) => http.once('listening', resolve))
  const { port } = http.address() as AddressInfo
  const ask = async (what: string) => {
    const answer = await fetch(`http://127.0.0.1:${port}/health/${what}`)
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    return [answer.status, await answer.text()]
  }
  return { is, ask, drain: health.drain }
}

test('[N6] ready is who has a database; Redis away is told and is no reason', async () => {
  const { is, ask } = await serveHealth()
  expect(await ask('ready')).toEqual([200, 'ok\nredis: here\n'])
  is.redisHere = false
  expect(await ask('ready')).toEqual([200, 'ok\nredis: away\n'])
  is.databaseThere = false
  expect(await ask('ready')).toEqual([503, 'database\nredis: away\n'])
  // Starting it again would help nobody: it lives, and finds its database again by itself.
  expect(await ask('live')).toEqual([
    200,
    JSON.stringify({ status: 'ok', connected: { websocket: 7, polling: 0 } }),
  ])
})

test('[N8] whoever is told to stop is sent nobody any more, and lives', async () => {
  const { ask, drain } = await serveHealth()
  drain()
  expect(await ask('ready')).toEqual([503, 'stopping\n'])
  expect((await ask('live'))[0]).toBe(200)
})
