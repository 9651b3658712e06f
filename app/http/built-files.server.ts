import compression from 'compression'
import express, { type RequestHandler } from 'express'
import sirv from 'sirv'

/**
 * Serves what the build made for the browser: what Vite named by its content may be kept for ever,
 * the rest is asked for again each time. Compressed copies were made by the build.
 */
export function serveBuiltFiles(folder = 'build/client'): RequestHandler {
  const router = express.Router()
  const options = { brotli: true, gzip: true, etag: true }
  router.use(
    '/assets',
    sirv(`${folder}/assets`, { ...options, immutable: true, maxAge: 31_536_000 }),
    // A page of an older version asks for files that are gone; Remix must not answer with a page.
    (_request, response) => void response.status(404).type('text/plain').send('404\n'),
  )
  router.use(sirv(folder, options))
  return router
}

/** Compresses pages, and nothing else: files were compressed by the build. */
export function compressPages(): RequestHandler {
  return compression({
    filter: (_request, response) =>
      /^text\/html/.test(String(response.getHeader('Content-Type'))),
  })
}
