import { Router, type Request } from 'express'
import type { Services } from '#app/runtime/services.server.ts'
import { isLoopback } from './demo-access.server.ts'
import { isSameSecret } from '#app/services/accounts/is-same-secret.server.ts'

/**
 * `/metrics` for who shows the token, or, where none is set, for a program on this machine that
 * asks us directly. Everybody else finds nothing there.
 */
export function metricsRoute({
  metrics,
  config,
}: Pick<Services, 'metrics' | 'config'>): Router {
  const router = Router()
  router.get('/metrics', (request, response, next) => {
    if (!mayRead(request, config.metricsToken)) {
      return void response.status(404).type('text/plain').send('404\n')
    }
    metrics.write().then(({ contentType, text }) => {
      response.setHeader('Cache-Control', 'no-store')
      response.type(contentType).send(text)
    }, next)
  })
  return router
}

function mayRead(request: Request, token: string | undefined): boolean {
  if (token !== undefined) {
    return isSameSecret(request.get('authorization') ?? '', `Bearer ${token}`)
  }
  // A proxy on this machine also comes from here, on behalf of anybody.
  const forwarded = request.get('x-forwarded-for') ?? request.get('forwarded')
  return forwarded === undefined && isLoopback(request.socket.remoteAddress ?? '')
}
