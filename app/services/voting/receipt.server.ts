import { hash } from 'node:crypto'
import type { Mark } from '#app/domain/voting/mark.ts'

/** No I, L, O or U: nothing that is read out wrongly or spells a word. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * The short code a voter keeps, such as `7K4M-Q2`: the same for the same vote,
 * and made by nobody without our secret.
 *
 * @param choice - null in a secret ballot, whose receipt must not depend on it.
 */
export function receiptFor(
  secret: string,
  vote: { ballotId: string; electorId: string; key: string; choice: Mark | null },
): string {
  const mac = hmac(
    secret,
    `730-council receipt\n${vote.ballotId}\n${vote.electorId}\n${vote.key}\n${vote.choice ?? ''}`,
  )
  const letter = (index: number) => LETTERS[(mac[index] ?? 0) % 32] ?? '0'
  return `${letter(0)}${letter(1)}${letter(2)}${letter(3)}-${letter(4)}${letter(5)}`
}

/** Bytes of a block of SHA-256. */
const BLOCK = 64

/**
 * HMAC-SHA-256 as RFC 2104 writes it. An `Hmac` of Node's is an object outside the heap, and a full
 * hall asks for a thousand of them at once: to make one and clear it away costs four times this.
 */
function hmac(secret: string, message: string): Buffer {
  const { inner, outer } = padsOf(secret)
  return hash(
    'sha256',
    Buffer.concat([
      outer,
      hash('sha256', Buffer.concat([inner, Buffer.from(message)]), 'buffer'),
    ]),
    'buffer',
  )
}

type Pads = { inner: Buffer; outer: Buffer }
let lastPads: (Pads & { of: string }) | null = null

/** A process has one secret, so what is made of it is made once. */
function padsOf(secret: string): Pads {
  if (lastPads?.of === secret) return lastPads
  const given = Buffer.from(secret)
  const key = Buffer.alloc(BLOCK)
  key.set(given.length > BLOCK ? hash('sha256', given, 'buffer') : given)
  lastPads = {
    of: secret,
    inner: Buffer.from(key.map((byte) => byte ^ 0x36)),
    outer: Buffer.from(key.map((byte) => byte ^ 0x5c)),
  }
  return lastPads
}
