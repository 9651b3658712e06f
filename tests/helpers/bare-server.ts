import { createServer } from 'node:http'
import { serve } from '#app/server.ts'

// The whole process but the pages, which need a build: for tests of starting, stopping and guarding.
await serve({ http: createServer(), vite: (_request, _response, next) => next() })
