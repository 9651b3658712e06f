import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { signedText, type RecordSignature } from '#app/domain/voting/record-signature.ts'
import {
  canonicalBallotRecord,
  writeBallotRecord,
  type BallotRecordSource,
} from '#app/domain/voting/write-ballot-record.ts'

/** The deployment's key, as far as a record needs it. */
export type RecordSigner = {
  /** See `RecordSignature.key`. */
  fingerprint: string
  /** Ed25519 over the UTF-8 bytes of the text, base64. */
  sign: (text: string) => string
}

/** A downloadable record: the same ballot and key give the same bytes. */
export type WrittenRecord = {
  /** SHA-256 of what was signed and by which key, for an ETag. */
  etag: string
  /** About 64 KiB each, made as they are asked for. */
  chunks: AsyncIterable<string>
}

const CHUNK = 64 * 1024

/**
 * Writes the signed file of a record. It is gone through twice, once for the
 * digest and once for the text, and is never held as a whole.
 */
export async function writeSignedRecord(
  signing: RecordSigner,
  source: BallotRecordSource,
): Promise<WrittenRecord> {
  const hash = createHash('sha256')
  for await (const chunk of inChunks(canonicalBallotRecord(source))) hash.update(chunk)
  const text = signedText(hash.digest('hex'))
  const signature: RecordSignature = {
    algorithm: 'Ed25519',
    key: signing.fingerprint,
    value: signing.sign(text),
  }
  return {
    etag: createHash('sha256').update(signature.key).update(text).digest('hex').slice(0, 32),
    chunks: inChunks(signedFile(source, signature)),
  }
}

function* signedFile(source: BallotRecordSource, signature: RecordSignature) {
  yield '{"record": '
  yield* writeBallotRecord(source)
  yield `, "signature": ${JSON.stringify(signature)}}\n`
}

/** Lets others have their turn between two chunks: a large record must not hold up a meeting. */
async function* inChunks(pieces: Iterable<string>): AsyncGenerator<string> {
  let chunk = ''
  for (const piece of pieces) {
    chunk += piece
    if (chunk.length < CHUNK) continue
    yield chunk
    chunk = ''
    await setImmediate()
  }
  if (chunk) yield chunk
}
