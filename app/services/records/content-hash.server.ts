import { createHash } from 'node:crypto'
import { canonicalJson } from '#app/domain/shared/canonical-json.ts'

/** sha-256, hex, over the content as JSON with its keys in order: the same wherever it is worked out. */
export function contentHash(content: unknown): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex')
}
