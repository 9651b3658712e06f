import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { receiptFor } from './receipt.server.ts'

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

test('[L11] a receipt is what HMAC-SHA-256 makes of the vote, whatever the secret’s length', () => {
  const word = fc.string({ unit: 'grapheme', maxLength: 200 })
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }),
      word,
      word,
      word,
      fc.option(word),
      (secret, ballotId, electorId, key, choice) => {
        const mac = createHmac('sha256', secret)
          .update(`730-council receipt\n${ballotId}\n${electorId}\n${key}\n${choice ?? ''}`)
          .digest()
        const letters = [...mac.subarray(0, 6)].map((byte) => LETTERS[byte % 32]).join('')
        expect(receiptFor(secret, { ballotId, electorId, key, choice })).toBe(
          `${letters.slice(0, 4)}-${letters.slice(4)}`,
        )
      },
    ),
  )
})
