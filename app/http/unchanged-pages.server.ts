import type { Request, RequestHandler, Response } from 'express'
import { nonceOf } from './security-headers.server.ts'

/**
 * Gives each page that a browser may keep a weak ETag over what it says, and answers 304 when the
 * browser has it already. Nothing that says `no-store` is looked at.
 */
export function unchangedPages(): RequestHandler {
  return (request, response, next) => {
    if (request.method === 'GET') holdPage(request, response)
    next()
  }
}

function holdPage(request: Request, response: Response): void {
  const write = response.write.bind(response) as (chunk: unknown) => boolean
  const end = response.end.bind(response) as (chunk?: unknown) => Response
  const held: Buffer[] = []
  const hold = (chunk: unknown) => {
    if (chunk !== undefined && chunk !== null) held.push(Buffer.from(chunk as Uint8Array))
  }
  response.write = ((chunk: unknown) => {
    if (!mayBeKept(response)) return write(chunk)
    hold(chunk)
    return true
  }) as Response['write']
  response.end = ((chunk?: unknown) => {
    if (!mayBeKept(response)) return end(chunk)
    hold(chunk)
    const page = Buffer.concat(held)
    const tagOf = response.app.get('etag fn') as (body: string) => string
    // Each answer has a nonce of its own, which says nothing.
    response.setHeader('ETag', tagOf(page.toString('utf8').replaceAll(nonceOf(response), '')))
    if (!request.fresh) return end(page)
    response.statusCode = 304
    // The kept page carries the nonce of its own policy: a browser would put this one in its place.
    response.removeHeader('Content-Security-Policy')
    response.removeHeader('Content-Type')
    return end()
  }) as Response['end']
}

function mayBeKept(response: Response): boolean {
  return (
    !response.headersSent &&
    response.statusCode === 200 &&
    String(response.getHeader('Content-Type')).startsWith('text/html') &&
    !/no-store/.test(String(response.getHeader('Cache-Control')))
  )
}
