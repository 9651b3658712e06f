import { createServer } from 'node:http'
import { createServer as createVite } from 'vite'
import type { startServer as StartServer } from './server.ts'
import { writeKeyTypes } from './i18n/write-key-types.ts'

writeKeyTypes()

const http = createServer()
const vite = await createVite({
  appType: 'custom',
  server: { middlewareMode: true, hmr: { server: http } },
})
const { startServer } = (await vite.ssrLoadModule('/app/server.ts')) as {
  startServer: typeof StartServer
}
await startServer({ http, vite: vite.middlewares })
