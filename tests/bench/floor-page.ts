/** The floor of a page: Remix with one route that says as many bytes as ours, and nothing to look up. */
import { PassThrough } from 'node:stream'
import type { AddressInfo } from 'node:net'
import { createRequestHandler } from '@remix-run/express'
import {
  createReadableStreamFromReadable,
  type EntryContext,
  type ServerBuild,
} from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import express from 'express'
import { createElement } from 'react'
import { renderToPipeableStream } from 'react-dom/server'

const bytes = Number(process.argv[2])
const body = { dangerouslySetInnerHTML: { __html: 'x'.repeat(bytes) } }

const route = { id: 'root', path: '' }
const build = {
  entry: {
    module: {
      default: (request: Request, status: number, headers: Headers, context: EntryContext) =>
        new Promise((resolve) => {
          const page = new PassThrough()
          const { pipe } = renderToPipeableStream(
            createElement(RemixServer, { context, url: request.url }),
            {
              onShellReady: () => {
                headers.set('Content-Type', 'text/html')
                resolve(
                  new Response(createReadableStreamFromReadable(page), { headers, status }),
                )
                pipe(page)
              },
            },
          )
        }),
    },
  },
  routes: {
    root: { ...route, module: { default: () => createElement('html', body) } },
  },
  assets: {
    entry: { imports: [], module: '/entry.js' },
    routes: {
      root: {
        ...route,
        module: '/root.js',
        hasLoader: false,
        hasAction: false,
        hasClientLoader: false,
        hasClientAction: false,
        hasErrorBoundary: false,
      },
    },
    url: '/manifest.js',
    version: '1',
  },
  publicPath: '/',
  assetsBuildDirectory: '',
  isSpaMode: false,
  future: {},
} as unknown as ServerBuild

const answer = createRequestHandler({ build, mode: 'production' })
const app = express()
app.all('*', (request, response, next) => void answer(request, response, next))
const http = app.listen(0, '127.0.0.1', () =>
  process.send?.({ ready: true, port: (http.address() as AddressInfo).port }),
)
process.on('disconnect', () => process.exit(0))
