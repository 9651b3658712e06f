import { isSameSecret } from '#app/services/accounts/is-same-secret.server.ts'

/** The demo's people can be had for the asking (`open`), for a code (`code-needed`), or not at all. */
export type DemoAccess = 'open' | 'code-needed' | 'closed'

export type DemoGate = {
  /** What is printed in the terminal; undefined while only this machine can reach us. */
  code: string | undefined
  accessFor: (visitor: DemoVisitor) => DemoAccess
  /** Whether this is the code, told in the same time whatever was typed. */
  isCode: (typed: string) => boolean
}

type DemoVisitor = {
  remoteAddress: string | undefined
  host: string | undefined
  /** Any header that a proxy adds. */
  forwarded: boolean
  /** Whether this browser has typed the code. */
  knowsCode: boolean
}

/**
 * Guards the demo's people: on the embedded database only, and without a code only for somebody who
 * sits at this machine.
 *
 * A request from the loopback address can come from elsewhere, through a proxy or a tunnel, or from a
 * page that points its own name at 127.0.0.1; so the name asked for has to be the loopback too.
 */
export function createDemoGate({
  enabled,
  listensOn,
  randomBytes,
}: {
  /** The demo is wanted and the database is the embedded one. */
  enabled: boolean
  /** The address the server listens on. */
  listensOn: string
  randomBytes: (size: number) => Uint8Array
}): DemoGate {
  const code = enabled && !isLoopback(listensOn) ? sixDigits(randomBytes) : undefined
  return {
    code,
    accessFor: ({ remoteAddress, host, forwarded, knowsCode }) => {
      if (!enabled) return 'closed'
      const here =
        !forwarded &&
        remoteAddress !== undefined &&
        isLoopback(remoteAddress) &&
        host !== undefined &&
        isLoopback(host.replace(/:\d+$/, ''))
      if (here || (code !== undefined && knowsCode)) return 'open'
      return code === undefined ? 'closed' : 'code-needed'
    },
    isCode: (typed) => code !== undefined && isSameSecret(typed.trim(), code),
  }
}

export function isLoopback(host: string): boolean {
  const address = host
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/^::ffff:/, '')
  return address === 'localhost' || address === '::1' || /^127(\.\d{1,3}){3}$/.test(address)
}

function sixDigits(randomBytes: (size: number) => Uint8Array): string {
  const drawn = new DataView(randomBytes(4).slice().buffer).getUint32(0)
  return String(drawn % 1_000_000).padStart(6, '0')
}
