import type { Logger } from 'pino'
import { refuse } from '#app/domain/shared/result.ts'
import {
  liveRequests,
  type LiveRefusal,
  type LiveRequestName,
  type Parsed,
  type Reply,
} from './contract.ts'

/** One handler for every request: leave one out and it does not compile. */
export type LiveHandlers<Peer> = {
  [Name in LiveRequestName]: (request: Parsed<Name>, peer: Peer) => Promise<Reply<Name>>
}

/** Checks a request against the contract, runs its handler, and gives exactly one answer, whatever happens. */
export async function answer<Peer>(
  handlers: LiveHandlers<Peer>,
  peer: Peer,
  name: string,
  request: unknown,
  log: Logger,
): Promise<{ ok: true; value: unknown } | { ok: false; refusal: LiveRefusal }> {
  if (!isRequestName(name)) return refuse({ code: 'bad-request' })
  try {
    // Parsing is inside: a request may be nested deeper than the stack is high.
    const parsed = liveRequests[name].safeParse(request)
    if (!parsed.success) return refuse({ code: 'bad-request' })
    // `name` chose both the schema and the handler, so they match; TypeScript cannot see that.
    return await handlers[name](parsed.data as never, peer)
  } catch (error) {
    log.error({ err: error, request: name }, 'live request failed')
    return refuse({ code: 'internal' })
  }
}

function isRequestName(name: string): name is LiveRequestName {
  return Object.hasOwn(liveRequests, name)
}
