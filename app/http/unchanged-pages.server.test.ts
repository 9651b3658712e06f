import type { AddressInfo } from 'node:net'
import express from 'express'
import { expect, onTestFinished, test } from 'vitest'
import { compressPages } from './built-files.server.ts'
import { publicHeaders, thisMinute } from './public-page.server.ts'
import { nonceOf, securityHeaders } from './security-headers.server.ts'
import { unchangedPages } from './unchanged-pages.server.ts'

/** A page as Remix sends one: in pieces, with this answer's nonce in it. */
async function servePage(page: { says: string; headers: Record<string, string> }) {
  const app = express()
  app.use(securityHeaders({ development: false, https: false }))
  app.use(compressPages(), unchangedPages())
  app.get('/', (_request, response) => {
    response.set({ 'Content-Type': 'text/html; charset=utf-8', ...page.headers })
    response.write(Buffer.from(`<script nonce="${nonceOf(response)}"></script>`))
    response.write(new Uint8Array(Buffer.from(page.says.repeat(500))))
    response.end()
  })
  const http = app.listen(0, '127.0.0.1')
  onTestFinished(() => void http.close())
  await new Promise((resolve) => http.once('listening', resolve))
  const { port } = http.address() as AddressInfo
  return (tag?: string) =>
    fetch(`http://127.0.0.1:${port}/`, {
      // As a browser that looks again; `fetch` would ask for a new one at any rate.
      headers: tag ? { 'If-None-Match': tag, 'Cache-Control': 'max-age=0' } : {},
    })
}

test('[H7] a public page that did not change is not sent again', async () => {
  const page = { says: '公开', headers: publicHeaders() }
  const get = await servePage(page)
  const first = await get()
  const text = await first.text()
  const tag = first.headers.get('ETag') ?? ''
  expect(text).toContain('公开公开')
  expect(first.headers.get('Content-Encoding')).not.toBeNull()
  expect(tag).toMatch(/^W\/"/)

  const again = await get(tag)
  expect([again.status, await again.text()]).toEqual([304, ''])
  // The page a browser kept has another nonce than this answer's policy would allow.
  expect(again.headers.get('Content-Security-Policy')).toBeNull()

  page.says = '改了'
  const changed = await get(tag)
  expect(changed.status).toBe(200)
  expect(changed.headers.get('Content-Security-Policy')).not.toBeNull()
  expect(await changed.text()).toContain('改了')
})

test('[H7] a page that is somebody’s own is kept by nobody', async () => {
  const get = await servePage({
    says: '私人',
    headers: { 'Cache-Control': 'private, no-store' },
  })
  const answer = await get('*')
  expect(answer.status).toBe(200)
  expect(answer.headers.get('ETag')).toBeNull()
  expect(await answer.text()).toContain('私人私人')
})

test('[H7] what says the time says the minute', () => {
  const at = (time: string) => thisMinute({ now: () => new Date(time) }).toISOString()
  expect(at('2026-11-24T11:30:00.000Z')).toBe('2026-11-24T11:30:00.000Z')
  expect(at('2026-11-24T11:30:59.999Z')).toBe('2026-11-24T11:30:00.000Z')
})
