/// <reference types="vite/client" />
/// <reference types="@remix-run/node" />
import type { RequestContext } from './http/request-context.server.ts'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
  interface AppLoadContext extends RequestContext {}
}
