import { randomBytes } from 'node:crypto'
import type { RequestHandler, Response } from 'express'
import helmet from 'helmet'

/** The nonce of this answer; every script and style of ours carries it. */
export function nonceOf(response: Response): string {
  return String(response.locals['nonce'])
}

/**
 * Says what a page may load and who may frame it. Scripts run only with this answer's nonce.
 *
 * @param development - Vite writes its own styles and scripts into the page.
 */
export function securityHeaders({
  development,
  https,
}: {
  development: boolean
  https: boolean
}): RequestHandler[] {
  return [
    (_request, response, next) => {
      response.locals['nonce'] = randomBytes(16).toString('base64')
      next()
    },
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          baseUri: ["'none'"],
          connectSrc: ["'self'", (request) => socketAddress(request.headers.host)],
          fontSrc: ["'self'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
          imgSrc: ["'self'", 'data:', 'blob:'],
          manifestSrc: ["'self'"],
          scriptSrc: [
            "'self'",
            (_request, response) => `'nonce-${nonceOf(response as Response)}'`,
          ],
          styleSrc: ["'self'", ...(development ? ["'unsafe-inline'"] : [])],
          // A bar's length and an avatar's colour are style attributes; they can run nothing.
          styleSrcAttr: ["'unsafe-inline'"],
          workerSrc: ["'self'"],
        },
      },
      xFrameOptions: { action: 'deny' },
      strictTransportSecurity: https ? { maxAge: 180 * 24 * 3600 } : false,
      referrerPolicy: { policy: 'same-origin' },
      crossOriginEmbedderPolicy: false,
      // Over plain HTTP on a local network a browser ignores these two and complains of it.
      crossOriginOpenerPolicy: https,
      originAgentCluster: https,
    }),
    (_request, response, next) => {
      response.setHeader('Permissions-Policy', 'camera=(self), geolocation=(), microphone=()')
      next()
    },
  ]
}

/** Safari before 15.4 does not count `ws:` to the same host as `'self'`. */
function socketAddress(host: string | undefined): string {
  return host && /^[\w.:[\]-]+$/.test(host) ? `ws://${host} wss://${host}` : "'self'"
}
