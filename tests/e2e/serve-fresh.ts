import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

// The server that the browser tests talk to: the real build, on an embedded database made anew.
const dataDir = process.env['DATA_DIR']
if (!dataDir) throw new Error('DATA_DIR names no folder to start from')
rmSync(dataDir, { recursive: true, force: true })
await import('#app/runtime/build-when-stale.ts')
await import(pathToFileURL(resolve('build/server/start.js')).href)
