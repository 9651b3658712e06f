import type { Server } from 'node:http'
import type { Logger } from 'pino'

/** Past this, whoever is still connected is cut off: a container is killed after ten seconds. */
const PATIENCE_MS = 4000

/**
 * Stops cleanly on SIGTERM and SIGINT: takes no new requests, finishes those under way, then closes
 * what was opened, in order. A second signal stops at once.
 */
export function stopOnSignal({
  log,
  beforeClosing,
  http,
  close,
}: {
  log: Logger
  beforeClosing: () => void
  http: Server
  close: (() => Promise<void>)[]
}): void {
  let stopping = false
  const stop = async (signal: string) => {
    if (stopping) process.exit(1)
    stopping = true
    log.info({ signal }, 'stopping')
    beforeClosing()
    const finished = new Promise<void>((resolve) => http.close(() => resolve()))
    http.closeIdleConnections()
    const cutOff = setTimeout(() => http.closeAllConnections(), PATIENCE_MS)
    const [closeLive, ...closeRest] = close
    // Sockets keep their connection open for as long as they live, so they go first.
    await closeLive?.()
    await finished
    clearTimeout(cutOff)
    for (const closeNext of closeRest) await closeNext()
    log.info('stopped')
    process.exit(0)
  }
  const onSignal = (signal: string) => {
    stop(signal).catch((error: unknown) => {
      log.error({ err: error }, 'stopping failed')
      process.exit(1)
    })
  }
  process.on('SIGTERM', onSignal)
  process.on('SIGINT', onSignal)
}
