/** The floor of a phone's page: one button that React brings to life, compressed and from the same server. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import express from 'express'

const require = createRequire(import.meta.url)
// The package does not export it as a module; a page without a bundler loads it as a file.
const umd = (name: string) =>
  readFileSync(
    join(dirname(require.resolve(`${name}/package.json`)), `umd/${name}.production.min.js`),
  )
const LABEL = '<label><input type="radio" name="choice" value="yes">赞成</label>'
const PAGE = `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<div id="root">${LABEL}</div><script src="/react.js" defer></script>`
const SCRIPT = Buffer.concat([
  umd('react'),
  umd('react-dom'),
  Buffer.from(`
    const input = React.createElement('input', { type: 'radio', name: 'choice', value: 'yes', onChange() {} })
    ReactDOM.hydrateRoot(document.getElementById('root'), React.createElement('label', null, input, '赞成'))
  `),
])

const app = express()
for (const [path, type, bytes] of [
  ['/', 'text/html', Buffer.from(PAGE)],
  ['/react.js', 'text/javascript', SCRIPT],
] as const) {
  const body = brotliCompressSync(bytes)
  app.get(path, (_request, response) => {
    response
      .set({ 'Content-Type': `${type}; charset=utf-8`, 'Content-Encoding': 'br' })
      .end(body)
  })
}
const http = app.listen(0, '127.0.0.1', () =>
  process.send?.({ ready: true, port: (http.address() as AddressInfo).port }),
)
process.on('disconnect', () => process.exit(0))
