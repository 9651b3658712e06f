import { createHmac } from 'node:crypto'

/**
 * The eight digits under a slip's code, for whoever cannot scan it. They say
 * who somebody is only at a kiosk of that session, where tries are counted.
 * A link that is replaced takes its digits with it.
 *
 * @param token - of the person's own link.
 */
export function slipCode(secret: string, token: string): string {
  const mac = createHmac('sha256', secret).update(`730-council slip\n${token}`).digest()
  return String(mac.readUInt32BE(0) % 100_000_000).padStart(8, '0')
}

/** Eight digits however they were typed, else null. */
export function typedSlipCode(typed: string): string | null {
  const digits = typed.normalize('NFKC').replace(/[\s-]/g, '')
  return /^\d{8}$/.test(digits) ? digits : null
}
