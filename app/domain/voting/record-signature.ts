import { BALLOT_RECORD_FORMAT } from './ballot-record.ts'
import { at, isObject } from './record-reader.ts'

/**
 * The signature of a downloaded record, beside it in the file:
 * `{ "record": {…}, "signature": {…} }`.
 */
export type RecordSignature = {
  algorithm: 'Ed25519'
  /** Fingerprint of the key: SHA-256 over its SubjectPublicKeyInfo (DER), hex. */
  key: string
  /** Ed25519 over the UTF-8 bytes of `signedText`, base64. */
  value: string
}

/**
 * What is signed: the format, and the SHA-256 of the record in canonical JSON
 * (RFC 8785), so that neither line breaks nor the order of keys matter and
 * nothing large has to be held to sign it.
 *
 * @param digest - lower-case hex.
 */
export function signedText(digest: string): string {
  return `${BALLOT_RECORD_FORMAT}\nsha-256 ${digest}\n`
}

/** What a check of a signature can come to. */
export type SignatureCheck = 'good' | 'bad' | 'other-key' | 'unsigned' | 'cannot-check'

/** The signature as it stands in a file; `null` where there is none, or none of this kind. */
export function readSignature(value: unknown): RecordSignature | null {
  if (!isObject(value) || at(value, 'algorithm') !== 'Ed25519') return null
  const key = at(value, 'key')
  const signature = at(value, 'value')
  if (typeof key !== 'string' || typeof signature !== 'string') return null
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(signature)) return null
  return { algorithm: 'Ed25519', key, value: signature }
}
