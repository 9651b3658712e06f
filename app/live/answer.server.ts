import { randomUUID } from 'node:crypto'
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
export function answer<Peer>(
  handlers: LiveHandlers<Peer>,
  peer: Peer,
  name: string,
  request: unknown,
  log: Logger,
): Promise<Answered> {
  if (!isRequestName(name)) return Promise.resolve(refuse({ code: 'bad-request' }))
  const failed = (error: unknown) => {
    const requestId = randomUUID()
    log.error({ err: error, requestId, request: name }, 'live request failed')
    // Whoever tells us of it can say which one it was.
    return refuse({ code: 'internal', requestId })
  }
  const noted = (reply: Answered) => {
    if (!reply.ok) {
      const refusal = reply.refusal.code
      log.info({ requestId: randomUUID(), request: name, refusal }, 'refused')
    }
    return reply
  }
  try {
    // Parsing is inside: a request may be nested deeper than the stack is high.
    const parsed = liveRequests[name].safeParse(request)
    if (!parsed.success) return Promise.resolve(refuse({ code: 'bad-request' }))
    // `name` chose both the schema and the handler, so they match; TypeScript cannot see that.
    const reply: Promise<Answered> = handlers[name](parsed.data as never, peer)
    return reply.then(noted, failed)
  } catch (error) {
    return Promise.resolve(failed(error))
  }
}

export type Answered = { ok: true; value: unknown } | { ok: false; refusal: LiveRefusal }

function isRequestName(name: string): name is LiveRequestName {
  return Object.hasOwn(liveRequests, name)
}
