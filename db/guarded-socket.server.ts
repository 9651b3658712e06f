import { Socket } from 'node:net'

/** How long a dead connection is kept, so that whoever still writes to it hears that it is; ms. */
const DEAD_FOR_MS = 100

/**
 * A connection to PostgreSQL that may go at any moment without taking the process along.
 *
 * postgres.js 3.4.9 forgets its socket on `close`, and a write that comes after
 * that, such as the `rollback` of a transaction that was cut off, throws where
 * nobody can catch it (porsager/postgres#1154, #1208). So whoever waits is told at
 * once, by `error`, and `close` comes a moment later, when nobody writes any more.
 */
export class GuardedSocket extends Socket {
  #isDead = false
  #hasGreeted = false

  /** @param silentMs - without a word for so long it is given up. */
  constructor(silentMs: number) {
    super()
    this.setNoDelay(true)
    // A cable that was pulled says nothing. An idle connection goes too, and is opened again when needed.
    this.setTimeout(silentMs, () => this.destroy(lost('ETIMEDOUT', 'The database is silent')))
  }

  override emit(event: string | symbol, ...args: unknown[]): boolean {
    if (event !== 'close' || this.#isDead) return super.emit(event, ...args)
    this.#isDead = true
    this.#tell()
    setTimeout(() => {
      // The driver writes a short statement one turn after it took it, and on a `close` with an error
      // drops what it has not written without a word. Whoever asked meanwhile is told here.
      this.#tell()
      super.emit('close', true)
    }, DEAD_FOR_MS)
    return true
  }

  // `connect` of Node puts its own `write` back, whatever a class has made of it.
  override connect(...where: unknown[]): this {
    const connecting = Socket.prototype.connect.apply(this, where as never) as this
    this.write = (chunk: Uint8Array | string) => this.#write(chunk)
    return connecting
  }

  // The driver writes bytes, and has nothing to be told afterwards.
  #write(chunk: Uint8Array | string): boolean {
    if (this.#isDead || this.destroyed) {
      process.nextTick(() => this.#tell())
      return false
    }
    const isFirst = !this.#hasGreeted
    this.#hasGreeted = true
    const said = isFirst && typeof chunk !== 'string' ? fromGreeting(chunk) : chunk
    return Socket.prototype.write.call(this, said)
  }

  #tell(): void {
    if (this.listenerCount('error') > 0) {
      super.emit('error', lost('CONNECTION_CLOSED', 'The database closed the connection'))
    }
  }
}

/** Protocol 3.0, as the second word of a greeting says; the first is the greeting's length. */
const PROTOCOL = Buffer.from([0, 3, 0, 0])

/**
 * The driver keeps what it had not sent when the last connection went, and puts it before the first
 * word of the next, where a server understands nothing. Whoever asked for it has been told.
 */
function fromGreeting(bytes: Uint8Array): Uint8Array {
  const said = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = said.indexOf(PROTOCOL); at >= 0; at = said.indexOf(PROTOCOL, at + 1)) {
    const from = at - 4
    if (from >= 0 && said.readUInt32BE(from) === said.length - from) return said.subarray(from)
  }
  return bytes
}

function lost(code: string, message: string): Error {
  return Object.assign(new Error(message), { code })
}
