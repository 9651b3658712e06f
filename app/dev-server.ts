import { createServer } from 'node:http'
import { createServer as createVite } from 'vite'
import type { serve as Serve } from './server.ts'
import { writeKeyTypes } from './i18n/write-key-types.ts'

writeKeyTypes()

const http = createServer()
const vite = await createVite({
  appType: 'custom',
  server: { middlewareMode: true, hmr: { server: http } },
})
const { serve } = (await vite.ssrLoadModule('/app/server.ts')) as {
  serve: typeof Serve
}
await serve({ http, vite: vite.middlewares })
