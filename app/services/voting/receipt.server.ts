import { createHmac } from 'node:crypto'
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
  const mac = createHmac('sha256', secret)
    .update(
      `730-council receipt\n${vote.ballotId}\n${vote.electorId}\n${vote.key}\n${vote.choice ?? ''}`,
    )
    .digest()
  const letters = Array.from(mac.subarray(0, 6), (byte) => LETTERS[byte % 32] ?? '0').join('')
  return `${letters.slice(0, 4)}-${letters.slice(4)}`
}
