import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createRequestHandler } from '@remix-run/express'
import express, { type RequestHandler } from 'express'
import { endTurnsInTime } from '#app/jobs/end-turns-in-time.server.ts'
import { attachLive } from '#app/live/gateway.server.ts'
import { bodyLimit } from './http/body-limit.server.ts'
import { compressPages, serveBuiltFiles } from './http/built-files.server.ts'
import { createDemoGate } from './http/demo-access.server.ts'
import { healthRoutes } from './http/health.server.ts'
import { metricsRoute } from './http/metrics.server.ts'
import { isOwnPage, originGuard } from './http/origin-guard.server.ts'
import { createRateLimits } from './http/rate-limits.server.ts'
import { contextOf } from './http/request-context-of.server.ts'
import { plainAddress } from './http/plain-address.server.ts'
import { RenderedPages } from './http/rendered-pages.server.ts'
import { requestLog } from './http/request-log.server.ts'
import { securityHeaders } from './http/security-headers.server.ts'
import { createSessions } from './http/session.server.ts'
import { unchangedPages } from './http/unchanged-pages.server.ts'
import { announce } from './runtime/announce.server.ts'
import { readConfig } from './runtime/env.server.ts'
import { isForTheOperator } from './runtime/is-for-the-operator.server.ts'
import { loadDemoWhenEmpty } from './runtime/load-demo.server.ts'
import { startServices } from './runtime/start-services.server.ts'
import { needsSetup } from './services/setup/needs-setup.server.ts'
import { setupCode } from './services/setup/setup-code.server.ts'
import { stopOnSignal } from './runtime/stop-on-signal.server.ts'

/** Vite in place of the built files, and the server that its own socket uses. */
type Development = { http: Server; vite: RequestHandler }

/** Starts the process: pages and sockets on one port. What stops it is said in one line. */
export async function serve(development?: Development): Promise<void> {
  try {
    await start(development)
  } catch (error) {
    if (!isForTheOperator(error)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  }
}

async function start(development: Development | undefined): Promise<void> {
  const config = readConfig()
  const services = await startServices(config)
  await loadDemoWhenEmpty(services)

  const https = config.publicOrigin?.startsWith('https:') ?? false
  const gate = createDemoGate({
    enabled: config.demo,
    listensOn: config.host,
    randomBytes: services.randomBytes,
  })
  const sessions = createSessions({
    ...services,
    secret: services.config.sessionSecret,
    https,
  })
  const health = healthRoutes(services)

  const app = express()
  app.disable('x-powered-by')
  // One proxy, and only where there is one: otherwise anybody could say who they are.
  app.set('trust proxy', config.publicOrigin === undefined ? false : 1)
  app.use(requestLog(services))
  app.use(securityHeaders({ development: development !== undefined, https }))
  app.use(health.router, metricsRoute(services))
  app.use(plainAddress)
  app.use(development?.vite ?? serveBuiltFiles())
  app.use(originGuard(config.publicOrigin), bodyLimit)
  app.use(compressPages(), unchangedPages())
  const answerPage = createRequestHandler({
    build: () => import('virtual:remix/server-build'),
    mode: development ? 'development' : 'production',
    getLoadContext: contextOf({
      services,
      sessions,
      gate,
      rateLimits: createRateLimits(services.redis),
      renderedPages: development ? null : new RenderedPages(),
    }),
  })
  // It catches what goes wrong and hands it to `next` itself.
  app.all('*', (request, response, next) => void answerPage(request, response, next))

  const http = development?.http ?? createServer()
  http.on('request', app)
  const live = attachLive(http, services, {
    sessions,
    isOwnPage: (head) => isOwnPage(head, config.publicOrigin),
  })
  services.metrics.countConnected(live.connected)
  const stopEndingTurns = endTurnsInTime(services)

  await new Promise<void>((resolve, reject) => {
    http.once('error', reject)
    http.listen(config.port, config.host, resolve)
  })
  const { port } = http.address() as AddressInfo
  const firstCode = (await needsSetup(services))
    ? setupCode(services.config.sessionSecret)
    : undefined
  await announce({
    ...config,
    port,
    demoCode: gate.code,
    firstCode,
    kind: services.database.kind,
  })

  stopOnSignal({
    log: services.log,
    beforeClosing: () => health.drain(),
    http,
    close: [() => live.close(), stopEndingTurns, () => services.close()],
  })
}
