import { randomUUID } from 'node:crypto'
import type { RequestHandler, Response } from 'express'
import type { Services } from '#app/runtime/services.server.ts'

/** Names this request in the log and in the answer’s `X-Request-Id`, so that the one leads to the other. */
export function requestIdOf(response: Response): string {
  return String(response.locals['requestId'])
}

/**
 * Logs every answer with its id, status and duration. The address is logged without what could be
 * personal: the query goes, and of the token of a personal link all but its first letters.
 */
export function requestLog({ log, now }: Pick<Services, 'log' | 'now'>): RequestHandler {
  return (request, response, next) => {
    const startedAt = now().getTime()
    response.locals['requestId'] = randomUUID()
    response.setHeader('X-Request-Id', requestIdOf(response))
    response.on('finish', () => {
      log.info(
        {
          requestId: requestIdOf(response),
          method: request.method,
          path: withoutSecrets(request.originalUrl),
          status: response.statusCode,
          ms: now().getTime() - startedAt,
        },
        'request',
      )
    })
    next()
  }
}

/** The path alone; a part that is long enough to be a secret is cut to its first four letters. */
export function withoutSecrets(url: string): string {
  const [path = ''] = url.split('?')
  return path.replace(/[\w-]{20,}/g, (part) => (isUuid(part) ? part : `${part.slice(0, 4)}…`))
}

function isUuid(part: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(part)
}
