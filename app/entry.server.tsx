import { PassThrough } from 'node:stream'
import {
  createReadableStreamFromReadable,
  type ActionFunctionArgs,
  type AppLoadContext,
  type EntryContext,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { isbot } from 'isbot'
import { renderToPipeableStream } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { languageOf } from './http/language.server.ts'
import { pageI18n } from './i18n/request-i18n.server.ts'
import { NonceContext } from './ui/nonce.ts'

export const streamTimeout = 5000

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce, requestId, services, renderedPages }: AppLoadContext,
): Promise<Response> {
  const language = await languageOf(request)
  const i18n = await pageI18n(language, remixContext)
  headers.set('Content-Type', 'text/html; charset=utf-8')
  headers.set('Content-Language', i18n.language)
  headers.append('Vary', 'Accept-Language, Cookie')
  // A page may be somebody's own; a route that is for everybody says so itself.
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-store')

  const { loaderData, errors, matches } = remixContext.staticHandlerContext
  const key =
    renderedPages && status === 200 && !errors && isForEverybody(request, headers)
      ? renderedPages.keyOf([
          request.url,
          language,
          matches.map(({ route }) => route.id),
          loaderData,
        ])
      : null
  const known = key === null ? null : renderedPages?.find(key, nonce)
  if (known) {
    void remixContext.serverHandoffStream?.cancel()
    return new Response(known, { headers, status })
  }

  return new Promise((resolve, reject) => {
    let failed = false
    const whenReady = () => {
      const body = new PassThrough()
      body.on('close', () => clearTimeout(giveUp))
      if (key !== null) {
        const pieces: Buffer[] = []
        body.on('data', (piece: Buffer) => pieces.push(piece))
        body.on('end', () => {
          if (failed) return
          renderedPages?.keep(key, Buffer.concat(pieces).toString('utf8'), nonce)
        })
      }
      resolve(
        new Response(createReadableStreamFromReadable(body), {
          headers,
          status: failed ? 500 : status,
        }),
      )
      pipe(body)
    }
    // A crawler takes what it is given once; a reader sees the page while the rest is on its way.
    const wholePage = isbot(request.headers.get('User-Agent'))
    const { pipe, abort } = renderToPipeableStream(
      <I18nextProvider i18n={i18n}>
        <NonceContext.Provider value={nonce}>
          <RemixServer context={remixContext} url={request.url} nonce={nonce} />
        </NonceContext.Provider>
      </I18nextProvider>,
      {
        nonce,
        ...(wholePage ? { onAllReady: whenReady } : { onShellReady: whenReady }),
        onShellError: reject,
        onError: (error) => {
          failed = true
          services.log.error({ err: error, requestId }, 'rendering failed')
        },
      },
    )
    const giveUp = setTimeout(abort, streamTimeout + 1000)
  })
}

/** What a page asks for without a new document: it is somebody's own, too, unless its route says otherwise. */
export function handleDataRequest(response: Response): Response {
  if (!response.headers.has('Cache-Control')) {
    response.headers.set('Cache-Control', 'private, no-store')
  }
  return response
}

/** Whether the page is the same for whoever reads its language, as the route says of itself. */
function isForEverybody(request: Request, headers: Headers): boolean {
  return request.method === 'GET' && !/no-store/.test(headers.get('Cache-Control') ?? '')
}

/** A bug in a loader or an action. What was expected is a `Response` and never gets here. */
export function handleError(
  error: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  if (request.signal.aborted || isRouteErrorResponse(error)) return
  context.services.log.error({ err: error, requestId: context.requestId }, 'request failed')
}
