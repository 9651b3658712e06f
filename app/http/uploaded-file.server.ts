import type { UploadHandler } from '@remix-run/node'
import { plainText } from '#app/domain/shared/plain-text.ts'
import { bytesWithin } from './bytes-within.server.ts'

const FIELD_BYTES = 16 * 1024

export type UploadedFile = {
  name: string
  /** Null when there were more than the limit; the rest was read and dropped. */
  bytes: Uint8Array | null
}

/** Takes the one file of a form by its field's name, and its other fields as text. */
export function uploadedFile(
  field: string,
  limit: number,
): { handler: UploadHandler; file: () => UploadedFile | null } {
  let taken: UploadedFile | null = null
  const handler: UploadHandler = async ({ name, filename, data }) => {
    const isFile = filename !== undefined
    const wanted = isFile && name === field && taken === null
    const bytes = await bytesWithin(data, isFile ? (wanted ? limit : 0) : FIELD_BYTES)
    if (!isFile) return plainText(new TextDecoder().decode(bytes ?? new Uint8Array()))
    // A browser sends one empty, nameless file when none was chosen.
    if (wanted && filename !== '') taken = { name: filename, bytes }
    return undefined
  }
  return { handler, file: () => taken }
}
