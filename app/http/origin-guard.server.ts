import type { RequestHandler } from 'express'

/** The parts of a request's head that say which page it came from. */
export type RequestHead = {
  origin: string | undefined
  secFetchSite: string | undefined
  /** The `Host` header: what the browser believes it is talking to. */
  host: string | undefined
}

/**
 * Whether a request that changes something, or a socket, comes from one of our own pages.
 *
 * A browser always names the page in `Origin` for these, so one that names another, or says `null`
 * (a sandboxed frame, a local file), is refused. `Origin` missing altogether is a program and not a
 * browser, or a browser too old to send it; then `Sec-Fetch-Site` decides where there is one, and
 * without either the request is refused, since we could not tell it from a forged one.
 *
 * @param publicOrigin - `PUBLIC_ORIGIN`, when a proxy in front makes `Host` say something else.
 */
export function isOwnPage(head: RequestHead, publicOrigin: string | undefined): boolean {
  if (head.origin === undefined) return head.secFetchSite === 'same-origin'
  if (!URL.canParse(head.origin)) return false
  const page = new URL(head.origin)
  if (page.protocol !== 'http:' && page.protocol !== 'https:') return false
  if (publicOrigin !== undefined) return page.origin === publicOrigin
  return head.host !== undefined && page.host === hostOf(head.host, page.protocol)
}

/** `Host` as `URL` writes it: lower case, and without the port that the scheme implies. */
function hostOf(host: string, protocol: string): string | undefined {
  return /^[\w.:[\]-]+$/.test(host) && URL.canParse(`${protocol}//${host}`)
    ? new URL(`${protocol}//${host}`).host
    : undefined
}

const READS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Answers 403 to every request that would change something and did not come from our own pages. */
export function originGuard(publicOrigin: string | undefined): RequestHandler {
  return (request, response, next) => {
    const head = {
      origin: request.get('origin'),
      secFetchSite: request.get('sec-fetch-site'),
      host: request.get('host'),
    }
    if (READS.has(request.method) || isOwnPage(head, publicOrigin)) next()
    else response.status(403).type('text/plain').send('403 foreign-origin\n')
  }
}
