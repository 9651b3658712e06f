import { createHmac } from 'node:crypto'
import { isSameSecret } from '#app/services/accounts/is-same-secret.server.ts'

/** Without what is easily misread: no I, L, O, U, 0 and 1. 32 signs would be 5 bits; these are 30. */
const SIGNS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'

/**
 * What whoever reads the terminal types to set the place up. Made from the
 * deployment's secret, so that several processes, and one that was started
 * again, print the same; it opens nothing once there is an account.
 */
export function setupCode(sessionSecret: string): string {
  const bytes = createHmac('sha256', sessionSecret).update('council730.setup/1').digest()
  const signs = [...bytes.subarray(0, 12)].map((byte) => SIGNS[byte % SIGNS.length])
  return [0, 4, 8].map((from) => signs.slice(from, from + 4).join('')).join('-')
}

export function isSetupCode(sessionSecret: string, typed: string): boolean {
  const plain = (text: string) => text.toUpperCase().replace(/[^A-Z0-9]/gu, '')
  return isSameSecret(plain(typed), plain(setupCode(sessionSecret)))
}
