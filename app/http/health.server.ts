import { Router } from 'express'
import type { Services } from '#app/runtime/services.server.ts'

/**
 * `/health/live`: the process answers. `/health/ready`: it can serve, that is, the database answers
 * and we are not stopping. A balancer sends nobody here while it says 503.
 */
export function healthRoutes({ database, log }: Pick<Services, 'database' | 'log'>): {
  router: Router
  drain: () => void
} {
  let draining = false
  const router = Router()
  router.get('/health/live', (_request, response) => {
    response.type('text/plain').send('ok\n')
  })
  router.get('/health/ready', (_request, response) => {
    if (draining) return void response.status(503).type('text/plain').send('stopping\n')
    database.query('select 1 as one').then(
      () => response.type('text/plain').send('ok\n'),
      (error: unknown) => {
        log.error({ err: error }, 'database does not answer')
        response.status(503).type('text/plain').send('database\n')
      },
    )
  })
  return { router, drain: () => void (draining = true) }
}
