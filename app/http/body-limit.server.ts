import type { NextFunction, Request, Response } from 'express'

const FORM_BYTES = 256 * 1024
const UPLOAD_BYTES = 24 * 1024 * 1024

/**
 * Refuses a body that is larger than any form of ours, before a byte of it is read. Forms with files
 * may be larger. A body that does not say its length is refused too: browsers always say it.
 */
export function bodyLimit(request: Request, response: Response, next: NextFunction): void {
  if (request.get('transfer-encoding') !== undefined) {
    response.status(411).type('text/plain').send('411 length-required\n')
    return
  }
  const length = Number(request.get('content-length') ?? 0)
  const limit = request.is('multipart/form-data') ? UPLOAD_BYTES : FORM_BYTES
  if (length <= limit) return next()
  // The rest of the body is never read, so the connection cannot carry another request.
  response.setHeader('Connection', 'close')
  response.status(413).type('text/plain').send('413 too-large\n')
}
