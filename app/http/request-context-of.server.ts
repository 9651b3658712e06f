import type { GetLoadContextFunction } from '@remix-run/express'
import { createCookie } from '@remix-run/node'
import type { Services } from '#app/runtime/services.server.ts'
import type { DemoGate } from './demo-access.server.ts'
import { networkOf } from './network-of.ts'
import type { RateLimits } from './rate-limits.server.ts'
import type { RenderedPages } from './rendered-pages.server.ts'
import { requestIdOf } from './request-log.server.ts'
import { nonceOf } from './security-headers.server.ts'
import type { Sessions } from './session.server.ts'

type Shared = {
  services: Services
  sessions: Sessions
  gate: DemoGate
  rateLimits: RateLimits
  renderedPages: RenderedPages | null
}

/** Builds what each loader and action is given, from what the process has and what the request says. */
export function contextOf({
  services,
  sessions,
  gate,
  rateLimits,
  renderedPages,
}: Shared): GetLoadContextFunction {
  const demoCookie = createCookie('demo', {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secrets: [services.config.sessionSecret],
  })
  return async (request, response) => {
    const knownCode: unknown = await demoCookie.parse(request.headers.cookie ?? null)
    return {
      services,
      sessions,
      rateLimits,
      renderedPages,
      demoAccess: gate.accessFor({
        remoteAddress: request.socket.remoteAddress,
        host: request.get('host'),
        forwarded:
          request.get('x-forwarded-for') !== undefined ||
          request.get('forwarded') !== undefined,
        knowsCode: typeof knownCode === 'string' && gate.isCode(knownCode),
      }),
      enterDemoCode: async (typed) =>
        gate.isCode(typed) ? demoCookie.serialize(typed.trim()) : undefined,
      clientAddress: networkOf(request.ip ?? ''),
      origin:
        services.config.publicOrigin ?? `${request.protocol}://${request.get('host') ?? ''}`,
      nonce: nonceOf(response),
      requestId: requestIdOf(response),
    }
  }
}
