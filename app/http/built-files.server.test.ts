import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gzipSync } from 'node:zlib'
import express from 'express'
import { expect, onTestFinished, test } from 'vitest'
import { serveBuiltFiles } from './built-files.server.ts'

const SCRIPT = 'export const says = "公开公开"\n'.repeat(50)

type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer }

/** A build with one script and one file beside it; by hand, since `fetch` unpacks what it gets. */
async function serveBuild() {
  const folder = await mkdtemp(join(tmpdir(), 'council-built-'))
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'assets', 'page-a1b2c3.js'), SCRIPT)
  await writeFile(join(folder, 'assets', 'page-a1b2c3.js.br'), brotliCompressSync(SCRIPT))
  await writeFile(join(folder, 'assets', 'page-a1b2c3.js.gz'), gzipSync(SCRIPT))
  await writeFile(join(folder, 'robots.txt'), 'User-agent: *\n')
  const app = express()
  app.use(serveBuiltFiles(folder))
  app.use((_request, response) => void response.status(200).send('a page'))
  const http = app.listen(0, '127.0.0.1')
  onTestFinished(async () => {
    http.close()
    await rm(folder, { recursive: true })
  })
  await new Promise((resolve) => http.once('listening', resolve))
  const { port } = http.address() as AddressInfo
  return (path: string, headers: Record<string, string> = {}) =>
    new Promise<Answer>((resolve, reject) => {
      const asked = request(
        { host: '127.0.0.1', port, path, headers, agent: false },
        (answer) => {
          const pieces: Buffer[] = []
          answer.on('data', (piece: Buffer) => pieces.push(piece))
          answer.on('end', () =>
            resolve({
              status: answer.statusCode ?? 0,
              headers: answer.headers,
              body: Buffer.concat(pieces),
            }),
          )
        },
      )
      asked.once('error', reject)
      asked.end()
    })
}

test('[H12] a file named by its content is kept for ever, and comes as the build compressed it', async () => {
  const get = await serveBuild()
  const asset = '/assets/page-a1b2c3.js'
  const brotli = await get(asset, { 'Accept-Encoding': 'gzip, deflate, br' })
  expect(brotli.status).toBe(200)
  expect(brotli.headers['cache-control']).toBe('public,max-age=31536000,immutable')
  expect(brotli.headers['content-encoding']).toBe('br')
  expect(brotli.headers['content-type']).toContain('javascript')
  expect(brotli.headers.vary).toBe('Accept-Encoding')
  expect(brotliDecompressSync(brotli.body).toString()).toBe(SCRIPT)
  expect((await get(asset, { 'Accept-Encoding': 'gzip' })).headers['content-encoding']).toBe(
    'gzip',
  )
  expect((await get(asset)).body.toString()).toBe(SCRIPT)
})

test('[H12] any other file is asked for again each time, and sent only when it changed', async () => {
  const get = await serveBuild()
  const first = await get('/robots.txt')
  expect(first.headers['cache-control'] ?? '').not.toContain('immutable')
  const again = await get('/robots.txt', { 'If-None-Match': first.headers.etag ?? '' })
  expect([again.status, again.body.length]).toEqual([304, 0])
})

test('[H12] what is gone, or not beneath the build, is no page and no file', async () => {
  const get = await serveBuild()
  expect((await get('/assets/page-older.js')).status).toBe(404)
  expect((await get('/assets/../../../etc/passwd')).body.toString()).not.toContain('root:')
  expect((await get('/assets/%2e%2e/%2e%2e/etc/passwd')).body.toString()).not.toContain('root:')
})
