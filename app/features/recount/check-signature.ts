import type { RecountedFile } from '#app/domain/voting/recount-file.ts'
import { signedText, type SignatureCheck } from '#app/domain/voting/record-signature.ts'

/**
 * Whether the deployment's key signed a record, checked by this browser itself.
 * `cannot-check` where it has no Ed25519 (before 2025), or the page came over
 * plain HTTP, where browsers keep their cryptography shut.
 *
 * @param publicKey - PEM, as it came with the page.
 */
export async function checkSignature(
  { publicKey, fingerprint }: { publicKey: string; fingerprint: string },
  { signature, canonical }: RecountedFile,
): Promise<SignatureCheck> {
  if (!signature) return 'unsigned'
  if (signature.key !== fingerprint) return 'other-key'
  // Not there on plain HTTP, whatever the types say.
  const subtle = (crypto as { subtle?: SubtleCrypto }).subtle
  if (!subtle) return 'cannot-check'
  try {
    const key = await subtle.importKey('spki', derOf(publicKey), 'Ed25519', false, ['verify'])
    const digest = await subtle.digest('SHA-256', new TextEncoder().encode(canonical()))
    const signed = new TextEncoder().encode(signedText(hex(digest)))
    const good = await subtle.verify('Ed25519', key, bytesOf(signature.value), signed)
    return good ? 'good' : 'bad'
  } catch {
    return 'cannot-check'
  }
}

function derOf(pem: string) {
  return bytesOf(pem.replace(/-----[^-]+-----|\s/g, ''))
}

function bytesOf(base64: string) {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
}

function hex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  )
}
