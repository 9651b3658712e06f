import { Router } from 'express'
import type { Services } from '#app/runtime/services.server.ts'

/**
 * `/health/live`: the process answers, and how many pages are connected and by what: where a proxy
 * cuts WebSockets, all of them poll. `/health/ready`: it can serve, that is, the database answers
 * and we are not stopping. A balancer sends nobody here while it says 503. Redis away is told and
 * is no reason: every process would be taken out at once, and each can serve.
 */
export function healthRoutes({
  database,
  log,
  redis,
  metrics,
}: Pick<Services, 'database' | 'log' | 'redis' | 'metrics'>): {
  router: Router
  drain: () => void
} {
  let draining = false
  const router = Router()
  router.use('/health', (_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store')
    next()
  })
  router.get('/health/live', (_request, response) => {
    // Both are named also when nobody came by one of them.
    const connected = { websocket: 0, polling: 0, ...metrics.connectedBy('transport') }
    response.json({ status: 'ok', connected })
  })
  router.get('/health/ready', (_request, response) => {
    if (draining) return void response.status(503).type('text/plain').send('stopping\n')
    const others = redis ? `redis: ${redis.isHere() ? 'here' : 'away'}\n` : ''
    database.query('select 1 as one').then(
      () => response.type('text/plain').send(`ok\n${others}`),
      (error: unknown) => {
        log.error({ err: error }, 'database does not answer')
        response.status(503).type('text/plain').send(`database\n${others}`)
      },
    )
  })
  return { router, drain: () => void (draining = true) }
}
