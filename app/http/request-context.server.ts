import type { Services } from '#app/runtime/services.server.ts'
import type { DemoAccess } from './demo-access.server.ts'
import type { RateLimits } from './rate-limits.server.ts'
import type { RenderedPages } from './rendered-pages.server.ts'
import type { Sessions } from './session.server.ts'

/** What a loader or an action finds in `context`. */
export type RequestContext = {
  services: Services
  sessions: Sessions
  rateLimits: RateLimits
  /** Whether this visitor may be one of the demo's people. */
  demoAccess: DemoAccess
  /** The `Set-Cookie` that remembers the terminal's code, or undefined when that was not it. */
  enterDemoCode: (typed: string) => Promise<string | undefined>
  /** What the address the request came from is counted by, for rate limits; never logged. */
  clientAddress: string
  /** `http://host:port` or `PUBLIC_ORIGIN`: what links and QR codes begin with. */
  origin: string
  nonce: string
  /** Null while developing, where what is rendered changes under its data. */
  renderedPages: RenderedPages | null
  requestId: string
}
