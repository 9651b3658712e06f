import { createHash, createPublicKey, verify } from 'node:crypto'
import type { RecountedFile } from '#app/domain/voting/recount-file.ts'
import { signedText, type SignatureCheck } from '#app/domain/voting/record-signature.ts'

/**
 * Whether a key signed exactly this record.
 *
 * @param publicKey - PEM.
 * @throws TypeError when that is no Ed25519 key.
 */
export function checkRecordSignature(
  publicKey: string,
  { signature, canonical }: Pick<RecountedFile, 'signature' | 'canonical'>,
): SignatureCheck {
  const key = createPublicKey(publicKey)
  if (key.asymmetricKeyType !== 'ed25519') throw new TypeError('Not an Ed25519 key')
  if (!signature) return 'unsigned'
  const fingerprint = createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex')
  if (signature.key !== fingerprint) return 'other-key'
  const digest = createHash('sha256').update(canonical()).digest('hex')
  const signed = Buffer.from(signedText(digest))
  return verify(null, signed, key, Buffer.from(signature.value, 'base64')) ? 'good' : 'bad'
}
